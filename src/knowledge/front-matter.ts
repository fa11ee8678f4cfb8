/** The part of YAML that people write above an article: `key: value` and lists of lines. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>
  readonly lists: ReadonlyMap<string, readonly string[]>
  /** What follows the closing line; the whole source when there is no front matter. */
  readonly rest: string
}

/** Never throws: a line that it cannot read is left out. Line ends must be LF. */
export function readFrontMatter(source: string): FrontMatter {
  const fields = new Map<string, string>()
  const lists = new Map<string, string[]>()
  const block = /^---[ \t]*\n(?:([^]*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source)
  if (!block) return { fields, lists, rest: source }
  let list: string[] | undefined
  for (const line of (block[1] ?? '').split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)
    const entry = /^([\w-]+)\s*:(?:\s+(.*))?$/.exec(line)
    if (item) list?.push(scalar(item[1] ?? ''))
    else if (entry) {
      list = undefined
      const [, key = '', value = ''] = entry
      const inline = /^\[(.*)\]$/.exec(value.trim())
      if (inline) lists.set(key, (inline[1] ?? '').split(',').map(scalar).filter(Boolean))
      else if (scalar(value) === '') lists.set(key, (list = []))
      else fields.set(key, scalar(value))
    }
  }
  return { fields, lists, rest: source.slice(block[0].length) }
}

function scalar(text: string): string {
  const trimmed = text.trim()
  const quoted = /^(["'])(.*)\1(?:\s+#.*)?$/.exec(trimmed)
  if (quoted) return quoted[1] === '"' ? (quoted[2] ?? '').replace(/\\(["\\])/g, '$1') : (quoted[2] ?? '').replaceAll("''", "'")
  return trimmed.replace(/(?:^|\s+)#.*$/, '')
}
