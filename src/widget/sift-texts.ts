import type { Strings } from '../ui/strings.ts'
import type { noSuch } from './nearest.ts'
import type { LanguageChoice, WidgetOptions } from './options.ts'
import type { Wrong } from './sift-theme.ts'

/** How a slip is told, which the piece has by which this one is loaded: to whom, and in which words that there is no such thing. */
export interface Telling {
  readonly wrong: Wrong
  readonly noSuch: typeof noSuch
}

/** The texts that can be used; the others are told of. A text in the place of a function would break whatever shows it. */
function siftStrings(strings: Partial<Strings>, english: Strings, path: string, { wrong, noSuch }: Telling): Partial<Strings> {
  const names = Object.keys(english)
  return Object.fromEntries(Object.entries(strings).filter(([name, value]) => {
    const kind = typeof english[name as keyof Strings]
    if (value === undefined || typeof value === kind) return value !== undefined
    wrong(names.includes(name) ? `${path}.${name} must be of type ${kind}` : noSuch('text ', name, names, `${path}.`))
    return false
  }))
}

/** A language with texts that can be used, at once or when they are fetched. */
function siftChoice(choice: LanguageChoice, english: Strings, telling: Telling): LanguageChoice {
  const { language, strings } = choice
  const path = `languages.${language}.strings`
  const usable = (given: Partial<Strings>): Strings => {
    if (Object(given) !== given) throw new TypeError(`handback: ${path} must be an object of texts`)
    // what is left out is looked up in English
    return siftStrings(given, english, path, telling) as Strings
  }
  return { ...choice, strings: typeof strings === 'function' ? async () => usable(await strings()) : usable(strings) }
}

/** Words and languages as they can be used. */
export function siftTexts<O extends Pick<WidgetOptions, 'strings' | 'languages'>>(options: O, english: Strings, telling: Telling): O {
  const { strings, languages } = options
  return {
    ...options,
    ...(strings && { strings: siftStrings(strings, english, 'strings', telling) }),
    ...(languages && { languages: languages.map((choice) => siftChoice(choice, english, telling)) }),
  }
}
