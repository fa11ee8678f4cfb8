import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import fc from 'fast-check'
import { ASSISTANT, textOf, type ServerFrame, type Signal, type SignalData, type StoredEvent } from '../../src/protocol/index.ts'
import type { DeskThread } from '../../src/desk/index.ts'
import { createStreaming } from '../../src/internal/streaming.ts'
import { answering, bySarah, byVisitor, claimed, conversation, event, events, openDesk, said, settle } from './world.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const signal = (data: Signal['data'], changes: Partial<Signal> = {}): ServerFrame => ({
  t: 'signal',
  topic: `conversation:${conversation}`,
  signal: { key: 'key', by: byVisitor, audience: 'everyone', ttl: 6000, data, ...changes },
})
const delta = (offset: number, text: string, attempt = 1, message = 'answer-1'): ServerFrame =>
  signal({ type: 'text-delta', message, attempt, offset, text }, { by: ASSISTANT })
const streamed = (thread: DeskThread): string | null => {
  const row = thread.$streaming.get()
  return row && textOf(row.parts)
}

describe('the visitor’s typing', () => {
  it('ends by this clock when it is not renewed', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).push(signal({ type: 'typing' }))
    await vi.advanceTimersByTimeAsync(5999)
    expect(thread.$visitorTyping.get()).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(thread.$visitorTyping.get()).toBe(false)
  })

  it.each([
    ['a message of the visitor', events(said(5, 'Done'))],
    ['a change of the floor', events(event(5, 'floor-returned', { tasks: [] }, bySarah))],
    ['a signal that ends it', signal({ type: 'typing' }, { ttl: 0 })],
  ])('ends with %s', async (_name, frame) => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).push(signal({ type: 'typing' }))
    await settle()
    expect(thread.$visitorTyping.get()).toBe(true)
    hub(0).push(frame)
    await settle()
    expect(thread.$visitorTyping.get()).toBe(false)
  })

  it('ends with the connection', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).push(signal({ type: 'typing' }))
    await settle()
    hub(0).lose()
    await settle()
    expect(thread.$visitorTyping.get()).toBe(false)
  })

  it('is not what a colleague types', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).push(signal({ type: 'typing' }, { by: { kind: 'agent', id: 'agent-tom' } }))
    await settle()
    expect(thread.$visitorTyping.get()).toBe(false)
  })
})

describe('own typing', () => {
  it('is told at most once in three seconds, and anew after sending', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    thread.typing()
    await vi.advanceTimersByTimeAsync(2999)
    thread.typing()
    const typing = () => hub(0).of('signal').flatMap(({ signal: sent }) => (sent.data.type === 'typing' ? [sent] : []))
    expect(typing()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    thread.typing()
    expect(typing()).toHaveLength(2)
    void thread.sendMessage('Done')
    thread.typing()
    await settle()
    expect(typing()).toEqual(Array(3).fill({ ttl: 6000, data: { type: 'typing' } }))
  })

  it('is not told while somebody else has the floor', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed.slice(0, 3))
    thread.typing()
    await settle()
    expect(hub(0).of('signal')).toEqual([])
  })
})

describe('what the visitor wrote', () => {
  const deliveries = (frames: readonly { readonly signal: { readonly data: SignalData } }[]): number[] =>
    frames.flatMap(({ signal: { data } }) => (data.type === 'delivered' ? [data.seq] : []))

  it('is told to be delivered by the holder who does not look, at most once in two seconds, the newest never left out', async () => {
    const { hub, open } = await openDesk()
    await open(claimed)
    expect(deliveries(hub(0).of('signal'))).toEqual([2])
    for (const seq of [5, 6, 7]) hub(0).push(events(said(seq, `Words ${seq}`)))
    await vi.advanceTimersByTimeAsync(1_999)
    expect(deliveries(hub(0).of('signal'))).toEqual([2])
    await vi.advanceTimersByTimeAsync(1)
    expect(deliveries(hub(0).of('signal'))).toEqual([2, 7])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(deliveries(hub(0).of('signal'))).toEqual([2, 7])
  })

  it('is read where it is looked at, and nothing is promised by a colleague who looks in', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed.slice(0, 3))
    thread.setVisible(true)
    await vi.advanceTimersByTimeAsync(10_000)
    expect([hub(0).of('signal'), hub(0).commands('read-mark')]).toEqual([[], []])
    hub(0).push(events(...claimed.slice(3)))
    hub(0).push(events(said(5, 'New')))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(hub(0).of('signal')).toEqual([])
    expect(hub(0).commands('read-mark').map(({ data }) => data)).toEqual([{ seq: 2 }, { seq: 5 }])
  })
})

describe('a streamed answer', () => {
  it('grows by its deltas, and is replaced by its finished message', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(answering)
    hub(0).push(delta(0, 'Trans'), delta(5, 'fers'))
    await settle()
    expect(streamed(thread)).toBe('Transfers')
    hub(0).push(events(said(4, 'Transfers take a day', ASSISTANT, 'answer-1'), event(5, 'turn-done', { turn: 'turn-0001', attempt: 1 }, ASSISTANT)))
    await settle()
    expect(streamed(thread)).toBeNull()
  })

  it('asks for the stream once at a gap, and goes on from its start', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(answering)
    hub(0).push(delta(5, 'fers'), delta(9, ' take'))
    await settle()
    expect(hub(0).of('signal').map((frame) => frame.signal.data)).toEqual([{ type: 'stream-ask', message: 'answer-1' }])
    expect(streamed(thread)).toBeNull()
    hub(0).push(delta(0, 'Transfers take'), delta(14, ' a day'))
    await settle()
    expect(streamed(thread)).toBe('Transfers take a day')
  })

  it('disappears when nobody answers within a second', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(answering)
    hub(0).push(delta(0, 'Trans'), delta(9, ' take'))
    await vi.advanceTimersByTimeAsync(999)
    expect(streamed(thread)).toBe('Trans')
    await vi.advanceTimersByTimeAsync(1)
    expect(streamed(thread)).toBeNull()
  })

  it('begins anew with a higher attempt, and ignores a lower one', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(answering)
    hub(0).push(delta(0, 'First try'), delta(0, 'Second', 2), delta(6, ' more'))
    await settle()
    expect(streamed(thread)).toBe('Second')
  })

  it('is nothing that the header does not tell of', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(answering)
    hub(0).push(delta(0, 'Other', 1, 'answer-9'))
    await settle()
    expect(streamed(thread)).toBeNull()
  })

  const stopped = (type: string, data: object): StoredEvent => ({
    seq: 9, at: 0, by: { kind: 'machine', id: 'machine-' }, type, audience: 'everyone', data, prev: 8, cause: 'command-stop',
  })
  const stopping = () => {
    let shown: string | null = null
    const streaming = createStreaming({ ask: () => undefined, show: (stream) => (shown = stream?.text ?? null) })
    streaming.delta({ type: 'text-delta', message: 'answer-1', attempt: 1, offset: 0, text: 'Every' }, { message: 'answer-1', attempt: 1 })
    streaming.applied(stopped('turn-aborted', { turn: 'turn-0001', attempt: 1, reason: 'stop' }))
    streaming.follow(undefined)
    return { streaming, shown: () => shown }
  }

  it('stays when the visitor stops it, until its message is there', () => {
    const { streaming, shown } = stopping()
    expect(shown()).toBe('Every')
    streaming.applied(stopped('message-sent', { message: 'another-1', parts: [] }))
    streaming.follow(undefined)
    expect(shown()).toBe('Every')
    streaming.applied(stopped('message-sent', { message: 'answer-1', parts: [] }))
    streaming.follow(undefined)
    expect(shown()).toBeNull()
  })

  it('goes when somebody takes the floor, or nothing more is heard of it', () => {
    const claimed = stopping()
    claimed.streaming.applied(stopped('floor-claimed', {}))
    claimed.streaming.follow(undefined)
    expect(claimed.shown()).toBeNull()
    const silent = stopping()
    vi.advanceTimersByTime(1_000)
    expect(silent.shown()).toBeNull()
  })

  it('is always a beginning of the text, however its deltas are lost, repeated and cut', () => {
    const text = 'Transfers within the country take one working day.'
    const pieces = fc.array(fc.record({ offset: fc.nat(text.length), length: fc.nat(12) }), { maxLength: 40 })
    fc.assert(
      fc.property(pieces, (cuts) => {
        let shown = ''
        const streaming = createStreaming({ ask: () => undefined, show: (stream) => (shown = stream?.text ?? '') })
        for (const { offset, length } of cuts) {
          const before = shown
          streaming.delta({ type: 'text-delta', message: 'answer-1', attempt: 1, offset, text: text.slice(offset, offset + length) }, { message: 'answer-1', attempt: 1 })
          expect(text.startsWith(shown) && shown.length >= before.length).toBe(true)
        }
        streaming.stop()
      }),
      { seed: 7 },
    )
  })
})

describe('read marks', () => {
  it('tell what the holder sees, at most every two seconds, the newest last', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    const marks = () => hub(0).commands('read-mark').map((command) => command.data)
    await settle()
    expect(marks()).toEqual([])
    thread.setVisible(true)
    expect(marks()).toEqual([{ seq: 2 }])
    hub(0).push(events(said(5, 'One')), events(said(6, 'Two')))
    await vi.advanceTimersByTimeAsync(1999)
    expect(marks()).toEqual([{ seq: 2 }])
    await vi.advanceTimersByTimeAsync(1)
    expect(marks()).toEqual([{ seq: 2 }, { seq: 6 }])
    thread.setVisible(false)
    hub(0).push(events(said(7, 'Three')))
    await vi.advanceTimersByTimeAsync(5000)
    expect(marks()).toHaveLength(2)
  })

  it('are not made by somebody who only looks in', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed.slice(0, 3))
    thread.setVisible(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(hub(0).commands('read-mark')).toEqual([])
  })
})
