import { HandbackError } from '../protocol/index.ts'

/** How fast links may open: a hub that everybody comes back to at once serves them one after the other instead of none. */
export interface Admission {
  /** Lets one link open; throws `hub/busy` with the time to wait otherwise: each who is refused is given a later place than the one before. */
  admit(): void
}

export interface AdmissionOptions {
  readonly now: () => number
  /** How many at once. */
  readonly burst: number
  /** How many more each second. */
  readonly perSecond: number
}

/** Milliseconds after which anybody may come again: those who would be told more have come again and again meanwhile. */
const LONGEST = 60_000

export function createAdmission({ now, burst, perSecond }: AdmissionOptions): Admission {
  const step = 1_000 / perSecond
  let left = burst
  let at = now()
  /** When the last of those who were refused may come. */
  let promised = 0

  return {
    admit() {
      const time = now()
      left = Math.min(burst, left + Math.max(0, time - at) / step)
      at = time
      if (left >= 1) {
        left -= 1
        return
      }
      promised = Math.min(Math.max(promised, time) + step, time + LONGEST)
      throw new HandbackError('hub/busy', 'Too many come at once; come back in a moment.', {
        retryable: true,
        retryAfter: Math.ceil(promised - time),
      })
    },
  }
}
