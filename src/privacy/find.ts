import { addresses } from './ip.ts'
import { cards } from './card.ts'
import { emails } from './email.ts'
import { blank, type Detector, type Finding } from './finding.ts'
import { ibans } from './iban.ts'
import { decoded } from './percent.ts'
import { phones } from './phone.ts'

/** In this order: what is certain by its form or its check digits first, and what digits are left may be a telephone. */
const builtIn = { EMAIL: emails, IBAN: ibans, CARD: cards, IP: addresses, PHONE: phones } as const

/** A kind that is found by itself, without a pattern or a name. */
export type BuiltInKind = keyof typeof builtIn

export const builtInKinds = Object.keys(builtIn) as readonly BuiltInKind[]

/** A finding, and whether it is written percent-encoded. */
export interface Seen extends Finding {
  /** The value with its escapes resolved, where it has any. */
  readonly plain?: string
}

/**
 * Everything that these detectors see in a text, and in the text with its percent-escapes resolved. Findings may overlap.
 * Each built-in detector sees only what those before it left over.
 */
export function finder(kinds: readonly BuiltInKind[], others: readonly Detector[]): (text: string) => Seen[] {
  const look = (text: string): Finding[] => {
    const found = others.flatMap(detect => detect(text))
    let rest = text
    for (const kind of builtInKinds) {
      const seen = builtIn[kind](rest)
      // also a kind that is not wanted is put out of sight: a card must not turn up as a telephone
      rest = blank(rest, seen)
      if (kinds.includes(kind)) found.push(...seen)
    }
    return found
  }
  return text => {
    const found: Seen[] = look(text)
    const plain = decoded(text)
    if (!plain) return found
    for (const { kind, start, end, key } of look(plain.text)) {
      const place = { kind, start: plain.from(start), end: plain.from(end), key }
      const escapes = place.end - place.start > end - start
      found.push(escapes ? { ...place, plain: plain.text.slice(start, end) } : place)
    }
    return found
  }
}
