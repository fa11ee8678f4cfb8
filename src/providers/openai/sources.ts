/** The line that a model is asked to end with. */
export const mark = 'SOURCES:'

/** Decoration that models put around it. */
const decoration = '[ \\t*_>#-]*'
const line = new RegExp(`(^|\\n)${decoration}${mark}([^\\n]*)(?=\\n)`, 'g')

/**
 * Takes the lines `SOURCES: id, id` out of a stream of text and keeps their ids. Holds back only what may become such a
 * line, and the white space before it.
 */
export function sourcesFilter(): {
  /** The text that can be shown now. */
  push(text: string): string
  /** The rest, without white space at its end, and the ids that were named. */
  end(): { text: string; ids: readonly string[] }
} {
  const ids = new Set<string>()
  let held = ''
  // What is held back begins with white space, or is all there is: only then is its first letter the first of a line.
  let shown = false

  const strip = (text: string): string =>
    text.replace(line, (whole, before: string, named: string) => {
      if (before === '' && shown) return whole
      for (const id of named.split(/[\s,;`*[\]()"']+/)) if (id) ids.add(id)
      return ''
    })

  function mayBecomeMark(start: number): boolean {
    const words = held.slice(start).replace(new RegExp(`^${decoration}`), '')
    return (start > 0 || !shown) && (words.startsWith(mark) || mark.startsWith(words))
  }

  return {
    push(text) {
      held = strip(held + text)
      const start = held.lastIndexOf('\n') + 1
      const ready = (mayBecomeMark(start) ? held.slice(0, start) : held).trimEnd()
      held = held.slice(ready.length)
      shown ||= ready !== ''
      return ready
    },
    end: () => ({ text: strip(`${held}\n`).trimEnd(), ids: [...ids] }),
  }
}
