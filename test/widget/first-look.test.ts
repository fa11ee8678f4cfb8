// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, test, vi } from 'vitest'
import { createPanel } from '../../src/widget/panel.tsx'
import { ThreadPart } from '../../src/widget/visitor-thread.tsx'
import { bot, createFakeChat } from './fake-chat.ts'

// Nothing here loads what comes later: that there are no words of it is what is looked at.
const host = document.createElement('div')
document.body.append(host)
const root = host.attachShadow({ mode: 'open' })
const fake = createFakeChat()
const panel = createPanel({ root, chat: fake.chat, locale: 'en', strings: { title: 'Northbank' }, onError: () => {} })
const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)]

test('the first look has all its words, and a log, before anything else is loaded', () => {
  act(() => panel.setOpen(true))
  expect(ThreadPart.part()).toBeUndefined()
  const heard = all('*').flatMap((element) => [...element.attributes].map(({ value }) => value))
  expect([root.textContent, ...heard].filter((text) => /undefined|null/.test(text ?? ''))).toEqual([])
  const names = all('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)
  expect(names.filter((name) => !name)).toEqual([])
  expect(all('[part=title]').map((title) => title.textContent)).toEqual(['Northbank'])
  expect(all('[role=log] .line').map((line) => line.textContent)).toEqual(['You are chatting with an AI assistant. You can talk to a human at any time.'])
})

test('a message that comes before its thread is there and heard when that is', async () => {
  act(() => void fake.says(bot, 'It is **on its way**.'))
  expect(all('.bubble')).toEqual([])
  expect(all('[role=log]')).toHaveLength(1)
  await act(() => vi.dynamicImportSettled())
  await act(async () => {})
  expect(all('.bubble strong').map((bold) => bold.textContent)).toEqual(['on its way'])
  expect(all('[role=status]').map((status) => status.textContent)).toEqual(['Chatting with AI Assistant'])
})
