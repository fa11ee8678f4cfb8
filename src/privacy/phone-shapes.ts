import type { DigitGroup } from './digits.ts'

/** Groups of digits that may be one number, and what stands between them. */
export interface Row {
  readonly groups: readonly DigitGroup[]
  readonly gaps: readonly string[]
}

/** Groupings that countries use for numbers without a leading zero: how many digits each group has, and how the first begins. */
const shapes = new Map<string, RegExp>([
  ['3-3-4', /^[2-9]/],
  ['3-7', /^3[2-9]/],
  ['4-3-3', /^1[38]00/],
  ['3-3-3', /^[4-9]/],
  ['2-2-2-2', /^[2-9]/],
  ['2-3-2-2', /^[1-9]/],
  ['3-2-2-2', /^[5-9]/],
  ['3-3-2-2', /^[2-9]/],
  ['2-4-4', /^[1-9]/],
  ['2-5-4', /^[1-9]/],
  ['3-4-4', /^1[3-9]/],
  ['5-5', /^[6-9]/],
  ['1-3-3-4', /^[178]/],
  ['1-3-3-2-2', /^[78]/],
  ['1-4-4', /^9/],
])

/** Unbroken numbers that say by their digits what they are: a leading zero, North America, mobiles of China, Russia, India, Italy. */
const unbroken = /^(?:0[1-9]\d{7,10}|1?[2-9]\d{2}[2-9]\d{6}|1[3-9]\d{9}|[78]9\d{9}|[6-9]\d{9}|3[2-9]\d{8})$/

/**
 * Whether groups without a `+` are a telephone number by their digits alone, or by anything that could be one where a word
 * says so (`said`). `area`: the first group stands in parentheses.
 */
export function looksLikePhone({ groups, gaps }: Row, area: boolean, said: boolean): boolean {
  const digits = groups.map(group => group.digits).join('')
  const first = groups[0]?.digits ?? ''
  const count = digits.length
  // decimals, and numbers that a slash makes a fraction
  if (first === '0' && gaps[0] !== undefined && !/^[ \u00a0]$/.test(gaps[0])) return false
  if (count > 13) return /^(?:00[1-9]|011[1-9])/.test(digits) && count <= 17
  const dotted = gaps.length > 0 && gaps.every(gap => gap === '.')
  const shape = groups.map(group => group.digits.length).join('-')
  // a network card, as some vendors write its address
  if (dotted && shape === '4-4-4') return false
  // six digits with a hyphen are rather a range
  if (said) return count >= (gaps.some(gap => /[‐‑–-]/.test(gap)) ? 7 : 6) && !/^(\d)\1+$/.test(digits)
  if (/^00[1-9]/.test(digits)) return count >= (groups.length > 1 ? 10 : 11) && first.length !== 1
  if (area) return count >= 8 && count <= 12 && /^(?:0\d{1,5}|[1-9]\d{1,2})$/.test(first)
  if (digits.startsWith('0')) return count >= 9 && count <= 12 && groups.length <= 6 && /^0[1-9]/.test(digits) && (first !== '0' || count >= 10)
  if (groups.length === 1) return unbroken.test(digits)
  // pairs that are joined now so, now so are scores
  if (shape === '2-2-2-2' && new Set(gaps).size > 1) return false
  if (!shapes.get(shape)?.test(digits)) return false
  return shape === '3-3-4' || !groups.some(group => /^(?:19|20)\d\d$/.test(group.digits))
}
