import { describe, expect, test } from 'vitest'
import { project, projectForStaff } from '../../src/conversation/index.ts'
import { encodeFrame } from '../../src/protocol/index.ts'
import type { ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
/** What a frame may take: its events, and a little for the rest. */
const MOST = 262_144 + 32_768

const sizeOf = (frame: ServerFrame): number => Buffer.byteLength(encodeFrame(frame))
const all = async (world: World, staff: boolean): Promise<StoredEvent[]> =>
  (await world.events(c)).flatMap((event) => (staff ? projectForStaff(event) : project(event)) ?? [])

/** A conversation of long messages, in a script of three bytes a letter. */
async function long(count: number) {
  const world = createWorld({ provider: scripted(() => [gates().gate('never')]) })
  const visitor = world.link(maria)
  const agent = world.link(sarah)
  await visitor.command(c, 'handoff-request')
  await agent.command(c, 'floor-claim')
  for (let index = 0; index < count; index += 1) await agent.say(c, `${index} ${'語'.repeat(16_000)}`)
  return { world, agent }
}

describe.each([
  ['a visitor', maria],
  ['an agent', sarah],
] as const)('no frame to %s grows beyond what a client reads', (_who, identity) => {
  const staff = identity.role === 'agent'

  test('a snapshot has a shorter tail, and pages lead back to the first event', async () => {
    const { world } = await long(40)
    const link = world.link(identity)
    await link.follow(c)
    const [snapshot] = link.of('snapshot')
    let rows = [...(snapshot?.tail ?? [])]
    expect(rows.length).toBeGreaterThan(3)
    for (let page = 0; page < 100; page += 1) {
      await link.send({ t: 'page', conversation: c, before: { log: 1, seq: rows[0]?.seq ?? 0 }, limit: 200 })
      const answer = link.of('page')[page]
      rows = [...(answer?.events ?? []), ...rows]
      if (!answer?.more) break
    }
    expect(rows).toEqual(await all(world, staff))
    expect(Math.max(...link.frames.map(sizeOf))).toBeLessThan(MOST)
  })

  test('a catch-up comes in several frames', async () => {
    const { world } = await long(9)
    const events = await all(world, staff)
    const after = events.at(-10)
    const link = world.link(identity)
    await link.follow(c, { log: 1, seq: after?.seq ?? 0 })
    expect(link.of('events').length).toBeGreaterThan(1)
    expect(link.events(c)).toEqual(events.slice(-9))
    expect(Math.max(...link.frames.map(sizeOf))).toBeLessThan(MOST)
  })

  test('a longer one is a snapshot, so that its receiver is not cut for being slow', async () => {
    const { world } = await long(20)
    const link = world.link(identity)
    await link.follow(c, { log: 1, seq: 6 })
    expect(link.of('events')).toEqual([])
    expect(link.of('snapshot')).toHaveLength(1)
  })

  test('what happens at once comes in several frames', async () => {
    const { world, agent } = await long(1)
    const link = world.link(identity)
    await link.follow(c)
    const before = link.events(c).at(-1)?.seq ?? 0
    await Promise.all(Array.from({ length: 20 }, (_, index) => world.link(sarah).say(c, `${index} ${'語'.repeat(16_000)}`)))
    await until(async () => link.events(c).at(-1)?.seq === (await all(world, staff)).at(-1)?.seq)
    await settled()
    expect(link.of('events').flatMap(({ events }) => events)).toEqual((await all(world, staff)).filter(({ seq }) => seq > before))
    expect(Math.max(...link.frames.map(sizeOf))).toBeLessThan(MOST)
    agent.close()
  })
})
