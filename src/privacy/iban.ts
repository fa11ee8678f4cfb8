import { plainDigits } from './digits.ts'
import type { Finding } from './finding.ts'

/** How long an IBAN is, by country: the registry, and the countries that use the form without being in it. */
const lengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 ' +
    'FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 ' +
    'MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ' +
    'SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 ' +
    'AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GQ27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28'
  )
    .split(' ')
    .map(each => [each.slice(0, 2), Number(each.slice(2))] as const),
)

/** Where one may begin. Linear: four characters, or eight after the word. */
const begins = /(?<![a-z0-9])(?:IBAN)?([a-z]{2})[ \u00a0\u202f.-]?\d[ \u00a0\u202f.-]?\d/gi

/** What may stand between two characters of one: nothing, blanks, a hyphen or dot, or a line that was broken. */
const isJoint = (character: string): boolean => /[\s.\-‐‑–_/]/.test(character)

/** The check of ISO 13616: the first four characters to the end, letters as 10–35, and the remainder by 97 is 1. */
export function mod97(iban: string): boolean {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/**
 * Bank accounts: a country, its length and the check digits, in whatever groups and capitals.
 *
 * Linear: from each beginning at most 34 characters are read, with at most two joints before each.
 */
export function ibans(source: string): Finding[] {
  const text = plainDigits(source)
  const found: Finding[] = []
  let after = 0
  for (const match of text.matchAll(begins)) {
    const start = match.index + match[0].search(/[a-z]{2}[^a-z]*$/i)
    if (start < after) continue
    const length = lengths.get((match[1] ?? '').toUpperCase())
    const read = length === undefined ? undefined : readAccount(text, start, length)
    if (!read || !mod97(read.key)) continue
    found.push({ kind: 'IBAN', start, end: read.end, key: read.key })
    after = read.end
  }
  return found
}

/** So many letters and digits from there on, if they are that many and no more. */
function readAccount(text: string, start: number, length: number): { key: string; end: number } | undefined {
  let key = ''
  let at = start
  for (let joints = 0; key.length < length; at++) {
    const character = text.charAt(at)
    if (/[a-z0-9]/i.test(character)) {
      key += character.toUpperCase()
      joints = 0
    } else if (!isJoint(character) || ++joints > 2) return undefined
  }
  return /[a-z0-9]/i.test(text.charAt(at)) ? undefined : { key, end: at }
}
