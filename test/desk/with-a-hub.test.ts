import { onTestFinished, describe, expect, it, vi } from 'vitest'
import { createChat, memoryStorage } from '../../src/client/index.ts'
import type { Identity } from '../../src/contracts/index.ts'
import { createDesk, type Desk, type DeskThread } from '../../src/desk/index.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import { textOf } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { inProcess } from '../../src/transports/in-process.ts'

/** A hub with one visitor and two agents, all of them real. */
function open() {
  const tokens = createTokens(new Uint8Array(32).fill(7))
  const hub = createHub({ store: memoryStore(), tokens, provider: scripted(() => ['A working day.']) })
  const transport = inProcess(hub)
  const credentials = (identity: Identity) => async () => (await tokens.issue(identity)).token
  const desk = (sub: string, name: string): Desk =>
    createDesk({ transport, credentials: credentials({ sub, role: 'agent', name }), me: { id: sub, kind: 'agent', name } })
  const chat = createChat({ transport, credentials: credentials({ sub: 'visitor-maria', role: 'visitor', name: 'Maria' }), storage: memoryStorage() })
  const sarah = desk('agent-sarah', 'Sarah')
  const tom = desk('agent-tom', 'Tom')
  onTestFinished(async () => {
    chat.destroy()
    sarah.destroy()
    tom.destroy()
    await hub.close()
  })
  return { chat, sarah, tom }
}

const until = (condition: () => void): Promise<void> => vi.waitFor(condition, { timeout: 5000, interval: 5 })
const said = (thread: DeskThread): string[] =>
  thread.$rows.get().flatMap((row) => (row.type === 'message' ? [`${row.author.kind}: ${textOf(row.parts)}`] : []))

describe('two desks and a visitor at one hub', () => {
  it('go from the assistant to a person and back, with one winner of a race', async () => {
    const { chat, sarah, tom } = open()
    await chat.sendMessage('How long does a transfer take?')
    await until(() => expect(sarah.$others.get()).toHaveLength(1))
    const conversation = sarah.$others.get()[0]?.conversation ?? ''
    const [hers, his] = [sarah.open(conversation), tom.open(conversation)]
    await until(() => expect(said(hers)).toEqual(['visitor: How long does a transfer take?', 'assistant: A working day.']))

    await chat.requestHuman()
    await until(() => expect(sarah.$queue.get()).toMatchObject([{ conversation, visitorName: 'Maria', reason: 'visitor-request' }]))
    await until(() => expect(hers.$context.get()?.reason).toBe('visitor-request'))

    const results = await Promise.all([hers.claim(), his.claim()])
    const lost = results.find((result) => !result.ok)
    const [winner, loser, winning, name] = results[0]?.ok ? [hers, his, sarah, 'Sarah'] : [his, hers, tom, 'Tom']
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(lost).toMatchObject({ refusal: { code: 'floor/claimed', holder: name } })
    await until(() => expect(winning.$mine.get()).toHaveLength(1))
    expect(await loser.sendMessage('Me too')).toMatchObject({ ok: false, refusal: { holder: name } })

    await until(() => expect(chat.$state.get().phase).toBe('human'))
    chat.typing()
    await until(() => expect(winner.$visitorTyping.get()).toBe(true))
    await chat.sendMessage('Are you there?')
    await until(() => expect(winner.$visitorTyping.get()).toBe(false))
    winner.setVisible(true)
    await until(() => expect(winner.$header.get()?.read.staff).toBeGreaterThan(0))
    expect(await winner.addNote('Released at 10:40')).toMatchObject({ ok: true })
    expect(await winner.sendMessage('Here I am')).toMatchObject({ ok: true })
    await until(() => expect([...loser.$rows.get()]).toEqual([...winner.$rows.get()]))
    expect(said(winner).slice(2)).toEqual(['visitor: Are you there?', 'agent: Here I am'])
    expect(winner.$rows.get().some((row) => row.type === 'note')).toBe(true)
    expect(chat.$messages.get().some((row) => (row.type as string) === 'note')).toBe(false)

    expect(await winner.handBack()).toMatchObject({ ok: true })
    await until(() => expect(winner.$header.get()?.phase).toBe('handback'))
    expect(await winner.resolve()).toMatchObject({ ok: true })
    await until(() => expect(sarah.$closed.get().map((entry) => entry.conversation)).toEqual([conversation]))
    await until(() => expect(chat.$state.get().phase).toBe('closed'))
  })

  it('share what they know, work beside each other, and take out what must not stay', async () => {
    const { chat, sarah, tom } = open()
    await chat.setAttributes({ plan: 'Business' })
    await chat.sendMessage('My PIN is 1234')
    await until(() => expect(sarah.$others.get()).toHaveLength(1))
    const conversation = sarah.$others.get()[0]?.conversation ?? ''
    const [hers, his] = [sarah.open(conversation), tom.open(conversation)]
    await until(() => expect(said(hers)).toEqual(['visitor: My PIN is 1234', 'assistant: A working day.']))
    await until(() => expect(his.$attributes.get()).toEqual({ plan: 'Business' }))

    expect(await hers.claim()).toMatchObject({ ok: true })
    expect(await his.join()).toMatchObject({ ok: false, refusal: { code: 'participant/not-invited' } })
    expect(await hers.invite('agent-tom')).toMatchObject({ ok: true })
    expect(await his.join()).toMatchObject({ ok: true })
    expect(await his.sendMessage('I can help')).toMatchObject({ ok: true })
    expect(await his.addTag('secret told')).toMatchObject({ ok: true })
    expect(await hers.requestSupervisor('Fee?')).toMatchObject({ ok: true })
    await until(() => expect(hers.$header.get()).toMatchObject({ helpers: ['agent-tom'], tags: ['secret told'], escalated: true }))
    await until(() => expect(tom.$others.get()).toMatchObject([{ conversation, escalated: true, tags: ['secret told'] }]))

    const newest = () => hers.$rows.get().findLast((row) => row.type === 'message')?.seq ?? 0
    await until(() => expect(hers.$receipts.get().delivered).toBeGreaterThanOrEqual(newest()))
    expect(hers.$receipts.get().read).toBeLessThan(newest())
    chat.setVisible(true)
    await until(() => expect(hers.$receipts.get().read).toBeGreaterThanOrEqual(newest()))

    const pin = hers.$rows.get().findLast((row) => row.type === 'message' && row.author.kind === 'visitor')?.seq ?? 0
    expect(await hers.redact([pin])).toMatchObject({ ok: true })
    const gone = (rows: Iterable<{ readonly type: string; readonly key?: string }>) => [...rows].some((row) => row.type === 'notice' && row.key === 'message-removed')
    await until(() => expect([gone(hers.$rows.get()), gone(his.$rows.get()), gone(chat.$messages.get())]).toEqual([true, true, true]))
    expect(JSON.stringify([[...hers.$rows.get()], [...chat.$messages.get()]])).not.toContain('1234')
  })

  it('show a conversation that does not exist as gone', async () => {
    const { sarah } = open()
    const thread = sarah.open('conversation-of-nobody')
    await until(() => expect(thread.$gone.get()).toBe(true))
  })
})

describe('a desk with a token that is not for it', () => {
  function sit(identity: Identity, me: string) {
    const tokens = createTokens(new Uint8Array(32).fill(7))
    const hub = createHub({ store: memoryStore(), tokens, provider: scripted([]) })
    const desk = createDesk({ transport: inProcess(hub), credentials: async () => (await tokens.issue(identity)).token, me: { id: me, kind: 'agent', name: 'Sarah' } })
    onTestFinished(async () => {
      desk.destroy()
      await hub.close()
    })
    return { desk }
  }

  it.each<[string, Identity, string, string, RegExp]>([
    ['of a visitor', { sub: 'visitor-maria', role: 'visitor' }, 'visitor-maria', 'desk/no-agent', /tokens\.issue\(\{ sub, role: 'agent', name \}\)/],
    ['of a colleague', { sub: 'agent-tom', role: 'agent', name: 'Tom' }, 'agent-sarah', 'desk/other-agent', /The token is of "agent-tom" and `me\.id` is "agent-sarah"/],
  ])('%s ends, says so, and refuses whatever is done there', async (_whose, identity, me, code, message) => {
    const { desk } = sit(identity, me)
    const thread = desk.open('conversation-1')
    const waiting = thread.claim()
    await until(() => expect(desk.$error.get()).toMatchObject({ code, message: expect.stringMatching(message) }))
    expect(desk.$connection.get()).toBe('idle')
    expect(await waiting).toMatchObject({ ok: false, refusal: { code } })
    expect(await thread.addNote('Hello?')).toMatchObject({ ok: false, refusal: { code } })
    await expect(thread.uploadFile(new Blob(['x']))).rejects.toMatchObject({ code })
  })

  it('is no stranger as a supervisor', async () => {
    const { desk } = sit({ sub: 'super-vera', role: 'supervisor', name: 'Vera' }, 'super-vera')
    await until(() => expect(desk.$connection.get()).toBe('live'))
    expect(desk.$error.get()).toBeNull()
  })
})
