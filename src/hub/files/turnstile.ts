import type { Id } from '../../protocol/index.ts'

/** How much of something is under way for each party. */
export interface Turnstile {
  /** Lets one more of a party in, and returns what lets it out again; `undefined` when as many are inside as may be. */
  enter(sub: Id): (() => void) | undefined
}

export function createTurnstile(most: number): Turnstile {
  const inside = new Map<Id, number>()
  return {
    enter(sub) {
      const others = inside.get(sub) ?? 0
      if (others >= most) return undefined
      inside.set(sub, others + 1)
      return () => {
        const left = (inside.get(sub) ?? 1) - 1
        if (left > 0) inside.set(sub, left)
        else inside.delete(sub)
      }
    },
  }
}
