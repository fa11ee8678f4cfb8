import { describe, expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
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
