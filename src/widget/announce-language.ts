import type { ReadableAtom } from 'nanostores'
import type { Strings } from '../ui/strings.ts'
import { isLocale } from './is-locale.ts'
import type { WordsNow } from './words.ts'

/** What is heard of another language: the language's own name for itself, if it is one. */
export function languageHeard({ language, chooseLanguage }: Pick<Strings, 'language' | 'chooseLanguage'>): string {
  return `${chooseLanguage}: ${isLocale(language) ? new Intl.DisplayNames(language, { type: 'language' }).of(language) : language}`
}

/** Announces another language, in that language. Returns its stop. */
export function announceLanguage($words: ReadableAtom<WordsNow>, say: (text: string) => void): () => void {
  return $words.listen(({ strings }, before) => {
    if (strings.language !== before?.strings.language) say(languageHeard(strings))
  })
}
