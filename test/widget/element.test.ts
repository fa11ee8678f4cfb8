// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, expectTypeOf, onTestFinished, test, vi } from 'vitest'
import '../../src/widget/element.ts'
import type { HandbackChatElement } from '../../src/widget/element.ts'
import type { WidgetEvents } from '../../src/widget/options.ts'

let element: HandbackChatElement

beforeEach(() => {
  localStorage.clear()
  element = document.createElement('handback-chat') as HandbackChatElement
})
afterEach(() => {
  element.remove()
})

test('it is a widget while it is in the page and has an endpoint', async () => {
  document.body.append(element)
  expect(element.widget).toBeUndefined()
  element.remove()
  element.setAttribute('endpoint', '/handback')
  const ready = vi.fn()
  document.addEventListener('handback:ready', ready)
  document.body.append(element)
  await Promise.resolve()
  expect(ready).toHaveBeenCalledOnce()
  document.removeEventListener('handback:ready', ready)
  expect(element.shadowRoot?.querySelector('.launcher')).not.toBeNull()
  element.remove()
  await vi.waitFor(() => expect(element.widget).toBeUndefined())
  expect(element.shadowRoot?.childNodes).toHaveLength(0)
})

test('an endpoint that comes later makes it a widget, another one another', async () => {
  document.body.append(element)
  element.setAttribute('endpoint', '/handback')
  await Promise.resolve()
  const first = element.widget
  expect(first).toBeDefined()
  element.setAttribute('endpoint', '/other')
  element.setAttribute('layout', 'inline')
  await vi.waitFor(() => expect(element.widget).not.toBe(first))
  expect([element.dataset.layout, element.shadowRoot?.querySelectorAll('.launcher').length]).toEqual(['inline', 1])
})

test('taken out and put in again within one task, with promises in between, it is the same widget', async () => {
  element.setAttribute('endpoint', '/handback')
  document.body.append(element)
  const { widget } = element
  const ready = vi.fn()
  await Promise.resolve()
  const moved: boolean[] = []
  element.addEventListener('handback-moved', () => moved.push(element.isConnected))
  element.addEventListener('handback:ready', ready)
  element.remove()
  expect(moved).toEqual([false])
  for (let tick = 0; tick < 10; tick += 1) await Promise.resolve()
  document.body.append(element)
  expect(moved).toEqual([false, true])
  await new Promise((resolve) => setTimeout(resolve))
  expect(element.widget).toBe(widget)
  expect(ready).not.toHaveBeenCalled()
})

test('with several attributes it is made once, defined before or after the page has it', async () => {
  const ready = vi.fn()
  document.addEventListener('handback:ready', ready)
  const late = document.createElement('handback-late') as unknown as HandbackChatElement
  for (const one of [late, element]) {
    document.body.append(one)
    for (const [name, value] of Object.entries({ endpoint: '/handback', layout: 'inline', 'storage-key': 'late' })) one.setAttribute(name, value)
  }
  await vi.waitFor(() => expect(element.widget).toBeDefined())
  await Promise.resolve()
  expect([ready.mock.calls.length, element.dataset.layout]).toEqual([1, 'inline'])
  customElements.define('handback-late', class extends (customElements.get('handback-chat') as typeof HTMLElement) {})
  customElements.upgrade(late)
  const { widget } = late
  for (let tick = 0; tick < 10; tick += 1) await Promise.resolve()
  expect([ready.mock.calls.length, late.dataset.layout, late.widget === widget]).toEqual([2, 'inline', true])
  document.removeEventListener('handback:ready', ready)
  late.remove()
})

test('what it tells has its type', () => {
  document.addEventListener('handback:unread', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<number>())
  element.addEventListener('handback:message', ({ detail }) => expectTypeOf(detail).toEqualTypeOf<WidgetEvents['message']>())
  expect(element.localName).toBe('handback-chat')
})

test('methods wait for the widget', async () => {
  const opening = element.open()
  const telling = element.setAttributes({ plan: 'gold' })
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  await Promise.all([opening, telling])
  expect(element.widget?.isOpen).toBe(true)
  await element.close()
  expect(element.widget?.isOpen).toBe(false)
})

test('properties that were set before it was defined count, and win over attributes', () => {
  const early = document.createElement('handback-early') as unknown as HandbackChatElement
  early.setAttribute('endpoint', '/handback')
  early.setAttribute('position', 'start')
  early.setAttribute('accent', '#111111')
  early.options = { position: 'end', storageKey: 'early' }
  early.theme = { accent: '#222222' }
  document.body.append(early)
  customElements.define('handback-early', class extends (customElements.get('handback-chat') as typeof HTMLElement) {})
  customElements.upgrade(early)
  expect([early.dataset.position, early.style.getPropertyValue('--handback-accent')]).toEqual(['end', '#222222'])
  early.remove()
})

test('options that are set again and again do not take an opened panel away', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  const first = element.widget
  element.options = { launcher: false }
  await vi.waitFor(() => expect(element.widget).not.toBe(first))
  await element.open()
  const second = element.widget
  element.options = { launcher: true }
  await Promise.resolve()
  expect(element.widget).toBe(second)
})

test('options with an endpoint that come later make it a widget, once', async () => {
  document.body.append(element)
  element.options = { launcher: false }
  element.options = { endpoint: 'https://hub.example/handback' }
  element.options = { endpoint: 'https://hub.example/handback', launcher: true }
  await Promise.resolve()
  const first = element.widget
  expect(element.dataset.layout).toBe('floating')
  await Promise.resolve()
  expect([element.widget, element.shadowRoot?.querySelectorAll('.launcher').length]).toEqual([first, 1])
})

test('what somebody has opened opens, though options are set again, or another endpoint is, while it loads', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  for (const change of [() => void (element.options = { sound: true }), () => element.setAttribute('endpoint', 'https://other.example/handback')]) {
    const first = element.widget
    element.shadowRoot?.querySelector<HTMLElement>('.launcher')?.click()
    change()
    await vi.waitFor(() => expect(element.widget).not.toBe(first))
    await vi.waitFor(() => expect(element.shadowRoot?.querySelector<HTMLElement>('.panel')?.hidden).toBe(false))
    expect([element.widget?.isOpen, element.hasAttribute('open')]).toEqual([true, true])
  }
  element.widget?.close()
  const open = element.widget
  element.setAttribute('endpoint', 'https://hub.example/handback')
  await vi.waitFor(() => expect(element.widget).not.toBe(open))
  expect(element.widget?.isOpen).toBe(false)
})

test('flags say off, lists have spaces', () => {
  element.setAttribute('endpoint', '/handback')
  element.setAttribute('launcher', 'off')
  element.setAttribute('images', 'https://a.example https://b.example')
  document.body.append(element)
  expect(element.shadowRoot?.querySelector<HTMLElement>('.launcher')?.hidden).toBe(true)
})

test('attributes of the theme, words and the language are followed', async () => {
  element.setAttribute('endpoint', '/handback')
  document.body.append(element)
  const { widget } = element
  element.setAttribute('color-scheme', 'dark')
  element.setAttribute('accent', '#123456')
  expect([element.dataset.colorScheme, element.style.getPropertyValue('--handback-accent')]).toEqual(['dark', '#123456'])
  element.removeAttribute('color-scheme')
  expect(element.dataset.colorScheme).not.toBe('dark')
  element.strings = { openChat: 'Hilfe' }
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')).toBe('Hilfe'))
  element.setAttribute('locale', 'de')
  expect(element.widget).toBe(widget)
})

test('a dictionary by its address is taken from that module, and a module without one is an error event', async () => {
  element.setAttribute('endpoint', '/handback')
  element.setAttribute('strings', `data:text/javascript,export const words = ${encodeURIComponent("{ language: 'de', openChat: 'Chat öffnen' }")}`)
  document.body.append(element)
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')).toBe('Chat öffnen'))
  const heard = vi.fn()
  element.addEventListener('handback:error', (event) => heard((event as CustomEvent).detail.code))
  element.strings = 'data:text/javascript,export const none = 1'
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith('client/unavailable'))
})

test('of two dictionaries that are asked for one after the other the last is spoken, however late the first comes', async () => {
  let come = () => {}
  vi.stubGlobal('slowWords', new Promise<void>((resolve) => (come = resolve)))
  onTestFinished(() => void vi.unstubAllGlobals())
  element.setAttribute('endpoint', '/handback')
  document.body.append(element)
  const label = () => element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')
  const slow = `data:text/javascript,await globalThis.slowWords; export const words = ${encodeURIComponent("{ language: 'fr', openChat: 'Ouvrir' }")}`
  element.setAttribute('strings', slow)
  element.setAttribute('strings', `data:text/javascript,export const words = ${encodeURIComponent("{ language: 'de', openChat: 'Chat öffnen' }")}`)
  await vi.waitFor(() => expect(label()).toBe('Chat öffnen'))
  const first = import(/* @vite-ignore */ slow)
  come()
  await first
  await vi.dynamicImportSettled()
  expect(label()).toBe('Chat öffnen')
})

test('without the words that it had been given it speaks English again', async () => {
  element.setAttribute('endpoint', '/handback')
  document.body.append(element)
  await element.open()
  const label = () => element.shadowRoot?.querySelector('.launcher')?.getAttribute('aria-label')
  const panel = () => {
    const section = element.shadowRoot?.querySelector('.panel')
    return [section?.getAttribute('aria-label'), section?.getAttribute('lang')]
  }
  const speaks = (...words: string[]) => vi.waitFor(() => expect([label(), ...panel()]).toEqual(words))
  element.strings = { language: 'de', openChat: 'Chat öffnen', chat: 'Gespräch' }
  await speaks('Chat öffnen', 'Gespräch', 'de')
  element.strings = undefined
  await speaks('Open chat', 'Chat', 'en')
  element.setAttribute('strings', `data:text/javascript,export const words = ${encodeURIComponent("{ language: 'fr', openChat: 'Ouvrir', chat: 'Clavardage' }")}`)
  await speaks('Ouvrir', 'Clavardage', 'fr')
  element.removeAttribute('strings')
  await speaks('Open chat', 'Chat', 'en')
})

test('it survives being moved', () => {
  element.setAttribute('endpoint', '/handback')
  document.body.append(element)
  const place = document.createElement('div')
  document.body.append(place)
  place.append(element)
  expect(element.parentElement).toBe(place)
  expect(element.shadowRoot?.querySelectorAll('.launcher')).toHaveLength(1)
  place.remove()
})

test('attributes are its theme', () => {
  const attributes = { endpoint: '/handback', 'color-scheme': 'dark', accent: '#123456', radius: '12', density: 'compact' }
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  expect(element.dataset).toMatchObject({ colorScheme: 'dark', density: 'compact' })
  expect(element.style.getPropertyValue('--handback-accent')).toBe('#123456')
  expect(element.style.getPropertyValue('--handback-radius')).toBe('12px')
})

test('the open attribute is followed, says what is, and is what a framework’s property means', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  const panel = () => element.shadowRoot?.querySelector<HTMLElement>('.panel')
  element.open = true as never
  await vi.waitFor(() => expect(panel()?.hidden).toBe(false))
  expect(element.hasAttribute('open')).toBe(true)
  await element.close()
  expect(element.hasAttribute('open')).toBe(false)
  await element.open()
  expect(element.hasAttribute('open')).toBe(true)
  element.removeAttribute('open')
  expect(element.widget?.isOpen).toBe(false)
})

test('a property that a framework takes away again is as if it had never been set', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  for (const none of [undefined, null]) {
    element.options = { position: 'start' }
    await Promise.resolve()
    expect(element.dataset['position']).toBe('start')
    element.options = none
    await Promise.resolve()
    expect([element.options, element.widget !== undefined, element.dataset['position']]).toEqual([{}, true, 'end'])
    element.open = true
    element.open = none
    expect([element.hasAttribute('open'), element.widget?.isOpen]).toEqual([false, false])
  }
})

test('a copy of an open one, as routers keep for the way back, is not open by that; the same one, put in again, is', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  await element.open()
  const copy = element.cloneNode(true) as HandbackChatElement
  expect(copy.hasAttribute('open')).toBe(true)
  await element.close()
  element.remove()
  await vi.waitFor(() => expect(element.widget).toBeUndefined())
  document.body.append(copy)
  await Promise.resolve()
  expect([copy.widget?.isOpen, copy.hasAttribute('open')]).toEqual([false, false])
  copy.remove()
  element.setAttribute('open', '')
  document.body.append(element)
  await Promise.resolve()
  expect([element.widget?.isOpen, element.hasAttribute('open')]).toEqual([true, true])
})

test('the open attribute opens it, inline fills its place', async () => {
  element.setAttribute('endpoint', '/handback')
  element.setAttribute('open', '')
  document.body.append(element)
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector<HTMLElement>('.panel')?.hidden).toBe(false))
  element.remove()
  element.removeAttribute('open')
  element.setAttribute('layout', 'inline')
  document.body.append(element)
  await vi.waitFor(() => expect(element.shadowRoot?.querySelector<HTMLElement>('.panel')?.hidden).toBe(false))
  expect(element.dataset.layout).toBe('inline')
})

test('a verb in the task of a change goes to the widget that comes, whichever is first, and what was wished goes along', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  const first = element.widget
  await element.setComposerValue('Half a')
  element.options = { sound: true }
  await element.open()
  expect(element.widget).not.toBe(first)
  expect([element.widget?.isOpen, element.shadowRoot?.querySelector<HTMLElement>('.panel')?.hidden]).toEqual([true, false])
  expect(element.shadowRoot?.querySelector('textarea')?.value).toBe('Half a')
  const second = element.widget
  const chat = element.chat()
  element.setAttribute('endpoint', 'https://other.example/handback')
  await vi.waitFor(() => expect(element.widget).not.toBe(second))
  await chat
  expect(element.widget?.isOpen).toBe(true)
})

test('a verb that a replaced widget could not do any more is done by the next', async () => {
  element.setAttribute('endpoint', 'https://hub.example/handback')
  document.body.append(element)
  const sent = element.sendMessage('Hello')
  element.setAttribute('storage-key', 'another')
  await expect(sent).resolves.toEqual(expect.any(String))
})

test('without an endpoint it says so once, and every verb does', async () => {
  const message = 'handback: endpoint must be given, or transport or chat'
  const heard: unknown[] = []
  element.addEventListener('handback:error', (event) => heard.push((event as CustomEvent).detail))
  const early = element.open()
  document.body.append(element)
  await expect(early).rejects.toThrow(new TypeError(message))
  await expect(element.sendMessage('Hello')).rejects.toThrow(message)
  element.remove()
  document.body.append(element)
  await expect(element.open()).rejects.toThrow(message)
  expect(heard).toEqual([new TypeError(message)])
  element.setAttribute('endpoint', 'https://hub.example/handback')
  await element.open()
  expect(element.widget?.isOpen).toBe(true)
})

test('an accent or a radius that is none is not put on the launcher', () => {
  for (const [name, value] of Object.entries({ endpoint: '/handback', radius: 'abc', layout: 'popup' })) element.setAttribute(name, value)
  document.body.append(element)
  expect([element.style.getPropertyValue('--handback-radius'), element.dataset.layout]).toEqual(['', 'floating'])
  vi.stubGlobal('CSS', { supports: (_: string, value: string) => value !== 'zzz' })
  element.theme = { accent: 'zzz' }
  expect(element.style.getPropertyValue('--handback-accent')).toBe('')
  element.theme = { accent: 'red' }
  expect(element.style.getPropertyValue('--handback-accent')).toBe('red')
  vi.unstubAllGlobals()
})
