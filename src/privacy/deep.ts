/** Deeper than this nothing is followed, and nothing that could hold a value is let through. */
const deepest = 64

/**
 * A JSON value with every string in it changed, each with the key that it stands under. Keys stay, also those that mean something to
 * JavaScript, such as `__proto__`.
 */
export function mapStrings(value: unknown, change: (text: string, key: string) => string, key = '', depth = 0): unknown {
  if (typeof value === 'string') return change(value, key)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= deepest) return null
  if (Array.isArray(value)) return value.map(each => mapStrings(each, change, key, depth + 1))
  // `fromEntries` defines what an assignment to `__proto__` would not
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapStrings(each, change, key, depth + 1)]))
}
