import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { Strings } from '../ui/strings.ts'
import { localeFor, mergeStrings } from '../ui/strings.ts'
import { isLocale } from './is-locale.ts'
import type { LanguageChoice } from './options.ts'
import type { PanelOptions } from './panel-options.ts'

export interface WordsNow {
  readonly strings: Strings
  /** Of times and days. */
  readonly locale: string
}

export interface Words {
  readonly $words: ReadableAtom<WordsNow>
  /** By a tag: one of the choices, else only times. Resolves when the hub's part is on its way. */
  set(strings: Partial<Strings> | string): Promise<void>
  /** Remembers it, too. Rejects when the dictionary cannot be fetched. Of several that are asked for the last one wins. */
  choose(choice: LanguageChoice): Promise<void>
}

type WordsOptions = Pick<PanelOptions, 'chat' | 'strings' | 'locale' | 'languages' | 'memory' | 'onStrings' | 'onError'>

/** The panel's language: what it was mounted with, or what the visitor chose at an earlier visit. */
export function createWords({ chat, strings, locale, languages = [], memory, onStrings, onError }: WordsOptions): Words {
  let where = locale
  const inWords = (next: Strings): WordsNow => ({ strings: next, locale: localeFor(next, where) })
  const $words = atom<WordsNow>(inWords(mergeStrings(strings)))
  let asked = 0

  async function set(next: Strings, tell = true): Promise<void> {
    asked += 1
    $words.set(inWords(next))
    onStrings?.(next)
    if (tell) await chat.setLocale(next.language)
  }
  async function take(choice: LanguageChoice, tell: boolean): Promise<boolean> {
    const mine = (asked += 1)
    const next = typeof choice.strings === 'function' ? await choice.strings() : choice.strings
    if (mine !== asked) return false
    await set(next, tell)
    return true
  }

  const known = memory?.get('language')
  const before = languages.find(({ language }) => language === known)
  // a conversation that has begun knows already
  if (before && before.language !== $words.get().strings.language) take(before, chat.$state.get().conversation === null).catch(onError)
  return {
    $words,
    async set(next) {
      if (typeof next !== 'string') return set(mergeStrings(next))
      const choice = languages.find(({ language }) => language === next)
      if (choice) return void (await take(choice, true))
      if (isLocale(next)) {
        where = next
        $words.set(inWords($words.get().strings))
      }
      await chat.setLocale(next)
    },
    async choose(choice) {
      if (await take(choice, true)) memory?.set('language', choice.language)
    },
  }
}
