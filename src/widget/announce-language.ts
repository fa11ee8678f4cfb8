import type { Words } from './words.ts'

/** The language's own name for itself. */
function languageName(language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  } catch {
    // no language that this browser knows
    return language
  }
}

/** Announces another language, in that language. Returns its stop. */
export function announceLanguage({ $words }: Words, say: (text: string) => void): () => void {
  let { language } = $words.get().strings
  return $words.listen(({ strings }) => {
    if (strings.language !== language) say(`${strings.chooseLanguage}: ${languageName(strings.language)}`)
    language = strings.language
  })
}
