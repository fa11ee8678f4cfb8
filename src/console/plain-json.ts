/** Marks that turn the order of letters round, so that one value looks like another. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

const escaped = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`

/**
 * JSON with a line for each thing in it, and what is no JSON as it is; for people who decide by it, so nothing in it can hide.
 *
 * @example plainJson('{"order":"7"}') // '{\n  "order": "7"\n}'
 */
export function plainJson(text: string): string {
  return unfolded(text).replace(turning, escaped)
}

function unfolded(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  } catch {
    // tools answer in words, too
    return text
  }
}
