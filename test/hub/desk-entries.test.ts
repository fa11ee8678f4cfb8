import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { createDesk } from '../../src/hub/desk.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { until } from './until.ts'
import type { World, WorldOptions } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'

async function desk(world: World): Promise<RecordedLink> {
  const link = world.link(sarah)
  await link.send({ t: 'follow', follow: { topic: 'desk' } })
  return link
}
const told = (link: RecordedLink) => link.of('desk').flatMap(({ entries }) => entries).at(-1)

/** A store that counts how often a log is read. */
function counting(): { readonly store: EventStore; readonly reads: () => number } {
  const base = memoryStore()
  let reads = 0
  return { store: { ...base, read: (...asked) => ((reads += 1), base.read(...asked)) }, reads: () => reads }
}

describe('the rule that asked for a person', () => {
  test.each<[string, WorldOptions, string, string | undefined]>([
    ['a rule of the hub', {}, 'I want to kill myself', 'safety'],
    ['what a bot has promised', { provider: scripted([['I will connect you with a colleague now.']]) }, 'Pay me back', 'promise-audit'],
    ['a policy', { policy: { humanOnly: true } }, 'Pay me back', 'human-only'],
    ['what a model has given as its reason', { provider: scripted([[{ type: 'handoff-request', reason: 'wants a refund' }]]) }, 'Pay me back', 'wants a refund'],
    ['nothing more than that the visitor asked', {}, 'I want to talk to a human', undefined],
  ])('is told to desks, as it comes and to who comes later: %s', async (_what, options, words, rule) => {
    const world = createWorld(options)
    const agent = await desk(world)
    await world.link(maria).say(c, words)
    await until(() => told(agent)?.phase === 'queued')
    expect(told(agent)?.rule).toBe(rule)
    expect(told(await desk(world))).toMatchObject({ phase: 'queued', ...(rule === undefined ? {} : { rule }) })
    // a store keeps what the machine knows, and nothing else
    expect((await world.store.list({ view: 'queue' }, { limit: 1 })).items[0]).not.toHaveProperty('rule')
  })

  test('stays while a person has the conversation, and goes with the next reason', async () => {
    const world = createWorld({ policy: { humanOnly: true } })
    const agent = await desk(world)
    await world.link(maria).say(c, 'Pay me back')
    await until(() => told(agent)?.rule === 'human-only')
    await agent.command(c, 'floor-claim')
    await until(() => told(agent)?.phase === 'human')
    expect(told(agent)?.rule).toBe('human-only')
    await agent.command(c, 'floor-transfer')
    await until(() => told(agent)?.reason === 'transfer')
    expect(told(agent)).not.toHaveProperty('rule')
  })

  test('goes with what was removed from the log', async () => {
    const world = createWorld({ provider: scripted([[{ type: 'handoff-request', reason: 'Maria ZEBRA wants a refund' }]]) })
    const agent = await desk(world)
    await world.link(maria).say(c, 'Pay me back')
    await until(() => told(agent)?.rule !== undefined)
    const seq = (await world.events(c)).find(({ type }) => type === 'context-added')?.seq
    await agent.command(c, 'events-redact', { seqs: [seq] })
    await until(() => told(agent)?.at.log === 2)
    expect(told(agent)).toMatchObject({ phase: 'queued', reason: 'assistant-request' })
    expect(told(agent)).not.toHaveProperty('rule')
  })

  test('is looked for once, however much is written while somebody waits', async () => {
    const { store, reads } = counting()
    const world = createWorld({ store, policy: { humanOnly: true } })
    const agent = await desk(world)
    const visitor = world.link(maria)
    await visitor.say(c, 'Pay me back')
    await until(() => told(agent)?.rule === 'human-only')
    const before = reads()
    for (let n = 1; n <= 20; n += 1) await visitor.say(c, `Hello ${n}?`)
    await until(() => told(agent)?.preview === 'Hello 20?')
    expect(told(agent)?.rule).toBe('human-only')
    expect(reads() - before).toBe(0)
  })
})

/** What a desk of another hub tells, by the same store, whose logs are read only when the gate is open. */
async function otherDesk(world: World, gate: Promise<void>) {
  let asked = 0
  const store: EventStore = { ...world.store, read: async (...args) => ((asked += 1), await gate, world.store.read(...args)) }
  const onFailure = vi.fn()
  let left: number | undefined
  const visitors = { left: () => left, look: async () => [] }
  const onEntry = vi.fn()
  const desk = createDesk({ store, visitors, onEntry, onFailure })
  onTestFinished(() => desk.close())
  const frames: ServerFrame[] = []
  const link = { sub: sarah.sub, ended: false, fail: vi.fn(), send: (frame: ServerFrame) => void frames.push(frame), deliver: () => {} }
  return {
    frames,
    link,
    onEntry,
    onFailure,
    asked: () => asked,
    follow: () => desk.follow(link as never),
    leave: (at: number) => void (left = at),
  }
}

test('who comes to the desk while somebody leaves is told the newer of both, however long a rule takes to look for', async () => {
  const world = createWorld({ policy: { humanOnly: true } })
  await world.link(maria).command(c, 'handoff-request')
  world.clock.now += 1_000
  await world.link({ sub: 'visitor-other', role: 'visitor', name: 'Olga' }).say('conversation-2', 'Pay me back')
  await until(async () => (await world.store.list({ view: 'queue' }, { limit: 9 })).items.length === 2)
  let open = (): void => {}
  const { follow, asked, leave, frames } = await otherDesk(world, new Promise((resolve) => (open = resolve)))
  const following = follow()
  await until(() => asked() > 0)
  leave(1_800_000_060_000)
  open()
  await following
  const left = 1_800_000_060_000
  expect(frames).toMatchObject([{ t: 'desk', entries: [{ conversation: c, left }, { conversation: 'conversation-2', rule: 'human-only', left }] }])
})

test('a rule that cannot be looked for is left out, and the desk goes on', async () => {
  const world = createWorld({ policy: { humanOnly: true } })
  await world.link(maria).say(c, 'Hello')
  const gate = Promise.reject(new Error('No log can be read.'))
  gate.catch(() => undefined)
  const { follow, asked, frames, link, onEntry, onFailure } = await otherDesk(world, gate)
  await until(() => follow().then(() => frames.length > 0))
  link.fail.mockClear()
  // what changes is told to who follows, also without its rule
  await world.link({ sub: 'visitor-other', role: 'visitor', name: 'Olga' }).say('conversation-2', 'Pay me back')
  await until(() => onEntry.mock.calls.some(([entry]) => entry.conversation === 'conversation-2' && entry.phase === 'queued'))
  await world.link({ sub: 'visitor-third', role: 'visitor', name: 'Tom' }).say('conversation-3', 'Pay me back')
  await until(() => onEntry.mock.calls.some(([entry]) => entry.conversation === 'conversation-3' && entry.phase === 'queued'))
  expect(asked()).toBeGreaterThan(1)
  expect(frames.at(-1)).toMatchObject({ entries: [{ conversation: c }] })
  expect(frames.at(-1)).not.toHaveProperty('entries.0.rule')
  expect([onFailure.mock.calls, link.fail.mock.calls]).toEqual([[], []])
})
