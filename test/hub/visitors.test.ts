import { expect, test } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { createVisitors } from '../../src/hub/visitors.ts'
import type { IndexEntry } from '../../src/protocol/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import type { RecordedLink } from './recorded-link.ts'
import { tempFile } from './temp-file.ts'
import type { Clock, World } from './world.ts'
import { createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const START = 1_800_000_000_000

async function waiting(world: World, identity: Identity = maria): Promise<RecordedLink> {
  const link = world.link(identity)
  await link.command(c, 'handoff-request')
  await link.follow(c)
  return link
}
async function desk(world: World): Promise<RecordedLink> {
  const link = world.link(sarah)
  await link.send({ t: 'follow', follow: { topic: 'desk' } })
  return link
}
/** Five looks of the hub, one of which is for visitors. */
async function pass(world: World, ms: number): Promise<void> {
  for (let tick = 0; tick < 5; tick += 1) await world.tick(ms / 5)
}
const told = (link: RecordedLink) => link.of('desk').flatMap(({ entries }) => entries.filter(({ conversation }) => conversation === c))
const left = (link: RecordedLink): number | undefined => told(link).at(-1)?.left

test('a desk is told since when somebody who waits has gone, and when they are back; their place stays', async () => {
  stopClock()
  const world = createWorld()
  const agent = await desk(world)
  const visitor = await waiting(world)
  await pass(world, 60_000)
  expect([told(agent).length, left(agent)]).toEqual([1, undefined])
  visitor.close()
  await pass(world, 20_000)
  expect(told(agent)).toHaveLength(1)
  await pass(world, 20_000)
  expect([told(agent).length, left(agent)]).toEqual([2, START + 60_000])
  // it goes on: nothing new is told, and who comes to the desk now is told the same
  await pass(world, 60_000)
  expect(told(agent)).toHaveLength(2)
  expect(told(await desk(world))).toMatchObject([{ phase: 'queued', since: START, left: START + 60_000 }])
  const again = world.link(maria)
  await pass(world, 5_000)
  expect(told(agent)).toHaveLength(3)
  expect(told(agent).at(-1)).not.toHaveProperty('left')
  expect(told(agent).at(-1)).toMatchObject({ phase: 'queued', since: START })
  expect(again.ended).toBe(false)
})

test('nothing is told of it once a person is there, nor of who is in no queue', async () => {
  stopClock()
  const world = createWorld()
  const agent = await desk(world)
  const visitor = await waiting(world)
  await pass(world, 5_000)
  visitor.close()
  await pass(world, 60_000)
  expect(left(agent)).toBe(START + 5_000)
  await agent.command(c, 'floor-claim')
  await pass(world, 60_000)
  expect(told(agent).at(-1)).toMatchObject({ phase: 'human' })
  expect(told(agent).at(-1)).not.toHaveProperty('left')
  expect(visitor.bytes).not.toContain('"left"')
})

test('who is at another hub of the same store is not gone', async () => {
  stopClock()
  const clock: Clock = { now: START }
  const store = memoryStore({ now: () => clock.now })
  const [here, there] = [createWorld({ store, clock }), createWorld({ store, clock })]
  const agent = await desk(here)
  const visitor = await waiting(there)
  // one timer is for both hubs, and both worlds' ticks pass it
  await pass(here, 60_000)
  expect(left(agent)).toBeUndefined()
  visitor.close()
  await pass(here, 60_000)
  expect(left(agent)).toBe(START + 60_000)
})

test('who waits a second time is not taken for gone by what a hub knew of the first', async () => {
  const store = memoryStore()
  let at = START
  const present = new Set<string>()
  const open = (hub: string, here: () => ReadonlySet<string>) => createVisitors({ store, hub, now: () => at, here })
  const [first, second] = [open('hub-1', () => present), open('hub-2', () => new Set())]
  const entry = { conversation: c, visitor: maria.sub, phase: 'queued', since: START } as IndexEntry
  present.add(maria.sub)
  await first.look([entry])
  // a person had it for a while, nobody else waited, and it is in the queue again
  at += 25 * 60_000
  await first.look([])
  const again = { ...entry, since: at }
  await second.look([again])
  expect(second.left(again)).toBeUndefined()
  // and who has really left since then has
  at += 60_000
  expect(await second.look([again])).toEqual([again])
  expect(second.left(again)).toBe(again.since)
})

test('a hub that was started again knows it from the one before, and takes nobody for gone who has not come back yet', async () => {
  stopClock()
  const clock: Clock = { now: START }
  const path = tempFile()
  const open = () => sqliteStore({ path, now: () => clock.now })
  const first = open()
  const world = createWorld({ store: first, clock })
  const visitor = await waiting(world)
  await pass(world, 5_000)
  visitor.close()
  await pass(world, 60_000)
  const other = { sub: 'visitor-other', role: 'visitor', name: 'Olga' } as const
  await world.link(other).command('conversation-2', 'handoff-request')
  await world.close()
  await first.close()
  clock.now += 60_000

  const store = open()
  const next = createWorld({ store, clock })
  const agent = await desk(next)
  await pass(next, 5_000)
  expect(left(agent)).toBe(START + 5_000)
  // no hub has looked since she came
  const olga = () => agent.of('desk').flatMap(({ entries }) => entries.filter(({ visitor }) => visitor === other.sub)).at(-1)
  expect([olga()?.phase, olga()?.left]).toEqual(['queued', undefined])
  const looked = clock.now
  await pass(next, 40_000)
  expect(olga()?.left).toBe(looked)
  await next.close()
  await store.close()
})
