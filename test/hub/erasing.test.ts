import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { emptyHeader, evolveHeader } from '../../src/conversation/index.ts'
import { finishErasing } from '../../src/hub/erasing.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { tempFile } from './temp-file.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, readAll, sarah, stopClock, vera } from './world.ts'

const c = 'conversation-1'
const canary = 'ZEBRA-4711'
const named = { ...maria, name: `Maria ${canary}` }

interface Place {
  readonly store: EventStore
  /** Everything that lies on the disk. */
  bytes(): string
}

const places: readonly (readonly [string, () => Place])[] = [
  ['memory', () => ({ store: memoryStore(), bytes: () => '' })],
  [
    'sqlite',
    () => {
      const path = tempFile()
      const files = [path, `${path}-wal`, `${path}-shm`]
      return { store: sqliteStore({ path }), bytes: () => files.map((file) => (existsSync(file) ? readFileSync(file, 'latin1') : '')).join() }
    },
  ],
]

/** A conversation with the word in everything that can hold one. */
async function full(world: World) {
  const visitor = world.link(named)
  const desk = world.link(sarah)
  await visitor.say(c, `I am ${canary}, ask for ${canary}@example.com`)
  await until(async () => (await world.types(c)).includes('turn-done'))
  await visitor.command(c, 'attributes-update', { values: { [canary]: canary } })
  await visitor.command(c, 'handoff-request')
  await desk.say(c, `Hello ${canary}`)
  await desk.command(c, 'note-add', { text: `A note about ${canary}` })
  await desk.command(c, 'tag-add', { tag: canary })
  await desk.command(c, 'message-send', { parts: [{ type: 'form', form: 'form-0001', title: canary, fields: [{ name: canary, label: canary, kind: 'text' }] }] })
  expect(await visitor.command(c, 'form-submit', { form: 'form-0001', values: { [canary]: canary } })).toMatchObject({ ok: true })
  await desk.command(c, 'floor-return', { tasks: ['summary', 'survey'] })
  await until(async () => (await world.types(c)).includes('summary-written'))
  await visitor.command(c, 'survey-answer', { episode: 3, score: 6, comment: canary })
  await visitor.command(c, 'ticket-create', { text: canary, contact: canary })
  return { visitor, desk }
}

const all = async (store: EventStore): Promise<string> =>
  JSON.stringify([await readAll(store, c), await store.load(c), await store.list({ view: 'all' }, { limit: 99 })])

describe.each(places)('on %s', (name, make) => {
  const opened = (options: Parameters<typeof createWorld>[0] = {}) => {
    const place = make()
    return { ...place, world: createWorld({ provider: scripted(() => [`Your name is ${canary}.`]), ...options, store: place.store }) }
  }

  test('erasing a conversation leaves nothing of it in log, header, lists and files, and whoever follows begins anew', async () => {
    const { world, store, bytes } = opened()
    const { visitor, desk } = await full(world)
    await visitor.follow(c)
    await desk.send({ t: 'follow', follow: { topic: 'desk' } })
    const before = await readAll(store, c)
    expect(await all(store)).toContain(canary)
    expect(bytes().includes(canary)).toBe(name === 'sqlite')

    const erased = await visitor.command(c, 'conversation-erase', {}, { id: 'command-erase' })
    expect(await all(store)).not.toContain(canary)
    expect(bytes()).not.toContain(canary)
    expect(await store.load(c)).toMatchObject({ phase: 'closed', erased: true, log: 2, people: [], deadlines: [], preview: '' })
    const after = await readAll(store, c)
    expect(after.map(({ seq }) => seq)).toEqual(Array.from({ length: before.length + 1 }, (_, at) => at + 1))
    expect(erased).toEqual({ ok: true, at: { log: 2, seq: after.length } })
    await until(() => visitor.of('reset').some(({ conversation, log }) => conversation === c && log === 2))
    await until(() => desk.of('desk').some(({ entries }) => entries.some(({ at, visitorName }) => at.log === 2 && visitorName === '')))

    // an empty thread for who comes with an old cursor or with none, and no more words
    for (const cursor of [undefined, { log: 1, seq: before.length }]) {
      const late = world.link(maria)
      await late.follow(c, cursor)
      expect(late.bytes).not.toContain(canary)
      expect(late.of('snapshot')[0]?.header).toMatchObject({ erased: true, people: [] })
    }
    expect(await visitor.say(c, 'Hello?')).toMatchObject({ refusal: { code: 'conversation/erased' } })
    // a retry is answered as the first was, and another body is still another command
    expect(await visitor.command(c, 'conversation-erase', {}, { id: 'command-erase', seen: { log: 1, seq: 3 } })).toEqual(erased)
    expect(await visitor.say(c, 'Hello?', { id: 'command-erase' })).toMatchObject({ refusal: { code: 'command/mismatch' } })
    expect((await store.load(c))?.log).toBe(2)
    await world.close()
    await store.close()
    expect(bytes()).not.toContain(canary)
  })

  test('redacting removes the contents of single events, and the conversation goes on', async () => {
    const { world, store, bytes } = opened({ provider: scripted(() => ['All is well.']) })
    const visitor = world.link(maria)
    const desk = world.link(sarah)
    await visitor.say(c, `My number is ${canary}`)
    await until(async () => (await world.types(c)).includes('turn-done'))
    await visitor.follow(c)
    const seq = (await world.events(c)).find(({ type }) => type === 'message-sent')?.seq ?? 0
    expect(bytes().includes(canary)).toBe(name === 'sqlite')
    const redacted = await desk.command(c, 'events-redact', { seqs: [seq] }, { id: 'command-redact' })
    expect(redacted).toMatchObject({ ok: true, at: { log: 2 } })
    expect(await all(store)).not.toContain(canary)
    expect(bytes()).not.toContain(canary)
    expect(await store.load(c)).toMatchObject({ phase: 'bot', log: 2, preview: '' })
    await until(() => visitor.of('reset').length === 1)
    expect(await desk.command(c, 'events-redact', { seqs: [seq] }, { id: 'command-redact' })).toEqual(redacted)
    expect(await desk.command(c, 'events-redact', { seqs: [seq + 1] }, { id: 'command-redact' })).toMatchObject({ refusal: { code: 'command/mismatch' } })
    expect(await visitor.say(c, 'And another thing')).toMatchObject({ ok: true })
    await until(async () => (await world.said(c)).at(-1) === 'assistant: All is well.')
    // the header beside the log is what the log says
    const header = await store.load(c)
    expect((await readAll(store, c)).reduce(evolveHeader, { ...emptyHeader(maria.sub), log: 2 })).toEqual(header)
    await world.close()
    await store.close()
  })

  test('what a hub did not get to remove is removed by the next one that looks', async () => {
    stopClock()
    const place = make()
    let dies = false
    const world = createWorld({
      store: place.store,
      failPoint: (point) => {
        if (dies && point === 'after-append') throw new Error('killed')
      },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    })
    const { visitor } = await full(world)
    dies = true
    await expect(visitor.command(c, 'conversation-erase', {}, { id: 'command-erase' })).rejects.toThrow('No answer')
    await world.close()
    expect(await all(place.store)).toContain(canary)
    const next = createWorld({ store: place.store })
    await next.tick()
    await until(async () => (await place.store.load(c))?.log === 2)
    expect(await all(place.store)).not.toContain(canary)
    expect(place.bytes()).not.toContain(canary)
    const { length } = await next.events(c)
    await next.tick(60_000)
    expect((await place.store.load(c))?.log).toBe(2)
    expect(await next.link(named).command(c, 'conversation-erase', {}, { id: 'command-erase' })).toEqual({ ok: true, at: { log: 2, seq: length } })
    await next.close()
    await place.store.close()
  })
})

test('a retried erase is answered only when everything is gone, also when nothing but the event had been written', async () => {
  stopClock()
  const store = memoryStore()
  let dies = false
  const options = { store, log: { info: () => undefined, warn: () => undefined, error: () => undefined } }
  const world = createWorld({ ...options, failPoint: (point) => { if (dies && point === 'after-append') throw new Error('killed') } })
  await world.link(named).say(c, canary)
  await until(async () => (await world.types(c)).includes('turn-done'))
  dies = true
  await expect(world.link(named).command(c, 'conversation-erase', {}, { id: 'command-erase' })).rejects.toThrow('No answer')
  await world.close()
  const next = createWorld({ store })
  expect(await next.link(named).command(c, 'conversation-erase', {}, { id: 'command-erase' })).toMatchObject({ ok: true, at: { log: 2 } })
  expect(await all(store)).not.toContain(canary)
})

test('two hubs that remove at once remove once, and nothing that was asked for meanwhile is forgotten', async () => {
  const memory = memoryStore()
  let before = async (): Promise<unknown> => undefined
  const store: EventStore = {
    ...memory,
    async erase(id, what, refold) {
      const run = before
      before = async () => undefined
      await run()
      return memory.erase(id, what, refold)
    },
  }
  const world = createWorld({ store, provider: scripted(() => [gates().gate('never')]) })
  const other = createWorld({ store: memory, provider: scripted(() => [gates().gate('never')]) })
  const visitor = world.link(maria)
  for (const text of ['one', 'two', 'three']) await visitor.say(c, `${canary} ${text}`)
  await until(async () => (await world.types(c)).includes('turn-started'))
  const seqs = (await world.events(c)).filter(({ type }) => type === 'message-sent').map(({ seq }) => seq)
  // another hub is quicker
  before = () => finishErasing(memory, c, async () => undefined)
  expect(await world.link(sarah).command(c, 'events-redact', { seqs: seqs.slice(0, 1) })).toMatchObject({ ok: true, at: { log: 2 } })
  // and here another agent asks for more in the very moment
  before = async () => {
    const header = await memory.load(c)
    const event = { seq: (header?.seq ?? 0) + 1, at: header?.at ?? 0, by: { kind: 'agent', id: sarah.sub }, type: 'events-redacted', audience: 'everyone', data: { seqs: seqs.slice(2), log: 2 }, prev: header?.shown ?? 0, cause: 'command-other' } as const
    if (!header) return
    const next = evolveHeader(header, event)
    const [entry] = (await memory.list({ view: 'all' }, { limit: 1 })).items
    if (entry) await memory.append(c, { expect: header, events: [event], header: next, entry: { ...entry, at: { log: next.log, seq: next.seq } } })
  }
  expect(await world.link(sarah).command(c, 'events-redact', { seqs: seqs.slice(1, 2) })).toMatchObject({ ok: true, at: { log: 3 } })
  expect(await all(memory)).not.toContain(canary)
  await other.close()
})

test('only what somebody has written can be removed: the log would not fold without the rest', async () => {
  const world = createWorld()
  await world.link(maria).command(c, 'handoff-request')
  const desk = world.link(sarah)
  await desk.say(c, 'Hello')
  const events = await world.events(c)
  for (const { seq, type } of events) {
    const content = ['conversation-started', 'message-sent', 'context-added'].includes(type)
    expect([type, await desk.command(c, 'events-redact', { seqs: [seq] })]).toMatchObject([type, content ? { ok: true } : { refusal: { code: 'command/invalid' } }])
  }
  expect(await world.store.load(c)).toMatchObject({ phase: 'human', floor: { number: 3, holder: { id: sarah.sub } } })
})

test('what repeats removed words goes with them: what the next person was told, a summary, a draft, a message that was left', async () => {
  const secret = 'My card number is ZEBRA-4711, what now?'
  const world = createWorld({ provider: scripted([['I see.'], [`You wrote: ${secret}`]]) })
  const visitor = world.link(maria)
  const desk = world.link(sarah)
  await visitor.say(c, 'It costs 20 pounds')
  await until(async () => (await world.types(c)).includes('turn-done'))
  const { length: fees } = await world.types(c)
  await visitor.command(c, 'handoff-request')
  await visitor.say(c, secret)
  const { seq = 0 } = (await world.store.load(c)) ?? {}
  await desk.say(c, 'I see')
  await desk.command(c, 'assist-request', { text: 'Help' })
  await until(async () => (await world.types(c)).includes('draft-offered'))
  await desk.say(c, secret)
  await desk.command(c, 'floor-return', { tasks: ['summary'] })
  await until(async () => (await world.types(c)).includes('summary-written'))
  const again = (await world.events(c)).findLast(({ type }) => type === 'message-sent')?.seq
  await visitor.command(c, 'handoff-request')
  expect(JSON.stringify(await world.events(c)).split(canary).length).toBeGreaterThan(4)
  await desk.command(c, 'events-redact', { seqs: [seq, again] })
  const events = await world.events(c)
  expect(JSON.stringify([events, await world.store.load(c)])).not.toContain(canary)
  const contexts = events.filter(({ type }) => type === 'context-added').map(({ data }) => data)
  expect(contexts).toEqual([expect.objectContaining({ summary: expect.stringContaining('It costs 20 pounds') }), { erased: true }])
  expect(events[fees - 1]?.type).toBe('turn-done')
  // the visitor hears of those that were named, not of hidden ones
  expect(events.at(-1)).toMatchObject({ type: 'events-redacted', data: { seqs: [seq, again] } })
})

test('a question that a person has answered stays answered when the answer is removed', async () => {
  const world = createWorld()
  const visitor = world.link(maria)
  const desk = world.link(sarah)
  await visitor.command(c, 'handoff-request')
  await visitor.say(c, 'When does it come?')
  await desk.say(c, `On Friday, ${canary}`)
  const seq = (await world.events(c)).findLast(({ type }) => type === 'message-sent')?.seq ?? 0
  await desk.command(c, 'events-redact', { seqs: [seq] })
  expect((await world.store.load(c))?.owed).toBeUndefined()
  await desk.command(c, 'floor-return', { tasks: [] })
  await settled()
  expect((await world.said(c)).filter((line) => line.startsWith('assistant'))).toEqual([])
})

describe('the answer to a command whose events nobody but the staff sees', () => {
  test('tells a visitor the newest event that they see, the first time and again', async () => {
    const world = createWorld({ provider: scripted(() => [gates().gate('never')]) })
    const visitor = world.link(maria)
    await visitor.command(c, 'handoff-request')
    const { shown = 0, seq = 0 } = (await world.store.load(c)) ?? {}
    await world.link(vera).command(c, 'note-add', { text: 'Careful' })
    expect(seq).toBeGreaterThan(shown)
    const first = await visitor.command(c, 'attributes-update', { values: { plan: 'gold' } }, { id: 'command-facts' })
    expect(first).toEqual({ ok: true, at: { log: 1, seq: shown } })
    await visitor.say(c, 'Hello?')
    expect(await visitor.command(c, 'attributes-update', { values: { plan: 'gold' } }, { id: 'command-facts' })).toEqual(first)
  })

  test('tells staff the event itself', async () => {
    const world = createWorld({ provider: scripted(() => [gates().gate('never')]) })
    await world.link(maria).command(c, 'handoff-request')
    const { seq = 0 } = (await world.store.load(c)) ?? {}
    expect(await world.link(vera).command(c, 'note-add', { text: 'Careful' })).toEqual({ ok: true, at: { log: 1, seq: seq + 1 } })
  })
})
