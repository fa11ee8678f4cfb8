import type { ChaosFaults } from '../../../src/testing/index.ts'
import type { Scenario } from '../scenario.ts'
import type { Stage } from '../stage.ts'

const both = (stage: Stage, faults: ChaosFaults): void => {
  stage.visitorLine.set(faults)
  stage.agentLine.set(faults)
}

/** How long a line stays bad, in ms. */
const LENGTH = 20_000

/** The line does something for a while. */
const bad = (fault: string, name: string, faults: (stage: Stage) => ChaosFaults): Scenario => ({
  fault,
  name,
  async hurt(stage) {
    both(stage, faults(stage))
    await stage.rest(LENGTH)
    both(stage, {})
  },
})

/** All connections end at once, again and again. */
const cut = (name: string, how: 'reset' | 'end'): Scenario => ({
  fault: 'F7',
  name,
  async hurt(stage) {
    for (let round = 0; round < 10; round += 1) {
      stage.visitorLine.cut(how)
      await stage.rest(LENGTH / 20)
      stage.agentLine.cut(how)
      await stage.rest(LENGTH / 20)
    }
  },
})

/** F7: everything that a line can do to what goes over it. */
export const lines: readonly Scenario[] = [
  cut('connections reset', 'reset'),
  cut('connections ended', 'end'),
  bad('F7', 'reset within an event', () => ({ cutAfter: 900 })),
  bad('F7', 'FIN within an event', () => ({ endAfter: 900 })),
  bad('F7', 'half-open: bytes vanish', () => ({ blackHole: true })),
  bad('F7', 'delay 50 to 2,000 ms', (stage) => ({ delay: stage.short(50), jitter: stage.short(1_950) })),
  bad('F7', '8 kbit/s', (stage) => ({ rate: 1_000_000 / stage.short(1_000) })),
  bad('F7', 'one byte at a time', () => ({ chunk: 1 })),
  bad('F7', 'requests doubled', () => ({ duplicateRequests: 0.5 })),
  bad('F7', 'responses dropped', () => ({ dropResponses: 0.3 })),
]

/** F10: something on the way hands out answers only when they are whole. */
export const holds: readonly Scenario[] = [bad('F10', 'answers held to their end', () => ({ hold: true }))]

/** F25: bytes change on the way down. */
export const corruptions: readonly Scenario[] = [
  bad('F25', 'bytes changed in 5 % of chunks', () => ({ corrupt: 0.05 })),
  bad('F25', 'bytes changed in 40 % of chunks', () => ({ corrupt: 0.4 })),
]
