import type { Scenario } from '../scenario.ts'

/** How long a side is away, in ms. */
const LENGTH = 30_000

/** F8: one side reaches nobody: its bytes vanish for a while, then nobody answers its calls. */
const partition = (who: string, line: 'visitorLine' | 'agentLine'): Scenario => ({
  fault: 'F8',
  name: `${who} cut off (proxy)`,
  async hurt(stage) {
    stage[line].set({ blackHole: true })
    await stage.rest(LENGTH / 2)
    stage[line].set({ refuse: true })
    stage[line].cut()
    await stage.rest(LENGTH / 2)
    stage[line].set({})
  },
})

/** Over TCP a lost packet is a late one, and sometimes a lost connection. */
const loss: Scenario = {
  fault: 'F8',
  name: 'loss of 20 % (proxy)',
  async hurt(stage) {
    for (const line of [stage.visitorLine, stage.agentLine]) line.set({ jitter: stage.short(1_000), dropResponses: 0.2, cutAfter: 20_000 })
    await stage.rest(LENGTH)
    for (const line of [stage.visitorLine, stage.agentLine]) line.set({})
  },
}

export const partitions: readonly Scenario[] = [partition('visitors', 'visitorLine'), partition('agent', 'agentLine'), loss]
