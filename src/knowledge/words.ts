import { stemmer } from 'stemmer'
import { phrases, synonyms } from './synonyms.ts'

const stopWords = new Set(
  (
    'a an the is are was were be been am do does did i me my we us our you your it its to of in on for and or if at by with ' +
    'have has had that this there just please so get got gotten know as hi hello hey thanks thank u ur r im ive'
  ).split(' '),
)

/** Stems that say how something is asked and not what about: they help to order articles, and are no evidence that one answers. */
const asking = new Set('what why when how where who which whose can will would could should may might want need not all ani some'.split(' '))

/** Those of {@link words} that say what a text is about. */
export const contentWords = (terms: readonly string[]): string[] => terms.filter((term) => !asking.has(term))

/** Scripts that write without spaces: pairs of letters stand for words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/**
 * What a text is about: stems without stop words, one word per meaning. The same for articles and for questions.
 *
 * @example words("Why didn't my cards arrive?") // ['why', 'not', 'card', 'arriv']
 */
export function words(text: string): string[] {
  let plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
  for (const [to, pattern] of phrases) plain = plain.replace(pattern, ` ${to} `)
  const out: string[] = []
  for (const word of plain.replace(/['’]s\b|['’]/g, '').split(/[^\p{L}\p{M}\p{N}]+/u)) {
    if (word === '' || stopWords.has(word)) continue
    if (unspaced.test(word)) out.push(...pairs(word))
    else out.push(meaning(word))
  }
  return out
}

function meaning(word: string): string {
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word
  return synonyms.get(stem) ?? stem
}

function pairs(word: string): string[] {
  const letters = [...word]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, i) => `${letters[i] ?? ''}${letter}`)
}
