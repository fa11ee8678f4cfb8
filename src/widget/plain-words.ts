import { atom } from 'nanostores'
import type { Strings } from '../ui/strings.ts'
import { localeFor, mergeStrings } from '../ui/strings.ts'
import type { PanelOptions } from './panel-options.ts'
import type { Words, WordsNow } from './words.ts'

type PlainOptions = Pick<PanelOptions, 'chat' | 'strings' | 'locale' | 'onStrings'>

/** The panel's language where there is none to choose: what it was mounted with. A tag brings no words. */
export function plainWords({ chat, strings, locale, onStrings }: PlainOptions): Words {
  let where = locale
  const inWords = (next: Strings): WordsNow => ({ strings: next, locale: localeFor(next, where) })
  const $words = atom(inWords(mergeStrings(strings)))
  return {
    $words,
    async set(given, tell = true) {
      const tag = typeof given === 'string' && given
      if (tag) where = tag
      const next = tag ? $words.get().strings : mergeStrings(given as Partial<Strings>)
      $words.set(inWords(next))
      if (!tag) onStrings?.(next)
      if (tell) await chat.setLocale(tag || next.language)
    },
  }
}
