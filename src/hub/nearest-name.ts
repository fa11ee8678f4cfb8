/** How many letters must be put in, taken away or changed to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The name that somebody probably meant; `undefined` when none is like it. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const far = (other: string): number => distance(name.slice(0, 40).toLowerCase(), other.toLowerCase())
  const [best] = names.toSorted((a, b) => far(a) - far(b))
  return best !== undefined && far(best) <= Math.max(1, best.length / 3) ? best : undefined
}
