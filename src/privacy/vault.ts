import { HandbackError } from '../protocol/index.ts'
import { mapStrings } from './deep.ts'
import { builtInKinds, finder, type BuiltInKind, type Seen } from './find.ts'
import { settle, type Detector } from './finding.ts'
import { unescaped } from './json-escapes.ts'
import { namesOf } from './names.ts'
import { encoded } from './percent.ts'
import { encodedPlaceholder, grammarOf, isKind, placeholder } from './placeholder.ts'
import { revealingOf, type Revealing } from './revealing.ts'

export interface CustomPattern {
  /** How its placeholders are called: capitals, digits and single underscores, at most 24 characters. */
  readonly kind: string
  /**
   * What to hide. It runs as it is, with the flag `g`; an empty match is skipped. Whether it takes linear time is up to whoever
   * writes it: bound its repetitions, and let no two of them in a row match the same characters.
   */
  readonly pattern: RegExp
}

export interface RedactionOptions {
  /** Which built-in kinds are hidden. Default all: `EMAIL`, `PHONE`, `CARD`, `IBAN`, `IP`. */
  readonly kinds?: readonly BuiltInKind[]
  /** More kinds, such as a customer's number or a national id. Default none. */
  readonly custom?: readonly CustomPattern[]
  /**
   * Names to hide as `[NAME_1]`, each as given, as whole words in any capitals; give a first name too if it is to be hidden
   * alone. Default none.
   */
  readonly names?: readonly string[]
}

/** Keeps what it hid, so that it can put it back. One per conversation, kept where the conversation is: it knows every value. */
export interface Vault {
  /** The text with a placeholder for each value: `write to jane@example.com` → `write to [EMAIL_1]`. */
  hide(text: string): string
  /** The text with the values put back, also where the placeholders are written somewhat differently; unknown ones stay. */
  reveal(text: string): string
  /**
   * {@link Vault.hide} for every string in a JSON value; the key that it stands under helps to tell what it is. Keys, numbers and the
   * rest stay; what is nested deeper than 64 levels becomes `null`.
   */
  hideValue(value: unknown): unknown
  /** {@link Vault.reveal} for every string in a JSON value, however deep up to 64 levels; what is deeper becomes `null`. */
  revealValue(value: unknown): unknown
  /** {@link Vault.reveal} for a text that comes in pieces, as a streamed answer does. */
  revealing(): Revealing
}

/** What already reads as a placeholder is hidden as a text, so that it comes back and never stands for somebody's value. */
const TEXT = 'TEXT'

/**
 * Hides personal values before a text goes to a model, and puts them back into its answer: e-mail, telephone, payment card (Luhn), IBAN
 * (mod 97), IP address, and what `custom` and `names` add; also percent-encoded, as in the query of an address, and in and behind the
 * escapes of JSON, as in what a tool gave.
 *
 * This is best effort: it knows formats, not meaning. `scripts/eval-privacy.ts` prints how it does on the project's own labelled strings; count on
 * a few of a hundred telephone numbers being missed or made up in others. A name that was not given, a postal address, or a value told in words
 * is not seen at all, and neither is one that is split over two messages.
 *
 * Laws: the same value has the same placeholder as long as the vault lives, numbered by first appearance within its kind. Two values are the same
 * if they differ only in capitals (e-mail, IP, names), in what stands between the digits (telephone, card, IBAN) or in escapes of JSON that
 * stand for letters; all of them come back as first written, without such escapes. Otherwise `reveal(hide(text)) === text` for every text, whatever placeholders somebody typed into it.
 * The time is linear in the text, except for what `custom` does.
 *
 * A model may write `[EMAIL_1]` as `[email 1]`, `[ EMAIL-1 ]`, `\[EMAIL\_1\]` or `%5BEMAIL_1%5D` (which gives the value percent-encoded);
 * without its brackets it is not a placeholder.
 *
 * @throws HandbackError `request/invalid` for a kind that cannot be named in a placeholder, or is called `TEXT`.
 *
 * @example
 * const vault = createVault({ names: [visitor.name], custom: [{ kind: 'CUSTOMER', pattern: /\bC-\d{6}\b/ }] })
 * const question = vault.hide('I am Jane Doe, C-004711, jane@example.com')  // 'I am [NAME_1], [CUSTOMER_1], [EMAIL_1]'
 * vault.reveal('We have written to [EMAIL_1].')                              // 'We have written to jane@example.com.'
 */
export function createVault({ kinds = builtInKinds, custom = [], names = [] }: RedactionOptions = {}): Vault {
  const unknown = kinds.find(kind => !builtInKinds.includes(kind))
  if (unknown !== undefined) throw new HandbackError('request/invalid', `There is no kind '${unknown}': ${builtInKinds.join(', ')}.`)
  for (const { kind, pattern } of custom) {
    if (!(pattern instanceof RegExp)) throw new HandbackError('request/invalid', `The pattern of '${kind}' is no RegExp.`)
    if (!isKind(kind) || kind === TEXT) throw new HandbackError('request/invalid', `'${kind}' cannot be the kind of a placeholder.`)
  }
  const grammar = grammarOf([...new Set([...kinds, ...custom.map(each => each.kind), 'NAME', TEXT])])
  const typed: Detector = text => grammar.mentions(text).map(({ start, end }) => ({ kind: TEXT, start, end, key: text.slice(start, end) }))
  const find = finder(kinds, [...custom.map(detectorOf), namesOf(names)])
  const numbers = new Map<string, number>()
  const values = new Map<string, string>()
  const counts = new Map<string, number>()

  const numberOf = (kind: string, same: string, value: string): number => {
    const known = numbers.get(same)
    if (known !== undefined) return known
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    numbers.set(same, number)
    values.set(placeholder(kind, number), value)
    return number
  }

  const replacement = ({ kind, key, plain }: Seen, written: string, whole: boolean): string => {
    const same = `${kind} ${key}`
    if (whole && plain === undefined) return placeholder(kind, numberOf(kind, same, written))
    if (whole && plain !== undefined && encoded(plain) === written) return encodedPlaceholder(kind, numberOf(kind, same, plain))
    // JSON that is written otherwise says the same
    if (whole && plain !== undefined && JSON.stringify(plain) === `"${plain}"` && unescaped(written)?.text === plain) {
      return placeholder(kind, numberOf(kind, same, plain))
    }
    // a part of a value, or one encoded in a way that could not be made again, is a value of its own
    return placeholder(kind, numberOf(kind, `${kind}=${written}`, written))
  }

  const replaced = (text: string, findings: readonly Seen[]): string => {
    let out = ''
    let at = 0
    for (const piece of settle(findings, text.length)) {
      out += text.slice(at, piece.start) + replacement(piece, text.slice(piece.start, piece.end), piece.whole)
      at = piece.end
    }
    return out + text.slice(at)
  }

  const hide = (text: string): string => replaced(text, [...typed(text), ...find(text)])

  /** What stands under a key is read behind it: `phone: 5550199`. */
  const hideUnder = (text: string, key: string): string => {
    const lead = key === '' ? '' : `${key.slice(-40)}: `
    const found = find(lead + text)
    const inside = found
      .filter(({ start }) => start >= lead.length)
      .map(each => ({ ...each, start: each.start - lead.length, end: each.end - lead.length }))
    // what reaches from the key into the text is looked for without the key
    const across = found.some(({ start, end }) => start < lead.length && end > lead.length) ? find(text) : []
    return replaced(text, [...typed(text), ...inside, ...across])
  }

  const reveal = (text: string): string => {
    let out = ''
    let at = 0
    for (const { kind, number, encoded: asEncoded, start, end } of grammar.mentions(text)) {
      const value = values.get(placeholder(kind, number))
      if (value === undefined) continue
      out += text.slice(at, start) + (asEncoded ? encoded(value) : value)
      at = end
    }
    return out + text.slice(at)
  }

  return {
    hide,
    reveal,
    hideValue: value => mapStrings(value, hideUnder),
    revealValue: value => mapStrings(value, reveal),
    revealing: () => revealingOf(reveal, grammar),
  }
}

/** The pattern of an integrator, as a detector. */
const detectorOf =
  ({ kind, pattern }: CustomPattern): Detector =>
  text => {
    const all = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
    const matches = Array.from(text.matchAll(all)).filter(match => match[0] !== '')
    return matches.map(({ 0: written, index }) => ({ kind, start: index, end: index + written.length, key: written }))
  }
