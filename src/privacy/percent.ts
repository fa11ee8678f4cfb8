/** Percent-encoded texts, as in the query of an address. */

export interface Decoded {
  readonly text: string
  /** Where the character at a place of the decoded text stands in the encoded one; also for the place behind the last. */
  from(at: number): number
}

/** One character in UTF-8, by the shape of its first byte. Linear: at most twelve characters from each `%`. */
const escaped = /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi

/** The text with its escapes resolved, or nothing if it has none. Bytes that are no UTF-8 stay as they are. */
export function decoded(text: string): Decoded | undefined {
  const from: number[] = []
  let out = ''
  let at = 0
  const keep = (end: number): void => {
    out += text.slice(at, end)
    for (; at < end; at++) from.push(at)
  }
  for (const { 0: written, index } of text.matchAll(escaped)) {
    const character = decodeOne(written)
    if (character === undefined) continue
    keep(index)
    out += character
    for (let unit = 0; unit < character.length; unit++) from.push(index)
    at = index + written.length
  }
  if (at === 0) return undefined
  keep(text.length)
  from.push(text.length)
  return { text: out, from: place => from[place] ?? text.length }
}

function decodeOne(written: string): string | undefined {
  try {
    return decodeURIComponent(written)
  } catch {
    // an overlong form or half a pair: no character, so it hides no value
    return undefined
  }
}

/** Encoded as `encodeURIComponent` does, but for every text: half a pair becomes the replacement character. */
export const encoded = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
