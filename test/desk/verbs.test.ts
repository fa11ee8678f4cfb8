import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliveryOf, type DeskThread } from '../../src/desk/index.ts'
import { ASSISTANT, type EventMap, type EventType, type StoredEvent } from '../../src/protocol/index.ts'
import { bySarah, byVisitor, claimed, conversation, event, events, openDesk, said, settle, snapshot } from './world.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const hidden = <T extends EventType>(seq: number, type: T, data: EventMap[T], by = ASSISTANT): StoredEvent => ({ ...event(seq, type, data, by), audience: 'staff' })
const draft = (seq: number, id: string) => hidden(seq, 'draft-offered', { draft: id, parts: [{ type: 'text', text: `Words of ${id}` }] })

describe('what an agent does', () => {
  const at = 1_800_000_000_000
  it.each<[string, (thread: DeskThread) => Promise<unknown>, string, object]>([
    ['hand back', (thread) => thread.handBack(), 'floor-return', {}],
    ['hand back with tasks', (thread) => thread.handBack(['survey', 'follow-up']), 'floor-return', { tasks: ['survey', 'follow-up'] }],
    ['transfer', (thread) => thread.transfer(), 'floor-transfer', {}],
    ['transfer to somebody', (thread) => thread.transfer({ agent: 'agent-tom', note: 'Yours' }), 'floor-transfer', { agent: 'agent-tom', note: 'Yours' }],
    ['invite', (thread) => thread.invite('agent-tom'), 'participant-invite', { agent: 'agent-tom' }],
    ['join', (thread) => thread.join(), 'participant-join', {}],
    ['leave', (thread) => thread.leave(), 'participant-leave', {}],
    ['ask a supervisor', (thread) => thread.requestSupervisor(), 'supervisor-request', {}],
    ['ask a supervisor with words', (thread) => thread.requestSupervisor('Fee?'), 'supervisor-request', { note: 'Fee?' }],
    ['read along', (thread) => thread.shadow(true), 'shadow-start', {}],
    ['no longer read along', (thread) => thread.shadow(false), 'shadow-end', {}],
    ['ask the assistant', (thread) => thread.ask('What are the fees?'), 'assist-request', { text: 'What are the fees?' }],
    ['use a draft', (thread) => thread.sendMessage('Hello', { draft: 'draft-001' }), 'message-send', { parts: [{ type: 'text', text: 'Hello' }], draft: 'draft-001' }],
    ['drop a draft', (thread) => thread.dropDraft('draft-001'), 'draft-drop', { draft: 'draft-001' }],
    ['approve an action', (thread) => thread.approve('action-01'), 'draft-approve', { draft: 'action-01' }],
    ['tag', (thread) => thread.addTag('vip'), 'tag-add', { tag: 'vip' }],
    ['take a tag off', (thread) => thread.removeTag('vip'), 'tag-remove', { tag: 'vip' }],
    ['promise to come back', (thread) => thread.scheduleFollowUp({ at, note: 'Call' }), 'follow-up-schedule', { at, note: 'Call' }],
    ['remove messages', (thread) => thread.redact([2]), 'events-redact', { seqs: [2] }],
  ])('is a command: %s', async (_what, act, type, data) => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    const result = act(thread)
    await settle()
    const [command, ...more] = hub(0).commands(type)
    expect([command?.data, more]).toEqual([data, []])
    hub(0).push({ t: 'ack', command: command?.id ?? '', at: { log: 1, seq: 5 } })
    expect(await result).toMatchObject({ ok: true })
  })
})

describe('what the team knows', () => {
  it('are drafts as long as they are open, oldest first', async () => {
    const { hub, open } = await openDesk()
    const thread = await open([...claimed, draft(5, 'draft-001')])
    const ids = () => thread.$drafts.get().map(({ id }) => id)
    let changes = 0
    thread.$drafts.listen(() => (changes += 1))
    expect(ids()).toEqual(['draft-001'])
    hub(0).push(events(draft(6, 'draft-002')), events(said(7, 'Hm')), events(hidden(8, 'draft-dropped', { draft: 'draft-001' }, bySarah)))
    await settle()
    expect(ids()).toEqual(['draft-002'])
    hub(0).push(events(event(9, 'floor-returned', { tasks: [] }, bySarah)))
    await settle()
    expect([ids(), changes]).toEqual([[], 3])
  })

  it('is exactly what an action would do, and that the assistant has used a tool', async () => {
    const { hub, open } = await openDesk()
    const thread = await open(claimed)
    const held = { action: 'action-01', tool: 'refund', input: '{"order":"7"}', title: 'Refund order 7', approval: 'agent' } as const
    hub(0).push(
      events(hidden(5, 'tool-called', { call: 'call-0001', turn: 'turn-0001', attempt: 1, tool: 'look-up', input: '{}' })),
      events(hidden(6, 'tool-returned', { call: 'call-0001', output: 'Nothing.', failed: true })),
      events(hidden(7, 'action-held', held), hidden(8, 'draft-offered', { draft: 'action-01', parts: [{ type: 'text', text: 'Refund order 7' }], action: 'action-01' })),
    )
    await settle()
    expect(thread.$drafts.get()).toMatchObject([{ id: 'action-01', action: { tool: 'refund', input: '{"order":"7"}', title: 'Refund order 7' } }])
    expect(thread.$header.get()?.actions).toEqual(['action-01'])
    expect(thread.$rows.get().slice(-2)).toMatchObject([
      { type: 'tool-call', call: 'call-0001', tool: 'look-up', input: '{}' },
      { type: 'tool-result', call: 'call-0001', output: 'Nothing.', failed: true },
    ])
  })

  it('are facts about the visitor, the newest of each', async () => {
    const { hub, open } = await openDesk()
    const thread = await open([...claimed, hidden(5, 'attributes-updated', { values: { plan: 'Free', age: 40 } })])
    hub(0).push(events(hidden(6, 'attributes-updated', { values: { plan: 'Business', age: null } })))
    await settle()
    expect(thread.$attributes.get()).toEqual({ plan: 'Business' })
  })

  it('leaves the screen when the log is replaced', async () => {
    const { hub, open } = await openDesk()
    const thread = await open([...claimed, draft(5, 'draft-001'), hidden(6, 'attributes-updated', { values: { plan: 'Free' } })])
    hub(0).push({ t: 'reset', conversation, log: 2 })
    await settle()
    expect([thread.$drafts.get(), thread.$attributes.get()]).toEqual([[], {}])
  })
})

describe('how far the visitor has come', () => {
  const delivered = (seq: number, by = byVisitor) =>
    ({ t: 'signal', topic: `conversation:${conversation}`, signal: { key: 'k', by, audience: 'everyone', ttl: 1000, data: { type: 'delivered', seq } } }) as const

  it('is told by their signals and marks, only moves forward, and never beyond what there is', async () => {
    const { hub, open } = await openDesk()
    const thread = await open([...claimed, said(5, 'Here I am', bySarah)])
    const steps: unknown[] = []
    thread.$receipts.listen((receipts) => steps.push(Object.values(receipts)))
    const state = () => deliveryOf({ seq: 5, delivery: 'sent' }, thread.$receipts.get())
    expect(state()).toBe('sent')
    hub(0).push(delivered(99, bySarah), delivered(99), delivered(3))
    await settle()
    expect([state(), steps]).toEqual(['delivered', [[5, 0]]])
    hub(0).push(events(event(6, 'read-marked', { seq: 5 })))
    await settle()
    expect([state(), steps.at(-1)]).toEqual(['read', [5, 5]])
  })

  it('begins anew with another log', async () => {
    const { hub, open } = await openDesk()
    const thread = await open([...claimed, said(5, 'Here I am', bySarah)])
    hub(0).push(delivered(5))
    await settle()
    hub(0).push({ t: 'reset', conversation, log: 2 }, snapshot([...claimed, said(5, 'Here I am', bySarah)], { log: 2 }))
    await settle()
    expect(thread.$receipts.get()).toEqual({ delivered: 0, read: 0 })
  })
})
