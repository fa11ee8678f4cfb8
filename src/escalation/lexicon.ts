import type { Joins } from './tokens.ts'

/** Words in one language by what they do in a request for a person. All lower-case, without accents and apostrophes. */
export interface Lexicon {
  /** Words of several tokens, read as one: `customer service`. */
  readonly joins: Joins
  /** Speaking or reaching; what follows may be anybody. */
  readonly talk: ReadonlySet<string>
  /** Wanting; what follows must be a person and nothing more than that. */
  readonly want: ReadonlySet<string>
  /** Asking whether there are people of the company. */
  readonly offer: ReadonlySet<string>
  /** Moving somebody: only with an object of {@link objects}. */
  readonly move: ReadonlySet<string>
  /** Handing over: with such an object, or to somebody firm. */
  readonly hand: ReadonlySet<string>
  readonly objects: ReadonlySet<string>
  /** Asking whether there is somebody. */
  readonly exist: ReadonlySet<string>
  /** "Can (somebody help)". */
  readonly modal: ReadonlySet<string>
  /** What somebody who is asked for would do. */
  readonly serve: ReadonlySet<string>
  /** Words that only mean a person of the company: `agent`. */
  readonly firm: ReadonlySet<string>
  /** Words for a person: `person`. */
  readonly people: ReadonlySet<string>
  /** Words that ask for a person only after speaking: `someone`. */
  readonly vague: ReadonlySet<string>
  /** May stand before a person without changing who is meant: articles, `real`. */
  readonly before: ReadonlySet<string>
  /** May stand between a verb and its person besides. */
  readonly links: ReadonlySet<string>
  /** May follow a person who is wanted; any other word makes it something else: `agent fee`. */
  readonly after: ReadonlySet<string>
  /** "… (somebody) who": a description follows. */
  readonly clause: ReadonlySet<string>
  /** Point at somebody known: "the (person) who". */
  readonly definite: ReadonlySet<string>
  /** Verbs that may stand last, right after somebody. */
  readonly final: ReadonlySet<string>
  /** Make something else of a person wherever they follow: `human resources`. */
  readonly blocks: ReadonlySet<string>
  readonly presence: ReadonlySet<string>
  /** May stand in a request that is only a noun: `agent, please`. */
  readonly polite: ReadonlySet<string>
  readonly not: ReadonlySet<string>
  /** After a negation, these make it a question: "don't you". */
  readonly inverted: ReadonlySet<string>
  /** Besides all verbs and links: what a negation reaches across. */
  readonly bridge: ReadonlySet<string>
  readonly bots: ReadonlySet<string>
  /** Send a bot away by themselves: "no bots". */
  readonly away: ReadonlySet<string>
  /** Ask by themselves: "put me through". */
  readonly alone: ReadonlySet<string>
}

export type LexiconWords = { readonly [K in Exclude<keyof Lexicon, 'joins'>]?: string }

const set = (text = ''): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== '').map((word) => word.replaceAll('_', ' ')))

/** Longer ones first, so that none hides in another. */
function joinsOf(words: ReadonlySet<string>): Joins {
  const joins = new Map<string, string[][]>()
  for (const word of words) {
    const parts = word.split(' ')
    const [first = ''] = parts
    if (parts.length > 1) joins.set(first, [...(joins.get(first) ?? []), parts].toSorted((a, b) => b.length - a.length))
  }
  return joins
}

/** Reads word lists: separated by spaces, `_` within a word of several tokens. Those become joins by themselves. */
export function lexicon(words: LexiconWords): Lexicon {
  return {
    joins: joinsOf(set(Object.values(words).join(' '))),
    talk: set(words.talk),
    want: set(words.want),
    offer: set(words.offer),
    move: set(words.move),
    hand: set(words.hand),
    objects: set(words.objects),
    exist: set(words.exist),
    modal: set(words.modal),
    serve: set(words.serve),
    firm: set(words.firm),
    people: set(words.people),
    vague: set(words.vague),
    before: set(words.before),
    links: set(words.links),
    after: set(words.after),
    clause: set(words.clause),
    definite: set(words.definite),
    final: set(words.final),
    blocks: set(words.blocks),
    presence: set(words.presence),
    polite: set(words.polite),
    not: set(words.not),
    inverted: set(words.inverted),
    bridge: set(words.bridge),
    bots: set(words.bots),
    away: set(words.away),
    alone: set(words.alone),
  }
}
