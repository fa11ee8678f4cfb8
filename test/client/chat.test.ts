import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { Chat, ChatStorage } from '../../src/client/index.ts'
import type { KnownCommand, Signal } from '../../src/protocol/index.ts'
import { ASSISTANT, HandbackError, textOf } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles, chatWorld, waitless } from './chat-world.ts'
import { hubSide } from './hub-side.ts'
import { scriptedTransport, unreachable } from './scripted-transport.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const subscribeAll = (chat: Chat): (() => void)[] => [
  chat.$state.subscribe(() => undefined),
  chat.$messages.subscribe(() => undefined),
  chat.$streaming.subscribe(() => undefined),
  chat.$status.subscribe(() => undefined),
  chat.$participants.subscribe(() => undefined),
  chat.$queue.subscribe(() => undefined),
  chat.$unread.subscribe(() => undefined),
  chat.$connection.subscribe(() => undefined),
  chat.on('message', () => undefined),
]

const delta = (message: string, offset: number, text: string, attempt = 1): Signal => ({
  key: `text:${message}`,
  by: ASSISTANT,
  audience: 'everyone',
  ttl: 60_000,
  data: { type: 'text-delta', message, attempt, offset, text },
})

type Hub = ReturnType<typeof hubSide>

/** A person has the conversation, and has said something. */
const human = (hub: Hub) => [
  ...hub.act('agent', 'floor-claim'),
  ...hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Sarah here' }] }),
]

describe('a quiet start', () => {
  function watched() {
    const calls: string[] = []
    const values = memoryStorage()
    const storage: ChatStorage = {
      get: (key) => (calls.push(`get ${key}`), values.get(key)),
      set: (key, value) => (calls.push(`set ${key}`), values.set(key, value)),
      delete: (key) => (calls.push(`delete ${key}`), values.delete(key)),
    }
    return { calls, storage }
  }

  test('stores nothing and requests nothing: creating, subscribing, looking and leaving make no call', async () => {
    const { calls, storage } = watched()
    const transport = scriptedTransport()
    const credentials = vi.fn(() => 'token')
    const chat = createChat({ transport, storage, credentials })
    const stops = subscribeAll(chat)
    chat.setVisible(true)
    chat.typing()
    await chat.loadEarlier()
    chat.retry('message-that-is-none')
    await settled()
    expect([calls, transport.attempts, credentials.mock.calls]).toEqual([[], [], []])
    expect(chat.$connection.get()).toBe('idle')
    expect(chat.$state.get()).toMatchObject({ conversation: null, phase: 'bot', waiting: false, answering: false, hasEarlier: false })
    for (const stop of stops) stop()
    chat.destroy()
    expect(calls).toEqual([])
  })

  test('reads one key to resume, and stops there when there is nothing to resume', async () => {
    const { calls, storage } = watched()
    const transport = scriptedTransport()
    const chat = createChat({ transport, storage, storageKey: 'shop-chat' })
    await chat.resume()
    await chat.resume()
    await settled()
    expect(calls).toEqual(['get shop-chat'])
    expect(transport.attempts).toEqual([])
  })

  test('ends with the first message: one key is written, and one connection made', async () => {
    waitless()
    const { calls, storage } = watched()
    const transport = scriptedTransport()
    const chat = createChat({ transport, storage })
    onTestFinished(chat.destroy)
    await chat.sendMessage('Hello')
    await until(() => transport.frames('command').length === 1)
    expect(new Set(calls.map((call) => call.split(' ')[1]))).toEqual(new Set(['handback']))
    expect(transport.attempts).toEqual([[{ topic: 'me' }, { topic: `conversation:${chat.$state.get().conversation}` }]])
    await chat.reset()
    expect(calls.at(-1)).toBe('delete handback')
    expect(transport.open).toBe(0)
    expect([...chat.$messages.get()]).toEqual([])
  })
})

describe('storage', () => {
  const broken: Readonly<Record<string, ChatStorage>> = {
    throws: {
      get: () => {
        throw new Error('denied')
      },
      set: () => {
        throw new Error('full')
      },
      delete: () => {
        throw new Error('denied')
      },
    },
    rejects: {
      get: () => Promise.reject(new Error('denied')),
      set: () => Promise.reject(new Error('full')),
      delete: () => Promise.reject(new Error('denied')),
    },
  }
  test.each(Object.keys(broken))('that %s costs the next page its memory, not this one its chat', async (how) => {
    const { chat, errors, begin, transport, nextCommand } = chatWorld({ storage: broken[how] as ChatStorage })
    const hub = await begin()
    await chat.sendMessage('Again')
    const frame = await nextCommand(2)
    transport.say(hub.tell(hub.take(frame.command as KnownCommand)), hub.ack(frame))
    await until(() => bubbles(chat).at(-1) === 'sent Again')
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['client/storage']))
    await chat.reset()
    expect(chat.$state.get().conversation).toBeNull()
  })

  test.each(['', 'null', '7', '"text"', '[]', '{', '{"conversation":7}', '{"conversation":"<script>","outbox":[]}', '{"outbox":[{}]}'])(
    'that holds %j counts as empty',
    async (kept) => {
      const storage = memoryStorage()
      await storage.set('handback', kept)
      const { chat, transport } = chatWorld({ storage })
      await chat.resume()
      expect(chat.$state.get().conversation).toBeNull()
      expect(transport.attempts).toEqual([])
    },
  )

  const bad = <T extends { readonly command: object }>(good: T): object[] => [
    { ...good, seen: undefined },
    { ...good, seen: { log: 1 } },
    { ...good, seen: '1.3' },
    { ...good, at: null },
    { ...good, refusal: 'no' },
    { ...good, acked: { log: 1, seq: 3 } },
    { ...good, command: { id: 'command-0002', type: 'handoff-request', data: null } },
    ...[undefined, null, 'text', [], {}, { parts: 7 }, { parts: [null] }, { parts: [{ type: 'text' }] }].map((data) => ({
      ...good,
      command: { ...good.command, data },
    })),
  ]

  test('that holds broken commands beside good ones gives back the good ones', async () => {
    const storage = memoryStorage()
    const good = { command: { id: 'command-0001', type: 'message-send', data: { parts: [{ type: 'text', text: 'Good' }] } }, seen: null, at: 5 }
    await storage.set(
      'handback',
      JSON.stringify({
        conversation: 'conversation-1',
        outbox: [null, 7, {}, { command: {} }, { ...good, command: { ...good.command, id: 'x' } }, ...bad(good), good],
      }),
    )
    const { chat, nextCommand } = chatWorld({ storage })
    await chat.resume()
    expect(bubbles(chat)).toEqual(['sending Good'])
    expect((await nextCommand(1)).command.id).toBe('command-0001')
  })
})

describe('the log', () => {
  test('with a gap is asked for once from the cursor on, and shown when it is whole', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const cursor = hub.head
    const first = hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'One' }] })
    const second = hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Two' }] })
    const third = hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Three' }] })
    const asked = transport.frames('follow').length
    transport.say(hub.tell(second), hub.tell(third), hub.tell(second))
    await until(() => transport.frames('follow').length === asked + 1)
    await settled(3)
    expect(transport.frames('follow').slice(asked)).toEqual([
      { t: 'follow', follow: { topic: `conversation:${chat.$state.get().conversation}`, after: cursor } },
    ])
    expect(bubbles(chat)).toEqual(['sent Hello'])
    transport.say(hub.after(cursor))
    await until(() => bubbles(chat).length === 4)
    expect(bubbles(chat)).toEqual(['sent Hello', 'agent One', 'agent Two', 'agent Three'])
    expect(first.length).toBeGreaterThan(0)
  })

  test('whose last event was lost is completed at the next heartbeat', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const cursor = hub.head
    human(hub)
    const conversation = chat.$state.get().conversation ?? ''
    transport.say({ t: 'beat', heads: { [conversation]: cursor } })
    await settled(2)
    expect(transport.frames('follow')).toHaveLength(1)
    transport.say({ t: 'beat', heads: { [conversation]: hub.head } })
    await until(() => transport.frames('follow').length === 2)
    expect(transport.frames('follow')[1]?.follow.after).toEqual(cursor)
  })

  test('ignores hidden events between visible ones: they make no gap', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    hub.act('agent', 'note-add', { text: 'Hidden' })
    transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Seen' }] })))
    await until(() => bubbles(chat).length === 2)
    expect(transport.frames('follow')).toHaveLength(1)
  })

  test.each(['reset', 'events', 'beat'] as const)('that was replaced is dropped and taken anew (told by %s)', async (how) => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const conversation = chat.$state.get().conversation ?? ''
    hub.replace()
    if (how === 'reset') transport.say({ t: 'reset', conversation, log: 2 })
    if (how === 'events') transport.say(hub.tell(hub.act('agent', 'note-add', { text: 'x' })))
    if (how === 'beat') transport.say({ t: 'beat', heads: { [conversation]: { log: 2, seq: 3 } } })
    await until(() => transport.frames('follow').length === 2)
    expect(transport.frames('follow')[1]).toEqual({ t: 'follow', follow: { topic: `conversation:${conversation}` } })
    // gone from the screen at once, also if the new never comes
    expect([...chat.$messages.get()]).toEqual([])
    transport.say(hub.snapshot(0))
    await until(() => chat.$connection.get() === 'live')
    // late frames of the old log change nothing, not even one whose numbers go on from here
    transport.say({ t: 'events', conversation, log: 1, events: hub.events })
    transport.say({ t: 'events', conversation, log: 1, events: hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Long ago' }] }) })
    await settled(2)
    expect(bubbles(chat)).toEqual([])
  })

  test('that does not exist for this visitor is no reason to wait: the chat is live, and its messages go out', async () => {
    const storage = memoryStorage()
    await storage.set('handback', JSON.stringify({ conversation: 'conversation-1', outbox: [] }))
    const { chat, transport, nextCommand } = chatWorld({ storage })
    await chat.resume()
    await until(() => chat.$connection.get() === 'syncing')
    transport.say({ t: 'gone', topic: 'conversation:conversation-1' })
    await until(() => chat.$connection.get() === 'live')
    await chat.sendMessage('Hello?')
    expect((await nextCommand(1)).conversation).toBe('conversation-1')
  })

  test('of another conversation is not shown', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const before = chat.$messages.get()
    transport.say({ ...hub.tell(human(hub)), conversation: 'conversation-of-others' } as never)
    transport.say({ ...hub.snapshot(), conversation: 'conversation-of-others' } as never)
    await settled(3)
    expect(chat.$messages.get()).toBe(before)
  })

  test('needs no newer snapshot than what is here: the chat is live again', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const old = hub.snapshot()
    transport.say(hub.tell(human(hub)))
    await until(() => bubbles(chat).length === 2)
    transport.drop()
    await until(() => transport.attempts.length === 2 && chat.$connection.get() === 'syncing')
    transport.say(old)
    await until(() => chat.$connection.get() === 'live')
    expect(bubbles(chat)).toEqual(['sent Hello', 'agent Sarah here'])
  })

  test('is asked for again by a heartbeat when its first snapshot was lost, once in ten seconds, and by no other sign of life', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, nextCommand } = chatWorld()
    await chat.sendMessage('Hello')
    const frame = await nextCommand(1)
    const hub = hubSide(frame.conversation)
    transport.say({ t: 'gone', topic: `conversation:${frame.conversation}` })
    hub.take(frame.command as KnownCommand)
    transport.say(hub.ack(frame))
    const asked = (): number => transport.frames('follow').length
    await until(() => asked() === 1)
    const beat = async (): Promise<void> => {
      transport.say({ t: 'beat', heads: {} })
      await settled(2)
    }
    await beat()
    expect(asked()).toBe(1)
    await vi.advanceTimersByTimeAsync(10_000)
    for (let chunk = 0; chunk < 3; chunk += 1) transport.alive()
    await settled(2)
    expect(asked()).toBe(1)
    await beat()
    await beat()
    expect(asked()).toBe(2)
    transport.say(hub.snapshot())
    await until(() => chat.$connection.get() === 'live')
    await vi.advanceTimersByTimeAsync(10_000)
    await beat()
    expect(asked()).toBe(2)
  })

  test('is resumed from its cursor after a loss', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const cursor = hub.head
    transport.drop()
    await until(() => transport.attempts.length === 2)
    expect(transport.attempts[1]).toEqual([{ topic: 'me' }, { topic: `conversation:${chat.$state.get().conversation}`, after: cursor }])
    await until(() => chat.$connection.get() === 'syncing')
    transport.say(hub.tell([]))
    await until(() => chat.$connection.get() === 'live')
  })
})

describe('an answer that is being written', () => {
  test('stands in its own cell, never in the list, and its end never flickers', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const started = hub.turn('answer-0001')
    const gaps: boolean[] = []
    chat.$streaming.listen((row) => {
      if (!row) gaps.push(chat.$messages.get().some(({ id }) => id === 'answer-0001'))
    })
    const topic = `conversation:${chat.$state.get().conversation ?? ''}` as const
    transport.say(hub.tell(started), { t: 'signal', topic, signal: delta('answer-0001', 0, 'Your ') })
    await until(() => chat.$streaming.get() !== null)
    expect(chat.$state.get().answering).toBe(true)
    const list = chat.$messages.get()
    transport.say({ t: 'signal', topic, signal: delta('answer-0001', 5, 'card') })
    await until(() => textOf(chat.$streaming.get()?.parts ?? []) === 'Your card')
    expect(chat.$messages.get()).toBe(list)
    transport.say(hub.tell(hub.answer('Your card is on its way')))
    await until(() => chat.$streaming.get() === null)
    expect(gaps).toEqual([true])
    expect(bubbles(chat)).toEqual(['sent Hello', 'assistant Your card is on its way'])
    // words that come late are words of nobody
    transport.say({ t: 'signal', topic, signal: delta('answer-0001', 9, ' late') })
    await settled(2)
    expect(chat.$streaming.get()).toBeNull()
  })

  test('with a hole is asked for again, and a claim wipes it away', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const topic = `conversation:${chat.$state.get().conversation ?? ''}` as const
    transport.say(hub.tell(hub.turn('answer-0001')), { t: 'signal', topic, signal: delta('answer-0001', 5, 'card') })
    await until(() => transport.frames('signal').length === 1)
    expect(transport.frames('signal')[0]?.signal.data).toEqual({ type: 'stream-ask', message: 'answer-0001' })
    transport.say({ t: 'signal', topic, signal: delta('answer-0001', 0, 'Your card') })
    await until(() => chat.$streaming.get() !== null)
    const shown: unknown[] = []
    chat.$streaming.listen((row) => shown.push(row))
    transport.say(hub.tell(human(hub)), { t: 'signal', topic, signal: delta('answer-0001', 9, ' is') })
    await until(() => chat.$status.get().type === 'agent')
    await settled(2)
    expect(shown).toEqual([null])
    expect(bubbles(chat)).toEqual(['sent Hello', 'agent Sarah here'])
  })
})

describe('unread', () => {
  test('counts what others said since the visitor looked, and looking marks it as read', async () => {
    const { chat, transport, begin, commands } = chatWorld()
    const counts: number[] = []
    chat.on('unread', (count) => counts.push(count))
    const hub = await begin()
    transport.say(hub.tell(human(hub)))
    await until(() => chat.$unread.get() === 1)
    transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Still here' }] })))
    await until(() => chat.$unread.get() === 2)
    const newest = hub.head.seq
    chat.setVisible(true)
    expect(chat.$unread.get()).toBe(0)
    await until(() => commands().length === 2)
    expect(commands()[1]?.command).toMatchObject({ type: 'read-mark', data: { seq: newest } })
    transport.say(hub.tell(hub.take(commands()[1]?.command as KnownCommand)), hub.ack(commands()[1] as never))
    chat.setVisible(false)
    await settled(2)
    expect(chat.$unread.get()).toBe(0)
    transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Bye' }] })))
    await until(() => chat.$unread.get() === 1)
    expect(counts).toEqual([1, 2, 0, 1])
    expect(chat.$messages.get().map(({ type }) => type)).not.toContain('read-mark')
  })

  test('is what the hub remembers after a reload, and what another page of the visitor has read is read here', async () => {
    const first = chatWorld()
    const hub = await first.begin()
    first.transport.say(hub.tell(human(hub)))
    await until(() => first.chat.$unread.get() === 1)
    first.chat.destroy()
    const next = chatWorld({ storage: first.storage })
    await next.chat.resume()
    await until(() => next.chat.$connection.get() === 'syncing')
    next.transport.say(hub.snapshot())
    await until(() => next.chat.$unread.get() === 1)
    next.transport.say(hub.tell(hub.act('visitor', 'read-mark', { seq: hub.head.seq })))
    await until(() => next.chat.$unread.get() === 0)
    expect(bubbles(next.chat)).toEqual(['sent Hello', 'agent Sarah here'])
  })

  test('marks are at most one in two seconds, and the last one is never left out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, begin, commands } = chatWorld()
    const hub = await begin()
    chat.setVisible(true)
    const say = async (text: string): Promise<number> => {
      transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text }] })))
      await until(() => bubbles(chat).at(-1) === `agent ${text}`)
      return hub.head.seq
    }
    const marks = (): number[] => commands().flatMap(({ command }) => (command.type === 'read-mark' ? [(command.data as { seq: number }).seq] : []))
    const one = await say('One')
    await say('Two')
    const three = await say('Three')
    expect(marks()).toEqual([one])
    await vi.advanceTimersByTimeAsync(1_999)
    expect(marks()).toEqual([one])
    await vi.advanceTimersByTimeAsync(1)
    expect(marks()).toEqual([one, three])
    transport.say(hub.ack(commands().at(-1) as never))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(marks()).toEqual([one, three])
  })

  const marksOf = (commands: ReturnType<typeof chatWorld>['commands']): number[] =>
    commands().flatMap(({ command }) => (command.type === 'read-mark' ? [(command.data as { seq: number }).seq] : []))

  test('a mark whose request fails goes out again with the next change, until the hub has answered it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, begin, commands } = chatWorld()
    const hub = await begin()
    transport.say(hub.tell(human(hub)))
    await until(() => bubbles(chat).length === 2)
    const { seq } = hub.head
    transport.deaf = unreachable()
    chat.setVisible(true)
    await settled(2)
    transport.deaf = null
    await vi.advanceTimersByTimeAsync(2_000)
    expect(marksOf(commands)).toEqual([])
    chat.setVisible(false)
    await until(() => marksOf(commands).length === 1)
    transport.say({ t: 'refused', command: 'command-of-nobody', refusal: { code: 'command/invalid', message: 'x' } })
    transport.say(hub.ack(commands().at(-1) as never))
    await settled(2)
    await vi.advanceTimersByTimeAsync(2_000)
    chat.setVisible(true)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(marksOf(commands)).toEqual([seq])
  })

  test.each(['answered', 'not answered', 'read in the header'])('a mark that was %s before a loss', async (how) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, begin, commands } = chatWorld()
    const hub = await begin()
    transport.say(hub.tell(human(hub)))
    await until(() => bubbles(chat).length === 2)
    const { seq } = hub.head
    chat.setVisible(true)
    await until(() => marksOf(commands).length === 1)
    const frame = commands().at(-1)
    if (how === 'answered') transport.say(hub.ack(frame as never))
    if (how === 'read in the header') transport.say(hub.tell(hub.take(frame?.command as KnownCommand)))
    await settled(2)
    transport.drop()
    await until(() => transport.attempts.length === 1)
    await vi.advanceTimersByTimeAsync(2_000)
    await until(() => transport.attempts.length === 2 && chat.$connection.get() === 'syncing')
    await vi.advanceTimersByTimeAsync(2_000)
    await settled(2)
    expect(marksOf(commands)).toEqual(how === 'not answered' ? [seq, seq] : [seq])
  })

  test('begins anew in a new conversation', async () => {
    const { chat, transport, begin, commands } = chatWorld()
    const hub = await begin()
    for (let round = 0; round < 5; round += 1)
      transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: `Words ${round}` }] })))
    await until(() => bubbles(chat).length === 6)
    chat.setVisible(true)
    await until(() => commands().at(-1)?.command.type === 'read-mark')
    chat.setVisible(false)
    await chat.reset()
    expect([bubbles(chat), chat.$unread.get(), chat.$connection.get()]).toEqual([[], 0, 'idle'])

    const before = commands().length
    await chat.sendMessage('Hello again')
    const frame = await until(() =>
      commands()
        .slice(before)
        .find(({ command }) => command.type === 'message-send'),
    )
    expect(frame.conversation).not.toBe(commands()[0]?.conversation)
    const other = hubSide(frame.conversation)
    other.take(frame.command as KnownCommand)
    const asked = transport.frames('follow').length
    transport.say(other.ack(frame))
    await until(() => transport.frames('follow').length > asked)
    transport.say(other.snapshot(), other.tell(human(other)))
    await until(() => bubbles(chat).length === 2)
    expect(chat.$unread.get()).toBe(1)
  })
})

describe('typing', () => {
  test('is told at most once in three seconds, to a person only, and anew after a message', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, begin, nextCommand } = chatWorld()
    const hub = await begin()
    const told = (): number => transport.frames('signal').filter(({ signal }) => signal.data.type === 'typing').length
    chat.typing()
    await settled(2)
    expect(told()).toBe(0)
    transport.say(hub.tell(human(hub)))
    await until(() => chat.$status.get().type === 'agent')
    for (let key = 0; key < 30; key += 1) {
      chat.typing()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(told()).toBe(1)
    for (let key = 0; key < 30; key += 1) {
      chat.typing()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(told()).toBe(2)
    expect(transport.frames('signal').find(({ signal }) => signal.data.type === 'typing')).toEqual({
      t: 'signal',
      topic: `conversation:${chat.$state.get().conversation}`,
      signal: { ttl: 6_000, data: { type: 'typing' } },
    })
    await chat.sendMessage('Done')
    await nextCommand(2)
    chat.typing()
    await settled(2)
    expect(told()).toBe(3)
  })

  test('of the agent is shown for as long as it lives, and ends with the message, the floor or the line', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    transport.say(hub.tell(human(hub)))
    await until(() => chat.$status.get().type === 'agent')
    const topic = `conversation:${chat.$state.get().conversation ?? ''}` as const
    const types = (id = 'agent-sarah'): void =>
      transport.say({
        t: 'signal',
        topic,
        signal: { key: `typing:${id}`, by: { kind: 'agent', id }, audience: 'everyone', ttl: 6_000, data: { type: 'typing' } },
      })
    const typing = (): Promise<unknown> => until(() => chat.$status.get().type === 'typing')
    types('agent-tom')
    await settled(2)
    expect(chat.$status.get().type).toBe('agent')
    types()
    await typing()
    await vi.advanceTimersByTimeAsync(5_999)
    expect(chat.$status.get().type).toBe('typing')
    await vi.advanceTimersByTimeAsync(1)
    expect(chat.$status.get().type).toBe('agent')
    types()
    await typing()
    transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text: 'Here' }] })))
    await until(() => chat.$status.get().type === 'agent')
    types()
    await typing()
    transport.say(hub.tell(hub.act('agent', 'floor-return')))
    await until(() => chat.$status.get().type === 'assistant')
    types()
    await settled(2)
    expect(chat.$status.get().type).toBe('assistant')
    transport.say(hub.tell(hub.act('agent', 'floor-claim')))
    await until(() => chat.$status.get().type === 'agent')
    types()
    await typing()
    transport.drop()
    await until(() => chat.$status.get().type === 'agent')
  })
})

describe('a verb that the machine would refuse', () => {
  test.each<[string, (chat: Chat) => Promise<unknown>, string]>([
    ['cancelHumanRequest', (chat) => chat.cancelHumanRequest(), 'handoff/not-open'],
    ['rate', (chat) => chat.rate(5), 'survey/not-open'],
    ['declineRating', (chat) => chat.declineRating(), 'survey/not-open'],
  ])('rejects at once and sends nothing: %s', async (_name, run, code) => {
    const { chat, begin, commands } = chatWorld()
    await begin()
    await expect(run(chat)).rejects.toMatchObject({ code: 'client/refused', cause: { code } })
    await settled(2)
    expect(commands()).toHaveLength(1)
  })

  test('is every verb after destroy, which ends the connection and keeps what is stored', async () => {
    const { chat, transport, storage, begin } = chatWorld()
    await begin()
    chat.destroy()
    chat.destroy()
    await expect(chat.sendMessage('Too late')).rejects.toMatchObject({ code: 'client/closed' })
    await expect(chat.requestHuman()).rejects.toMatchObject({ code: 'client/closed' })
    await chat.resume()
    await settled(2)
    expect(transport.open).toBe(0)
    expect(transport.attempts).toHaveLength(1)
    expect(await storage.get('handback')).toContain('conversation')
  })
})

test('a listener that throws hurts no other listener and no message', async () => {
  const failures: unknown[] = []
  const note = (error: unknown): void => void failures.push(error)
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', note)
  onTestFinished(() => {
    process.removeListener('uncaughtException', note)
    for (const other of others) process.on('uncaughtException', other)
  })
  const { chat, transport, begin } = chatWorld()
  const heard: string[] = []
  chat.on('message', () => {
    throw new Error('of the page')
  })
  chat.on('message', (row) => heard.push(row.id))
  const hub = await begin()
  transport.say(hub.tell(human(hub)))
  await until(() => heard.length === 1)
  await until(() => failures.length === 1)
  expect(bubbles(chat)).toEqual(['sent Hello', 'agent Sarah here'])
})

describe('a message is told of', () => {
  /** The first answer is there before the chat follows its conversation: its first snapshot brings both. */
  async function answeredAtOnce() {
    const world = chatWorld()
    const { chat, transport, nextCommand } = world
    const told: string[] = []
    const alerted: string[] = []
    chat.on('message', (row) => told.push(row.id))
    chat.on('alert', (row) => alerted.push(row.id))
    await chat.sendMessage('Hello')
    const frame = await nextCommand(1)
    const hub = hubSide(frame.conversation)
    hub.take(frame.command as KnownCommand)
    hub.turn('answer-0001')
    hub.answer('Good day')
    transport.say(hub.ack(frame), hub.snapshot())
    await until(() => bubbles(chat).length === 2)
    return { ...world, hub, told, alerted }
  }

  test('when it comes with the first snapshot after one’s own', async () => {
    const { told, alerted } = await answeredAtOnce()
    await settled()
    expect([told, alerted]).toEqual([['answer-0001'], ['answer-0001']])
  })

  test('once, when the log is replaced afterwards', async () => {
    const { chat, transport, hub, told } = await answeredAtOnce()
    await until(() => told.length === 1)
    const follows = transport.frames('follow').length
    transport.say({ t: 'reset', conversation: chat.$state.get().conversation ?? '', log: 2 })
    await until(() => transport.frames('follow').length > follows)
    transport.say(hub.snapshot())
    transport.say(hub.tell(human(hub)))
    await until(() => told.length > 1)
    await settled()
    expect(told).toHaveLength(2)
    expect(told[0]).toBe('answer-0001')
  })

  test('and not when it was there before this page was', async () => {
    const storage = memoryStorage()
    const first = chatWorld({ storage })
    const hub = await first.begin()
    hub.turn('answer-0001')
    hub.answer('Good day')
    first.chat.destroy()
    const { chat, transport } = chatWorld({ storage })
    const told: string[] = []
    chat.on('message', (row) => told.push(row.id))
    await chat.resume()
    await until(() => transport.open > 0)
    transport.say(hub.snapshot())
    await until(() => bubbles(chat).length === 2)
    await settled()
    expect(told).toEqual([])
  })
})

test('a sign-in that was refused is tried again when the visitor writes, and what waited is sent once', async () => {
  const { chat, transport, commands, errors, nextCommand } = chatWorld({ credentials: () => 'token' })
  transport.down = new HandbackError('transport/unauthorized', 'Not you.')
  await chat.sendMessage('One')
  await until(() => chat.$connection.get() === 'offline')
  await settled()
  const refused = transport.attempts.length
  expect([refused, errors.map(({ code }) => code)]).toEqual([2, ['transport/unauthorized']])
  transport.down = null
  await chat.sendMessage('Two')
  await nextCommand(1)
  expect([transport.attempts.length, commands().length]).toEqual([3, 1])
})
