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
    expect(status()).toBe(english.reconnecting)
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
