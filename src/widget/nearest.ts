/** How many letters have to be put in, taken out or exchanged. */
function distance(a: string, b: string): number {
  let row = [...b, ''].map((_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((next[j] as number) + 1, (row[j + 1] as number) + 1, (row[j] as number) + Number(letter !== other)))
    }
    row = next
  }
  return row.at(-1) as number
}

/** The last name of a path, or of a whole name such as `handback:message`. */
const last = (path: string): string => path.replace(/.*[.:]/, '').toLowerCase()

/** The path whose last name is meant by a name that there is not, if one is at most two letters away: `theme.accent` for `acent`. */
function nearest(name: string, paths: readonly string[]): string | undefined {
  const far = (path: string) => distance(last(name), last(path))
  return paths.filter((path) => far(path) <= Math.min(2, name.length - 1)).sort((a, b) => far(a) - far(b))[0]
}

/** That there is no such thing, and what was meant if that can be guessed. `path`: where all of them are found. */
export function noSuch(what: string, name: string, names: readonly string[], path = ''): string {
  const meant = nearest(name, names)
  return `there is no ${what}${path}${name}${meant ? `; ${path}${meant} is the nearest` : ''}`
}
