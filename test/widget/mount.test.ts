// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { mount } from '../../src/widget/mount.ts'
import { mountOn } from '../../src/widget/mount-on.ts'
import type { MountOptions, WidgetHandle } from '../../src/widget/options.ts'
import type { Wishes } from '../../src/widget/wishes.ts'
import { bot, createFakeChat, visitor } from './fake-chat.ts'
import type { FakeChat } from './fake-chat.ts'
import { watchedStorage } from './watched-storage.ts'

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

const put = (options: Omit<MountOptions, 'endpoint' | 'transport' | 'chat' | 'beforeSend'> = {}) => (widget = mount({ chat: fake.chat, ...options }))
const root = () => widget?.element.shadowRoot as ShadowRoot
const launcher = () => root().querySelector('.launcher') as HTMLButtonElement
const panel = () => root().querySelector<HTMLElement>('.panel')

test('until somebody opens it nothing is asked, nothing is stored, and one key is read', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const { getItem: read, setItem: write } = watchedStorage()
  widget = mount({ endpoint: 'https://hub.example/handback' })
  await vi.waitFor(() => expect(read).toHaveBeenCalled())
  expect(launcher().getAttribute('aria-busy')).not.toBe('true')
  expect(launcher().getAttribute('aria-label')).toBe('Open chat')
  expect(read.mock.calls).toEqual([['handback']])
  expect(write).not.toHaveBeenCalled()
  expect(fetch).not.toHaveBeenCalled()
  expect(panel()).toBeNull()
})

test('with a chat made elsewhere nothing is read, and another widget’s conversation loads nothing', async () => {
  const { getItem: read } = watchedStorage({ handback: '{"in":"indexeddb"}' })
  put()
  const other = mount({ endpoint: 'https://hub.example/handback', storageKey: 'other' })
  onTestFinished(() => other.destroy())
  // its look comes after that of this one would
  await vi.waitFor(() => expect(read).toHaveBeenCalledWith('other'))
  await vi.dynamicImportSettled()
  expect([read.mock.calls, fake.calls]).toEqual([[['other']], []])
})

test('opening begins no conversation and sends nothing', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const { setItem: write } = watchedStorage()
  widget = mount({ endpoint: 'https://hub.example/handback' })
  await act(() => widget?.open() as Promise<void>)
  expect(panel()?.getAttribute('aria-label')).toBe('Chat')
  expect(fetch).not.toHaveBeenCalled()
  expect(write).not.toHaveBeenCalled()
})

test('an unfinished conversation is resumed at once, behind a closed launcher', async () => {
  put()
  await Promise.resolve()
  expect(fake.calls).toEqual([])
  fake.$state.set({ ...fake.$state.get(), conversation: 'conversation-1' })
  await vi.waitFor(() => expect(fake.calls).toEqual([['resume']]))
  expect(panel()).toBeNull()
  await vi.waitFor(() => expect(fake.listening()).toBeGreaterThan(6))
  fake.$unread.set(2)
  expect(root().querySelector('.unread')?.textContent).toBe('2')
  expect(launcher().getAttribute('aria-label')).toBe('Open chat, 2 unread messages')
  fake.$unread.set(0)
  expect(launcher().getAttribute('aria-label')).toBe('Open chat')
})

test('a widget that goes before it has looked for a conversation resumes none', async () => {
  const { getItem: read } = watchedStorage({ handback: '{"in":"indexeddb"}' })
  widget = mount({ endpoint: 'https://hub.example/handback' })
  const loaded = vi.fn()
  widget.on('load', loaded)
  widget.element.addEventListener('handback:ready', () => widget?.destroy())
  await vi.waitFor(() => expect(read).toHaveBeenCalled())
  await vi.dynamicImportSettled()
  expect(loaded).not.toHaveBeenCalled()
  expect(read.mock.calls).toEqual([['handback']])
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

/** There is no layout here that could tell what is on the screen. */
const everythingOnScreen = (): void => void vi.stubGlobal('IntersectionObserver', undefined)

test('storage that throws means that nothing was kept', async () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  widget = mount({ endpoint: 'https://hub.example/handback' })
  const [thrown, loaded] = [vi.fn(), vi.fn()]
  widget.on('error', thrown)
  widget.on('load', loaded)
  await new Promise((resolve) => setTimeout(resolve))
  expect(launcher().getAttribute('aria-busy')).not.toBe('true')
  expect(launcher().hidden).toBe(false)
  expect([thrown.mock.calls, loaded.mock.calls]).toEqual([[], []])
})

test('a page in the background sees nothing: what comes there stays unread', async () => {
  everythingOnScreen()
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
  everythingOnScreen()
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
  expect(fake.listening()).toBeGreaterThan(7)
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

test('neither endpoint, transport nor chat is a mistake that is told at once', () => {
  expect(() => mount({} as MountOptions)).toThrow(new TypeError('handback: endpoint must be given, or transport or chat'))
})

const bad = (options: object) => () => mount({ endpoint: '/handback', ...options })

test('an option that is not what it must be is named, and nothing is on the page', () => {
  const before = document.body.childNodes.length
  expect(bad({ endpoint: 4280 })).toThrow(new TypeError('handback: endpoint must be of type string'))
  expect(bad({ layout: 'corner' })).toThrow('handback: layout must be floating or inline or page')
  expect(bad({ position: 'left' })).toThrow('handback: position must be start or end')
  expect(bad({ target: '#chat' })).toThrow('handback: target must be an element')
  expect(bad({ target: null })).toThrow('handback: target must be an element')
  expect(bad({ target: document })).toThrow('handback: target must be an element')
  expect(bad({ locale: 'de_DE' })).toThrow('handback: locale must be a BCP 47 tag')
  expect(bad({ theme: 'dark' })).toThrow('handback: theme must be of type object')
  expect(bad({ images: 'https://cdn.example' })).toThrow('handback: images must be an array')
  expect(bad({ languages: {} })).toThrow('handback: languages must be an array')
  expect(bad({ sound: 'on' })).toThrow('handback: sound must be of type boolean')
  expect(bad({ renderMessage: {} })).toThrow('handback: renderMessage must be of type function')
  expect(bad({ chat: fake.chat, beforeSend: () => null })).toThrow('handback: beforeSend must be given where the chat is made')
  expect(document.body.childNodes).toHaveLength(before)
})

test('a page with a language tag that is none is taken for the reader’s own language', async () => {
  document.documentElement.lang = 'en_US'
  put()
  await act(() => widget?.open() as Promise<void>)
  act(() => void fake.says(visitor, 'Hi'))
  document.documentElement.lang = ''
  expect(panel()?.hidden).toBe(false)
})

test('the page layout has no launcher, cannot be closed, and says so on its host', async () => {
  put({ layout: 'page' })
  await vi.waitFor(() => expect(panel()?.hidden).toBe(false))
  widget?.close()
  expect([widget?.isOpen, widget?.element.dataset.layout, launcher().hidden]).toEqual([true, 'page', true])
})

test('a floating widget stands where it is told, with or without its button', async () => {
  put({ position: 'start', launcher: false })
  expect([widget?.element.dataset.layout, widget?.element.dataset.position, launcher().hidden]).toEqual(['floating', 'start', true])
  await act(() => widget?.open() as Promise<void>)
  act(() => widget?.close())
  expect(launcher().hidden).toBe(true)
})

test('what the page opened it from has the focus again when it is closed', async () => {
  const own = document.createElement('button')
  document.body.append(own)
  put()
  own.focus()
  await act(() => widget?.open() as Promise<void>)
  expect(root().activeElement?.getAttribute('aria-label')).toBe('Message')
  act(() => widget?.close())
  expect(document.activeElement).toBe(own)
  own.remove()
})

test('another body, or other contents of it, keep the widget and its open panel', async () => {
  put()
  await act(() => widget?.open() as Promise<void>)
  const ready = vi.fn()
  widget?.on('ready', ready)
  const old = document.body
  const next = document.createElement('body')
  old.replaceWith(next)
  await vi.waitFor(() => expect(widget?.element.parentElement).toBe(next))
  next.replaceChildren(document.createElement('main'))
  await vi.waitFor(() => expect(widget?.element.parentElement).toBe(next))
  expect([panel()?.hidden, ready.mock.calls.length, document.querySelectorAll('[data-layout]').length]).toEqual([false, 0, 1])
  widget?.destroy()
  next.replaceChildren()
  await Promise.resolve()
  expect(document.querySelectorAll('[data-layout]')).toHaveLength(0)
  next.replaceWith(old)
})

test('two widgets show one chat: the one in the page stays open, and it is looked at while one of them is seen', async () => {
  everythingOnScreen()
  const target = document.createElement('div')
  document.body.append(target)
  const inline = mount({ chat: fake.chat, target })
  put()
  await vi.waitFor(() => expect(inline.isOpen && fake.calls.at(-1)).toEqual(['setVisible', true]))
  expect(widget?.isOpen).toBe(false)
  await act(() => widget?.open() as Promise<void>)
  act(() => widget?.close())
  expect([inline.isOpen, fake.calls.at(-1)]).toEqual([true, ['setVisible', true]])
  inline.destroy()
  expect(fake.calls.at(-1)).toEqual(['setVisible', false])
  target.remove()
})

test('of two open widgets with one chat one speaks, and a message makes one sound', async () => {
  const target = document.createElement('div')
  document.body.append(target)
  let played = 0
  vi.stubGlobal('AudioContext', class {
    currentTime = 0
    constructor() {
      played += 1
      throw new Error('mute')
    }
  })
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { userActivation: { hasBeenActive: true } }))
  const inline = mount({ chat: fake.chat, target, sound: true })
  put({ sound: true })
  await act(() => widget?.open() as Promise<void>)
  await vi.waitFor(() => expect(inline.element.shadowRoot?.querySelector('.panel')).not.toBeNull())
  const said = () => [inline, widget].map((one) => one?.element.shadowRoot?.querySelectorAll('[aria-live=polite] p').length)
  act(() => {
    const row = fake.says(bot, 'Hello')
    fake.emit('alert', row)
  })
  expect(said().toSorted()).toEqual([0, 1])
  await vi.waitFor(() => expect(played).toBe(1))
  await vi.dynamicImportSettled()
  expect(played).toBe(1)
  // the one that is left goes on
  act(() => inline.destroy())
  act(() => void fake.says(bot, 'And now?'))
  expect(root().querySelector('[aria-live=polite]')?.textContent).toContain('And now?')
  target.remove()
})

test('who the visitor is, what is known of them and what stands in the box load nothing, and are told when somebody wants to chat', async () => {
  const credentials = () => 'token'
  widget = mount({ endpoint: 'https://hub.example/handback', storageKey: 'kept-wishes' })
  await widget.setAttributes({ plan: 'silver', since: 2019 })
  await widget.identify({ id: 'customer-4711', credentials })
  await widget.setAttributes({ plan: 'gold' })
  // is not taken for its letters
  await widget.setAttributes('since 2019' as never)
  await widget.setComposerValue('My card')
  expect(panel()).toBeNull()
  expect((await widget.chat()).$connection.get()).toBe('idle')
  await act(() => widget?.open() as Promise<void>)
  expect(root().querySelector<HTMLTextAreaElement>('footer textarea')?.value).toBe('My card')
})

test('what can only be wrong rejects by its verb, before the chat itself is there, and is no event', async () => {
  widget = mount({ endpoint: 'https://hub.example/handback', storageKey: 'wrong-wishes' })
  const heard = vi.fn()
  widget.on('error', heard)
  await act(() => widget?.open() as Promise<void>)
  await expect(widget.identify('bob' as never)).rejects.toThrow(new TypeError('handback: identify takes { id, credentials } or null'))
  await expect(widget.setAttributes({ plan: { a: 1 } as never })).rejects.toMatchObject({ code: 'client/refused', message: 'values.plan' })
  await expect(widget.setLocale('zz_Q')).rejects.toMatchObject({ code: 'client/refused', message: 'language' })
  await widget.setLocale({ language: 'en', title: 'Help' })
  await widget.identify(null)
  expect(heard).not.toHaveBeenCalled()
})

test('with a chat made elsewhere the same is told at once', async () => {
  put()
  await widget?.setAttributes({ plan: 'gold' })
  await widget?.setLocale('de')
  expect(fake.calls).toEqual([['resume'], ['setAttributes', { plan: 'gold' }], ['setLocale', 'de']])
})

test('a wish that fails is an error event, and the chat opens all the same', async () => {
  widget = mount({ endpoint: 'https://hub.example/handback', storageKey: 'failing-wishes' })
  const heard = vi.fn()
  widget.on('error', heard)
  const nobody = {
    get id(): string {
      throw new RangeError('nobody')
    },
    credentials: () => undefined,
  }
  await widget.identify(nobody)
  await act(() => widget?.open() as Promise<void>)
  expect(widget.isOpen).toBe(true)
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([[new RangeError('nobody')]]))
  // the chat itself is fetched when it is first needed, and is told no such thing
  expect(await (await widget.chat()).conversations()).toEqual([])
  expect(heard.mock.calls).toEqual([[new RangeError('nobody')]])
})

test('what was told while it loaded in vain rejects, and is told by the next load, of nobody but the newest person', async () => {
  put()
  const credentials = () => 'token'
  const [ann, bob] = [{ id: 'ann', credentials }, { id: 'bob', credentials }]
  const told = async (...wishes: ((handle: WidgetHandle) => Promise<unknown>)[]) => {
    fake.failWith(new Error('offline'))
    const handle = widget as WidgetHandle
    expect(await Promise.allSettled([handle.open(), ...wishes.map((wish) => wish(handle))])).toMatchObject(
      ['open', ...wishes].map(() => ({ status: 'rejected', reason: { message: 'offline' } })),
    )
    fake.failWith(undefined)
    fake.calls.length = 0
    await handle.chat()
    const calls = fake.calls.filter(([name]) => name !== 'resume')
    handle.destroy()
    put()
    return calls
  }
  const fact = (plan: string) => (handle: WidgetHandle) => handle.setAttributes({ plan })
  const is = (who: typeof ann | null) => (handle: WidgetHandle) => handle.identify(who)
  expect(await told(fact('gold'), is(ann), (handle) => handle.setAttributes({ since: 2019 }), is({ ...ann }))).toEqual([
    ['setAttributes', { plan: 'gold', since: 2019 }], ['identify', ann],
  ])
  expect(await told(is(ann), fact('gold'), is(bob))).toEqual([['identify', bob]])
  expect(await told(is(ann), fact('gold'), is(null), fact('silver'))).toEqual([['identify', null], ['setAttributes', { plan: 'silver' }]])
  expect(await told(fact('gold'), is(null))).toEqual([['identify', null]])
  await fake.chat.resume()
  fake.failWith(new Error('offline'))
  await expect(widget?.setAttributes({ plan: 'gold' })).rejects.toThrow('offline')
  await expect(widget?.reset()).rejects.toThrow('offline')
  fake.failWith(undefined)
  fake.calls.length = 0
  await widget?.chat()
  expect(fake.calls).toEqual([['resume']])
})

test('opened, closed and opened again while it loads, it opens once; opened and closed, not at all', async () => {
  put()
  const heard = vi.fn()
  widget?.on('open', heard)
  await act(async () => {
    const first = widget?.open()
    widget?.close()
    await first
  })
  expect([widget?.isOpen, panel()?.hidden === false, heard.mock.calls.length]).toEqual([false, false, 0])
  await act(async () => {
    const first = widget?.open()
    widget?.close()
    await Promise.all([first, widget?.open()])
  })
  expect([widget?.isOpen, panel()?.hidden === false, heard.mock.calls.length]).toEqual([true, true, 1])
})

test('every verb of the chat is one of the widget', async () => {
  put()
  await widget?.retry('message-1')
  await widget?.cancelHumanRequest()
  await widget?.rate(6, 'quick', { wait: 7 })
  await widget?.endConversation()
  await widget?.reset()
  const rated = ['rate', 6, 'quick', { wait: 7 }]
  expect(fake.calls.slice(1)).toEqual([['retry', 'message-1'], ['cancelHumanRequest'], rated, ['endConversation'], ['reset']])
})

test('a launcher that cannot load says so beside itself and as an event, and may be tried again', async () => {
  put()
  const heard = vi.fn()
  widget?.on('error', heard)
  fake.failWith(new Error('offline'))
  launcher().click()
  await vi.waitFor(() => expect(root().querySelector<HTMLElement>('.problem')?.hidden).toBe(false))
  expect(heard.mock.calls).toEqual([[new Error('offline')]])
  fake.failWith(undefined)
  launcher().click()
  await vi.waitFor(() => expect(panel()?.hidden).toBe(false))
  expect(root().querySelector<HTMLElement>('.problem')?.hidden).toBe(true)
})

test('new words rename the launcher at once', async () => {
  put()
  await widget?.setLocale({ openChat: 'Hilfe' })
  expect(launcher().getAttribute('aria-label')).toBe('Hilfe')
})

test('that the chat is there is told once, with the chat', async () => {
  const heard = vi.fn()
  put()
  widget?.on('load', heard)
  await act(() => widget?.open() as Promise<void>)
  expect(heard.mock.calls).toEqual([[fake.chat]])
})

test('a number in the box is its figures', async () => {
  const handle = put()
  await act(() => handle.open())
  await act(() => handle.setComposerValue(3 as never) as unknown as Promise<void>)
  expect(root().querySelector('textarea')?.value).toBe('3')
  expect(root().querySelector<HTMLButtonElement>('.send')?.disabled).toBe(false)
})

test('verbs are done in the order of their calls, facts among them, while it loads and afterwards', async () => {
  const handle = put()
  const names = () => fake.calls.map(([name]) => name).filter((name) => name !== 'resume' && name !== 'setVisible')
  const wanted = ['setAttributes', 'sendMessage', 'identify', 'requestHuman', 'setLocale', 'endConversation']
  const all = async () => void await Promise.all([
    handle.setAttributes({ plan: 'gold' }),
    handle.sendMessage('Hello'),
    handle.identify({ id: 'customer-4711', credentials: async () => 'token' }),
    handle.requestHuman(),
    handle.setLocale('de'),
    handle.endConversation(),
  ])
  // that it is there is no reason for anybody to come first
  handle.on('load', () => void handle.rate(5))
  await act(all)
  expect(names()).toEqual([...wanted, 'rate'])
  fake.calls.length = 0
  await act(all)
  expect(names()).toEqual(wanted)
})

test('who is told just before everything is forgotten is forgotten, too, and who is told afterwards is not', async () => {
  const asked: Wishes = {}
  const handle = mountOn(document.createElement('div'), { chat: fake.chat }, { asked })
  onTestFinished(() => handle.destroy())
  const sarah = { id: 'customer-4711', credentials: async () => 'token' }
  for (const loaded of [false, true]) {
    await Promise.all([handle.identify(sarah), handle.reset()])
    expect([loaded, ...Object.values(asked)]).toEqual([loaded])
  }
  await Promise.all([handle.reset(), handle.identify(sarah)])
  expect(Object.values(asked).map(([name]) => name)).toEqual(['identify'])
})

test('who has left by the chat itself is unknown to the next widget of the host, who comes by `identify` is not', async () => {
  const asked: Wishes = {}
  const handle = mountOn(document.createElement('div'), { chat: fake.chat }, { asked })
  onTestFinished(() => handle.destroy())
  const left = () => Object.values(asked).map(([name, [told]]) => [name, (told as { id?: string }).id ?? told])
  const is = (id: string) => handle.identify({ id, credentials: async () => 'token' })
  // as a chat does where somebody else was known before
  const identify = fake.chat.identify
  Object.assign(fake.chat, {
    async identify(who: Parameters<typeof identify>[0]) {
      await identify(who)
      fake.emit('forget', null)
    },
  })
  await handle.setLocale('de')
  await is('ann')
  await is('bob')
  await handle.setAttributes({ plan: 'gold' })
  expect(left()).toEqual([['setLocale', 'de'], ['identify', 'bob'], ['setAttributes', { plan: 'gold' }]])
  fake.emit('forget', null)
  expect(left()).toEqual([['setLocale', 'de']])
})

test('what listens to a widget hears nothing of the next one of its host', async () => {
  const host = document.createElement('div')
  const heard = vi.fn()
  const first = mountOn(host, { chat: fake.chat })
  first.on('ready', heard)
  await Promise.resolve()
  first.destroy()
  widget = mountOn(host, { chat: fake.chat })
  const next = vi.fn()
  widget.on('ready', next)
  await Promise.resolve()
  expect([heard.mock.calls.length, next.mock.calls.length]).toEqual([1, 1])
})

test('a launcher of the page’s own that throws stops neither the mounting nor the chat that counts', async () => {
  put({ renderLauncher: () => { throw new RangeError('no face') } })
  const heard = vi.fn()
  widget?.on('error', heard)
  await widget?.chat()
  fake.$unread.set(2)
  expect(root().querySelector('.unread')?.textContent).toBe('2')
  expect(root().querySelector('.face svg')).not.toBeNull()
  expect(heard.mock.calls).toEqual([[new RangeError('no face')]])
})
