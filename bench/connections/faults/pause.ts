import type { Scenario } from '../scenario.ts'

/** F6: the hub's process stands still and goes on. */
const pause = (seconds: number): Scenario => ({
  fault: 'F6',
  name: `hub stopped for ${seconds} s`,
  async hurt(stage) {
    stage.hub.signal('SIGSTOP')
    await stage.rest(seconds * 1_000)
    stage.hub.signal('SIGCONT')
  },
})

export const pauses: readonly Scenario[] = [pause(5), pause(30), pause(120)]
