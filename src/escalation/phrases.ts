/**
 * Phrases: words in their order, with room between. Lower-case, without accents and apostrophes, separated by spaces:
 * `a|b` one of these, `sui*` begins with, `@name` a class of words, `word?` may be missing, `~3` up to three words of any
 * kind, `!a|b` none of these here. Phrases are parted by `;`; after a `|` a line may break.
 */
interface Item {
  readonly words: ReadonlySet<string>
  readonly stems: readonly string[]
  readonly optional: boolean
  readonly not: boolean
  /** Above 0, it is a room of so many words and nothing else. */
  readonly room: number
}

interface Phrase {
  readonly kind: string
  readonly items: readonly Item[]
}

/** Where a phrase stands: words from `at` up to and without `end`. */
export interface Found {
  readonly kind: string
  readonly at: number
  readonly end: number
}

/** Stands for the end of a sentence among words; no room reaches across. */
export const STOP = '.'

export type Classes = Readonly<Record<string, string>>

/** Stems are looked up by so many letters, hence none is shorter. */
const STEM = 3

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Words of a class, in which `@other` stands for the words of another. */
function membersOf(name: string, classes: Classes): string[] {
  const members = classes[name]
  if (members === undefined) throw new Error(`no class of words @${name}`)
  return split(members).flatMap((word) => (word.startsWith('@') ? membersOf(word.slice(1), classes) : [word]))
}

function itemOf(text: string, classes: Classes): Item {
  if (text.startsWith('~')) return { words: new Set(), stems: [], optional: false, not: false, room: Number(text.slice(1)) }
  const not = text.startsWith('!')
  const optional = text.endsWith('?')
  const choices = text.slice(not ? 1 : 0, optional ? -1 : undefined).split('|')
  const all = choices.flatMap((choice) => (choice.startsWith('@') ? membersOf(choice.slice(1), classes) : [choice]))
  const stems = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  const short = stems.find((stem) => stem.length < STEM)
  if (short !== undefined) throw new Error(`the stem ${short}* is too short`)
  return { words: new Set(all.filter((word) => !word.endsWith('*'))), stems, optional, not, room: 0 }
}

const fits = (item: Item, word: string | undefined): boolean =>
  word !== undefined && (item.words.has(word) || item.stems.some((stem) => word.startsWith(stem)))

/** Where a phrase that goes on with item `index` at word `at` ends, or -1. Rooms are few and small, so this takes bounded time. */
function endOf(items: readonly Item[], index: number, words: readonly string[], at: number, walls: ReadonlySet<string>): number {
  const item = items[index]
  if (item === undefined) return at
  if (item.room > 0) {
    for (let skip = 0; skip <= item.room; skip += 1) {
      const end = endOf(items, index + 1, words, at + skip, walls)
      if (end >= 0) return end
      const word = words[at + skip]
      if (word === undefined || word === STOP || walls.has(word)) return -1
    }
    return -1
  }
  const here = fits(item, words[at])
  if (item.not) return here ? -1 : endOf(items, index + 1, words, at, walls)
  const end = here ? endOf(items, index + 1, words, at + 1, walls) : -1
  return end < 0 && item.optional ? endOf(items, index + 1, words, at, walls) : end
}

/** Phrases of several kinds, to be looked for all at once. */
export interface PhraseBook {
  /** All phrases that stand in these words, in their order. */
  find(words: readonly string[]): Found[]
  /** Whether a word is written out in some phrase. */
  knows(word: string): boolean
}

/** Reads phrases by kind; the first item of each must be words that are always there. No room reaches across `walls`. */
export function phraseBook(kinds: Readonly<Record<string, string>>, classes: Classes, walls: ReadonlySet<string> = new Set()): PhraseBook {
  const byWord = new Map<string, Phrase[]>()
  const byStem = new Map<string, Phrase[]>()
  const known = new Set<string>()
  const put = (map: Map<string, Phrase[]>, key: string, phrase: Phrase): void => {
    const there = map.get(key)
    if (there) there.push(phrase)
    else map.set(key, [phrase])
  }
  for (const [kind, text] of Object.entries(kinds)) {
    for (const line of text.replace(/\|\s+/g, '|').split(';')) {
      const items = split(line).map((item) => itemOf(item, classes))
      const [first] = items
      if (first === undefined) continue
      if (first.optional || first.not || first.room > 0) throw new Error(`a phrase begins with what may be missing: ${line.trim()}`)
      for (const word of first.words) put(byWord, word, { kind, items })
      for (const key of new Set(first.stems.map((stem) => stem.slice(0, STEM)))) put(byStem, key, { kind, items })
      for (const item of items) for (const word of item.words) known.add(word)
    }
  }
  const none: readonly Phrase[] = []
  function begin(found: Found[], phrases: readonly Phrase[], words: readonly string[], at: number): void {
    for (const { kind, items } of phrases) {
      const end = endOf(items, 0, words, at, walls)
      if (end >= 0) found.push({ kind, at, end })
    }
  }
  return {
    find(words) {
      const found: Found[] = []
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? ''
        begin(found, byWord.get(word) ?? none, words, at)
        if (word.length >= STEM) begin(found, byStem.get(word.slice(0, STEM)) ?? none, words, at)
      }
      return found
    },
    knows: (word) => known.has(word),
  }
}
