/** How many letters have to be put in, taken out or exchanged. */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** The path whose last name is meant by a name that there is not, if one is at most two letters away: `theme.accent` for `acent`. */
export function nearest(name: string, paths: readonly string[]): string | undefined {
  const far = (path: string) => distance(name.toLowerCase(), (path.split('.').at(-1) ?? '').toLowerCase())
  return paths.filter((path) => far(path) <= Math.min(2, name.length - 1)).sort((a, b) => far(a) - far(b))[0]
}
