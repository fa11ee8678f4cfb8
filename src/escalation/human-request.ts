import type { Lexicon } from './lexicon.ts'
import { english } from './lexicons/english.ts'
import { dutch, french, german, italian, portuguese, spanish } from './lexicons/others.ts'
import { clausesOf, joined } from './tokens.ts'
import { mended } from './typos.ts'

const lexicons: readonly Lexicon[] = [english, german, french, spanish, portuguese, italian, dutch]

const person = (word: string, lex: Lexicon): boolean => lex.firm.has(word) || lex.people.has(word)
const linking = (word: string, lex: Lexicon): boolean => lex.before.has(word) || lex.links.has(word) || lex.firm.has(word)
const verb = (word: string, lex: Lexicon): boolean => lex.talk.has(word) || lex.want.has(word) || lex.hand.has(word) || lex.move.has(word)

/** Whether a negation reaches what begins at `from`. */
function negated(words: readonly string[], from: number, lex: Lexicon): boolean {
  for (let at = from - 1; at >= 0; at -= 1) {
    const word = words[at] ?? ''
    if (lex.not.has(word)) return !lex.inverted.has(words[at + 1] ?? '')
    if (!linking(word, lex) && !verb(word, lex) && !lex.bridge.has(word)) return false
  }
  return false
}

/** Nothing but somebody: "agent, please"; "anyone there". */
function onlySomebody(words: readonly string[], lex: Lexicon): boolean {
  const rest = words.filter((word) => !lex.polite.has(word) && !lex.before.has(word))
  if (words.some((word) => lex.firm.has(word) || lex.people.has(word))) return rest.every((word) => person(word, lex) || lex.presence.has(word))
  return rest.some((word) => lex.vague.has(word)) && rest.every((word) => lex.vague.has(word) || lex.presence.has(word)) && words.some((word) => lex.presence.has(word))
}

/** Whether the words after somebody leave it at asking for somebody. */
function endsThere(words: readonly string[], at: number, lex: Lexicon): boolean {
  const next = words[at + 1]
  if (next === undefined || lex.clause.has(next) || lex.presence.has(next)) return true
  if (!lex.after.has(next)) return false
  // "an agent to sell my house" is somebody else
  return next !== 'to' || words.slice(at + 2, at + 4).some((word) => lex.serve.has(word) || lex.talk.has(word))
}

/** Whether the somebody at `at` is asked for. */
function wanted(words: readonly string[], at: number, lex: Lexicon): boolean {
  const word = words[at] ?? ''
  const next = words[at + 1] ?? ''
  const vague = lex.vague.has(word)
  if ((!vague && !person(word, lex)) || lex.blocks.has(next)) return false
  let start = at - 1
  while (start >= 0 && linking(words[start] ?? '', lex) && !lex.talk.has(words[start] ?? '')) start -= 1
  const first = words[start] ?? ''
  const between = words.slice(start + 1, at)
  const yes = (from: number): boolean => !negated(words, from, lex)

  if (lex.talk.has(first)) return yes(start)
  const moved = between.some((link) => lex.objects.has(link))
  if (lex.hand.has(first) && (moved || lex.firm.has(word))) return yes(start)
  if (lex.move.has(first) && moved) return yes(start)
  const real = vague && (lex.presence.has(next) || between.some((link) => lex.presence.has(link)))
  if (lex.want.has(first) && (vague ? real || (moved && lex.clause.has(next)) : endsThere(words, at, lex))) return yes(start)
  if (lex.offer.has(first) && lex.firm.has(word) && endsThere(words, at, lex)) return yes(start)
  if (lex.exist.has(first) && (vague ? real || lex.presence.has(words[at + 2] ?? '') : endsThere(words, at, lex))) return yes(start)
  if (lex.modal.has(first) && !vague && lex.serve.has(next)) return yes(start)
  // "somebody I can talk to", and languages that put the verb last
  let end = at + 1
  while (end < words.length && end <= at + 4 && (lex.links.has(words[end] ?? '') || lex.modal.has(words[end] ?? ''))) end += 1
  return lex.talk.has(words[end] ?? '') && (vague || lex.clause.size === 0 || !lex.clause.has(next)) && yes(start + 1)
}

/** "No bots"; "I don't want to talk to a machine". */
function sentAway(words: readonly string[], at: number, lex: Lexicon): boolean {
  if (!lex.bots.has(words[at] ?? '')) return false
  let asked = false
  for (let back = at - 1; back >= 0; back -= 1) {
    const word = words[back] ?? ''
    if (lex.away.has(word)) return true
    if (verb(word, lex)) asked = true
    else if (lex.not.has(word)) return !lex.inverted.has(words[back + 1] ?? '') && (asked || verb(words[back - 1] ?? '', lex) || lex.talk.has(words[at + 1] ?? ''))
    else if (!linking(word, lex) && !lex.bridge.has(word)) return false
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
