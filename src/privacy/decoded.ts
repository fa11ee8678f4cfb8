/** A text with its escapes resolved. */
export interface Decoded {
  readonly text: string
  /** Where the character at a place of the decoded text stands in the encoded one; also for the place behind the last. */
  from(at: number): number
}

/** Resolves each escape that `character` gives a text for; nothing if there is none. */
export function resolved(text: string, escapes: RegExp, character: (escape: string) => string | undefined): Decoded | undefined {
  const from: number[] = []
  let out = ''
  let at = 0
  const keep = (end: number): void => {
    out += text.slice(at, end)
    for (; at < end; at++) from.push(at)
  }
  for (const { 0: written, index } of text.matchAll(escapes)) {
    const meant = character(written)
    if (meant === undefined) continue
    keep(index)
    out += meant
    for (let unit = 0; unit < meant.length; unit++) from.push(index)
    at = index + written.length
  }
  if (at === 0) return undefined
  keep(text.length)
  from.push(text.length)
  return { text: out, from: place => from[place] ?? text.length }
}
