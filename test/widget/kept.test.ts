// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browserStorage } from '../../src/client/index.ts'
import { keptEntry } from '../../src/widget/kept-open.ts'
import { keptChat } from '../../src/widget/kept-chat.ts'
import { keptUnder } from '../../src/widget/kept.ts'
import { bubbles, chatWorld } from '../client/chat-world.ts'
import { settled, until } from '../hub/until.ts'

function under(key: string) {
  const kept = keptUnder(key)
  return { ...kept, ...keptChat(kept) }
}

beforeEach(() => localStorage.clear())
afterEach(() => void vi.unstubAllGlobals())

const record = '{"conversation":"conversation-1","outbox":[]}'

test('the record and the session share one entry and do not overwrite each other', async () => {
  const { chat, session } = under('handback')
  session.set('a token')
  await chat.set('handback', record)
  expect(Object.keys({ ...localStorage })).toEqual(['handback'])
  expect(session.get()).toBe('a token')
  session.set('the next')
  expect(JSON.parse((await chat.get('handback')) ?? '')).toMatchObject(JSON.parse(record))
  const reloaded = under('handback')
  expect(reloaded.session.get()).toBe('the next')
  expect(JSON.parse((await reloaded.chat.get('handback')) ?? '')).toMatchObject(JSON.parse(record))
})

test('forgetting the conversation forgets the session', async () => {
  const { chat, session } = under('handback')
  session.set('a token')
  await chat.delete('handback')
  expect(session.get()).toBeNull()
  expect(localStorage.length).toBe(0)
})

test('without storage both live as long as the page', async () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied })
  const { chat, session } = under('handback')
  session.set('a token')
  await chat.set('handback', record)
  expect(session.get()).toBe('a token')
  await chat.delete('handback')
  expect(session.get()).toBeNull()
})

test('another program’s value counts as nothing', () => {
  localStorage.setItem('handback', 'not json')
  expect(under('handback').session.get()).toBeNull()
  localStorage.setItem('handback', 'null')
  expect(under('handback').session.get()).toBeNull()
})

test('whether the panel stands open is kept with a conversation, and only with one', async () => {
  keptUnder('handback').keepOpen(true)
  expect(localStorage.length).toBe(0)
  const { chat, session } = under('handback')
  session.set('a token')
  keptUnder('handback').keepOpen(true)
  expect(keptEntry('handback')).toEqual({ found: false, open: false })
  await chat.set('handback', record)
  keptUnder('handback').keepOpen(true)
  await chat.set('handback', record)
  session.set('the next')
  expect(keptEntry('handback')).toEqual({ found: true, open: true })
  expect(JSON.parse((await chat.get('handback')) ?? '')).toMatchObject({ ...JSON.parse(record), session: 'the next' })
  keptUnder('handback').keepOpen(false)
  expect(keptEntry('handback')).toEqual({ found: true, open: false })
  expect(session.get()).toBe('the next')
  keptUnder('handback').keepOpen(true)
  await chat.delete('handback')
  expect(keptEntry('handback')).toEqual({ found: false, open: false })
})

test('a record that moved to IndexedDB leaves its mark beside the session, and the panel’s memory', () => {
  const { chat, session } = under('handback')
  session.set('a token')
  chat.set('handback', '{"in":"indexeddb"}')
  keptUnder('handback').keepOpen(true)
  expect(keptEntry('handback')).toEqual({ found: true, open: true })
  expect(chat.get('handback')).toContain('"in":"indexeddb"')
  expect(session.get()).toBe('a token')
  chat.delete('handback')
  expect(localStorage.length).toBe(0)
})

test('a draft and choices of the panel are kept without a conversation, and are none', async () => {
  const { panel } = under('handback')
  panel.draft.set('')
  expect(localStorage.length).toBe(0)
  panel.draft.set('Where is my "conversation"')
  panel.memory.set('language', 'de')
  expect(keptEntry('handback')).toEqual({ found: false, open: false })
  const { panel: next, chat, session } = under('handback')
  expect([next.draft.get(), next.memory.get('language'), next.memory.get('sound')]).toEqual(['Where is my "conversation"', 'de', undefined])
  const kept = browserStorage(chat)
  await kept.update?.('handback', () => record)
  session.set('a token')
  expect(keptEntry('handback').found).toBe(true)
  expect([next.draft.get(), session.get(), JSON.parse((await kept.get('handback')) ?? '')]).toMatchObject(['Where is my "conversation"', 'a token', JSON.parse(record)])
  next.draft.set('')
  expect(JSON.parse(localStorage.getItem('handback') ?? '')).not.toHaveProperty('draft')
  await kept.update?.('handback', () => null)
  expect([localStorage.length, next.memory.get('language')]).toEqual([0, undefined])
})

test('the last of what is kept takes the entry with it', () => {
  const { panel } = under('handback')
  panel.draft.set('Hello')
  panel.draft.set('')
  expect(localStorage.length).toBe(0)
})

/** From here on nothing more goes in; what is there stays. */
function full(): void {
  const { localStorage } = globalThis
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => localStorage.getItem(key),
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
    removeItem: (key: string) => localStorage.removeItem(key),
  })
}

test('what storage has no room for wins over what stands there, and goes in once there is room again', () => {
  const { session, panel } = under('handback')
  session.set('first')
  full()
  session.set('second')
  expect([session.get(), under('handback').session.get()]).toEqual(['second', 'first'])
  vi.unstubAllGlobals()
  panel.draft.set('Hello')
  expect([session.get(), under('handback').session.get()]).toEqual(['second', 'second'])
})

test('where storage is full what was sent stays, in one conversation, though something was kept before', async () => {
  const kept = under('handback')
  kept.panel.draft.set('Hel')
  full()
  const { chat, commands } = chatWorld({ storage: browserStorage(kept.chat), storageKey: 'handback', tabs: null })
  await chat.sendMessage('one')
  await until(() => commands().length === 1)
  await chat.sendMessage('two')
  await settled()
  const conversations = new Set(commands().map(({ conversation }) => conversation))
  expect([bubbles(chat), conversations.size]).toEqual([['sending one', 'sending two'], 1])
})

test('a draft goes with whoever wrote it, before any conversation too, and stays for the same person', async () => {
  const { chat: place, panel } = under('handback')
  const { chat } = chatWorld({ storage: browserStorage(place), storageKey: 'handback', tabs: null })
  const left = vi.fn()
  chat.on('forget', left)
  panel.draft.set('My diagnosis is')
  const who = (id: string) => ({ id, credentials: () => `token-${id}` })
  await chat.identify(who('ann'))
  await chat.identify(who('ann'))
  expect([panel.draft.get(), left.mock.calls.length]).toEqual(['My diagnosis is', 0])
  await chat.identify(who('bob'))
  expect([panel.draft.get(), localStorage.length, left.mock.calls.length]).toEqual(['', 0, 1])
  panel.draft.set('Mine')
  await chat.identify(null)
  expect([panel.draft.get(), left.mock.calls.length]).toEqual(['', 2])
  await chat.sendMessage('one')
  await chat.reset()
  expect(left).toHaveBeenCalledTimes(3)
})
