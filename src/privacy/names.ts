import type { Detector } from './finding.ts'

/** Scripts that put no blanks between words: a name stands in the middle of a row of letters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

// a hyphen is no sign of its own outside brackets, and may not be quoted there
const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/**
 * Given names, as whole words, in any capitals, with any blanks (or `+`, `_`, `-`, `.` as in addresses) between their words.
 *
 * Linear: each place is compared with each name once, and a name has a fixed length but for up to three characters between its words.
 */
export function namesOf(names: readonly string[]): Detector {
  const rows = names.map(name => name.trim().split(/\s+/)).filter(words => words.join('').length > 1)
  if (rows.length === 0) return () => []
  const patterns = rows
    .toSorted((one, two) => two.join('').length - one.join('').length)
    .map(words => {
      const body = words.map(quoted).join(String.raw`[\s+_.\-]{1,3}`)
      const open = unspaced.test(words[0]?.at(0) ?? '') ? '' : String.raw`(?<![\p{L}\p{N}])`
      const close = unspaced.test(words.at(-1)?.at(-1) ?? '') ? '' : String.raw`(?![\p{L}\p{N}])`
      return `${open}${body}${close}`
    })
  const any = new RegExp(patterns.join('|'), 'giu')
  return text =>
    Array.from(text.matchAll(any), ({ 0: written, index }) => {
      const key = written.toLowerCase().replaceAll(/[\s+_.-]+/g, ' ')
      return { kind: 'NAME', start: index, end: index + written.length, key }
    })
}
