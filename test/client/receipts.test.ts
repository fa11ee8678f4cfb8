import { atom } from 'nanostores'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createAttention } from '../../src/client/attention.ts'
import { deliveryOf } from '../../src/client/index.ts'
import type { Receipts } from '../../src/client/index.ts'
import type { Transcript } from '../../src/conversation/index.ts'
import type { MessageRow, PublicRow } from '../../src/conversation/rows.ts'
import type { Rows } from '../../src/internal/transcript.ts'
import { transcript } from '../../src/internal/transcript.ts'
import type { ActorKind, Signal } from '../../src/protocol/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles, chatWorld } from './chat-world.ts'

afterEach(() => void vi.useRealTimers())

const row = (seq: number, kind: ActorKind = 'visitor', more: Partial<MessageRow> = {}): MessageRow => ({
  type: 'message',
  id: `message-${seq}`,
  seq,
  at: seq,
  author: { id: `${kind}-1`, kind, name: '' },
  parts: [{ type: 'text', text: `${seq}` }],
  ...(kind === 'visitor' ? { delivery: 'sent' } : {}),
  ...more,
})

describe('what has become of a message', () => {
  const receipts: Receipts = { delivered: 8, read: 5 }

  test.each([
    [row(4), 'read'],
    [row(5), 'read'],
    [row(6), 'delivered'],
    [row(8), 'delivered'],
    [row(9), 'sent'],
    [row(0), 'sent'],
    [row(0, 'visitor', { delivery: 'sending' }), 'sending'],
    [row(0, 'visitor', { delivery: 'failed' }), 'failed'],
    [row(4, 'agent'), undefined],
  ])('%#: is told by the marks of the other side, once the log has it', (message, state) => {
    expect(deliveryOf(message, receipts)).toBe(state)
  })
})

const delivered = (seq: number, kind: ActorKind = 'agent'): Signal => ({
  key: `delivered:${kind}`,
  by: { kind, id: `${kind}-0001` },
  audience: 'everyone',
  ttl: 60_000,
  data: { type: 'delivered', seq },
})

describe('receipts', () => {
  test('grow by signals and by read marks, and no row changes for them', async () => {
    const { chat, transport, begin } = chatWorld()
    const told: Receipts[] = []
    chat.$receipts.listen((receipts) => told.push(receipts))
    const hub = await begin()
    transport.say(hub.tell(hub.act('agent', 'floor-claim')))
    await until(() => chat.$status.get().type === 'agent')
    const list = chat.$messages.get()
    const { seq } = chat.$messages.get().findLast((each) => each.type === 'message') ?? { seq: 0 }
    const topic = `conversation:${chat.$state.get().conversation ?? ''}` as const
    const hear = (signal: Signal) => transport.say({ t: 'signal', topic, signal })
    // what the visitor's own other page has is no receipt
    hear(delivered(seq, 'visitor'))
    hear(delivered(seq - 1))
    await until(() => told.length === 1)
    hear(delivered(seq))
    await until(() => told.length === 2)
    // older marks, repeated ones, and those beyond everything that there is
    hear(delivered(seq - 1))
    hear(delivered(seq))
    hear(delivered(1_000_000))
    await until(() => told.length === 3)
    transport.say(hub.tell(hub.act('agent', 'read-mark', { seq })))
    await until(() => told.length === 4)
    expect(told).toEqual([
      { delivered: seq - 1, read: 0 },
      { delivered: seq, read: 0 },
      { delivered: hub.head.seq - 1, read: 0 },
      { delivered: hub.head.seq - 1, read: seq },
    ])
    expect(chat.$messages.get()).toBe(list)
  })

  test('are those of this log: another one begins with none', async () => {
    const { chat, transport, begin } = chatWorld()
    const hub = await begin()
    const topic = `conversation:${chat.$state.get().conversation ?? ''}` as const
    transport.say({ t: 'signal', topic, signal: delivered(hub.head.seq) })
    await until(() => chat.$receipts.get().delivered > 0)
    hub.replace()
    transport.say({ t: 'reset', conversation: chat.$state.get().conversation ?? '', log: 2 })
    await until(() => transport.frames('follow').length === 2)
    transport.say(hub.snapshot())
    await until(() => bubbles(chat).length === 1)
    expect(chat.$receipts.get()).toEqual({ delivered: 0, read: 0 })
  })

  test('of what others write go out while nobody looks, at most one in two seconds, the last one never left out', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { chat, transport, begin, commands } = chatWorld()
    const hub = await begin()
    const say = async (text: string): Promise<number> => {
      transport.say(hub.tell(hub.act('agent', 'message-send', { parts: [{ type: 'text', text }] })))
      await until(() => bubbles(chat).at(-1) === `agent ${text}`)
      return hub.head.seq
    }
    const sent = (): number[] =>
      transport.frames('signal').flatMap(({ signal: { data } }) => (data.type === 'delivered' ? [data.seq] : []))
    expect(sent()).toEqual([])
    const one = await say('One')
    await say('Two')
    const three = await say('Three')
    expect(sent()).toEqual([one])
    await vi.advanceTimersByTimeAsync(1_999)
    expect(sent()).toEqual([one])
    await vi.advanceTimersByTimeAsync(1)
    expect(sent()).toEqual([one, three])
    // who looks reads, and what is read need not be told as delivered
    await vi.advanceTimersByTimeAsync(60_000)
    chat.setVisible(true)
    await say('Four')
    await settled(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent()).toEqual([one, three])
    expect(commands().filter(({ command }) => command.type === 'read-mark').length).toBeGreaterThan(0)
  })
})

describe('the unread count', () => {
  /** A list that counts how many of its rows are looked at. */
  function counted(list: Transcript<PublicRow>, looks: { count: number }): Transcript<PublicRow> {
    const seen = <T>(value: T): T => {
      looks.count += 1
      return value
    }
    const everything = (): never => {
      throw new Error('Everything was looked through.')
    }
    return {
      length: list.length,
      at: (index) => seen(list.at(index)),
      slice: everything,
      map: everything,
      flatMap: everything,
      filter: everything,
      some: everything,
      findLast: (matches) => list.findLast((value) => matches(seen(value))),
      [Symbol.iterator]: everything,
    }
  }
  function watch() {
    const $unread = atom(0)
    const deliveries: number[] = []
    const attention = createAttention({ $unread, onUnread: () => undefined, mark: () => undefined, deliver: (seq) => deliveries.push(seq) })
    return { $unread, attention, deliveries }
  }

  test('costs one look per new row, not one per row, at both ends', () => {
    const { $unread, attention } = watch()
    const looks = { count: 0 }
    let list: Rows<PublicRow> = transcript(Array.from({ length: 10_000 }, (_, index) => row(10_001 + index, index % 2 ? 'agent' : 'visitor')))
    attention.update(counted(list, looks), 0)
    expect($unread.get()).toBe(5_000)
    looks.count = 0
    list = list.push(row(20_001, 'agent'))
    attention.update(counted(list, looks), 0)
    expect($unread.get()).toBe(5_001)
    expect(looks.count).toBeLessThan(10)
    looks.count = 0
    list = list.prepend([row(9_999, 'agent'), row(10_000, 'agent')])
    attention.update(counted(list.and([row(0)]), looks), 0)
    expect($unread.get()).toBe(5_003)
    expect(looks.count).toBeLessThan(15)
    attention.update(list, 20_000)
    expect($unread.get()).toBe(1)
    attention.stop()
  })

  test('is what a count of all rows would say, however rows and marks come', () => {
    const { $unread, attention } = watch()
    let list: Rows<PublicRow> = transcript()
    let read = 0
    let seq = 100
    let first = 101
    const others = (): number => list.filter((each) => each.type === 'message' && each.author.kind !== 'visitor' && each.seq > read).length
    for (let step = 0; step < 400; step += 1) {
      // a fixed walk through every order of the four things that can happen
      const what = (step * 7 + (step >> 3)) % 5
      if (what === 0 || what === 1) list = list.push(row((seq += 1 + (step % 3)), step % 4 ? 'agent' : 'visitor'))
      else if (what === 2 && first > 3) list = list.prepend([row((first -= 2), step % 2 ? 'agent' : 'visitor')])
      else if (what === 3) read = Math.max(read, seq - 1 - (step % 9))
      else if (step % 50 === 4) {
        // a snapshot that begins after all that was there
        list = transcript([row((seq += 20), 'agent'), row((seq += 1), 'agent')])
        first = seq - 1
      }
      attention.update(step % 3 ? list : list.and([row(0)]), read)
      expect($unread.get()).toBe(others())
    }
    attention.forget()
    attention.update(transcript([row(1, 'agent')]), 0)
    expect($unread.get()).toBe(1)
    attention.stop()
  })
})
