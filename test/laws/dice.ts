/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Dice {
  /** 0 ≤ n < `limit`. */
  below(limit: number): number
  /** True once in `times`. */
  once(times: number): boolean
  pick<T>(list: readonly [T, ...T[]]): T
  /** An element, or `undefined` of nothing. */
  any<T>(list: readonly T[]): T | undefined
  /** A seed for dice of its own. */
  seed(): number
}

export function dice(seed: number): Dice {
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x2545f491
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
  const below = (limit: number): number => next() % limit
  return {
    below,
    once: (times) => below(times) === 0,
    pick: <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] as T,
    any: (list) => (list.length === 0 ? undefined : list[below(list.length)]),
    seed: next,
  }
}
