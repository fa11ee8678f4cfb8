import type { ReadableAtom } from 'nanostores'
import { isLocale } from './is-locale.ts'
import type { WordsNow } from './words.ts'

/** Says in which language the words at `place` are, and announces another by its own name for itself, if it is one, and in that language. Returns its stop. */
export const announceLanguage = ($words: ReadableAtom<WordsNow>, place: HTMLElement, say: (text: string) => unknown): (() => void) =>
  $words.subscribe(({ strings: { language, chooseLanguage } }, before) => {
    place.lang = language
    if (before && language !== before.strings.language) {
      say(`${chooseLanguage}: ${isLocale(language) ? new Intl.DisplayNames(language, { type: 'language' }).of(language) : language}`)
    }
  })
