/** Decoration that models put around a mark, and blanks. */
const undecorated = /[^ \t\r*_>#`-]/

/** What a line after one of the marks said. */
export interface TailLine {
  readonly mark: string
  readonly text: string
}

export interface TailLines {
  /** The text that can be shown now. */
  push(text: string): string
  /** The rest, without white space at its end, and the lines that count. */
  end(): { readonly text: string; readonly lines: readonly TailLine[] }
}

/**
 * Takes the last lines of a stream of text out of it that begin with one of the marks, however it is cut; between and behind them
 * stand blanks and decoration only. Such a line with more text behind it is a part of that text. Holds back only what may become such
 * a line, with such lines and the white space before it. Linear.
 *
 * @param marks what a model is asked to begin such a line with, each with its colon
 * @param secret marks that nobody writes by chance: they count wherever they stand, and nothing is shown from there on
 */
export function tailLines(marks: readonly string[], secret: readonly string[] = []): TailLines {
  const all = [...marks, ...secret]
  const secrets: TailLine[] = []
  let tail: TailLine[] = []
  /** Lines that may belong to the end, each with the break before it: as they are, and without those that would count. */
  let waiting = ''
  let rest = ''
  /** The current line with the break before it while it waits, and what it says behind its decoration. */
  let line = ''
  let words = ''
  let mark: string | undefined
  let plain = false
  let over = false
  let out = ''

  function show(text: string): void {
    if (!over) out += waiting + text
    waiting = rest = ''
    tail = []
  }

  function take(text: string): void {
    if (plain) return show(text)
    line += text
    const from = words === '' ? text.search(undecorated) : 0
    if (from < 0) return
    words += text.slice(from)
    if (mark !== undefined) return
    mark = all.find((each) => words.startsWith(each))
    over ||= mark !== undefined && secret.includes(mark)
    if (mark !== undefined || all.some((each) => each.startsWith(words))) return
    plain = true
    show(line)
  }

  function endLine(): void {
    if (mark !== undefined) {
      const said = { mark, text: words.slice(mark.length).trim() }
      if (secret.includes(mark)) secrets.push(said)
      else tail.push(said)
      waiting += line
    } else if (words === '') {
      waiting += line
      rest += line
    } else if (!plain) show(line)
    line = '\n'
    words = ''
    mark = undefined
    plain = false
  }

  function given(): string {
    const text = out
    out = ''
    return text
  }

  return {
    push(text) {
      if (all.length === 0) return text
      const [first = '', ...more] = text.split('\n')
      take(first)
      for (const each of more) {
        endLine()
        take(each)
      }
      return given()
    },
    end() {
      if (all.length === 0) return { text: '', lines: [] }
      endLine()
      return { text: (given() + (over ? '' : rest)).trimEnd(), lines: [...secrets, ...tail] }
    },
  }
}
