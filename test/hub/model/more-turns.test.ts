import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ReplyPart } from '../../../src/contracts/index.ts'
import { tool } from '../../../src/hub/index.ts'
import type { Part } from '../../../src/protocol/index.ts'
import { HandbackError } from '../../../src/protocol/index.ts'
import { scripted, type ScriptedReply } from '../../../src/providers/scripted.ts'
import { memoryStore } from '../../../src/stores/memory.ts'
import { until } from '../until.ts'
import type { World, WorldOptions } from '../world.ts'
import { createWorld, maria, sarah } from '../world.ts'

const c = 'conversation-1'
const calls: ReplyPart = { type: 'finish', reason: 'tool-call' }

async function answered(reply: readonly ScriptedReply[], options: WorldOptions = {}): Promise<World & { readonly parts: readonly Part[] }> {
  const world = createWorld({ provider: scripted(reply, { supports: { tools: true } }), ...options })
  await world.link(maria).say(c, 'Where is my card?')
  await until(async () => (await world.store.load(c))?.owed === undefined)
  const answer = (await world.events(c)).findLast(({ type, by }) => type === 'message-sent' && by.kind === 'assistant')
  return { ...world, parts: (answer?.data as { readonly parts?: readonly Part[] } | undefined)?.parts ?? [] }
}
const offersPerson = (parts: readonly Part[]): boolean => parts.some((part) => part.type === 'quick-replies')

describe('an answer', () => {
  test.each<[string, ScriptedReply, boolean]>([
    ['that is whole', ['It is on its way.'], false],
    ['that was cut off', ['It is on', { type: 'finish', reason: 'length' }], true],
    ['that was refused', [{ type: 'refusal', text: 'I cannot say.' }, { type: 'finish', reason: 'stop' }], true],
    ['that is unsure', [{ type: 'signals', confidence: 0.49 }, 'Perhaps.'], true],
    ['that is sure enough', [{ type: 'signals', confidence: 0.5 }, 'Perhaps.'], false],
  ])('%s offers a person: %j gives %s', async (_how, reply, offers) => {
    expect(offersPerson((await answered([reply])).parts)).toBe(offers)
  })

  test('names eight sources at most, and each once', async () => {
    const cites = Array.from({ length: 20 }, (_, at): ReplyPart => ({ type: 'citation', id: `article-${at >> 1}`, title: 'T' }))
    const { parts } = await answered([['Yes.', ...cites]])
    expect(parts.flatMap((part) => (part.type === 'citation' ? [part.id] : []))).toEqual(Array.from({ length: 8 }, (_, at) => `article-${at}`))
  })

  test('of several rounds has used what all of them used', async () => {
    const usage = (inputTokens: number, outputTokens: number) => ({ usage: { inputTokens, outputTokens } })
    const call: ReplyPart = { type: 'tool-call', id: '1', name: 'none', input: {} }
    const first: ReplyPart = { type: 'finish', reason: 'tool-call', ...usage(70, 3) }
    const { store } = await answered([[call, first], ['Yes.', { type: 'finish', reason: 'stop', ...usage(90, 5) }]])
    expect((await store.load(c))?.spent).toMatchObject({ turns: 1, inputTokens: 160, outputTokens: 8 })
  })
})

test('what was agreed to is not done when the visitor has written since', async () => {
  const paid: unknown[] = []
  const refund = tool({
    name: 'refund',
    description: 'Pays an order back.',
    input: z.object({ order: z.string() }),
    approval: 'visitor',
    run: (input) => void paid.push(input),
  })
  const store = memoryStore()
  let armed = false
  const racy: typeof store = {
    ...store,
    async append(id, batch) {
      if (armed && batch.events.some(({ type }) => type === 'turn-started')) {
        armed = false
        await link.say(c, 'Wait, not that one')
      }
      await store.append(id, batch)
    },
  }
  const call: ReplyPart = { type: 'tool-call', id: '1', name: 'refund', input: { order: '7' } }
  const provider = scripted([['I can do that.', call, calls], ['All right, I leave it.']], { supports: { tools: true } })
  const world = createWorld({ provider, store: racy, tools: [refund] })
  const link = world.link(maria)
  await link.say(c, 'Please pay order 7 back')
  await until(async () => (await world.store.load(c))?.permission !== undefined)
  armed = true
  await link.command(c, 'permission-answer', { permission: (await world.store.load(c))?.permission, granted: true })
  await until(async () => (await world.said(c)).at(-1) === 'assistant: All right, I leave it.')
  expect(paid).toEqual([])
  expect(provider.calls[1]?.request.messages.some(({ role, text }) => role === 'system' && text.includes('It was not done'))).toBe(true)
})

describe('a draft', () => {
  async function asked(provider: ReturnType<typeof scripted>, refuses = false) {
    const world = createWorld({ provider })
    const visitor = world.link(maria)
    await visitor.command(c, 'handoff-request')
    const desk = world.link(sarah)
    await desk.say(c, 'Hello, this is Sarah')
    await visitor.say(c, 'My card is gone')
    if (refuses) await visitor.command(c, 'consent-record', { scope: 'assistant', version: '1', granted: false })
    await desk.command(c, 'assist-request', { text: 'What do I write?' })
    await until(async () => (await world.store.load(c))?.assist === undefined)
    return world
  }

  test('that promises a person is offered as it is: one is there', async () => {
    const world = await asked(scripted([[{ type: 'signals', confidence: 0.1 }, 'I will connect you with a colleague.']]))
    const draft = (await world.events(c)).find(({ type }) => type === 'draft-offered')
    expect(draft?.data).toMatchObject({ parts: [{ type: 'text', text: 'I will connect you with a colleague.' }] })
    expect(draft?.data).toHaveProperty('parts.length', 1)
    expect(await world.phase(c)).toBe('human')
  })

  test('is written by nobody for a visitor who wants no assistant', async () => {
    const provider = scripted([['Five days.']])
    const world = await asked(provider, true)
    expect(provider.calls).toEqual([])
    expect(await world.types(c)).not.toContain('draft-offered')
  })
})

test('an answer that a claim overtakes at its very end is not said, and what it used is counted', async () => {
  const store = memoryStore()
  let armed = true
  const racy: typeof store = {
    ...store,
    async append(id, batch) {
      if (armed && batch.events.some(({ type }) => type === 'turn-done')) {
        armed = false
        await world.link(sarah).command(c, 'floor-claim')
      }
      await store.append(id, batch)
    },
  }
  const provider = scripted([['It is on its way.', { type: 'finish', reason: 'stop', usage: { inputTokens: 70, outputTokens: 3 } }]])
  const world = createWorld({ provider, store: racy })
  await world.link(maria).say(c, 'Where is my card?')
  await until(async () => (await world.store.load(c))?.spent?.inputTokens === 70)
  expect(await world.said(c)).toEqual(['visitor: Where is my card?'])
  expect(await world.phase(c)).toBe('human')
})

test('a failure that a claim overtakes at its very end counts what it used all the same', async () => {
  const store = memoryStore()
  let armed = true
  const racy: typeof store = {
    ...store,
    async append(id, batch) {
      if (armed && batch.events.some(({ type }) => type === 'turn-failed')) {
        armed = false
        await world.link(sarah).command(c, 'floor-claim')
      }
      await store.append(id, batch)
    },
  }
  const calls = { type: 'finish', reason: 'tool-call', usage: { inputTokens: 70, outputTokens: 3 } } as const
  const round = [{ type: 'tool-call', id: 'call-1', name: 'none', input: {} }, calls] as const
  const provider = scripted([round, [new HandbackError('provider/bad-request', 'Refused.')]], { supports: { tools: true } })
  const world = createWorld({ provider, store: racy })
  await world.link(maria).say(c, 'Where is my card?')
  await until(async () => (await world.store.load(c))?.spent?.inputTokens === 70)
  expect(await world.types(c)).not.toContain('turn-failed')
  expect(await world.phase(c)).toBe('human')
})
