import { expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { createWords } from '../../src/widget/words.ts'
import { createFakeChat, visitor } from './fake-chat.ts'

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
