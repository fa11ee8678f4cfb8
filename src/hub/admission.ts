import { HandbackError } from '../protocol/index.ts'
import type { Id } from '../protocol/index.ts'
import { createBuckets } from './buckets.ts'

/** How fast links may open: a hub that everybody comes back to at once serves them one after the other instead of none. */
export interface Admission {
  /**
   * Lets a party open one link; throws `hub/busy` with the time to wait otherwise. First each party is held to what one may
   * open; whoever comes more often than that takes nobody's place, and delays nobody. Of the others each who is refused is
   * given a later place than the one before.
   */
  admit(sub: Id): void
}

export interface AdmissionOptions {
  /** Milliseconds that never jump. */
  readonly now: () => number
  /** How many at once. */
  readonly burst: number
  /** How many more each second. */
  readonly perSecond: number
  /** Whether a party has as many links as it may have: its next one is ended at its hello, and needs no place. */
  readonly crowded: (sub: Id) => boolean
}

/** Milliseconds after which anybody may come again: those who would be told more have come again and again meanwhile. */
const LONGEST = 60_000
/** What one party may open: a browser whose every tab has a link of its own, twice over, and one that comes and goes all the time. */
const PARTY = { burst: 100, perSecond: 10 }

const busy = (retryAfter: number): HandbackError =>
  new HandbackError('hub/busy', 'Too many come at once; come back in a moment.', { retryable: true, retryAfter })

export function createAdmission({ now, burst, perSecond, crowded }: AdmissionOptions): Admission {
  const step = 1_000 / perSecond
  const parties = createBuckets({ now, ...PARTY })
  let left = burst
  let at = now()
  /** When the last of those who were refused may come. */
  let promised = -Infinity

  return {
    admit(sub) {
      const own = parties.take(sub, 1)
      if (own > 0) throw busy(own)
      if (crowded(sub)) return
      const time = now()
      left = Math.min(burst, left + Math.max(0, time - at) / step)
      at = time
      if (left >= 1) {
        left -= 1
        return
      }
      promised = Math.min(Math.max(promised, time) + step, time + LONGEST)
      throw busy(Math.ceil(promised - time))
    },
  }
}
