import { expect, test } from 'vitest'
import { english } from '../../src/ui/english.ts'
import { plainWords } from '../../src/widget/plain-words.ts'
import { createWords } from '../../src/widget/words.ts'
import { createFakeChat } from './fake-chat.ts'

test('words that the page gives are not overtaken by a language that was still on its way', async () => {
  const { chat, calls } = createFakeChat()
  const onError = (error: unknown) => expect.unreachable(String(error))
  const kept: string[] = []
  const options = { chat, locale: 'en', onError, memory: { get: () => undefined, set: (_: string, value: string) => void kept.push(value) } }
  const words = createWords(options, plainWords(options))
  let come = (_: typeof english) => {}
  const slow = new Promise<typeof english>((resolve) => (come = resolve))
  const chosen = words.choose({ language: 'de', label: 'Deutsch', strings: () => slow })
  await words.set({ ...english, language: 'fr' })
  come({ ...english, language: 'de' })
  await chosen
  expect(words.$words.get().strings.language).toBe('fr')
  expect([kept, calls]).toEqual([[], [['setLocale', 'fr']]])
})
