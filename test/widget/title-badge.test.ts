// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import '../../src/widget/element.ts'
import type { HandbackChatElement } from '../../src/widget/element.ts'
import { mount } from '../../src/widget/mount.ts'
import { bot, createFakeChat } from './fake-chat.ts'

let fake: ReturnType<typeof createFakeChat>
beforeEach(() => {
  fake = createFakeChat()
  document.title = 'Help'
  fake.says(bot, 'Hello')
  fake.$unread.set(2)
})
const has = (title: string) => vi.waitFor(() => expect(document.title).toBe(title))
const put = (titleBadge?: boolean) => {
  const widget = mount({ chat: fake.chat, ...(titleBadge !== undefined && { titleBadge }) })
  onTestFinished(() => widget.destroy())
  return widget
}

test('the title has the number where it is wanted, follows it, and is the page’s own again at the end', async () => {
  const widget = put(true)
  await has('(2) Help')
  act(() => fake.$unread.set(0))
  expect(document.title).toBe('Help')
  act(() => fake.$unread.set(1))
  expect(document.title).toBe('(1) Help')
  document.title = 'Cards'
  await has('(1) Cards')
  act(() => widget.destroy())
  expect(document.title).toBe('Cards')
  fake.$unread.set(4)
  expect(document.title).toBe('Cards')
})

test.each([undefined, false])('by default, and with %j, the title is the page’s alone', async (titleBadge) => {
  const widget = put(titleBadge)
  await vi.waitFor(() => expect(widget.element.shadowRoot?.querySelector('.unread')?.textContent).toBe('2'))
  await vi.dynamicImportSettled()
  expect(document.title).toBe('Help')
})

test('a widget that goes while the code for it comes leaves the title alone', async () => {
  const widget = put(true)
  widget.on('load', () => void queueMicrotask(() => widget.destroy()))
  await vi.waitFor(() => expect(widget.element.isConnected).toBe(false))
  await vi.dynamicImportSettled()
  expect(document.title).toBe('Help')
})

test('of two widgets with one chat each may have it, and it counts once', async () => {
  const [first, second] = [put(true), put(true)]
  await has('(2) Help')
  await vi.dynamicImportSettled()
  act(() => first.destroy())
  expect(document.title).toBe('(2) Help')
  act(() => second.destroy())
  expect(document.title).toBe('Help')
})

test.each([['', '(2) Help'], ['off', 'Help']])('title-badge="%s" of the element', async (value, title) => {
  const element = document.createElement('handback-chat') as HandbackChatElement
  element.setAttribute('title-badge', value)
  element.options = { chat: fake.chat }
  onTestFinished(() => element.remove())
  document.body.append(element)
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.unread')?.textContent).toBe('2'))
  await vi.dynamicImportSettled()
  await has(title)
  element.removeAttribute('title-badge')
  await has('Help')
})

test('data-title-badge of the snippet', async () => {
  const script = document.createElement('script')
  script.dataset.titleBadge = ''
  Object.assign(globalThis, { handback: [['options', { chat: fake.chat }]] })
  Object.defineProperty(document, 'currentScript', { configurable: true, value: script })
  onTestFinished(() => document.querySelector('handback-chat')?.remove())
  await import('../../src/browser/snippet.ts')
  await has('(2) Help')
})
