import { HandbackError } from '../protocol/index.ts'
import type { Id } from '../protocol/index.ts'
import type { BucketsOptions } from './buckets.ts'
import { createBuckets } from './buckets.ts'

/** How much each party may ask for. */
export interface Allowance {
  /** Takes one, or so many that belong together; throws `request/rate-limited` with the time to wait, and takes none, when there are not so many. */
  take(sub: Id, count?: number): void
}

export function createAllowance(options: BucketsOptions): Allowance {
  const buckets = createBuckets(options)
  return {
    take(sub, count = 1) {
      const retryAfter = buckets.take(sub, count)
      if (retryAfter > 0) throw new HandbackError('request/rate-limited', 'Too much at once; try again in a moment.', { retryable: true, retryAfter })
    },
  }
}
