import type { ReadableAtom } from 'nanostores'
import type { Strings } from '../ui/strings.ts'
import { nearestLanguage } from './nearest-language.ts'
import type { LanguageChoice } from './options.ts'
import type { PanelOptions } from './panel-options.ts'

export interface WordsNow {
  readonly strings: Strings
  /** Of times and days. */
  readonly locale: string
}

export interface Words {
  readonly $words: ReadableAtom<WordsNow>
  /** Until the first of several is spoken, or it is told that it cannot be fetched. Absent where that is at once. */
  readonly begun?: Promise<unknown> | undefined
  /**
   * By a tag: the nearest of the choices, and times of that region; if there is none, only those. `tell`: whether the hub hears of it, by default
   * it does. Resolves when the hub's part is on its way.
   */
  set(strings: Partial<Strings> | string, tell?: boolean): Promise<void>
  /**
   * Remembers it, too. Rejects when the dictionary cannot be fetched. Of several that are asked for the last one wins. Absent where there is nothing
   * to choose.
   */
  choose?(choice: LanguageChoice): Promise<void>
}

type WordsOptions = Pick<PanelOptions, 'chat' | 'strings' | 'locale' | 'languages' | 'memory' | 'onError'>

/**
 * The panel's language where there are several: what the visitor chose at an earlier visit, else what it was mounted with, else the nearest to
 * where the visitor is. Loaded where there is something to choose. `plain`: what speaks whatever it is told to.
 */
export function createWords({ chat, strings, locale, languages = [], memory, onError }: WordsOptions, { $words, set }: Words): Required<Words> {
  let asked = 0
  // a page that speaks it can be told so, listed or not
  const mounted = { label: '', language: $words.get().strings.language, strings: $words.get().strings }

  async function take(choice: LanguageChoice, tell: boolean): Promise<boolean> {
    const mine = (asked += 1)
    const next: Partial<Strings> = typeof choice.strings === 'function' ? await choice.strings() : choice.strings
    if (mine !== asked) return false
    await set({ language: choice.language, ...next }, tell)
    return true
  }

  const known = nearestLanguage(languages, memory?.get('language'))
  const first = known ?? (strings ? undefined : nearestLanguage(languages, locale))
  // the chat knows where the visitor is, and a conversation that has begun what they chose
  const tell = known !== undefined && chat.$state.get().conversation === null
  return {
    begun: first && first.language !== mounted.language ? take(first, tell).catch(onError) : undefined,
    $words,
    async set(next, tell) {
      asked += 1
      const choice = typeof next === 'string' ? nearestLanguage(languages, next) ?? nearestLanguage([mounted], next) : undefined
      if (!choice) return set(next, tell)
      const same = choice.language === next
      // where the visitor is says more than the name of a language alone
      await Promise.all([!same && set(next, tell), take(choice, same)])
    },
    async choose(choice) {
      if (await take(choice, true)) memory?.set('language', choice.language)
    },
  }
}
