import type { Id } from '../protocol/index.ts'

/** How much of something is under way for each party, so that no one party takes all of it. */
export interface Turnstile {
  /** Lets one more of a party in, and returns what lets it out again, once; `undefined` when as many are inside as may be. */
  enter(sub: Id): (() => void) | undefined
  /** As many of a party are inside as may be. */
  full(sub: Id): boolean
}

export function createTurnstile(most: number): Turnstile {
  const inside = new Map<Id, number>()
  const count = (sub: Id): number => inside.get(sub) ?? 0
  const full = (sub: Id): boolean => count(sub) >= most
  return {
    full,
    enter(sub) {
      if (full(sub)) return undefined
      inside.set(sub, count(sub) + 1)
      let left = false
      return () => {
        if (left) return
        left = true
        if (count(sub) > 1) inside.set(sub, count(sub) - 1)
        else inside.delete(sub)
      }
    },
  }
}
