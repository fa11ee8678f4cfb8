// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, expectTypeOf, onTestFinished, test } from 'vitest'
import type { ChatEvents } from '../../src/client/api.ts'
import { mount } from '../../src/widget/mount.ts'
import type { WidgetEvents } from '../../src/widget/options.ts'
import { told } from '../../src/widget/told.ts'
import { createFakeChat } from './fake-chat.ts'

/** What the widget itself brings about, and tells of. */
type Own = 'ready' | 'load' | 'open' | 'close'

test('what is passed on is all that a chat tells, and nothing else', () => {
  expectTypeOf<(typeof told)[number]>().toEqualTypeOf<Exclude<keyof ChatEvents, Own>>()
  expectTypeOf<(typeof told)[number] | Own>().toEqualTypeOf<keyof WidgetEvents>()
  expect(new Set(told).size).toBe(told.length)
})

test('the page hears each of them by the handle and on the element', async () => {
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  await act(() => widget.open())
  const heard: string[] = []
  for (const type of told) {
    widget.on(type, () => heard.push(`on ${type}`))
    widget.element.addEventListener(`handback:${type}`, () => heard.push(`element ${type}`))
    act(() => fake.emit(type, null as never))
  }
  expect(heard).toEqual(told.flatMap((type) => [`on ${type}`, `element ${type}`]))
})
