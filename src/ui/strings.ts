import type { Strings } from './dictionary.ts'
import { firstEnglish } from './first-english.ts'

export type { Strings } from './dictionary.ts'

/**
 * English with some texts replaced; the whole of another language is a full `Strings`. What is left out is looked up in English, since
 * most of that is there only when something else is loaded that needs it (`later`).
 */
export const mergeStrings = (partial: Partial<Strings> = {}): Strings => Object.assign(Object.create(firstEnglish) as Strings, partial)

/** The likely language and script behind a tag; empty for what is no tag, as the `lang` of a page may be. */
function written(tag: string | undefined): string {
  try {
    const { language, script } = new Intl.Locale(tag ?? '').maximize()
    return `${language}-${script}`
  } catch {
    // not well-formed: nothing is known about it
    return ''
  }
}

/** Direction that the language of a dictionary is written in, by its script: `ar` and `pa-Arab`, but not `ar-Latn`. */
export const directionOf = ({ language }: Pick<Strings, 'language'>): 'ltr' | 'rtl' =>
  /-(Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/.test(written(language)) ? 'rtl' : 'ltr'

/**
 * The locale for times: the reader's region where it has the dictionary's language and script, else the dictionary's language. Always
 * one that can be formatted in.
 */
export function localeFor({ language }: Pick<Strings, 'language'>, locale: string | undefined): string {
  const own = written(language)
  if (!own) return firstEnglish.language
  return locale && written(locale) === own ? locale : language
}
