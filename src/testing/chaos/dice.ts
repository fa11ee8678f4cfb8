/** Uniform in [0, 1), always the same row for the same keys. */
export function dice(...keys: readonly number[]): () => number {
  let state = 0x9e3779b9
  // one step of a mix per key, so that neighbouring keys have nothing in common
  for (const key of keys) state = mix(state ^ Math.imul(key + 1, 0x85ebca6b))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return mix(state) / 2 ** 32
  }
}

function mix(value: number): number {
  let z = value
  z = Math.imul(z ^ (z >>> 15), z | 1)
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
  return (z ^ (z >>> 14)) >>> 0
}
