import { describe, expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { knowledgeProvider } from '../../src/providers/knowledge.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { tempFile } from './temp-file.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah, stopClock, tom } from './world.ts'

const c = 'conversation-1'
const ask = { text: 'How long does a new card take?' }
const offered = async (world: World) => (await world.events(c)).flatMap(({ type, data }) => (type === 'draft-offered' ? [data as { draft: string; parts: readonly { text?: string }[] }] : []))

/** Sarah holds the conversation, and the visitor follows it. */
async function held(options: Parameters<typeof createWorld>[0] = {}) {
  const world = createWorld(options)
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const desk = world.link(sarah)
  await desk.say(c, 'Hello, this is Sarah')
  await visitor.say(c, 'My card is gone')
  await visitor.follow(c)
  await desk.follow(c)
  return { world, visitor, desk }
}

test('what the holder asks is answered by a draft that only the team sees', async () => {
  const provider = scripted([['Five ', 'days.']])
  const { world, visitor, desk } = await held({ provider })
  expect(await desk.command(c, 'assist-request', ask)).toMatchObject({ ok: true })
  await until(async () => (await offered(world)).length === 1)
  const [draft] = await offered(world)
  expect(draft?.parts).toEqual([{ type: 'text', text: 'Five days.' }])
  const types = await world.types(c)
  expect(types.slice(types.indexOf('assist-requested'))).toEqual(['assist-requested', 'turn-started', 'draft-offered', 'turn-done'])
  expect((await world.store.load(c))?.drafts).toEqual([draft?.draft])
  const { messages } = provider.calls[0]?.request ?? { messages: [] }
  expect(messages.slice(-3)).toEqual([
    { role: 'visitor', text: 'My card is gone' },
    { role: 'system', text: expect.stringContaining('Sarah, a person of the team, holds this conversation') },
    { role: 'visitor', text: ask.text },
  ])
  // the visitor hears nothing of it, and the team no single words
  await until(() => desk.events(c).some(({ type }) => type === 'turn-done'))
  await settled()
  expect(visitor.bytes).not.toMatch(/Five|How long|assist-|draft|"turn-/)
  expect(visitor.bytes + desk.bytes).not.toContain('text-delta')
  // it becomes words of the person
  expect(await desk.command(c, 'message-send', { parts: [{ type: 'text', text: 'Five days.' }], draft: draft?.draft })).toMatchObject({ ok: true })
  expect((await world.events(c)).findLast(({ type }) => type === 'message-sent')).toMatchObject({ by: { kind: 'agent' }, data: { assisted: true } })
})

test.each<[string, Parameters<typeof scripted>[0]]>([
  ['refuses', [[{ type: 'refusal', text: 'I cannot say.' }]]],
  ['breaks off at its length', [['I cannot say.', { type: 'finish', reason: 'length' }]]],
])('a draft of a model that %s has no button for a person: one is there', async (_what, script) => {
  const { world, desk } = await held({ provider: scripted(script) })
  await desk.command(c, 'assist-request', ask)
  await until(async () => (await offered(world)).length === 1)
  expect((await offered(world))[0]?.parts).toEqual([{ type: 'text', text: 'I cannot say.' }])
})

test('it may be asked again once the first is done, and not before', async () => {
  const at = gates()
  const { world, desk } = await held({ provider: scripted([[at.gate('slow'), 'One'], ['Two']]) })
  await desk.command(c, 'assist-request', ask)
  await at.reached('slow')
  expect(await desk.command(c, 'assist-request', ask)).toMatchObject({ refusal: { code: 'turn/running' } })
  at.open('slow')
  await until(async () => (await offered(world)).length === 1)
  await until(async () => (await world.store.load(c))?.turn === undefined)
  await desk.command(c, 'assist-request', ask)
  await until(async () => (await offered(world)).length === 2)
  expect((await offered(world)).map(({ parts }) => parts[0]?.text)).toEqual(['One', 'Two'])
})

test('words of the visitor do not stop it', async () => {
  const at = gates()
  const provider = scripted([[at.gate('slow'), 'Five days.']])
  const { world, visitor, desk } = await held({ provider })
  await desk.command(c, 'assist-request', ask)
  await at.reached('slow')
  await visitor.say(c, 'Are you there?')
  await settled()
  at.open('slow')
  await until(async () => (await offered(world)).length === 1)
  expect(provider.calls).toMatchObject([{ aborted: false }])
})

test.each<[string, string, unknown]>([
  ['a hand-back', 'floor-return', { tasks: [] }],
  ['a transfer', 'floor-transfer', {}],
  ['the end', 'conversation-resolve', {}],
])('%s stops it, and nothing is offered', async (_what, type, data) => {
  stopClock()
  const at = gates()
  const provider = scripted([[at.gate('slow'), 'Five days.'], ['For the visitor']])
  const { world, desk } = await held({ provider })
  await desk.command(c, 'assist-request', ask)
  await at.reached('slow')
  expect(await desk.command(c, type, data)).toMatchObject({ ok: true })
  await until(() => provider.calls[0]?.ended)
  at.open('slow')
  await settled()
  expect(provider.calls[0]?.aborted).toBe(true)
  expect(await offered(world)).toEqual([])
  expect((await world.events(c)).find((event) => event.type === 'turn-aborted')).toMatchObject({ audience: 'staff', data: { reason: 'end' } })
  expect((await world.said(c)).filter((line) => line.startsWith('assistant: Five'))).toEqual([])
})

test.each<[string, Parameters<typeof scripted>[0], string]>([
  ['fails', [[new HandbackError('provider/unavailable', 'Down.', { retryable: true })]], 'provider/unavailable'],
  ['only wants a person', [[{ type: 'handoff-request', reason: 'unsure' }]], 'provider/failed'],
])('a provider that %s is told to the team, once, and the visitor hears nothing', async (_what, script, code) => {
  const { world, visitor, desk } = await held({ provider: scripted(script) })
  await desk.command(c, 'assist-request', ask)
  await until(async () => (await world.types(c)).includes('turn-failed'))
  expect((await world.events(c)).filter(({ type }) => type === 'turn-failed')).toMatchObject([{ audience: 'staff', data: { code } }])
  await settled()
  expect(await world.phase(c)).toBe('human')
  expect((await world.store.load(c))?.assist).toBeUndefined()
  expect(visitor.bytes).not.toContain('turn-')
  expect(await desk.command(c, 'assist-request', ask)).toMatchObject({ ok: true })
})

test('the provider without a model answers it from the articles', async () => {
  const articles = [
    { id: 'new-card', title: 'How long a new card takes', questions: ['How long does a new card take?', 'When does my new card arrive?'], body: 'Five working days.' },
    { id: 'fees', title: 'Fees', questions: ['What does the account cost?'], body: 'There is no monthly fee.' },
    { id: 'limits', title: 'Limits', questions: ['How much cash can I get?'], body: 'Up to 500 pounds a day.' },
  ]
  const base = knowledge({ articles })
  const { world, desk } = await held({ provider: knowledgeProvider({ knowledge: base, pace: 0 }), knowledge: base })
  await desk.say(c, 'One moment')
  await desk.command(c, 'assist-request', ask)
  await until(async () => (await offered(world)).length === 1)
  const [draft] = await offered(world)
  expect(draft?.parts).toEqual([
    { type: 'text', text: 'Five working days.' },
    { type: 'citation', id: 'new-card', title: 'How long a new card takes' },
  ])
})

describe.each<[string, () => EventStore]>([
  ['memory', () => memoryStore()],
  ['sqlite', () => sqliteStore({ path: tempFile() })],
])('after a restart on %s', (_name, make) => {
  test('a request that nobody had taken up is answered', async () => {
    stopClock()
    const store = make()
    let dies = false
    const { world, desk } = await held({
      store,
      failPoint: (point) => { if (dies && point === 'after-append') throw new Error('killed') },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })
    dies = true
    await expect(desk.command(c, 'assist-request', ask)).rejects.toThrow('No answer')
    await world.close()
    expect((await store.load(c))?.assist).toBeDefined()
    const next = createWorld({ store, provider: scripted([['Five days.']]) })
    await until(async () => (await offered(next)).length === 1)
    await next.close()
    await store.close()
  })

  test('a draft that was being written has failed, and a request that is too old has expired', async () => {
    stopClock()
    const store = make()
    const at = gates()
    const { world, desk } = await held({ store, provider: scripted([[at.gate('never')]]) })
    await desk.command(c, 'assist-request', ask)
    await at.reached('never')
    await world.close()
    const next = createWorld({ store, provider: scripted([]) })
    await until(async () => (await next.types(c)).includes('turn-failed'))
    expect((await next.events(c)).findLast(({ type }) => type === 'turn-failed')).toMatchObject({ audience: 'staff', data: { code: 'hub/restarted' } })
    await next.close()
    await store.close()
  })
})

test('a request that no hub takes up ends after its time', async () => {
  stopClock()
  const memory = memoryStore()
  const store: EventStore = { ...memory, supports: { ...memory.supports, shared: true } }
  let dies = false
  const { world, desk } = await held({
    store,
    failPoint: (point) => { if (dies && point === 'after-append') throw new Error('killed') },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  dies = true
  await expect(desk.command(c, 'assist-request', ask)).rejects.toThrow('No answer')
  await world.close()
  const next = createWorld({ store, provider: scripted([]) })
  await next.tick(29_000)
  expect(await next.types(c)).not.toContain('assist-expired')
  await next.tick(1_000)
  expect(await next.types(c)).toContain('assist-expired')
  expect(await next.link(tom).command(c, 'assist-request', ask)).toMatchObject({ refusal: { code: 'floor/claimed' } })
})
