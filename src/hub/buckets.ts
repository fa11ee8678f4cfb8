import type { Id } from '../protocol/index.ts'

/** How much each party may have: a bucket for each, which fills again with time. */
export interface Buckets {
  /** Takes so many, or none of them: 0, or the milliseconds until there are so many. More than a burst counts as a burst. */
  take(sub: Id, count: number): number
}

export interface BucketsOptions {
  /** Milliseconds; when they go back nothing is gained and nothing lost. */
  readonly now: () => number
  /** How many at once. */
  readonly burst: number
  /** How many more each second. */
  readonly perSecond: number
}

/** Parties that are remembered at most; whoever was quiet longest is forgotten first, with a full bucket. */
const KNOWN = 10_000

export function createBuckets({ now, burst, perSecond }: BucketsOptions): Buckets {
  const buckets = new Map<Id, { left: number; at: number }>()
  return {
    take(sub, count) {
      const at = now()
      const old = buckets.get(sub)
      const left = old ? Math.min(burst, old.left + (Math.max(0, at - old.at) / 1_000) * perSecond) : burst
      const wanted = Math.min(count, burst)
      // newest last, so that the first key is whoever was quiet longest
      buckets.delete(sub)
      buckets.set(sub, { left: left >= wanted ? left - wanted : left, at })
      if (buckets.size > KNOWN) buckets.delete(buckets.keys().next().value as Id)
      return left >= wanted ? 0 : Math.ceil(((wanted - left) / perSecond) * 1_000)
    },
  }
}
