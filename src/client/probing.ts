import type { Transport } from '../contracts/index.ts'
import type { After } from '../internal/backoff.ts'
import type { Attempt } from './connection-attempt.ts'
import type { Ways } from './ways.ts'

/** Wait before the better ways are tried for the first time beside one of which is not known yet that it is needed, in ms. */
const SOON = 1_000
/** First wait before a better way is tried again while another one serves, in ms; doubled each time, up to the longest. */
const FIRST = 30_000
const LONGEST = 600_000

export interface ProbingOptions {
  readonly after: After
  readonly ways: Pick<Ways, 'better' | 'known' | 'vain'>
  /** Whether one may be tried now; default always. */
  readonly may: (() => boolean) | undefined
  /** Begins an attempt, which takes over by itself once it has proven good. */
  begin(way: Transport): Attempt
}

export interface Probing {
  /** A connection stands: looks for a better one from time to time, if there is any. */
  plan(): void
  /** Ends what is being tried, unless it is the attempt in charge. */
  stop(inCharge: Attempt | undefined): void
}

/**
 * Tries better ways to the hub beside a connection that stands: soon, to know that they do not work, then after 30 s, then ever more
 * seldom, up to every 10 minutes.
 */
export function createProbing({ after, ways, may, begin }: ProbingOptions): Probing {
  let probe: Attempt | undefined
  let wait = FIRST
  let stopTimer = (): void => undefined

  function plan(): void {
    if (!ways.better()[0]) return
    stopTimer = after(ways.known ? wait : SOON, () => {
      if (may?.() === false) return plan()
      // more seldom also when one takes over: it may prove no good after all
      if (ways.known) wait = Math.min(LONGEST, wait * 2)
      look(ways.better())
    })
  }
  function look([way, ...others]: readonly Transport[]): void {
    if (!way) {
      ways.vain()
      return plan()
    }
    const one = (probe = begin(way))
    void one.over.then(() => one === probe && look(others))
  }

  return {
    plan,
    stop(inCharge) {
      stopTimer()
      const last = probe
      probe = undefined
      if (last !== inCharge) last?.end()
    },
  }
}
