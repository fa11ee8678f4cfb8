// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { HandbackError } from '../../src/protocol/errors.ts'
import { english } from '../../src/ui/english.ts'
import { bot, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let rig: PanelRig
afterEach(() => {
  vi.useRealTimers()
  rig.destroy()
})
const box = () => rig.one('footer textarea') as HTMLTextAreaElement | null

describe('the box to write in', () => {
  test('has what was written at an earlier visit, and keeps what is written now', () => {
    vi.useFakeTimers()
    const kept: string[] = []
    rig = openPanel({ draft: { get: () => 'half a', set: (text) => void kept.push(text) } })
    expect(box()?.value).toBe('half a')
    rig.write(box(), 'half a sentence')
    act(() => void vi.advanceTimersByTime(1000))
    expect(kept).toEqual(['half a sentence'])
  })

  test('is written into by the page, before it is there and after', () => {
    rig = openPanel()
    act(() => rig.panel.setComposerValue('From the page'))
    expect([box()?.value, rig.calls('sendMessage')]).toEqual(['From the page', []])
    act(() => rig.named(english.menu)?.focus())
    act(() => rig.panel.focusComposer())
    expect(rig.focused()).toBe(box())
  })

  test('has files and dictation unless the page says otherwise', () => {
    rig = openPanel({ files: false })
    expect(rig.named(english.attach)).toBeUndefined()
    rig.destroy()
    rig = openPanel()
    expect(rig.named(english.attach)).toBeDefined()
  })
})

describe('a hub without a place for files', () => {
  test('says so at the first one, in its own words: the button goes, the page hears of it, and what is written is sent without', async () => {
    rig = openPanel()
    rig.write(box(), 'Here it is')
    rig.fake.failWith(new HandbackError('request/not-found', 'No files here.'))
    const chooser = rig.one('input[type=file]') ?? rig.root.querySelector('input[type=file]')
    Object.defineProperty(chooser, 'files', { value: [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')] })
    act(() => void chooser?.dispatchEvent(new Event('change')))
    await rig.settled()
    await vi.waitFor(() => expect(rig.text('.refused p')).toEqual([english.filesOff]))
    expect(rig.named(english.attach)).toBeUndefined()
    expect(rig.errors).toMatchObject([{ code: 'request/not-found' }, { code: 'request/not-found' }])
    rig.fake.failWith(undefined)
    await rig.press(english.send)
    expect(rig.calls('sendMessage')).toEqual([['sendMessage', 'Here it is']])
  })
})

describe('a hub that has said that it has no place for files', () => {
  const file = () => new File(['a'], 'a.txt')

  test('is offered none: there is no button, from when that is known, and who was at it goes on in the box', async () => {
    rig = openPanel()
    act(() => rig.named(english.attach)?.focus())
    act(() => rig.fake.state({ files: false }))
    await rig.settled()
    expect([rig.named(english.attach), rig.root.querySelector('input[type=file]'), rig.focused()]).toEqual([undefined, null, box()])
    act(() => rig.fake.state({ files: true }))
    expect(rig.named(english.attach)).toBeDefined()
  })

  test.each(['paste', 'drop'])('refuses what is brought by a %s in the usual words', async (type) => {
    rig = openPanel()
    act(() => rig.fake.state({ files: false }))
    rig.fake.failWith(new HandbackError('request/not-found', 'No files here.'))
    const data = { types: ['Files'], files: [file()], getData: () => '' }
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clipboardData: data, dataTransfer: data })
    act(() => void box()?.dispatchEvent(event))
    await rig.settled()
    await vi.waitFor(() => expect(rig.text('.refused p')).toEqual([english.filesOff]))
    expect([event.defaultPrevented, rig.named(english.send)?.hasAttribute('disabled'), rig.all('.upload')]).toEqual([true, true, []])
  })
})

describe('a conversation that holds as many files as it may', () => {
  test('says so, once for all of them, and offers no other try', async () => {
    rig = openPanel()
    rig.fake.failWith(new HandbackError('limit/reached', 'This conversation holds too many files.'))
    const chooser = rig.root.querySelector('input[type=file]')
    Object.defineProperty(chooser, 'files', { value: [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')] })
    act(() => void chooser?.dispatchEvent(new Event('change')))
    await rig.settled()
    await vi.waitFor(() => expect(rig.text('.refused p')).toEqual([english.filesFull]))
    expect([rig.named(english.retry), rig.all('.upload').length, rig.named(english.attach) !== undefined]).toEqual([undefined, 0, true])
  })
})

describe('a file that is dropped', () => {
  const drag = (type: string) => {
    const dataTransfer = { types: ['Files'], files: [new File(['a'], 'a.txt')], dropEffect: 'move' }
    const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer })
    act(() => void rig.one('.panel')?.dispatchEvent(event))
    return [event.defaultPrevented, dataTransfer.dropEffect]
  }

  test('does not take the page away where none can be sent', async () => {
    for (const options of [{ files: false }, { preChat: { fields: [{ name: 'order', label: 'Order', kind: 'text' as const }] } }]) {
      rig = openPanel(options)
      await rig.settled()
      expect([drag('dragover'), drag('drop')]).toEqual([[true, 'none'], [true, 'move']])
      await rig.settled()
      expect([rig.one('.drop'), rig.calls('uploadFile')]).toEqual([null, []])
      rig.destroy()
    }
    rig = openPanel()
    expect(drag('dragover')).toEqual([true, 'copy'])
    drag('drop')
    await rig.settled()
    await vi.waitFor(() => expect(rig.calls('uploadFile')).toHaveLength(1))
  })
})

describe('what is asked before the first message', () => {
  const preChat = { form: 'form-start', title: 'Before we begin', fields: [{ name: 'order', label: 'Order', kind: 'text' as const, required: true }] }

  test('takes the place of the box until it is answered', async () => {
    rig = openPanel({ preChat })
    await rig.settled()
    expect(box()).toBeNull()
    expect(rig.one('form.card')?.textContent).toContain('Before we begin')
    rig.write(rig.one('form.card input'), 'A-7')
    await rig.press(english.formSend)
    expect(rig.calls('submitForm')).toEqual([['submitForm', 'form-start', { order: 'A-7' }, { title: 'Before we begin', fields: preChat.fields }]])
    expect(box()).not.toBeNull()
  })

  test('is not asked in a conversation that has begun', async () => {
    rig = openPanel({ preChat })
    act(() => void rig.fake.says(visitor, 'Hi'))
    await rig.settled()
    expect([box() !== null, rig.one('form.card')]).toEqual([true, null])
  })
})

describe('the header', () => {
  const status = () => rig.one('[role=status]')?.textContent

  test('does not claim that somebody is being fetched while nobody can be reached', () => {
    vi.useFakeTimers()
    rig = openPanel()
    act(() => rig.fake.$status.set({ type: 'connecting', place: 2 }))
    expect(status()).toMatch(/^Connecting to agent…/)
    act(() => rig.fake.$connection.set('offline'))
    expect(status()).toBe(english.reconnecting)
    act(() => rig.fake.$connection.set('live'))
    expect(status()).toMatch(/^Connecting to agent…/)
    act(() => rig.fake.$connection.set('connecting'))
    act(() => void vi.advanceTimersByTime(5000))
    expect(status()).toBe(english.notConnected)
  })

  test('names no assistant once it could not be reached for five seconds, and not before', () => {
    vi.useFakeTimers()
    rig = openPanel()
    act(() => rig.fake.$connection.set('offline'))
    act(() => void vi.advanceTimersByTime(4999))
    expect(status()).toBe('Chatting with AI Assistant')
    const dot = () => rig.one('header')?.dataset.status
    expect(dot()).toBe('assistant')
    act(() => void vi.advanceTimersByTime(1))
    expect([status(), dot()]).toEqual([english.notConnected, 'closed'])
    act(() => rig.fake.$connection.set('live'))
    expect(status()).toBe('Chatting with AI Assistant')
  })

  test('goes on to name the person who is there', () => {
    rig = openPanel()
    act(() => {
      rig.fake.$status.set({ type: 'agent', agent: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }, away: false })
      rig.fake.$connection.set('offline')
    })
    expect(status()).toBe('Chatting with Sarah')
  })
})

test('out of hours there is a form for a message, which begins with what the visitor wrote', async () => {
  rig = openPanel()
  act(() => {
    rig.fake.says(visitor, 'My card is gone')
    rig.fake.notice('out-of-hours', {}, 'assistant')
  })
  await rig.press(english.replyTicket)
  expect((rig.focused() as HTMLTextAreaElement).value).toBe('My card is gone')
  await rig.press(english.ticketSend)
  expect(rig.calls('leaveMessage')).toEqual([['leaveMessage', 'My card is gone', undefined]])
})

test('a change of the language is heard once, and what comes after it in that language', async () => {
  rig = openPanel()
  act(() => void rig.fake.says(bot, 'Hello'))
  await act(() => rig.panel.setStrings({ ...english, language: 'de', chooseLanguage: 'Sprache', assistantName: 'KI' }))
  act(() => void rig.fake.says(bot, 'Guten Tag'))
  await act(() => rig.panel.setStrings({ ...english, language: 'de', assistantName: 'Helfer' }))
  expect(rig.said()).toEqual(['AI Assistant: Hello', 'Sprache: Deutsch', 'KI: Guten Tag'])
  expect(rig.calls('setLocale')).toEqual([['setLocale', 'de'], ['setLocale', 'de']])
})

test('what was pressed in vain is told to the visitor, once, and to the page', async () => {
  rig = openPanel()
  const error = new Error('gone')
  rig.fake.failWith(error)
  await rig.press(english.talkToHuman)
  expect([rig.text('[role=alert]'), rig.errors]).toEqual([[english.failed], [error]])
})
