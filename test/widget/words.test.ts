import { expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { plainWords } from '../../src/widget/plain-words.ts'
import { createWords as chooseWords } from '../../src/widget/words.ts'
import { createFakeChat, visitor } from './fake-chat.ts'

/** As the panel makes them where there are languages to choose from. */
const createWords = (options: Parameters<typeof chooseWords>[0] & Parameters<typeof plainWords>[0]) => chooseWords(options, plainWords(options))
const german = { ...english, language: 'de' }
const french = { ...english, language: 'fr' }
const onError = (error: unknown) => expect.unreachable(String(error))

test('of two languages that are asked for, the last one is spoken, whichever comes first', async () => {
  const { chat, calls } = createFakeChat()
  const words = createWords({ chat, locale: 'en', onError })
  let come = (_: typeof german) => {}
  const slow = new Promise<typeof german>((resolve) => (come = resolve))
  const kept: string[] = []
  const remembering = createWords({ chat, locale: 'en', onError, memory: { get: () => undefined, set: (_, value) => void kept.push(value) } })
  for (const each of [words, remembering]) void each.choose({ language: 'de', label: 'Deutsch', strings: () => slow })
  for (const each of [words, remembering]) await each.choose({ language: 'fr', label: 'Français', strings: french })
  come(german)
  await slow
  await Promise.resolve()
  expect([words, remembering].map(({ $words }) => $words.get().strings.language)).toEqual(['fr', 'fr'])
  expect([kept, calls]).toEqual([['fr'], [['setLocale', 'fr'], ['setLocale', 'fr']]])
})

test('times are written as the reader’s region does, where it speaks that language', async () => {
  const { chat } = createFakeChat()
  const words = createWords({ chat, locale: 'en-GB', onError })
  expect(words.$words.get().locale).toBe('en-GB')
  await words.set(german)
  expect(words.$words.get().locale).toBe('de')
})

test('a language of an earlier visit is told to a conversation that has not begun, and to no other', async () => {
  const told = (begun: boolean) => {
    const { chat, calls, says } = createFakeChat()
    if (begun) says(visitor, 'Hi')
    createWords({ chat, locale: 'en', languages: [{ language: 'de', label: 'Deutsch', strings: german }], memory: { get: () => 'de', set: onError }, onError })
    return calls
  }
  expect([told(false), told(true)]).toEqual([[['setLocale', 'de']], []])
})

test('a tag alone is one of the languages to choose from; of another one only the times are told', async () => {
  const { chat, calls } = createFakeChat()
  const kept: string[] = []
  const choice = { language: 'de', label: 'Deutsch', strings: async () => german }
  const memory = { get: () => undefined, set: (_: string, value: string) => void kept.push(value) }
  const words = createWords({ chat, locale: 'en', onError, languages: [choice], memory })
  await words.set('de')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'de' }, locale: 'de' })
  await words.set('de-AT')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'de' }, locale: 'de-AT' })
  await words.set('fr')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'de' }, locale: 'de' })
  // it was the page's wish
  expect([kept, calls]).toEqual([[], [['setLocale', 'de'], ['setLocale', 'de-AT'], ['setLocale', 'fr']]])
})

test('a tag of a region is spoken in the nearest of the languages, with times and numbers of that region, and the hub is told the whole of it', async () => {
  const { chat, calls } = createFakeChat()
  const told: string[] = []
  const languages = [{ language: 'de', label: 'Deutsch', strings: async () => german }, { language: 'fr', label: 'Français', strings: french }]
  const words = createWords({ chat, locale: 'en', onError, languages, onStrings: (strings) => void told.push(strings.language) })
  await words.set('de-CH')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'de' }, locale: 'de-CH' })
  await words.set('FR-ca')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'fr' }, locale: 'FR-ca' })
  expect([told, calls]).toEqual([['de', 'fr'], [['setLocale', 'de-CH'], ['setLocale', 'FR-ca']]])
})

test('where the visitor is says which of the languages it begins with, unless the page gave words or the visitor has chosen', () => {
  const begun = (options: Partial<Parameters<typeof createWords>[0]>) => {
    const { chat, calls } = createFakeChat()
    const languages = [{ language: 'de', label: 'Deutsch', strings: german }, { language: 'fr', label: 'Français', strings: french }]
    const { $words } = createWords({ chat, locale: 'de-CH', onError, languages, ...options })
    return [$words.get().strings.language, $words.get().locale, ...calls]
  }
  // the chat is made with that locale
  expect(begun({})).toEqual(['de', 'de-CH'])
  expect(begun({ locale: 'nl' })).toEqual(['en', 'en'])
  expect(begun({ strings: { title: 'Nordbank' } })).toEqual(['en', 'en'])
  const memory = { get: () => 'fr', set: onError }
  expect(begun({ memory })).toEqual(['fr', 'fr', ['setLocale', 'fr']])
  expect(begun({ memory, strings: german })).toEqual(['fr', 'fr', ['setLocale', 'fr']])
})

test('what a dictionary of one of the languages leaves out is English, and it is of that language if it does not say', async () => {
  const { chat, calls } = createFakeChat()
  const choice = { language: 'de', label: 'Deutsch', strings: { title: 'Hilfe' } as never }
  const words = createWords({ chat, locale: 'en', onError, languages: [choice] })
  await words.set('de')
  const { strings } = words.$words.get()
  expect([strings.title, strings.language, strings.unread(2)]).toEqual(['Hilfe', 'de', english.unread(2)])
  await words.choose(choice)
  expect(calls).toEqual([['setLocale', 'de'], ['setLocale', 'de']])
})

test('without languages to choose from, a tag changes times where they are of the language that is spoken, and the hub is told', async () => {
  const { chat, calls } = createFakeChat()
  const told: string[] = []
  const words = plainWords({ chat, strings: german, locale: 'de', onStrings: ({ language }) => void told.push(language) })
  await words.set('de-CH')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'de' }, locale: 'de-CH' })
  await words.set('fr')
  expect(words.$words.get()).toMatchObject({ strings: { language: 'de' }, locale: 'de' })
  await words.set({ title: 'Help' })
  expect(words.$words.get()).toMatchObject({ strings: { title: 'Help', language: 'en' }, locale: 'en' })
  expect([told, calls]).toEqual([['en'], [['setLocale', 'de-CH'], ['setLocale', 'fr'], ['setLocale', 'en']]])
})

test('every tag counts: one without a language near it ends the wait for an earlier one, and what was mounted can be asked for', async () => {
  const { chat } = createFakeChat()
  let come = (_: typeof german) => {}
  const slow = new Promise<typeof german>((resolve) => (come = resolve))
  const languages = [{ language: 'de', label: 'Deutsch', strings: () => slow }]
  const words = createWords({ chat, locale: 'en', strings: { title: 'Nordbank' }, onError, languages })
  const spoken = () => [words.$words.get().strings.language, words.$words.get().strings.title]
  for (const later of ['en-GB', 'nl']) {
    const first = words.set('de')
    await words.set(later)
    come(german)
    await first
    expect(spoken()).toEqual(['en', 'Nordbank'])
  }
  await words.set('de')
  expect(spoken()).toEqual(['de', german.title])
  await words.set('en')
  expect(spoken()).toEqual(['en', 'Nordbank'])
})
