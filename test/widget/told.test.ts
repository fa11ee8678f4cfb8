// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, expectTypeOf, onTestFinished, test, vi } from 'vitest'
import type { ChatEvents } from '../../src/client/api.ts'
import { mount } from '../../src/widget/mount.ts'
import type { WidgetEvents, WidgetHandle } from '../../src/widget/options.ts'
import { HandbackError } from '../../src/protocol/errors.ts'
import { told } from '../../src/widget/told.ts'
import { createFakeChat } from './fake-chat.ts'

/** What the widget itself brings about, and tells of; what goes wrong is told by both. */
type Own = 'ready' | 'load' | 'open' | 'close' | 'error'

test('what is passed on is all that a chat tells, and nothing else', () => {
  expectTypeOf<(typeof told)[number]>().toEqualTypeOf<Exclude<keyof ChatEvents, Own>>()
  expectTypeOf<(typeof told)[number] | Own>().toEqualTypeOf<keyof WidgetEvents>()
  expect(new Set(told).size).toBe(told.length)
})

test.each([...told, 'error'] as const)('the page hears %s by the handle and on the element', async (type) => {
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  await act(() => widget.open())
  const heard: string[] = []
  widget.on(type, () => heard.push(`on ${type}`))
  widget.element.addEventListener(`handback:${type}`, () => heard.push(`element ${type}`))
  act(() => fake.emit(type, new HandbackError('transport/lost', 'Gone.', { retryable: true }) as never))
  await vi.waitFor(() => expect(heard).toEqual([`on ${type}`, `element ${type}`]))
})

test('what no further attempt would mend, and what the page’s own functions throw, is told by the page where nobody reads it', async () => {
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  onTestFinished(() => void vi.unstubAllGlobals())
  const fake = createFakeChat()
  const thrown = new RangeError('a mistake of mine')
  const nowhere = new HandbackError('transport/protocol', 'Not a hub: /handbak/session.')
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  await act(() => widget.open())
  const passing = new HandbackError('transport/unreachable', 'No answer.', { retryable: true })
  act(() => [passing, nowhere, nowhere, thrown as never].forEach((error) => fake.emit('error', error)))
  await vi.waitFor(() => expect(reported).toEqual([nowhere, thrown]))
  // who listens is told instead
  const heard: unknown[] = []
  widget.on('error', (error) => heard.push(error))
  const other = new HandbackError('transport/protocol', 'Not a hub: /elsewhere/session.')
  act(() => [other, passing].forEach((error) => fake.emit('error', error)))
  await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining([other, passing])))
  expect(reported).toEqual([nowhere, thrown])
})

test('who listens hears what goes wrong as often as it does, whatever was thrown', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  onTestFinished(() => void vi.unstubAllGlobals())
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  await act(() => widget.open())
  const heard: unknown[] = []
  const off = widget.on('error', (error) => heard.push(error))
  const errors = [new RangeError('a mistake of mine'), new HandbackError('transport/protocol', 'Not a hub.'), 'words', undefined]
  for (let round = 0; round < 3; round += 1) act(() => errors.forEach((error) => fake.emit('error', error as never)))
  await vi.waitFor(() => expect(heard).toEqual([...errors, ...errors, ...errors]))
  expect(reported).not.toHaveBeenCalled()
  // and where nobody does, each is told once by the page
  off()
  for (let round = 0; round < 3; round += 1) act(() => errors.forEach((error) => fake.emit('error', error as never)))
  await vi.waitFor(() => expect(reported.mock.calls).toEqual(errors.map((error) => [error])))
})

test('an event that there is not is told once, with the nearest there is, when the panel is loaded or is there already', async () => {
  const widget = mount({ chat: createFakeChat().chat })
  onTestFinished(() => widget.destroy())
  const errors: string[] = []
  for (const type of [...told, 'ready', 'load', 'open', 'close'] as const) widget.on(type, () => {})
  widget.on('error', (error) => errors.push(error.message))
  widget.on('mesage' as never, () => {})
  await act(() => widget.open())
  await vi.waitFor(() => expect(errors).toEqual(['handback: there is no event mesage; message is the nearest']))
  errors.length = 0
  const off = widget.on('handback:close' as never, () => {})
  off()
  widget.on('mesage' as never, () => {})
  widget.on('sneeze' as never, () => {})
  await vi.waitFor(() => expect(errors).toEqual(['handback: there is no event handback:close; close is the nearest', 'handback: there is no event sneeze']))
})

test('where all events are there, nothing is fetched to look at them', async () => {
  const looked = vi.fn()
  vi.doMock('../../src/widget/checks.ts', async (original) => {
    looked()
    return original()
  })
  onTestFinished(() => void vi.doUnmock('../../src/widget/checks.ts'))
  const widget = mount({ endpoint: '/handback' })
  onTestFinished(() => widget.destroy())
  widget.on('unread', () => {})
  await act(() => widget.open())
  widget.on('open', () => {})
  await vi.dynamicImportSettled()
  expect(looked).not.toHaveBeenCalled()
  widget.on('opn' as never, () => {})
  await vi.waitFor(() => expect(looked).toHaveBeenCalledOnce())
})

test('what is told instead of facts before there is a chat is told of when there is one, and costs no fact', async () => {
  const fake = createFakeChat()
  const page = async (tell: (widget: WidgetHandle) => void) => {
    fake.calls.length = 0
    const widget = mount({ chat: fake.chat })
    onTestFinished(() => widget.destroy())
    const errors: unknown[] = []
    widget.on('error', (error) => errors.push(error))
    // loading in vain, so that all of it is kept
    fake.failWith(new Error('offline'))
    tell(widget)
    await expect(widget.chat()).rejects.toThrow('offline')
    errors.length = 0
    fake.failWith(undefined)
    await widget.chat()
    await vi.waitFor(() => expect(errors).toHaveLength(1))
    return [errors, fake.calls.filter(([name]) => name === 'setAttributes')]
  }
  const refused = (message: string) => expect.objectContaining({ code: 'client/refused', message })
  const lost = (promise: Promise<void>) => void promise.catch(() => {})
  expect(await page((widget) => {
    lost(widget.setAttributes({ plan: 'gold' }))
    lost(widget.setAttributes('since 2019' as never))
    lost(widget.setAttributes({ since: 2019 }))
  })).toEqual([[refused('values')], [['setAttributes', { plan: 'gold', since: 2019 }]]])
  expect(await page((widget) => lost(widget.setAttributes(null as never)))).toEqual([[refused('values')], []])
})

test('an event that is none at all is told as well', async () => {
  const widget = mount({ chat: createFakeChat().chat })
  onTestFinished(() => widget.destroy())
  const errors: string[] = []
  widget.on('error', (error) => errors.push(error.message))
  await act(() => widget.open())
  widget.on(undefined as never, () => {})
  await vi.waitFor(() => expect(errors).toEqual(['handback: there is no event undefined']))
})
