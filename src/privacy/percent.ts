/** Percent-encoded texts, as in the query of an address. */

import { type Decoded, resolved } from './decoded.ts'

/** One character in UTF-8, by the shape of its first byte. Linear: at most twelve characters from each `%`. */
const escaped = /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi

/** The text with its escapes resolved, or nothing if it has none. Bytes that are no UTF-8 stay as they are. */
export const decoded = (text: string): Decoded | undefined => (text.includes('%') ? resolved(text, escaped, decodeOne) : undefined)

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
