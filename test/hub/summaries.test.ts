import { expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { tempFile } from './temp-file.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah, stopClock, vera } from './world.ts'

const c = 'conversation-1'
const writes = { supports: { summaries: true } }
const fromLog = [
  'Asked: “My card is gone”.',
  'Handed over: the visitor asked for a person.',
  'Answered by: Sarah and Vera, 3 messages; the visitor wrote 1.',
  'Outcome: handed back to the assistant by Sarah. Last words of Sarah: “A new one is on its way”.',
  'Open: nothing. Tags: card, lost.',
].join('\n')

const summaries = async (world: World) => (await world.events(c)).flatMap(({ type, data }) => (type === 'summary-written' ? [data] : []))

/** Two people have helped, and are about to hand back. */
async function helped(world: World) {
  const visitor = world.link(maria)
  const desk = world.link(sarah)
  await visitor.command(c, 'handoff-request')
  await visitor.say(c, 'My card is gone')
  await desk.say(c, 'Hello, this is Sarah')
  await world.link(vera).say(c, 'I can help too')
  await visitor.say(c, 'Please hurry')
  await desk.say(c, 'A new one is on its way')
  await desk.command(c, 'tag-add', { tag: 'card' })
  await desk.command(c, 'tag-add', { tag: 'lost' })
  await visitor.follow(c)
  return { visitor, desk, back: () => desk.command(c, 'floor-return', { tasks: ['summary', 'survey'] }) }
}

test('is told from the log when the provider writes none, and only to the team', async () => {
  const provider = scripted([])
  const world = createWorld({ provider })
  const { visitor, back } = await helped(world)
  await back()
  await until(async () => (await summaries(world)).length === 1)
  expect(await summaries(world)).toEqual([{ episode: 3, text: fromLog }])
  await settled()
  expect(provider.calls).toEqual([])
  expect(visitor.bytes).not.toMatch(/summary-|Last words/)
  expect(await world.store.load(c)).toMatchObject({ phase: 'handback', survey: { state: 'asked' } })
  expect((await world.store.load(c))?.summary).toBeUndefined()
})

test('is asked of a provider that writes them, once, with instructions of its own and the conversation', async () => {
  const provider = scripted([['Maria lost her card; ', 'Sarah sent a new one.']], writes)
  const world = createWorld({ provider })
  const { back } = await helped(world)
  await back()
  await until(async () => (await summaries(world)).length === 1)
  expect(await summaries(world)).toEqual([{ episode: 3, text: 'Maria lost her card; Sarah sent a new one.' }])
  expect(provider.calls).toHaveLength(1)
  const request = provider.calls[0]?.request
  expect(request?.system).toMatch(/what the visitor wanted, what the person did, and what is open/)
  expect(request?.messages).toContainEqual({ role: 'agent', name: 'Sarah', text: 'A new one is on its way' })
  expect(request?.messages.at(-1)).toEqual({ role: 'visitor', text: 'Write the summary now.' })
})

test.each<[string, Parameters<typeof scripted>[0]]>([
  ['fails', [[new HandbackError('provider/unavailable', 'Down.')]]],
  ['says nothing', [[]]],
  ['wants a person instead', [[{ type: 'handoff-request', reason: 'unsure' }]]],
  ['breaks off', [['Maria ', { type: 'cut' }]]],
])('is told from the log when the provider %s', async (_what, script) => {
  const world = createWorld({ provider: scripted(script, writes) })
  const { back } = await helped(world)
  await back()
  await until(async () => (await summaries(world)).length === 1)
  expect(await summaries(world)).toEqual([{ episode: 3, text: fromLog }])
})

test('is told from the log when the provider takes half its time', async () => {
  const world = createWorld({ provider: scripted(() => [gates().gate('never')], writes), policy: { summaryTime: 100 } })
  const { back } = await helped(world)
  await back()
  await until(async () => (await summaries(world)).length === 1)
  expect(await summaries(world)).toEqual([{ episode: 3, text: fromLog }])
})

test('keeps no visitor waiting: what they ask meanwhile is answered', async () => {
  const at = gates()
  const provider = scripted(({ messages }) => (messages.at(-1)?.text === 'Write the summary now.' ? [at.gate('slow'), 'Written'] : ['On Friday']), writes)
  const world = createWorld({ provider })
  const { visitor, back } = await helped(world)
  await back()
  await at.reached('slow')
  await visitor.say(c, 'When does it come?')
  await until(async () => (await world.said(c)).at(-1) === 'assistant: On Friday')
  expect(await summaries(world)).toEqual([])
  at.open('slow')
  await until(async () => (await summaries(world)).length === 1)
})

test('does not bring back what was removed while it was written', async () => {
  const at = gates()
  const secret = 'ZEBRA-4711'
  const provider = scripted(({ messages }) => (JSON.stringify(messages).includes(secret) ? [at.gate('slow'), secret] : ['Clean']), writes)
  const world = createWorld({ provider })
  const { visitor, desk, back } = await helped(world)
  await visitor.say(c, secret)
  const seq = (await world.events(c)).findLast(({ type }) => type === 'message-sent')?.seq ?? 0
  await desk.say(c, 'Never write that here')
  await back()
  await at.reached('slow')
  await desk.command(c, 'events-redact', { seqs: [seq] })
  at.open('slow')
  await until(async () => (await summaries(world)).length === 1)
  expect(await summaries(world)).toEqual([{ episode: 3, text: 'Clean' }])
  expect(JSON.stringify(await world.events(c))).not.toContain(secret)
})

test.each<[string, () => EventStore]>([
  ['memory', () => memoryStore()],
  ['sqlite', () => sqliteStore({ path: tempFile() })],
])('is written by the next hub when the first one died, on %s', async (_name, make) => {
  stopClock()
  const store = make()
  const at = gates()
  const world = createWorld({ store, provider: scripted(() => [at.gate('never')], writes) })
  const { back } = await helped(world)
  await back()
  await at.reached('never')
  await world.close()
  const next = createWorld({ store })
  await until(async () => (await summaries(next)).length === 1)
  expect(await summaries(next)).toEqual([{ episode: 3, text: fromLog }])
  await next.close()
  await store.close()
})

test('that nobody writes is given up at its time', async () => {
  stopClock()
  const world = createWorld({ provider: scripted(() => [gates().gate('never')], writes) })
  const { back } = await helped(world)
  await back()
  await world.tick(120_000 - 1)
  expect(await world.types(c)).not.toContain('summary-expired')
  await world.tick(1)
  expect(await world.types(c)).toContain('summary-expired')
  expect((await world.store.load(c))?.summary).toBeUndefined()
})

test('ends with one full stop, whatever a tag or the last words end with', async () => {
  const world = createWorld({ provider: scripted([]) })
  const { desk, back } = await helped(world)
  await desk.say(c, 'It is done.')
  await desk.command(c, 'tag-add', { tag: 'Hi, this is Sarah.' })
  await back()
  await until(async () => (await summaries(world)).length === 1)
  expect((await summaries(world))[0]).toMatchObject({ text: expect.stringMatching(/Last words of Sarah: “It is done\.”\nOpen: nothing\. Tags: card, lost, Hi, this is Sarah\.$/) })
})
