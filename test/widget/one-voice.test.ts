// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test } from 'vitest'
import { createPanel } from '../../src/widget/panel.tsx'
import type { Panel } from '../../src/widget/panel.tsx'
import { ThreadPart } from '../../src/widget/visitor-thread.tsx'
import { bot, createFakeChat } from './fake-chat.ts'

await ThreadPart.load()

/** Two panels that show one chat, both open; the first speaks. */
function two() {
  const fake = createFakeChat()
  const make = () => {
    const host = document.body.appendChild(document.createElement('div'))
    const root = host.attachShadow({ mode: 'open' })
    const panel: Panel = createPanel({ root, chat: fake.chat, locale: 'en-GB', onError: () => {} })
    onTestFinished(() => {
      panel.destroy()
      host.remove()
    })
    act(() => panel.setOpen(true))
    return { panel, host, said: () => [...root.querySelectorAll('[aria-live=polite] p')].map((line) => line.textContent) }
  }
  const [first, second] = [make(), make()]
  act(() => void fake.says(bot, 'Hello'))
  expect([first.said(), second.said()]).toEqual([['AI Assistant: Hello'], []])
  return { fake, first, second }
}

test('of two panels with one chat the other speaks when the first is closed, and only it', () => {
  const { fake, first, second } = two()
  act(() => first.panel.setOpen(false))
  act(() => void fake.says(bot, 'And now?'))
  expect([first.said(), second.said()]).toEqual([['AI Assistant: Hello'], ['AI Assistant: And now?']])
})

test('of two panels with one chat the other speaks when the first is destroyed', () => {
  const { fake, first, second } = two()
  act(() => first.panel.destroy())
  act(() => void fake.says(bot, 'And now?'))
  expect(second.said()).toEqual(['AI Assistant: And now?'])
})

test('of two panels with one chat one speaks when both are closed', () => {
  const { fake, first, second } = two()
  act(() => first.panel.setOpen(false))
  act(() => second.panel.setOpen(false))
  act(() => void fake.says(bot, 'And now?'))
  expect([first.said(), second.said()]).toEqual([['AI Assistant: Hello', 'AI Assistant: And now?'], []])
})

test('a panel whose whole widget is hidden is not heard, hence leaves it to another, open or not', () => {
  const { fake, first, second } = two()
  act(() => second.panel.setOpen(false))
  first.host.hidden = true
  act(() => void fake.says(bot, 'And now?'))
  expect([first.said(), second.said()]).toEqual([['AI Assistant: Hello'], ['AI Assistant: And now?']])
  first.host.hidden = false
  act(() => void fake.says(bot, 'And then?'))
  expect([first.said(), second.said()]).toEqual([['AI Assistant: Hello', 'AI Assistant: And then?'], ['AI Assistant: And now?']])
})
