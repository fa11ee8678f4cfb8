// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, onTestFinished, test, vi } from 'vitest'
import '../../src/widget/element.ts'
import type { HandbackChatElement } from '../../src/widget/element.ts'
import { createFakeChat } from './fake-chat.ts'

function put(attributes: Readonly<Record<string, string>>, parent: Element = document.body): HandbackChatElement {
  const element = document.createElement('handback-chat') as HandbackChatElement
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  onTestFinished(() => element.remove())
  parent.append(element)
  return element
}
const launcher = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('.launcher')

test.each([
  ['off', true],
  ['false', true],
  ['', false],
  ['on', false],
  ['true', false],
])('launcher="%s" hides it: %j', (launcherIs, hidden) => {
  expect(launcher(put({ endpoint: '/handback', launcher: launcherIs }))?.hidden).toBe(hidden)
})

test.each([
  ['\n  https://a.example\n  https://b.example\n', []],
  ['a.example', ['handback: images must be an array of origins, such as https://cdn.example']],
])('a list may stand on lines of its own, with space around it: %j', async (images, told) => {
  const errors: string[] = []
  const element = put({ images })
  element.addEventListener('handback:error', (event) => errors.push((event as CustomEvent<Error>).detail.message))
  element.options = { chat: createFakeChat().chat }
  await vi.waitFor(() => expect(element.widget).toBeDefined())
  await act(() => element.widget?.open() as Promise<void>)
  expect(errors).toEqual(told)
})

test('an attribute that is set to what it is already keeps the widget', async () => {
  const element = put({ endpoint: '/handback', layout: 'floating' })
  await Promise.resolve()
  const { widget } = element
  expect(widget).toBeDefined()
  for (const name of ['endpoint', 'layout']) element.setAttribute(name, element.getAttribute(name) as string)
  await Promise.resolve()
  await new Promise((resolve) => setTimeout(resolve))
  expect(element.widget).toBe(widget)
})

test('what a widget inside of it tells opens and closes only that one', () => {
  const outer = put({ endpoint: '/handback' })
  const inner = put({ endpoint: '/handback', slot: 'footer' }, outer)
  inner.dispatchEvent(new CustomEvent('handback:open', { bubbles: true, composed: true }))
  expect([inner.hasAttribute('open'), outer.hasAttribute('open')]).toEqual([true, false])
  inner.removeAttribute('open')
  outer.dispatchEvent(new CustomEvent('handback:open', { bubbles: true, composed: true }))
  inner.dispatchEvent(new CustomEvent('handback:close', { bubbles: true, composed: true }))
  expect(outer.hasAttribute('open')).toBe(true)
})
