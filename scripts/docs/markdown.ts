/** The little Markdown that the generated pages are made of. */

const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim()

/** A table; columns that are empty in every row are left out. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = heads.flatMap((_, at) => (rows.some((row) => row[at]) ? [at] : []))
  const line = (row: readonly string[]): string => `| ${kept.map((at) => cell(row[at] ?? '')).join(' | ')} |`
  return [line(heads), `|${kept.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export const code = (text: string): string => `\`${text}\``

export const codes = (words: readonly string[]): string => words.map(code).join(', ')

/** As GitHub names the anchor of a heading. */
export const anchor = (heading: string): string => heading.toLowerCase().replaceAll(/[^\w\- ]/g, '').replaceAll(' ', '-')

export const link = (text: string, heading = text): string => `[${code(text)}](#${anchor(heading)})`

/** Paragraphs and tables, one empty line between them. */
export const page = (...blocks: readonly string[]): string => `${blocks.filter(Boolean).join('\n\n')}\n`

/** `180000` → `3 min`. */
export function duration(milliseconds: number): string {
  for (const [unit, size] of [['h', 3_600_000], ['min', 60_000], ['s', 1_000]] as const) {
    if (milliseconds >= size && milliseconds % size === 0) return `${milliseconds / size} ${unit}`
  }
  return `${milliseconds} ms`
}
