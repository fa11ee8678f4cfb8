import type { Lexicon } from './lexicon.ts'
import { english } from './lexicons/english.ts'
import { dutch, french, german, italian, portuguese, spanish } from './lexicons/others.ts'
import { clausesOf, joined } from './tokens.ts'
import { mended } from './typos.ts'

const lexicons: readonly Lexicon[] = [english, german, french, spanish, portuguese, italian, dutch]

/** So many words around somebody are read, so that time stays linear whatever the text is. */
const NEAR = 12

const person = (word: string, lex: Lexicon): boolean => lex.firm.has(word) || lex.people.has(word)
const linking = (word: string, lex: Lexicon): boolean => lex.before.has(word) || lex.links.has(word) || lex.firm.has(word)
const verb = (word: string, lex: Lexicon): boolean => lex.talk.has(word) || lex.want.has(word) || lex.hand.has(word) || lex.move.has(word)

/** Whether a negation reaches what begins at `from`. */
function negated(words: readonly string[], from: number, lex: Lexicon): boolean {
  for (let at = from - 1; at >= Math.max(from - NEAR, 0); at -= 1) {
    const word = words[at] ?? ''
    if (lex.not.has(word)) return !lex.inverted.has(words[at + 1] ?? '')
    if (!linking(word, lex) && !verb(word, lex) && !lex.bridge.has(word)) return false
  }
  return false
}

/** Nothing but somebody: "agent, please"; "anyone there". */
function onlySomebody(words: readonly string[], lex: Lexicon): boolean {
  const rest = words.filter((word) => !lex.polite.has(word) && !lex.before.has(word))
  if (!rest.every((word) => person(word, lex) || lex.vague.has(word) || lex.presence.has(word))) return false
  if (words.some((word) => person(word, lex))) return true
  return words.some((word) => lex.vague.has(word)) && words.some((word) => lex.presence.has(word))
}

/** Somebody in a clause, and the words around that tell whether they are asked for. */
interface Place {
  readonly firm: boolean
  readonly vague: boolean
  /** The verb before, and what links it to somebody. */
  readonly first: string
  readonly between: readonly string[]
  readonly after: readonly string[]
}

/** Whether the words after somebody leave it at asking for somebody. */
function endsThere([next, ...rest]: readonly string[], lex: Lexicon): boolean {
  if (next === undefined || lex.clause.has(next) || lex.presence.has(next)) return true
  if (!lex.after.has(next)) return false
  // "an agent to sell my house" is somebody else
  return next !== 'to' || rest.slice(0, 2).some((word) => lex.serve.has(word) || lex.talk.has(word))
}

/** "Somebody real"; "somebody who is real". */
function isReal({ between, after: [next = '', ...rest] }: Place, lex: Lexicon): boolean {
  const real = (word: string): boolean => lex.presence.has(word)
  return between.some(real) || real(next) || (lex.clause.has(next) && rest.slice(0, 2).some(real))
}

/** What a somebody that says little needs besides a verb of wanting: "someone real", "get me someone who", "someone to call me". */
function vaguelyWanted(place: Place, lex: Lexicon): boolean {
  const [next = '', second = '', third = ''] = place.after
  if (isReal(place, lex) || (lex.clause.has(next) && place.between.some((word) => lex.objects.has(word)))) return true
  return next === 'to' && lex.talk.has(second) && lex.objects.has(third)
}

/** One line per kind of verb. */
function asked(place: Place, lex: Lexicon): boolean {
  const { first, firm, vague, between, after } = place
  const [next = '', second = ''] = after
  const moved = between.some((word) => lex.objects.has(word))
  if (lex.talk.has(first)) return true
  if (lex.hand.has(first) && (moved || firm)) return true
  if (lex.move.has(first) && moved) return true
  if (lex.want.has(first)) return vague ? vaguelyWanted(place, lex) : endsThere(after, lex)
  if (lex.exist.has(first)) return vague ? isReal(place, lex) || lex.presence.has(second) : endsThere(after, lex)
  if (lex.offer.has(first)) return firm && endsThere(after, lex)
  const does = lex.serve.has(next) || (lex.links.has(next) && lex.serve.has(second))
  const reaches = lex.talk.has(next) && after.slice(1, 3).some((word) => lex.objects.has(word))
  return lex.modal.has(first) && (vague ? reaches : does)
}

/** "Somebody I can talk to", and in languages that put the verb last, "somebody talk". */
function followed({ after }: Place, lex: Lexicon): boolean {
  let end = 0
  while (end < Math.min(after.length, 3) && (lex.links.has(after[end] ?? '') || lex.modal.has(after[end] ?? ''))) end += 1
  return (end === 0 ? lex.final : lex.talk).has(after[end] ?? '')
}

/** Whether the somebody at `at` is asked for. */
function wanted(words: readonly string[], at: number, lex: Lexicon): boolean {
  const word = words[at] ?? ''
  const vague = lex.vague.has(word)
  const after = words.slice(at + 1, at + 1 + NEAR)
  if ((!vague && !person(word, lex)) || lex.blocks.has(after[0] ?? '')) return false
  let start = at - 1
  const passes = (link: string): boolean => (linking(link, lex) || lex.vague.has(link)) && !verb(link, lex)
  while (start >= Math.max(at - NEAR, 0) && passes(words[start] ?? '')) start -= 1
  const place: Place = { firm: lex.firm.has(word), vague, first: words[start] ?? '', between: words.slice(start + 1, at), after }
  // "the person who sold it" is somebody known
  if (!place.firm && lex.clause.has(after[0] ?? '') && lex.definite.has(words[at - 1] ?? '')) return false
  return (asked(place, lex) && !negated(words, start, lex)) || (followed(place, lex) && !negated(words, start + 1, lex))
}

/** "No bots"; "I don't want to talk to a machine". */
function sentAway(words: readonly string[], at: number, lex: Lexicon): boolean {
  if (!lex.bots.has(words[at] ?? '')) return false
  let asked = false
  for (let back = at - 1; back >= Math.max(at - NEAR, 0); back -= 1) {
    const word = words[back] ?? ''
    if (lex.away.has(word)) return true
    if (verb(word, lex)) asked = true
    else if (lex.not.has(word)) {
      const meant = asked || verb(words[back - 1] ?? '', lex) || lex.talk.has(words[at + 1] ?? '')
      return meant && !lex.inverted.has(words[back + 1] ?? '')
    } else if (!linking(word, lex) && !lex.bridge.has(word)) return false
  }
  return false
}

function asks(tokens: readonly string[], lex: Lexicon): boolean {
  const words = joined(tokens, lex.joins)
  if (onlySomebody(words, lex)) return true
  return words.some((word, at) => wanted(words, at, lex) || sentAway(words, at, lex) || (lex.alone.has(word) && !negated(words, at, lex)))
}

/**
 * Whether a visitor's text asks for a person, in English, German, French, Spanish, Portuguese, Italian or Dutch: by words and
 * their order alone, without a model, so that it works when every provider is down. Time is linear in the text.
 *
 * @example asksForHuman('can I speak to a real person please') // true
 * @example asksForHuman('is there an agent fee?') // false
 */
export function asksForHuman(text: string): boolean {
  return clausesOf(text).some((clause) => {
    const tokens = clause.map(mended)
    return lexicons.some((lex) => asks(lex === english ? tokens : clause, lex))
  })
}
