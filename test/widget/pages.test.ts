// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConversationSummary } from '../../src/client/api.ts'
import { ASSISTANT, HandbackError } from '../../src/protocol/index.ts'
import { english } from '../../src/ui/english.ts'
import { bot, visitor } from './fake-chat.ts'
import { openPanel } from './panel-rig.ts'
import type { PanelRig } from './panel-rig.ts'

let rig: PanelRig
const lost = new HandbackError('transport/unreachable', 'lost')
const title = () => rig.root.getElementById(rig.one('[role=dialog]')?.getAttribute('aria-labelledby') ?? '')?.textContent
const under = () => rig.one('.main')?.inert

beforeEach(() => {
  rig = openPanel()
})
afterEach(() => rig.destroy())

describe('earlier conversations', () => {
  const at = new Date()
  const summary = (conversation: string, more: Partial<ConversationSummary> = {}): ConversationSummary =>
    ({ conversation, phase: 'closed', updated: new Date(at.getFullYear(), at.getMonth(), at.getDate(), 14, 5).getTime(), preview: `words of ${conversation}`, ...more })
  const visitorOf = { id: 'visitor-1', kind: 'visitor', name: '' } as const
  const said = (seq: number, by: typeof visitorOf | typeof ASSISTANT, text: string) => ({
    seq, prev: seq - 1, at: seq, by: { id: by.id, kind: by.kind }, type: 'message-sent', audience: 'everyone', cause: `command-000${seq}`,
    data: { message: `message-${seq}`, parts: [{ type: 'text', text }] },
  })
  const recordOf = (...more: readonly object[]) => JSON.stringify({
    format: 'handback/conversation', version: 1, conversation: 'conversation-9', visitor: 'visitor-1', log: 1, exported: 9, audience: 'everyone',
    events: [
      { ...said(1, visitorOf, ''), type: 'conversation-started', data: { visitor: visitorOf } },
      said(2, visitorOf, 'Where is my parcel?'),
      said(3, ASSISTANT, 'On its way.'),
      ...more,
    ],
  })
  const record = recordOf()
  const list = async () => {
    await rig.press(english.menu)
    await rig.press(english.earlierConversations)
  }

  test('are a page in place of the thread, with what was said, when, and whether it has ended; the one that is open is not among them', async () => {
    rig.fake.has({ conversations: [summary('conversation-1', { phase: 'bot' }), summary('conversation-2', { phase: 'bot' }), summary('conversation-0')] })
    act(() => void rig.fake.says(visitor, 'Hi'))
    await list()
    expect([title(), under()]).toEqual([english.earlierConversations, true])
    expect(rig.focused()).toBe(rig.named(english.back))
    expect(rig.text('.entry')).toEqual(['words of conversation-2today · 14:05', `words of conversation-0today · 14:05 · ${english.statusClosed}`])
  })

  test('are read, and gone on with; the way back is the way that was come', async () => {
    rig.fake.has({ conversations: [summary('conversation-0'), summary('conversation-9')] })
    const { transcript } = rig.fake.chat
    rig.fake.chat.transcript = async (...all) => {
      await transcript(...all)
      return new Blob([record])
    }
    act(() => void rig.fake.says(visitor, 'Hi'))
    await list()
    const entry = () => rig.all('.entry')[1]
    act(() => entry()?.focus())
    await rig.press(entry()?.textContent ?? '')
    await rig.settled()
    expect(rig.calls('transcript')[0]).toMatchObject(['transcript', 'json', { conversation: 'conversation-9' }])
    expect(title()).toBe(`${english.conversation} · today`)
    expect(rig.text('.sheet .bubble')).toEqual(['Where is my parcel?', 'On its way.'])
    expect(rig.all('.sheet .thumb, .sheet textarea')).toEqual([])
    await rig.key('Escape')
    expect(title()).toBe(english.earlierConversations)
    expect(rig.focused()).toBe(entry())
    await rig.key('Escape')
    expect([rig.one('[role=dialog]'), under(), rig.focused(), rig.closed()]).toEqual([null, false, rig.named(english.menu), 0])
    await list()
    await rig.press(entry()?.textContent ?? '')
    await rig.press(english.continueConversation)
    expect(rig.calls('openConversation')).toEqual([['openConversation', 'conversation-9']])
    expect([rig.one('[role=dialog]'), rig.focused()]).toEqual([null, rig.one('footer textarea')])
  })

  test.each([[english.sent, []], [english.read, [{ ...said(4, ASSISTANT, ''), type: 'read-marked', data: { seq: 3 } }]]])('say “%s” of what the visitor wrote last, as it was', async (state, more) => {
    rig.fake.has({ conversations: [summary('conversation-9')] })
    rig.fake.chat.transcript = async () => new Blob([recordOf(...more)])
    await list()
    await rig.press(rig.one('.entry')?.textContent ?? '')
    await rig.settled()
    expect(rig.text('.sheet .meta')[0]).toMatch(new RegExp(` · ${state}$`))
  })

  test('that cannot be read say so, and nothing else breaks', async () => {
    rig.fake.has({ conversations: [summary('conversation-9')] })
    await list()
    await rig.press(rig.one('.entry')?.textContent ?? '')
    expect(rig.text('[role=alert]')).toEqual([english.conversationsFailed])
    expect(rig.errors).toMatchObject([{ code: 'record/invalid' }])
  })

  test('leave room for a new one, once there is one', async () => {
    rig.fake.has({ conversations: [summary('conversation-1')] })
    await list()
    expect(rig.text('.entry').length).toBe(1)
    expect(rig.named(english.newConversation)).toBeUndefined()
    await rig.key('Escape')
    act(() => void rig.fake.says(visitor, 'Hi'))
    await list()
    // the one that is open is none of them
    expect(rig.text('.quiet')).toEqual([english.noConversations])
    await rig.press(english.newConversation)
    expect(rig.calls('openConversation')).toEqual([['openConversation', null]])
    expect(rig.one('[role=dialog]')).toBeNull()
  })

  test('that do not come can be asked for again', async () => {
    rig.fake.failWith(lost)
    await list()
    expect([rig.text('[role=alert]'), rig.errors]).toEqual([[english.conversationsFailed], [lost]])
    rig.fake.failWith(undefined)
    rig.fake.has({ conversations: [summary('conversation-0')] })
    await rig.press(english.tryAgain)
    expect([rig.text('[role=alert]'), rig.all('.entry').length]).toEqual([[], 1])
  })
})

describe('a source', () => {
  const cite = (url?: string) => act(() => void rig.fake.says(bot, 'See there', { parts: [{ type: 'citation', id: 'fees', title: 'Fees', ...(url && { url }) }] }))
  const press = async (more: MouseEventInit = {}) => {
    const source = rig.one('.cite')
    source?.focus()
    const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...more })
    act(() => void source?.dispatchEvent(event))
    await rig.settled()
    return event
  }

  test('is shown as its article, with the way to its page, and back to where it was pressed', async () => {
    rig.fake.has({ articles: [{ id: 'fees', title: 'Fees', url: '/help/fees', text: 'A card costs **5 €**.' }] })
    cite('/help/fees')
    expect((await press()).defaultPrevented).toBe(true)
    expect([title(), rig.one('.article strong')?.textContent, under()]).toEqual(['Fees', '5 €', true])
    expect((rig.named(english.articleOpen, 'a') as HTMLAnchorElement).getAttribute('href')).toMatch(/\/help\/fees$/)
    await rig.press(english.back)
    expect([rig.one('[role=dialog]'), rig.focused()]).toEqual([null, rig.one('.cite')])
  })

  test('is a link as ever for who wants it in another tab', async () => {
    cite('/help/fees')
    expect((await press({ ctrlKey: true })).defaultPrevented).toBe(false)
    expect([rig.one('[role=dialog]'), rig.calls('article')]).toEqual([null, []])
  })

  test('without an address is a button', async () => {
    rig.fake.has({ articles: [{ id: 'fees', title: 'Fees', text: 'Five.' }] })
    cite()
    expect(rig.one('.cite')?.tagName).toBe('BUTTON')
    await press()
    expect([rig.one('.article')?.textContent, rig.named(english.articleOpen, 'a')]).toEqual(['Five.', undefined])
  })

  test('that the hub has no article of leaves the way to its page', async () => {
    cite('/help/fees')
    await press()
    expect(rig.named(english.articleOpen, 'a')).toBeDefined()
    expect([rig.text('[role=alert]'), rig.errors]).toEqual([[], []])
  })

  test('that does not come can be asked for again, or gone to', async () => {
    rig.fake.failWith(lost)
    cite('/help/fees')
    await press()
    expect([rig.text('[role=alert]'), rig.errors]).toEqual([[english.articleFailed], [lost]])
    expect(rig.named(english.articleOpen, 'a')).toBeDefined()
    rig.fake.failWith(undefined)
    rig.fake.has({ articles: [{ id: 'fees', title: 'Fees', text: 'Five.' }] })
    await rig.press(english.tryAgain)
    expect(rig.one('.article')?.textContent).toBe('Five.')
  })

  test('that fails after its page was left is nobody’s business', async () => {
    let fail = (_: unknown) => {}
    rig.fake.chat.article = () => new Promise((_, reject) => (fail = reject))
    cite('/help/fees')
    await press()
    await rig.press(english.back)
    fail(lost)
    await rig.settled()
    expect([rig.errors, rig.text('[role=alert]')]).toEqual([[], []])
  })

  test('is closed by Escape wherever the focus is, and only then the panel', async () => {
    cite('/help/fees')
    await press()
    act(() => rig.named(english.menu)?.focus())
    await rig.key('Escape')
    expect([rig.one('[role=dialog]'), rig.closed()]).toEqual([null, 0])
    await rig.key('Escape')
    expect(rig.closed()).toBe(1)
  })
})

test('a page is gone when the panel was closed meanwhile, and nothing that arrives takes the focus', async () => {
  act(() => void rig.fake.says(visitor, 'Hi'))
  await rig.press(english.menu)
  await rig.press(english.earlierConversations)
  act(() => void rig.fake.says(bot, 'Hello'))
  expect(rig.focused()).toBe(rig.named(english.back))
  expect(rig.said()).toEqual(['AI Assistant: Hello'])
  act(() => rig.panel.setOpen(false))
  act(() => rig.panel.setOpen(true))
  expect([rig.one('[role=dialog]'), rig.focused()]).toEqual([null, rig.one('footer textarea')])
})
