import type { ReadableAtom } from 'nanostores'
import { isLocale } from './is-locale.ts'
import type { WordsNow } from './words.ts'

/** Announces another language by its own name for itself, if it is one, and in that language. Returns its stop. */
export const announceLanguage = ($words: ReadableAtom<WordsNow>, say: (text: string) => void): (() => void) =>
  $words.listen(({ strings: { language, chooseLanguage } }, before) => {
    if (language === before?.strings.language) return
    say(`${chooseLanguage}: ${isLocale(language) ? new Intl.DisplayNames(language, { type: 'language' }).of(language) : language}`)
  })
