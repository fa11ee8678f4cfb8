import { addresses } from './ip.ts'
import { cards } from './card.ts'
import { emails } from './email.ts'
import { hasDigit } from './digits.ts'
import { blank, type Detector, type Finding } from './finding.ts'
import { ibans } from './iban.ts'
import { unescaped } from './json-escapes.ts'
import { type Decoded } from './decoded.ts'
import { decoded } from './percent.ts'
import { phones } from './phone.ts'

/** In this order: what is certain by its form or its check digits first, and what digits are left may be a telephone. */
const builtIn = { EMAIL: emails, IBAN: ibans, CARD: cards, IP: addresses, PHONE: phones } as const

/** A kind that is found by itself, without a pattern or a name. */
export type BuiltInKind = keyof typeof builtIn

export const builtInKinds = Object.keys(builtIn) as readonly BuiltInKind[]

/** A finding, and whether it is written with escapes. */
export interface Seen extends Finding {
  /** The value with its escapes resolved, where it has any. */
  readonly plain?: string
}

/** Without a digit there is none of these. */
const numeric: ReadonlySet<BuiltInKind> = new Set(['IBAN', 'CARD', 'IP', 'PHONE'])

/**
 * Everything that these detectors see in a text, and in the text with its escapes resolved: those of JSON, of addresses, and both.
 * Findings may overlap. Each built-in detector sees only what those before it left over.
 */
export function finder(kinds: readonly BuiltInKind[], others: readonly Detector[]): (text: string) => Seen[] {
  const look = (text: string): Finding[] => {
    const found = others.flatMap(detect => detect(text))
    const digits = hasDigit(text)
    let rest = text
    for (const kind of builtInKinds) {
      if (!digits && numeric.has(kind)) continue
      const seen = builtIn[kind](rest)
      // also a kind that is not wanted is put out of sight: a card must not turn up as a telephone
      rest = blank(rest, seen)
      if (kinds.includes(kind)) found.push(...seen)
    }
    return found
  }

  /** What is seen in a text and in what its percent-escapes stand for; places are those of the text. */
  const lookTwice = (text: string): Seen[] => {
    const plain = decoded(text)
    return plain ? [...look(text), ...look(plain.text).map(each => placed(each, plain))] : look(text)
  }

  return text => {
    const plain = unescaped(text)
    if (!plain) return lookTwice(text)
    const read = lookTwice(plain.text).map(each => placed(each, plain))
    // what begins with the letter of an escape, and ends where such a value does without it, was read wrongly
    const ends = new Set(read.map(({ kind, end }) => `${kind} ${end}`))
    const wrong = ({ kind, start, end }: Seen): boolean => text.charAt(start - 1) === '\\' && ends.has(`${kind} ${end}`)
    return [...read, ...lookTwice(text).filter(each => !wrong(each))]
  }
}

/** A finding where it stands in the text with the escapes. */
function placed({ start, end, ...finding }: Seen, { text, from }: Decoded): Seen {
  const place = { ...finding, start: from(start), end: from(end) }
  const escapes = place.end - place.start > end - start
  return escapes ? { ...place, plain: finding.plain ?? text.slice(start, end) } : place
}
