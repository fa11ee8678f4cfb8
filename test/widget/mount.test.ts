// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mount, mountOn } from '../../src/widget/mount.ts'
import type { WidgetHandle } from '../../src/widget/options.ts'
import { createFakeChat, visitor } from './fake-chat.ts'
import type { FakeChat } from './fake-chat.ts'

let fake: FakeChat
let widget: WidgetHandle | undefined

beforeEach(() => {
  localStorage.clear()
  fake = createFakeChat()
})
afterEach(() => {
  widget?.destroy()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const put = (options: Partial<Parameters<typeof mount>[0]> = {}) => (widget = mount({ chat: fake.chat, ...options }))
const root = () => widget?.element.shadowRoot as ShadowRoot
const launcher = () => root().querySelector('.launcher') as HTMLButtonElement
const panel = () => root().querySelector<HTMLElement>('.panel')

test('until somebody opens it nothing is asked, nothing is stored, and one key is read', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const read = vi.spyOn(Storage.prototype, 'getItem')
  const write = vi.spyOn(Storage.prototype, 'setItem')
  put()
  await Promise.resolve()
  expect(launcher().getAttribute('aria-busy')).not.toBe('true')
  expect(launcher().getAttribute('aria-label')).toBe('Open chat')
  expect(read.mock.calls).toEqual([['handback']])
  expect(write).not.toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
  expect(fake.calls).toEqual([])
  expect(panel()).toBeNull()
})

test('opening begins no conversation and sends nothing', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const write = vi.spyOn(Storage.prototype, 'setItem')
  widget = mount({ endpoint: 'https://hub.example/handback' })
  await act(() => widget?.open() as Promise<void>)
  expect(panel()?.getAttribute('aria-label')).toBe('Chat')
  expect(fetch).not.toHaveBeenCalled()
  expect(write).not.toHaveBeenCalled()
})

test('an unfinished conversation is resumed at once, behind a closed launcher', async () => {
  localStorage.setItem('handback', '{}')
  put()
  await vi.waitFor(() => expect(fake.calls).toEqual([['resume']]))
  expect(panel()).toBeNull()
  await vi.waitFor(() => expect(fake.listening()).toBe(7))
  fake.$unread.set(2)
  expect(root().querySelector('.unread')?.textContent).toBe('2')
  expect(launcher().getAttribute('aria-label')).toBe('Open chat, 2 unread messages')
  fake.$unread.set(0)
  expect(launcher().getAttribute('aria-label')).toBe('Open chat')
})

const kept = () => JSON.parse(localStorage.getItem('handback') ?? 'null') as Record<string, unknown> | null

/** A page of a widget with an endpoint that nobody answers, on which somebody was in a conversation before. */
function nextPage(record: object): void {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('offline')))
  localStorage.setItem('handback', JSON.stringify({ conversation: 'conversation-1', outbox: [], ...record }))
  widget = mount({ endpoint: 'https://hub.example/handback' })
}

test('a panel that was open during a conversation is open on the next page, without the focus, until it is closed', async () => {
  nextPage({})
  await act(() => widget?.open() as Promise<void>)
  expect(kept()).toMatchObject({ conversation: 'conversation-1', open: true })
  widget?.destroy()
  nextPage({ open: true })
  await vi.waitFor(() => expect(panel()?.hidden).toBe(false))
  expect(root().activeElement).toBeNull()
  act(() => widget?.close())
  expect(kept()).toMatchObject({ conversation: 'conversation-1' })
  expect(kept()).not.toHaveProperty('open')
})

test('a panel that would cover the next page stays closed', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  nextPage({ open: true })
  await vi.waitFor(() => expect(launcher().getAttribute('aria-busy')).toBe('false'))
  expect(widget?.isOpen).toBe(false)
})

test('storage that throws means that nothing was kept', async () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  put()
  await Promise.resolve()
  expect(launcher().getAttribute('aria-busy')).not.toBe('true')
  expect(launcher().hidden).toBe(false)
  expect(fake.calls).toEqual([])
})

test('a page in the background sees nothing: what comes there stays unread', async () => {
  put()
  await act(() => widget?.open() as Promise<void>)
  expect(fake.calls.at(-1)).toEqual(['setVisible', true])
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(fake.calls.at(-1)).toEqual(['setVisible', false])
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(fake.calls.at(-1)).toEqual(['setVisible', true])
})

test('destroy while it is loading ends the chat that was made meanwhile', async () => {
  localStorage.setItem('handback', JSON.stringify({ conversation: 'conversation-1', outbox: [] }))
  const signals: (AbortSignal | undefined)[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => new Promise(() => void signals.push(init.signal ?? undefined)))
  widget = mount({ endpoint: 'https://hub.example/handback' })
  const loading = widget.chat()
  widget.destroy()
  const chat = await loading
  await expect(chat.sendMessage('Hello')).rejects.toMatchObject({ code: 'client/closed' })
  expect(chat.$connection.get()).toBe('idle')
})

test('opening moves the focus to the message box, Escape closes and gives it back', async () => {
  put()
  launcher().focus()
  await act(() => widget?.open() as Promise<void>)
  expect(launcher().hidden).toBe(true)
  expect(root().activeElement?.getAttribute('aria-label')).toBe('Message')
  expect(fake.calls.at(-1)).toEqual(['setVisible', true])
  act(() => void root().activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })))
  expect(widget?.isOpen).toBe(false)
  expect(panel()?.hidden).toBe(true)
  expect(root().activeElement).toBe(launcher())
  expect(fake.calls.at(-1)).toEqual(['setVisible', false])
})

test('what was written stays in the box while the panel is closed', async () => {
  put()
  await act(() => widget?.open() as Promise<void>)
  const box = () => root().querySelector('footer textarea') as HTMLTextAreaElement
  act(() => {
    box().value = 'half a'
    box().dispatchEvent(new InputEvent('input', { bubbles: true }))
  })
  act(() => widget?.close())
  await act(() => widget?.open() as Promise<void>)
  expect(box().value).toBe('half a')
})

test('a message that comes does not take the focus', async () => {
  put()
  const outside = document.createElement('input')
  document.body.append(outside)
  await act(() => widget?.open() as Promise<void>)
  outside.focus()
  act(() => void fake.says(visitor, 'Hi'))
  expect(document.activeElement).toBe(outside)
  act(() => widget?.close())
  expect(document.activeElement).toBe(outside)
  outside.remove()
})

test('events leave the shadow root, bubble, and carry their detail', async () => {
  const heard: [string, unknown][] = []
  const types = ['ready', 'open', 'close', 'message', 'statechange', 'unread', 'connection', 'error'] as const
  const listen = (event: Event) => heard.push([event.type, (event as CustomEvent).detail])
  for (const type of types) document.addEventListener(`handback:${type}`, listen)
  put()
  await act(() => widget?.open() as Promise<void>)
  fake.emit('unread', 3)
  fake.emit('connection', 'live')
  act(() => widget?.close())
  for (const type of types) document.removeEventListener(`handback:${type}`, listen)
  expect(heard).toEqual([
    ['handback:ready', null], ['handback:open', null], ['handback:unread', 3], ['handback:connection', 'live'], ['handback:close', null],
  ])
})

test('a listener ends by its stop', async () => {
  put()
  const heard = vi.fn()
  const off = widget?.on('open', heard)
  await act(() => widget?.open() as Promise<void>)
  act(() => widget?.close())
  off?.()
  await act(() => widget?.open() as Promise<void>)
  expect(heard).toHaveBeenCalledOnce()
})

test('the verbs work without the panel being open', async () => {
  put()
  await widget?.sendMessage('from the page')
  await widget?.requestHuman()
  expect(fake.calls).toEqual([['resume'], ['sendMessage', 'from the page'], ['requestHuman']])
  expect(panel()).toBeNull()
})

test('the panel follows the chat, and the chat the panel', async () => {
  put()
  const opened = vi.fn()
  widget?.on('open', opened)
  await act(async () => fake.chat.open())
  await vi.waitFor(() => expect(panel()?.hidden).toBe(false))
  expect([widget?.isOpen, opened.mock.calls.length]).toEqual([true, 1])
  act(() => fake.chat.hide())
  expect([widget?.isOpen, widget?.element.hidden]).toEqual([false, true])
  act(() => fake.chat.show())
  expect([widget?.isOpen, widget?.element.hidden]).toEqual([false, false])
  await act(() => widget?.open() as Promise<void>)
  expect(fake.$panel.get()).toBe('open')
  act(() => widget?.close())
  expect(fake.$panel.get()).toBe('closed')
  await act(() => widget?.open() as Promise<void>)
  widget?.hide()
  act(() => fake.chat.close())
  expect([widget?.isOpen, widget?.element.hidden]).toEqual([false, true])
})

test('a chat that is open already opens its panel', async () => {
  fake.chat.open()
  put()
  await vi.waitFor(() => expect(panel()?.hidden).toBe(false))
})

test('hide takes the launcher off the page, show brings it back', () => {
  put()
  widget?.hide()
  expect(widget?.element.hidden).toBe(true)
  widget?.show()
  expect(widget?.element.hidden).toBe(false)
})

test('destroy leaves nothing behind, may be called twice, and leaves a chat made elsewhere alone', async () => {
  put()
  const { element } = widget as WidgetHandle
  await act(() => widget?.open() as Promise<void>)
  expect(fake.listening()).toBe(8)
  widget?.destroy()
  widget?.destroy()
  expect(element.isConnected).toBe(false)
  expect(element.shadowRoot?.childNodes).toHaveLength(0)
  expect(element.shadowRoot?.adoptedStyleSheets).toEqual([])
  expect(fake.listening()).toBe(0)
  expect(fake.calls.map(([name]) => name)).not.toContain('destroy')
})

test('destroy while it is loading leaves nothing behind', async () => {
  put()
  const opening = widget?.open()
  widget?.destroy()
  await opening
  expect(panel()).toBeNull()
  expect(fake.listening()).toBe(0)
})

test('with a target it fills that element, without a launcher', async () => {
  const target = document.createElement('div')
  document.body.append(target)
  put({ target })
  await vi.waitFor(() => expect(widget?.isOpen && panel()?.hidden).toBe(false))
  expect(widget?.element.parentElement).toBe(target)
  expect(root().activeElement).toBeNull()
  expect(launcher().hidden).toBe(true)
  expect([...root().querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))).not.toContain('Close chat')
  widget?.destroy()
  expect(target.childNodes).toHaveLength(0)
  target.remove()
})

test('an element can be mounted, unmounted and mounted again', async () => {
  const host = document.createElement('handback-host')
  document.body.append(host)
  mountOn(host, { chat: fake.chat }).destroy()
  expect(host.isConnected).toBe(true)
  widget = mountOn(host, { chat: fake.chat })
  expect(root().querySelectorAll('.launcher')).toHaveLength(1)
  host.remove()
})

test('neither endpoint nor chat is a mistake that is told at once', () => {
  expect(() => mount({})).toThrow(TypeError)
})
