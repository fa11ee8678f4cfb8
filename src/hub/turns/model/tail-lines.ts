/** Decoration that models put around a mark. */
const decoration = '[ \\t*_>#`-]*'

/** What a line after one of the marks said. */
export interface TailLine {
  readonly mark: string
  readonly text: string
}

export interface TailLines {
  /** The text that can be shown now. */
  push(text: string): string
  /** The rest, without white space at its end, and all lines that were taken out. */
  end(): { readonly text: string; readonly lines: readonly TailLine[] }
}

const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Takes lines that begin with one of the marks out of a stream of text, however it is cut. Holds back only what may become such
 * a line, and the white space before it.
 *
 * @param marks what a model is asked to begin such a line with, each with its colon
 */
export function tailLines(marks: readonly string[]): TailLines {
  const line = new RegExp(`(^|\\n)${decoration}(${marks.map(escaped).join('|')})([^\\n]*)(?=\\n)`, 'g')
  const start = new RegExp(`^${decoration}`)
  const lines: TailLine[] = []
  let held = ''
  // what is held back begins with white space, or is all there is: only then is its first letter the first of a line
  let shown = false

  const strip = (text: string): string =>
    text.replace(line, (whole, before: string, mark: string, said: string) => {
      if (before === '' && shown) return whole
      lines.push({ mark, text: said.trim() })
      return ''
    })

  function mayBecomeMark(from: number): boolean {
    const words = held.slice(from).replace(start, '')
    return (from > 0 || !shown) && marks.some((mark) => words.startsWith(mark) || mark.startsWith(words))
  }

  return {
    push(text) {
      if (marks.length === 0) return text
      held = strip(held + text)
      const from = held.lastIndexOf('\n') + 1
      const ready = mayBecomeMark(from) ? held.slice(0, from).trimEnd() : held
      held = held.slice(ready.length)
      shown ||= ready !== ''
      return ready
    },
    end: () => ({ text: marks.length === 0 ? '' : strip(`${held}\n`).trimEnd(), lines }),
  }
}
