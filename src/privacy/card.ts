import { digitGroups, plainDigits } from './digits.ts'
import type { Finding } from './finding.ts'

/** What may stand between the digits of one card. */
const joint = /^(?:[ \u00a0\u202f\t]{0,2}[-‐‑–—./_·]?[ \u00a0\u202f\t]{0,2}|\r?\n)$/

/** How many digits the cards of an issuer have, by how they begin. */
const issuers: readonly (readonly [begins: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-59]|[689])/, [14, 15, 16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:50[1-9]|5[6-8])/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [12, 13, 14, 15]],
  [/^6/, [16, 17, 18, 19]],
  [/^(?:8[12]|9792)/, [16, 17, 18, 19]],
  [/^1/, [15]],
]
const UATP = /^1/

/** The check digit of ISO/IEC 7812. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let at = digits.length - 1, double = false; at >= 0; at--, double = !double) {
    const value = Number(digits[at]) * (double ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

const isCard = (digits: string, grouped: boolean): boolean =>
  digits.length >= 12 &&
  // fifteen digits in one that begin with 1 are more often a number of something else than a card of the airlines
  (grouped || !UATP.test(digits)) &&
  !/^(\d)\1+$/.test(digits) &&
  issuers.some(([begins, lengths]) => lengths.includes(digits.length) && begins.test(digits)) &&
  luhn(digits)

/**
 * Payment cards: an issuer's beginning and length, the check digit of Luhn, in whatever groups. A card ends where a group ends, so
 * a long number that merely contains one is none.
 *
 * Linear: from each group of digits at most 19 digits are looked at, so at most 19 groups.
 */
export function cards(source: string): Finding[] {
  const text = plainDigits(source)
  const groups = digitGroups(text)
  const found: Finding[] = []
  for (let first = 0; first < groups.length; first++) {
    const begin = groups[first]
    if (!begin || /[\p{Script=Latin}+]/u.test(text.charAt(begin.start - 1))) continue
    let digits = ''
    let last: number | undefined
    for (let next = first; next < groups.length && digits.length < 19; next++) {
      const group = groups[next]
      if (!group || (next > first && !joint.test(text.slice(groups[next - 1]?.end, group.start)))) break
      digits += group.digits
      if (isCard(digits, next > first) && !/\p{Script=Latin}/u.test(text.charAt(group.end))) {
        // a plain sixteen is a card, and what follows its expiry or its security code
        if (last === undefined || digits.length !== 19) last = next
      }
    }
    const end = last === undefined ? undefined : groups[last]?.end
    if (last === undefined || end === undefined) continue
    found.push({ kind: 'CARD', start: begin.start, end, key: text.slice(begin.start, end).replaceAll(/\D/g, '') })
    first = last
  }
  return found
}
