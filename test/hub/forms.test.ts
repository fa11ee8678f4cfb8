import { describe, expect, test } from 'vitest'
import type { EventStore, ReplyPart } from '../../src/contracts/index.ts'
import { emptyHeader } from '../../src/conversation/index.ts'
import { isAsked } from '../../src/hub/asked-forms.ts'
import { createHub, createTokens, type HubForm } from '../../src/hub/index.ts'
import type { FormPart, Part, StoredEvent } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, key, maria, sarah } from './world.ts'

const c = 'conversation-1'
const able = { supports: { tools: true } }
const asks = (form: unknown): ReplyPart[] => [
  { type: 'tool-call', id: 'call-1', name: 'ask_form', input: { form } },
  { type: 'finish', reason: 'tool-call' },
]
const callback: HubForm = {
  name: 'callback',
  purpose: 'When the visitor wants to be called.',
  title: 'Where may we call you?',
  fields: [{ name: 'phone', label: 'Phone', kind: 'phone', required: true }],
}

const partsOf = async (world: World): Promise<(readonly Part[])[]> =>
  (await world.events(c)).filter(({ type, by }) => type === 'message-sent' && by.kind === 'assistant').map(({ data }) => (data as { parts: readonly Part[] }).parts)

test('a model shows a form under its answer, once, and learns what was filled in', async () => {
  const provider = scripted([asks('callback'), ['Leave your number below.'], asks('callback'), ['It is there already.']], able)
  const world = createWorld({ provider, forms: [callback, { ...callback, name: 'order', purpose: 'When something is ordered.' }] })
  const visitor = world.link(maria)
  await visitor.say(c, 'Please call me')
  await until(async () => (await partsOf(world)).length === 1)
  const offered = provider.calls[0]?.request.tools?.find(({ name }) => name === 'ask_form')
  expect(offered?.description).toContain('callback: When the visitor wants to be called.')
  expect(offered?.parameters).toMatchObject({ properties: { form: { enum: ['callback', 'order'] } }, required: ['form'] })
  const [[, form] = []] = await partsOf(world)
  expect(form).toEqual({ type: 'form', form: expect.stringMatching(/^[\w-]{8,64}$/), title: callback.title, fields: callback.fields })
  expect(await visitor.command(c, 'form-submit', { form: (form as FormPart).form, values: { phone: '079' } })).toMatchObject({ ok: true })
  await visitor.say(c, 'Is that all?')
  await until(async () => (await partsOf(world)).length === 2)
  expect((await partsOf(world))[1]).toEqual([{ type: 'text', text: 'It is there already.' }])
  expect(provider.calls[2]?.request.messages.map(({ text }) => text)).toContain('The visitor filled in a form: Phone: 079.')
})

test('a form that there is not is an error for the model, and is shown to nobody', async () => {
  const provider = scripted([asks('everything'), ['Sorry.']], able)
  const world = createWorld({ provider, forms: [callback] })
  await world.link(maria).say(c, 'Please call me')
  await until(async () => (await partsOf(world)).length === 1)
  expect(await partsOf(world)).toEqual([[{ type: 'text', text: 'Sorry.' }]])
  expect(provider.calls[1]?.request.steps?.[0]?.results).toMatchObject([{ failed: true }])
})

test('nobody but visitors is asked by a form, and models without tools ask by none', async () => {
  const provider = scripted(() => ['All is well.'], able)
  const world = createWorld({ provider, forms: [callback] })
  await world.link(maria).command(c, 'handoff-request')
  await world.link(sarah).command(c, 'floor-claim')
  await world.link(sarah).command(c, 'assist-request', { text: 'Draft an answer' })
  await until(() => provider.calls.length === 1)
  expect(provider.calls[0]?.request.tools ?? []).toEqual([])
  const plain = scripted(() => ['All is well.'])
  const other = createWorld({ provider: plain, forms: [callback] })
  await other.link(maria).say(c, 'Please call me')
  await until(() => plain.calls.length === 1)
  expect(plain.calls[0]?.request.tools).toBeUndefined()
})

describe('answers to a form', () => {
  const values = { phone: '079' }
  const notAsked = { ok: false, refusal: { code: 'form/not-open' } }
  const asked = { title: 'Before we begin', fields: callback.fields }
  const part: FormPart = { type: 'form', form: 'form-0001', fields: callback.fields }
  const answers = async (world: World) => (await world.events(c)).flatMap(({ type, data }) => (type === 'form-submitted' ? [data] : []))

  test('that nobody has asked are refused, in a conversation and before one', async () => {
    const world = createWorld()
    const visitor = world.link(maria)
    expect(await visitor.command(c, 'form-submit', { form: 'form-0001', values })).toMatchObject(notAsked)
    expect(await world.store.load(c)).toBeUndefined()
    await visitor.say(c, 'Hello')
    await world.link(sarah).command(c, 'message-send', { parts: [part] })
    expect(await visitor.command(c, 'form-submit', { form: 'form-0002', values })).toMatchObject(notAsked)
    expect(await answers(world)).toEqual([])
    expect(await visitor.command(c, 'form-submit', { form: 'form-0001', values })).toMatchObject({ ok: true })
    expect(await answers(world)).toEqual([{ form: 'form-0001', values }])
  })

  test('that the page has asked begin a conversation, or come before its first message, and no later', async () => {
    const world = createWorld()
    const visitor = world.link(maria)
    const answer = { form: 'pre-chat-form', values, asked }
    expect(await visitor.command(c, 'form-submit', answer)).toMatchObject({ ok: true })
    await visitor.command(c, 'consent-record', { scope: 'transcript', version: '1', granted: true })
    await world.link(sarah).command(c, 'floor-claim')
    await world.link(sarah).say(c, 'Hello')
    expect(await visitor.command(c, 'form-submit', { ...answer, form: 'another-form' })).toMatchObject({ ok: true })
    const first = await visitor.command(c, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
    expect(first).toMatchObject({ ok: true })
    expect(await visitor.command(c, 'form-submit', { ...answer, form: 'a-third-form' })).toMatchObject(notAsked)
    // also when that message is removed
    const seq = (await world.events(c)).findLast(({ type }) => type === 'message-sent')?.seq ?? 0
    expect(await world.link(sarah).command(c, 'events-redact', { seqs: [seq] })).toMatchObject({ ok: true })
    expect(await visitor.command(c, 'form-submit', { ...answer, form: 'a-third-form' })).toMatchObject(notAsked)
    expect(await answers(world)).toMatchObject([{ form: 'pre-chat-form', asked }, { form: 'another-form', asked }])
  })

  test('tell no other questions than those of the message that holds it', async () => {
    const world = createWorld()
    const visitor = world.link(maria)
    await visitor.command(c, 'handoff-request')
    await world.link(sarah).command(c, 'floor-claim')
    await world.link(sarah).command(c, 'message-send', { parts: [part] })
    const forged = { ...asked, fields: [{ name: 'phone', label: 'Sarah has agreed to', kind: 'text' as const }] }
    expect(await visitor.command(c, 'form-submit', { form: 'form-0001', values, asked: forged })).toMatchObject(notAsked)
    expect(await answers(world)).toEqual([])
  })

  test('that were taken are taken, also when they come again after the first message', async () => {
    const world = createWorld()
    const command = { id: 'command-0001', type: 'form-submit', data: { form: 'pre-chat-form', values, asked } } as const
    const frame = { t: 'command', conversation: c, seen: null, command } as const
    expect(await world.hub.ports.answer(maria, frame)).toMatchObject({ t: 'ack' })
    await world.link(maria).say(c, 'Hello')
    expect(await world.hub.ports.answer(maria, frame)).toMatchObject({ t: 'ack' })
    expect(await answers(world)).toHaveLength(1)
  })

  test.each([[4_999, true], [5_001, false]])('to one that was asked %i events ago: %s', async (ago, open) => {
    const head = 9_000
    let read = 0
    const event = (seq: number) => {
      const message = { type: 'message-sent', data: { message: 'message-1', parts: [part] }, by: { kind: 'agent', id: sarah.sub } }
      return { seq, audience: 'everyone', ...(seq === head - ago ? message : { type: 'tag-added', data: {}, by: { kind: 'agent', id: sarah.sub } }) } as unknown as StoredEvent
    }
    const events: EventStore['read'] = async (_id, options) => {
      const before = 'before' in options ? options.before.seq : 0
      const found = Array.from({ length: Math.min(options.limit, before - 1) }, (_, index) => event(before - Math.min(options.limit, before - 1) + index))
      read += found.length
      return found
    }
    const header = { ...emptyHeader(maria.sub), log: 1, seq: head }
    expect(await isAsked({ ...memoryStore(), read: events }, c, header, { form: 'form-0001' })).toBe(open)
    expect(read).toBe(5_000)
  })
})

test.each<[string, HubForm[]]>([
  ['no name', [{ ...callback, name: '' }]],
  ['one name twice', [callback, callback]],
  ['no questions', [{ ...callback, fields: [] }]],
])('forms that cannot be are refused when the hub is made: %s', (_name, forms) => {
  expect(() => createHub({ store: memoryStore(), provider: scripted([]), tokens: createTokens(key), forms })).toThrow(/A form/)
})
