import { HandbackError } from '../protocol/index.ts'
import type { Id } from '../protocol/index.ts'

/** How much each party may ask for: a bucket that fills again with time. */
export interface Allowance {
  /** Takes one; throws `request/rate-limited` with the time to wait when there is none. */
  take(sub: Id): void
}

export interface AllowanceOptions {
  readonly now: () => number
  /** How many at once. */
  readonly burst: number
  /** How many more each second. */
  readonly perSecond: number
}

/** Parties that are remembered at most; whoever was quiet longest is forgotten first, with a full bucket. */
const KNOWN = 10_000

export function createAllowance({ now, burst, perSecond }: AllowanceOptions): Allowance {
  const buckets = new Map<Id, { left: number; at: number }>()
  return {
    take(sub) {
      const at = now()
      const old = buckets.get(sub)
      const left = old ? Math.min(burst, old.left + (Math.max(0, at - old.at) / 1000) * perSecond) : burst
      // newest last, so that the first key is whoever was quiet longest
      buckets.delete(sub)
      buckets.set(sub, { left: left >= 1 ? left - 1 : left, at })
      if (buckets.size > KNOWN) buckets.delete(buckets.keys().next().value as Id)
      if (left >= 1) return
      const retryAfter = Math.ceil(((1 - left) / perSecond) * 1000)
      throw new HandbackError('request/rate-limited', 'Too much at once; try again in a moment.', { retryable: true, retryAfter })
    },
  }
}
