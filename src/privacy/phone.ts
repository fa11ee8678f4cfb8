import { digitGroups, onlyDigits, plainDigits, type DigitGroup } from './digits.ts'
import type { Finding } from './finding.ts'
import { hintBefore, hintBehind } from './phone-words.ts'
import { looksLikePhone, type Row } from './phone-shapes.ts'

/** What may stand between two groups of one number; never a line's end, a comma or a colon. */
const joint = /^(?:[\t \u00a0\u202f.·/‐‑–—-]{1,3}|[\t \u00a0\u202f./-]{0,2}[()][\t \u00a0\u202f./-]{0,2}|[\t \u00a0]?\)[\t \u00a0-]?\()$/u
/** `+`, and a parenthesis if one is open, right before a group. */
const plus = /[+＋][ \t\u00a0]?\(?$/
/** What makes the next digits a part of a longer word, amount or number. */
const stuck = /(?:[\p{Script=Latin}\d_#№$€£¥%]|\d[.,:]|[\p{Script=Latin}\d][-‐‑–_.])\(?$/u
/** A word may end in a dot or a hyphen before its number. */
const labelled = /(?:tel|tél|fon|phone|fax|mob|mobil|mobile|cell|nr|no|telefon|whatsapp)[.-]$/iu
/** What makes the digits before it an amount. */
const units =
  'EUR|USD|GBP|CHF|JPY|INR|BRL|PLN|TRY|SEK|NOK|DKK|kr|zł|km|kg|cm|mm|ml|[kmg]b|people|users|units|pieces|pcs|views|followers|times|points|' +
  'steps|rows|bytes|ms|seconds|stück|punkte|euro|euros|dollars?|personen|einwohner|habitants|habitantes|abitanti|inwoners'
const unit = new RegExp(`^(?:[.,]\\d|\\s?(?:[€$£¥°]|%(?![\\da-f]{2})|(?:${units})(?!\\p{L})))`, 'iu')
const currency = /(?:[€$£¥]|EUR|USD|GBP|CHF|Rs\.?|INR)\s?$/i
const date = /^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2})(?!\d|[./-]\d)/

/** What was meant as an IBAN, though its check fails: its groups are no numbers. Linear: at most 36 characters from each beginning of a word. */
const account = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,4})?(?![A-Z\d])/gu

/** No number has more groups, and none more digits: fifteen, or with what dials out of a country seventeen. */
const mostGroups = 8
const mostDigits = 17

/**
 * Telephone numbers: with `+` or `00`, and as countries write them within; where only digits stand the words around decide.
 *
 * Linear: one pass over the groups of digits; from each at most eight groups are joined, and what is looked at around is bounded.
 */
export function phones(source: string): Finding[] {
  const text = plainDigits(source).replaceAll(account, written => '\0'.repeat(written.length))
  const groups = digitGroups(text)
  const found: Finding[] = []
  for (let first = 0; first < groups.length; ) {
    const last = lastGroup(text, groups, first)
    const begin = groups[first]
    const end = last === undefined ? undefined : groups[last]?.end
    if (last === undefined || begin === undefined || end === undefined) {
      first++
      continue
    }
    const start = begin.start - leadOf(text, begin.start, end).length
    found.push({ kind: 'PHONE', start, end, key: onlyDigits(text.slice(start, end)) })
    first = last + 1
  }
  return found
}

/** The plus before the first group, and the parenthesis if it closes within the number. */
function leadOf(text: string, start: number, end: number): string {
  const lead = text.slice(start, end).includes(')') ? /(?:[+＋][ \t\u00a0]?)?\(?$/ : /(?:[+＋][ \t\u00a0]?)?$/
  return lead.exec(text.slice(Math.max(0, start - 3), start))?.[0] ?? ''
}

/** The last group of the number that begins with this one, or nothing if none does. */
function lastGroup(text: string, groups: readonly DigitGroup[], first: number): number | undefined {
  const begin = groups[first]
  if (!begin) return undefined
  const lead = text.slice(Math.max(0, begin.start - 12), begin.start)
  const international = plus.test(lead) && !/[\p{L}\d][+＋][ \t\u00a0]?\(?$/u.test(lead)
  if (!international && ((stuck.test(lead) && !labelled.test(lead)) || currency.test(lead))) return undefined
  const row: { groups: DigitGroup[]; gaps: string[] } = { groups: [begin], gaps: [] }
  let total = begin.digits.length
  const fitting: number[] = []
  for (let next = first; total <= (international ? 15 : mostDigits); ) {
    // nobody dictates most of a number digit by digit
    if (international || (total >= 6 && total * 2 >= (next - first + 1) * 3)) fitting.push(next)
    const here = groups[next]
    const following = groups[++next]
    if (!here || !following || next - first >= mostGroups) break
    const gap = text.slice(here.end, following.start)
    // a slash between two whole numbers parts them
    if (!joint.test(gap) || (gap.includes('/') && total >= 9)) break
    row.groups.push(following)
    row.gaps.push(gap)
    total += following.digits.length
  }
  if (international) return fitting.findLast(last => isInternational(row.groups.slice(0, last - first + 1)))
  const rows = fitting.flatMap(last => {
    const size = last - first + 1
    const part = { groups: row.groups.slice(0, size), gaps: row.gaps.slice(0, size - 1) }
    return standsAlone(text, part, row.gaps[size - 1]) ? [{ last, part }] : []
  })
  // to read words takes longest
  const before = rows.length === 0 ? undefined : hintBefore(text, begin.start)
  if (before === 'other') return undefined
  // digits in one row are easily a number of something that was just spoken of
  return rows.findLast(({ part }) => !(before === 'aside' && part.groups.length === 1) && isNational(text, part, before === 'phone'))?.last
}

const isInternational = (groups: readonly DigitGroup[]): boolean =>
  groups.reduce((sum, group) => sum + group.digits.length, 0) >= (groups.length > 1 ? 7 : 8) && groups[0]?.digits.startsWith('0') === false

/** Whether nothing around these groups, and no date in them, makes them a part of something else, whatever words say. */
function standsAlone(text: string, { groups, gaps }: Row, gapAfter: string | undefined): boolean {
  // within a longer number that dots or hyphens hold together
  if (gapAfter !== undefined && /^[.·‐‑–-]$/.test(gapAfter)) return false
  const end = groups.at(-1)?.end ?? 0
  const after = text.slice(end, end + 12)
  if ((/^[\p{Script=Latin}_]/u.test(after) && !/^x\d/i.test(after)) || unit.test(after)) return false
  const starts = groups.filter((_, at) => at === 0 || /\s/.test(gaps[at - 1] ?? ''))
  return !starts.some(group => date.test(text.slice(group.start, group.start + 12)))
}

/** Whether these groups are one number, `said` so before it or not. What is cheap is asked first. */
function isNational(text: string, row: Row, said: boolean): boolean {
  const start = row.groups[0]?.start ?? 0
  const end = row.groups.at(-1)?.end ?? 0
  // the area in parentheses, not all of it
  const area = text.charAt(start - 1) === '(' && row.gaps[0]?.startsWith(')') === true
  const behind = said ? 'phone' : hintBehind(text, end)
  if (behind === 'other' || !looksLikePhone(row, area, behind === 'phone')) return false
  // the path of an address is full of numbers; what stands in its query was typed by somebody
  const path = /(?:\/\/|www\.)[^\s?]{0,200}$/.test(text.slice(Math.max(0, start - 200), start))
  return behind === 'phone' || !path
}
