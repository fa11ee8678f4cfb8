// @vitest-environment happy-dom
import { act, createElement, createRef, StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '../../src/widget/element.ts'
import { HandbackChat, HandbackProvider, useChat, useConnection, useMessages, useStatus, useStore, useUnread } from '../../src/react/index.ts'
import type { WidgetHandle } from '../../src/widget/index.ts'
import { bot, createFakeChat } from '../widget/fake-chat.ts'
import type { FakeChat } from '../widget/fake-chat.ts'

let fake: FakeChat
let place: HTMLElement
let root: Root | undefined

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  localStorage.clear()
  fake = createFakeChat()
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  act(() => root?.unmount())
  root = undefined
  place.remove()
  vi.unstubAllGlobals()
})

const show = (node: ReactNode): void => {
  root ??= createRoot(place)
  act(() => root?.render(node))
}
const hosts = () => [...document.querySelectorAll<HTMLElement>('[data-layout]')]
const words = () => place.textContent

function Facts() {
  const [unread, status, messages, connection, chat] = [useUnread(), useStatus(), useMessages(), useConnection(), useChat()]
  return createElement('p', null, [unread, status.type, messages.length, connection, chat ? 'chat' : 'none'].join(' '))
}

test('Strict Mode leaves one widget, and unmounting none', () => {
  show(createElement(StrictMode, null, createElement(HandbackChat, { endpoint: '/handback' })))
  expect(hosts()).toHaveLength(1)
  show(null)
  expect(hosts()).toHaveLength(0)
})

test('rendering again with options that say the same keeps the widget, functions are those of the last rendering', async () => {
  const ref = createRef<WidgetHandle>()
  const first = vi.fn()
  const last = vi.fn()
  const chat = (onUnread: (count: number) => void) =>
    createElement(HandbackChat, { ref, chat: fake.chat, images: ['https://a.example'], preChat: { title: 'First', fields: [] }, onUnread })
  show(chat(first))
  const widget = ref.current
  show(chat(last))
  expect(ref.current).toBe(widget)
  await act(() => widget?.open() as Promise<void>)
  act(() => fake.emit('unread', 3))
  expect([first.mock.calls, last.mock.calls]).toEqual([[], [[3]]])
})

test('theme and words are applied as it stands; another endpoint or layout is another widget', async () => {
  const ref = createRef<WidgetHandle>()
  show(createElement(HandbackChat, { ref, endpoint: '/handback', theme: { accent: '#111111' } }))
  const widget = ref.current as WidgetHandle
  expect(widget.element.style.getPropertyValue('--handback-accent')).toBe('#111111')
  show(createElement(HandbackChat, { ref, endpoint: '/handback', theme: { accent: '#222222' }, strings: { openChat: 'Hilfe' } }))
  expect(ref.current).toBe(widget)
  expect(widget.element.style.getPropertyValue('--handback-accent')).toBe('#222222')
  expect(widget.element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')).toBe('Hilfe')
  show(createElement(HandbackChat, { ref, endpoint: '/handback', position: 'start' }))
  expect(ref.current).not.toBe(widget)
  expect(hosts().map((host) => host.dataset.position)).toEqual(['start'])
})

test('a function that comes or goes counts from the rendering on in which it does', () => {
  const ref = createRef<WidgetHandle>()
  const face = () => ref.current?.element.shadowRoot?.querySelector('.face')?.textContent
  const chat = (own?: string) => createElement(HandbackChat, { ref, endpoint: '/handback', ...(own && { renderLauncher: () => document.createTextNode(own) }) })
  show(chat())
  expect(face()).toBe('')
  show(chat('Help'))
  expect(face()).toBe('Help')
  show(chat())
  expect([face(), hosts().length]).toEqual(['', 1])
})

test('an element that React gives no options any more, and none to be open, is a closed widget', async () => {
  const element = () => place.querySelector('handback-chat')
  const chat = (props: object) => createElement('handback-chat', { endpoint: '/handback', ...props })
  show(chat({ options: { position: 'start' } }))
  await vi.waitFor(() => expect(element()?.dataset['position']).toBe('start'))
  show(chat({ open: null }))
  await vi.waitFor(() => expect(element()?.dataset['position']).toBe('end'))
  expect([element()?.widget?.isOpen, element()?.hasAttribute('open')]).toEqual([false, false])
})

test('words that the chat does not take are told by `onError`, of the last rendering', async () => {
  const ref = createRef<WidgetHandle>()
  const onError = vi.fn()
  const chat = (title: string, told?: () => void) => createElement(HandbackChat, { ref, chat: fake.chat, strings: { title }, ...(told && { onError: told }) })
  show(chat('First'))
  await act(() => ref.current?.open() as Promise<void>)
  const gone = new Error('gone')
  fake.failWith(gone)
  show(chat('Second', onError))
  await vi.waitFor(() => expect(onError.mock.calls).toEqual([[gone]]))
})

test('an inline chat fills the element that a server has rendered', async () => {
  const chat = createElement(HandbackChat, { chat: fake.chat, layout: 'inline', className: 'help', id: 'help' })
  const html = renderToString(chat)
  expect(html).toBe('<div class="help" id="help"></div>')
  const template = document.createRange().createContextualFragment(html)
  place.append(template)
  const complaints = vi.spyOn(console, 'error')
  await act(async () => {
    root = hydrateRoot(place, chat)
  })
  expect(place.querySelector('.help')?.firstElementChild).toBe(hosts()[0])
  expect(complaints).not.toHaveBeenCalled()
})

test('it tells of its chat, and that whoever was here has left', async () => {
  const [onLoad, onForget] = [vi.fn(), vi.fn()]
  const ref = createRef<WidgetHandle>()
  show(createElement(HandbackChat, { ref, chat: fake.chat, onLoad, onForget }))
  await act(async () => void (await ref.current?.chat()))
  expect(onLoad).toHaveBeenCalledWith(fake.chat)
  fake.emit('forget', null)
  expect(onForget).toHaveBeenCalledOnce()
})

test('a floating chat renders nothing on a server', () => {
  expect(renderToString(createElement(HandbackChat, { endpoint: '/handback' }))).toBe('')
})

test('hooks say what a chat says, and before there is one what any chat says at first', () => {
  show(createElement(HandbackProvider, null, createElement(Facts)))
  expect(words()).toBe('0 assistant 0 idle none')
  show(createElement(HandbackProvider, { chat: fake.chat }, createElement(Facts)))
  expect(words()).toBe('0 assistant 0 idle chat')
  act(() => {
    fake.$unread.set(2)
    fake.says(bot, 'Hello')
    fake.$connection.set('live')
  })
  expect(words()).toBe('2 assistant 1 live chat')
})

test('what a server renders is what a page hydrates, whatever the chat says by then', async () => {
  const page = createElement(HandbackProvider, { chat: fake.chat }, createElement(Facts))
  place.append(document.createRange().createContextualFragment(renderToString(page)))
  fake.$unread.set(4)
  const complaints = vi.spyOn(console, 'error')
  await act(async () => {
    root = hydrateRoot(place, page)
  })
  expect(words()).toBe('4 assistant 0 idle chat')
  expect(complaints).not.toHaveBeenCalled()
})

test('a provider that makes its chat makes it in the page only, resumes it, and ends it', async () => {
  const made: FakeChat[] = []
  const create = () => {
    made.push(createFakeChat())
    return made.at(-1)?.chat as FakeChat['chat']
  }
  const page = createElement(StrictMode, null, createElement(HandbackProvider, { create }, createElement(Facts)))
  expect(renderToString(page)).toContain('none')
  expect(made).toHaveLength(0)
  show(page)
  expect(words()).toBe('0 assistant 0 idle chat')
  show(null)
  expect(made.map(({ calls }) => calls.map(([name]) => name))).toEqual([['resume', 'destroy'], ['resume', 'destroy']])
})

test('with neither, the hooks have the chat of the widget below as soon as it is loaded', async () => {
  const ref = createRef<WidgetHandle>()
  const chat = createElement(HandbackChat, { ref, endpoint: 'https://hub.example/handback' })
  const page = createElement(HandbackProvider, null, createElement(Facts), chat)
  show(page)
  expect(words()).toBe('0 assistant 0 idle none')
  await act(() => ref.current?.open() as Promise<void>)
  expect(words()).toBe('0 assistant 0 idle chat')
})

test('a widget without a hub of its own shows the chat of its provider, once that has one', () => {
  const page = createElement(HandbackProvider, { create: () => fake.chat }, createElement(HandbackChat, { layout: 'inline' }))
  show(page)
  expect(hosts()).toHaveLength(1)
})

test('any store can be read', () => {
  const Place = () => createElement('p', null, useStore(fake.$unread))
  show(createElement(Place))
  act(() => fake.$unread.set(7))
  expect(words()).toBe('7')
})

test('a widget without a hub waits for the chat that another below the same provider lends', async () => {
  const ref = createRef<WidgetHandle>()
  const lender = createElement(HandbackChat, { ref, endpoint: 'https://hub.example/handback' })
  show(createElement(HandbackProvider, null, lender, createElement(HandbackChat, { layout: 'inline' })))
  expect(hosts()).toHaveLength(1)
  await act(() => ref.current?.open() as Promise<void>)
  expect(hosts()).toHaveLength(2)
})

test('of two widgets below a provider the one that stays lends its chat', async () => {
  const [one, two] = [createRef<WidgetHandle>(), createRef<WidgetHandle>()]
  const widget = (key: string, ref: typeof one) => createElement(HandbackChat, { key, ref, endpoint: 'https://hub.example/handback', storageKey: key })
  const page = (...widgets: ReactNode[]) => createElement(HandbackProvider, null, createElement(Facts), ...widgets)
  const both = [widget('one', one), widget('two', two)]
  show(page(...both))
  for (const { current } of [one, two]) await act(async () => void (await current?.chat()))
  show(page(both[0]))
  expect(words()).toBe('0 assistant 0 idle chat')
  show(page())
  expect(words()).toBe('0 assistant 0 idle none')
})

test('an option that is wrong takes no page down: it is told by onError, or by the page', () => {
  const page = (props: object) => createElement('main', null, 'The page', createElement(HandbackChat, props))
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const onError = vi.fn()
  const missing = expect.objectContaining({ message: 'handback: endpoint must be given, or transport or chat' })
  show(page({ onError }))
  expect([onError.mock.calls, reported.mock.calls]).toEqual([[[missing]], []])
  show(page({}))
  expect([words(), hosts()]).toEqual(['The page', []])
  show(page({ endpoint: '/handback', layout: 'inlin' }))
  expect([words(), hosts(), reported.mock.calls.length]).toEqual(['The page', [], 1])
  // not every environment has it
  vi.stubGlobal('reportError', undefined)
  show(page({ endpoint: '/handback', layout: 'floatin' }))
  expect([words(), hosts()]).toEqual(['The page', []])
  // and the next that is right is there
  show(page({ endpoint: '/handback' }))
  expect(hosts()).toHaveLength(1)
})
