/** Escapes of JSON, as in what a tool gave: there the `n` of a line break stands before the value of the next line. */

import { type Decoded, resolved } from './decoded.ts'

/** One escape, also of JSON within a string of JSON, which doubles each backslash. Linear: only the first of a row of backslashes begins one. */
const escapes = /(?<!\\)\\+(?:[bfnrt"/]|u[\da-fA-F]{4})/g

const signs: Readonly<Record<string, string>> = { b: ' ', f: ' ', n: '\n', r: '\r', t: '\t' }

const meant = (escape: string): string => {
  const sign = escape.replace(/^\\+/, '')
  return sign.length > 1 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (signs[sign] ?? sign)
}

/** The text with its escapes resolved, or nothing if it has none. Whoever writes backslashes for another reason only has more found. */
export const unescaped = (text: string): Decoded | undefined => (text.includes('\\') ? resolved(text, escapes, meant) : undefined)
