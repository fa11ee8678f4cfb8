import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HandbackError, textOf } from '../../src/protocol/index.ts'
import type { DeskThread } from '../../src/desk/index.ts'
import { lost } from './fake-transport.ts'
import { bySarah, claimed, conversation, entry, event, events, hello, openDesk, said, settle, snapshot } from './world.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const texts = (thread: DeskThread): string[] => thread.$rows.get().flatMap((row) => (row.type === 'message' ? [textOf(row.parts)] : []))

describe('the lists of a desk', () => {
  it('follow the desk, and are live with its first frame', async () => {
    const { desk, hub } = await openDesk()
    expect(hub(0).follow).toEqual([{ topic: 'desk' }])
    expect(desk.$connection.get()).toBe('live')
  })

  it('stand in the order of service: priority, then who waits longest', async () => {
    const { desk, hub } = await openDesk()
    hub(0).push({ t: 'desk', entries: [entry('conversation-late', { since: 20 }), entry('conversation-early', { since: 10 }), entry('conversation-urgent', { since: 30, priority: 1 })] })
    await settle()
    expect(desk.$queue.get().map((each) => each.conversation)).toEqual(['conversation-urgent', 'conversation-early', 'conversation-late'])
  })

  it('take the entry with the higher cursor, whichever comes first', async () => {
    const { desk, hub } = await openDesk()
    hub(0).push({ t: 'desk', entries: [entry('conversation-one', { at: { log: 1, seq: 5 }, phase: 'human', holder: 'agent-sarah' })] })
    hub(0).push({ t: 'desk', entries: [entry('conversation-one', { at: { log: 1, seq: 4 } })] })
    await settle()
    expect(desk.$queue.get()).toEqual([])
    expect(desk.$mine.get().map((each) => each.conversation)).toEqual(['conversation-one'])
    hub(0).push({ t: 'desk', entries: [entry('conversation-one', { at: { log: 2, seq: 1 } })] })
    hub(0).push({ t: 'desk', entries: [entry('conversation-one', { at: { log: 1, seq: 9 }, phase: 'closed' })] })
    await settle()
    expect(desk.$queue.get().map((each) => each.at)).toEqual([{ log: 2, seq: 1 }])
  })

  it('take what comes later of the same cursor: a hub tells who comes and goes, and no log does', async () => {
    const { desk, hub } = await openDesk()
    const one = (changes: Parameters<typeof entry>[1] = {}) => hub(0).push({ t: 'desk', entries: [entry('conversation-one', { at: { log: 1, seq: 5 }, ...changes })] })
    const left = (): unknown => desk.$queue.get()[0]?.left
    one()
    await settle()
    expect(left()).toBeUndefined()
    one({ left: 17 })
    await settle()
    expect(left()).toBe(17)
    one()
    await settle()
    expect([desk.$queue.get().length, left()]).toEqual([1, undefined])
  })

  it('move an entry from list to list', async () => {
    const { desk, hub } = await openDesk()
    const at = (seq: number) => ({ at: { log: 1, seq } })
    for (const [changes, list] of [
      [{ phase: 'queued', ...at(1) }, desk.$queue],
      [{ phase: 'human', holder: 'agent-sarah', ...at(2) }, desk.$mine],
      [{ phase: 'human', holder: 'agent-tom', ...at(3) }, desk.$others],
      [{ phase: 'handback', ...at(4) }, desk.$others],
      [{ phase: 'closed', ...at(5) }, desk.$closed],
    ] as const) {
      hub(0).push({ t: 'desk', entries: [entry('conversation-one', changes)] })
      await settle()
      const lists = [desk.$queue, desk.$mine, desk.$others, desk.$closed]
      expect(lists.filter((each) => each.get().length > 0)).toEqual([list])
    }
  })
})

describe('a thread', () => {
  it('drops events that it has, and applies the rest', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).push(events(said(4, 'old'), said(5, 'new')), events(said(5, 'again')))
    await settle()
    expect(texts(thread)).toEqual(['Hello', 'new'])
  })

  it('asks once for what lies after its cursor when there is a gap, and applies the answer', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    const asked = () => hub(0).of('follow').slice(1)
    hub(0).push(events(said(6, 'six')), events(said(7, 'seven')))
    await settle()
    expect(texts(thread)).toEqual(['Hello'])
    expect(asked()).toEqual([{ t: 'follow', follow: { topic: `conversation:${conversation}`, after: { log: 1, seq: 4 } } }])
    hub(0).push(events(said(5, 'five'), said(6, 'six'), said(7, 'seven')))
    await settle()
    expect(texts(thread)).toEqual(['Hello', 'five', 'six', 'seven'])
  })

  it('asks for a last event that only the beat tells of', async () => {
    const { hub, open } = await openDesk()
    await open(claimed)
    hub(0).push({ t: 'beat', heads: { [conversation]: { log: 1, seq: 4 } } })
    await settle()
    expect(hub(0).of('follow')).toHaveLength(1)
    hub(0).push({ t: 'beat', heads: { [conversation]: { log: 1, seq: 5 } } })
    await settle()
    expect(hub(0).of('follow').at(-1)?.follow.after).toEqual({ log: 1, seq: 4 })
  })

  it.each([
    ['a reset', { t: 'reset', conversation, log: 2 } as const],
    ['events of a newer log', { t: 'events', conversation, log: 2, events: [said(9, 'x')] } as const],
  ])('drops what it has at %s and takes a new snapshot', async (_name, frame) => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).push(frame)
    await settle()
    expect(thread.$header.get()).toBeNull()
    expect([...thread.$rows.get()]).toEqual([])
    expect(hub(0).of('follow').at(-1)?.follow).toEqual({ topic: `conversation:${conversation}` })
    hub(0).push(snapshot([...claimed, said(5, 'after')], { log: 2 }))
    await settle()
    expect(texts(thread)).toEqual(['Hello', 'after'])
  })

  it('is followed from its cursor after a reconnect, and no more once closed', async () => {
    const { desk, open, reconnect } = await openDesk()
    const thread = await open(claimed)
    expect(desk.open(conversation)).toBe(thread)
    const second = await reconnect()
    expect(second.follow).toEqual([{ topic: 'desk' }, { topic: `conversation:${conversation}`, after: { log: 1, seq: 4 } }])
    thread.close()
    await settle()
    expect(second.of('unfollow')).toEqual([{ t: 'unfollow', topic: `conversation:${conversation}` }])
    expect((await reconnect()).follow).toEqual([{ topic: 'desk' }])
  })

  it('is followed when it was opened between an attempt and its success, and not when it was closed', async () => {
    const { desk, hub, open, nextAttempt } = await openDesk()
    const first = await open(claimed)
    const attempt = await nextAttempt()
    first.close()
    desk.open('conversation-2')
    expect(attempt.sent).toEqual([])
    hub(-1).push(hello)
    await settle()
    expect(attempt.sent).toEqual([
      { t: 'follow', follow: { topic: 'conversation:conversation-2' } },
      { t: 'unfollow', topic: `conversation:${conversation}` },
    ])
  })

  it('is gone when the hub says so', async () => {
    const { desk, hub } = await openDesk()
    hub(0).push({ t: 'desk', entries: [entry(conversation)] })
    const thread = desk.open(conversation)
    hub(0).push({ t: 'gone', topic: `conversation:${conversation}` })
    await settle()
    expect(thread.$gone.get()).toBe(true)
    expect(desk.$queue.get()).toEqual([])
  })

  it('fetches older events before its oldest one, each page once', async () => {
    const { hub, open } = await openDesk()
    const log = [...claimed, said(5, 'five'), said(6, 'six')]
    const thread = await open(log, { tail: 1 })
    const before = hub(0).of('page').length
    expect(thread.$hasEarlier.get()).toBe(true)
    const loading = Promise.all([thread.loadEarlier(), thread.loadEarlier()])
    await settle()
    const page = hub(0).of('page').at(-1)
    expect(page?.before).toEqual({ log: 1, seq: 6 })
    expect(hub(0).of('page').length - before).toBeLessThanOrEqual(1)
    hub(0).push({ t: 'page', conversation, before: { log: 1, seq: 6 }, events: log.slice(0, 5), more: false })
    await loading
    expect(texts(thread)).toEqual(['Hello', 'five', 'six'])
    expect(thread.$hasEarlier.get()).toBe(false)
  })

  it('looks for the context of a handoff that lies before its snapshot', async () => {
    const { hub, open } = await openDesk()
    const found = event(3, 'context-added', { reason: 'visitor-request', summary: 'A lost transfer' })
    const log = [claimed[0], claimed[1], found, event(4, 'handoff-requested', { reason: 'visitor-request', until: 9 }), event(5, 'floor-claimed', { agent: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } }, bySarah)].flatMap((each) => each ?? [])
    const thread = await open(log, { tail: 1 })
    expect(thread.$context.get()).toBeNull()
    expect(hub(0).of('page').map(({ before }) => before)).toEqual([{ log: 1, seq: 5 }])
    hub(0).push({ t: 'page', conversation, before: { log: 1, seq: 5 }, events: log.slice(0, 4), more: false })
    await settle()
    expect(thread.$context.get()?.summary).toBe('A lost transfer')
  })

  it('looks for what is to be approved, where that lies before its snapshot', async () => {
    const { hub, open } = await openDesk()
    const staff = (each: ReturnType<typeof event>) => ({ ...each, audience: 'staff' as const })
    const log = [
      ...claimed,
      event(5, 'context-added', { reason: 'rule' }),
      staff(event(6, 'action-held', { action: 'action-01', tool: 'refund', input: '{}', title: 'Refund', approval: 'agent' })),
      staff(event(7, 'draft-offered', { draft: 'action-01', parts: [], action: 'action-01' })),
      event(8, 'context-added', { reason: 'rule', summary: 'Later' }),
    ]
    const thread = await open(log, { tail: 1 })
    expect([thread.$context.get()?.summary, thread.$drafts.get()]).toEqual(['Later', []])
    hub(0).push({ t: 'page', conversation, before: { log: 1, seq: 8 }, events: log.slice(4, 7), more: true })
    await settle()
    expect(thread.$drafts.get()).toMatchObject([{ id: 'action-01', action: { tool: 'refund' } }])
    // and no further
    expect(hub(0).of('page').map(({ before }) => before.seq)).toEqual([8])
  })
})

describe('commands', () => {
  it('carry the cursor that was seen, and resolve by ack', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    const result = thread.handBack()
    await settle()
    const frame = hub(0).of('command')[0]
    expect(frame).toMatchObject({ conversation, seen: { log: 1, seq: 4 }, command: { type: 'floor-return', data: {} } })
    hub(0).push({ t: 'ack', command: frame?.command.id ?? '', at: { log: 1, seq: 5 } })
    expect(await result).toMatchObject({ ok: true })
  })

  it('resolve with the refusal, which tells who won', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    const result = thread.claim()
    await settle()
    const refusal = { code: 'floor/claimed', message: 'Taken.', holder: 'Tom' }
    hub(0).push({ t: 'refused', command: hub(0).commands('floor-claim')[0]?.id ?? '', refusal })
    expect(await result).toEqual({ ok: false, refusal })
  })

  it('are sent again under the same id after a lost connection, until answered', async () => {
    const { hub, open, reconnect } = await openDesk()
    const thread = await open(claimed)
    const result = thread.claim()
    await settle()
    const id = hub(0).commands('floor-claim')[0]?.id ?? ''
    const second = await reconnect()
    expect(second.commands('floor-claim').map((command) => command.id)).toEqual([id])
    second.push({ t: 'ack', command: id, at: { log: 1, seq: 5 } })
    expect(await result).toMatchObject({ ok: true })
    expect((await reconnect()).commands('floor-claim')).toEqual([])
  })

  it('are sent again after a pause when only sending failed', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).refuse(new HandbackError('transport/unreachable', 'Busy.', { retryable: true, retryAfter: 2000 }))
    void thread.claim()
    await settle()
    hub(0).refuse(null)
    await vi.advanceTimersByTimeAsync(1999)
    expect(hub(0).commands('floor-claim')).toEqual([])
    await vi.advanceTimersByTimeAsync(501)
    expect(hub(0).commands('floor-claim')).toHaveLength(1)
  })

  it('that can never be sent are refused', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    hub(0).refuse(new HandbackError('request/too-large', 'Too long.'))
    expect(await thread.addNote('long')).toEqual({ ok: false, refusal: { code: 'request/too-large', message: 'Too long.' } })
  })

  it('are refused when the desk is destroyed before the answer', async () => {
    const { desk, hub, open } = await openDesk()
    const thread = await open(claimed)
    const result = thread.resolve()
    hub(0).refuse(lost())
    desk.destroy()
    expect(await result).toMatchObject({ ok: false, refusal: { code: 'client/closed' } })
    expect(await thread.claim()).toMatchObject({ ok: false, refusal: { code: 'client/closed' } })
  })
})

describe('a message', () => {
  const send = async () => {
    const world = await openDesk()
    const thread = await world.open(claimed)
    const seen: number[] = []
    thread.$rows.listen((rows) => seen.push(rows.filter((row) => row.type === 'message' && row.author.id === 'agent-sarah').length))
    const result = thread.sendMessage('On it')
    await settle()
    const id = world.hub(0).commands('message-send')[0]?.id ?? ''
    return { ...world, thread, seen, result, id, echo: events(said(5, 'On it', bySarah, id)) }
  }
  const ack = (id: string) => ({ t: 'ack', command: id, at: { log: 1, seq: 5 } }) as const

  it('is shown at once as sending', async () => {
    const { thread, id } = await send()
    expect(thread.$rows.get().at(-1)).toMatchObject({ type: 'message', id, seq: 0, delivery: 'sending', author: { name: 'Sarah' } })
  })

  it.each([
    ['echo before ack', (id: string, echo: ReturnType<typeof events>) => [echo, ack(id)]],
    ['ack before echo', (id: string, echo: ReturnType<typeof events>) => [ack(id), echo]],
  ])('is one bubble at every moment: %s', async (_name, frames) => {
    const { hub, thread, seen, result, id, echo } = await send()
    for (const frame of frames(id, echo)) {
      hub(0).push(frame)
      await settle()
    }
    expect(await result).toMatchObject({ ok: true })
    expect(new Set(seen)).toEqual(new Set([1]))
    expect(thread.$rows.get().at(-1)).toMatchObject({ id, seq: 5 })
  })

  it('leaves the overlay when it is refused', async () => {
    const { hub, thread, result, id } = await send()
    hub(0).push({ t: 'refused', command: id, refusal: { code: 'floor/claimed', message: 'Taken.', holder: 'Tom' } })
    expect(await result).toMatchObject({ ok: false })
    expect(texts(thread)).toEqual(['Hello'])
  })

  it('is one bubble when a snapshot that begins after it comes instead of its event', async () => {
    const { hub, thread, id } = await send()
    hub(0).push(ack(id))
    const log = [...claimed, said(5, 'On it', bySarah, id), said(6, 'Thanks')]
    hub(0).push(snapshot(log, { tail: 1 }))
    await settle()
    expect(texts(thread)).toEqual(['Thanks'])
  })

  it('that also claims stays one bubble between its two events', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed.slice(0, 3))
    void thread.sendMessage('On it')
    await settle()
    const id = hub(0).commands('message-send')[0]?.id ?? ''
    hub(0).push(events(event(4, 'floor-claimed', { agent: { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } }, bySarah, id)))
    await settle()
    expect(texts(thread)).toEqual(['Hello', 'On it'])
    hub(0).push(events(said(5, 'On it', bySarah, id)))
    await settle()
    expect(texts(thread)).toEqual(['Hello', 'On it'])
  })
})

describe('a desk at a hub that does not say whose the token is', () => {
  it('ends when there is no desk for it', async () => {
    const { desk, hub } = await openDesk()
    hub(0).push({ t: 'gone', topic: 'desk' })
    await settle()
    expect(desk.$error.get()).toMatchObject({ code: 'desk/no-agent' })
    expect(desk.$connection.get()).toBe('idle')
  })
})
