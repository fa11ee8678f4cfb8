import { isLocale } from './is-locale.ts'
import type { Words } from './words.ts'

/** The language's own name for itself, if it is one. */
const languageName = (language: string) => isLocale(language) ? new Intl.DisplayNames(language, { type: 'language' }).of(language) : language

/** Announces another language, in that language. Returns its stop. */
export function announceLanguage({ $words }: Words, say: (text: string) => void): () => void {
  let { language } = $words.get().strings
  return $words.listen(({ strings }) => {
    if (strings.language !== language) say(`${strings.chooseLanguage}: ${languageName(strings.language)}`)
    language = strings.language
  })
}
