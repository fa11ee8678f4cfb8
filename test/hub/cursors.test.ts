import { describe, expect, test } from 'vitest'
import type { EventStore, Identity } from '../../src/contracts/index.ts'
import { emptyHeader, entryOf, evolveHeader, project, projectForStaff } from '../../src/conversation/index.ts'
import type { Follower } from '../../src/hub/room.ts'
import { createRoom } from '../../src/hub/room.ts'
import type { Header, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import type { AskHub } from './http-world.ts'
import { answered, bearer, json, mounted, serve, stream, tokenOf } from './http-world.ts'
import { openPoll, pollWith } from './poll-client.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const mute = () => scripted(() => [gates().gate('never')])

/** A log whose last event visitors do not see. */
async function written(options: { readonly erased?: boolean } = {}): Promise<World> {
  const world = createWorld({ provider: mute() })
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const agent = world.link(sarah)
  await agent.command(c, 'floor-claim')
  await visitor.say(c, 'Hello')
  await agent.say(c, 'Good morning')
  await agent.command(c, 'note-add', { text: 'Kind' })
  if (options.erased) {
    const refold = (events: readonly StoredEvent[], log: number) => {
      const header = events.reduce<Header>(evolveHeader, { ...emptyHeader(maria.sub), log })
      return { header, entry: entryOf(c, header) }
    }
    await world.store.erase(c, 'all', refold)
  }
  return world
}

/** The frames that a follow brings, without hello. */
const ways = {
  async stream(world: World, who: Identity, follow: string): Promise<readonly ServerFrame[]> {
    const reading = await stream((await serve(world)).ask, await tokenOf(world, who), [follow])
    await until(() => reading.frames.length > 1)
    await settled()
    reading.stop()
    return reading.frames.slice(1)
  },
  async poll(world: World, who: Identity, follow: string): Promise<readonly ServerFrame[]> {
    const poll = await openPoll(mounted(world), await tokenOf(world, who), [follow])
    await poll.next()
    await settled()
    await poll.next()
    return poll.frames.slice(1)
  },
}

const eventsOf = (frame: ServerFrame) => (frame.t === 'events' ? frame.events : frame.t === 'snapshot' ? frame.tail : [])
const seqs = (frames: readonly ServerFrame[]) => frames.flatMap(eventsOf).map(({ seq }) => seq)
const kinds = (frames: readonly ServerFrame[]) => frames.map(({ t }) => t)

describe.each([
  ['stream', maria],
  ['stream', sarah],
  ['poll', maria],
  ['poll', sarah],
] as const)('by %s, %j', (way, who) => {
  const visible = async (world: World) => {
    const staff = who.role === 'agent'
    return (await world.events(c)).flatMap((event) => (staff ? projectForStaff(event) : project(event)) ?? []).map(({ seq }) => seq)
  }
  const follow = ways[way]

  test('from 0 gets every event, from in between what lies after it, from the head nothing', async () => {
    const world = await written()
    const all = await visible(world)
    for (const [index, seq] of [0, ...all].entries()) {
      const frames = await follow(world, who, `${topic}@1.${seq}`)
      expect([seq, kinds(frames), seqs(frames)]).toEqual([seq, ['events'], all.slice(index)])
    }
  })

  test('from beyond the head begins anew', async () => {
    const world = await written()
    const all = await visible(world)
    const head = all.at(-1) ?? 0
    for (const seq of [head + 1, 999_999_999_999_999]) {
      const frames = await follow(world, who, `${topic}@1.${seq}`)
      expect([kinds(frames), seqs(frames)]).toEqual([['reset', 'snapshot'], all])
    }
  })

  test('from an older log gets the log of now, and from one that never was a reset before it', async () => {
    const world = await written({ erased: true })
    const all = await visible(world)
    const older = await follow(world, who, `${topic}@1.2`)
    expect([kinds(older), seqs(older), older[0]]).toEqual([['snapshot'], all, expect.objectContaining({ at: { log: 2, seq: all.at(-1) } })])
    expect(kinds(await follow(world, who, `${topic}@0.0`))).toEqual(['snapshot'])
    expect(kinds(await follow(world, who, `${topic}@3.1`))).toEqual(['reset', 'snapshot'])
    expect(kinds(await follow(world, who, `${topic}@2.${all.at(-1)}`))).toEqual(['events'])
  })

  test('from a cursor in a conversation that is not there, or not his, gets nothing', async () => {
    const world = await written()
    expect(kinds(await follow(world, who, 'conversation:nobody-has-this@1.3'))).toEqual(['gone'])
    expect(kinds(await follow(world, boris, `${topic}@1.3`))).toEqual(['gone'])
  })
})

test.each(['node', 'fetch'] as const)('a cursor that cannot be read is refused by name, whatever brings it (%s)', async (adapter) => {
  const world = await written()
  const ask: AskHub = adapter === 'node' ? (await serve(world)).ask : mounted(world)
  const token = await tokenOf(world, maria)
  for (const cursor of ['-1.2', '1.-1', '1', '1.', '.1', '1.1.1', '1.1e3', '1.0x1', ' 1.1', '1.1@1.1', `1.${'9'.repeat(16)}`, 'new', '']) {
    const follow = `${topic}@${cursor}`
    const streamed = await answered(await ask(`/stream?${new URLSearchParams({ follow })}`, { headers: bearer(token) }))
    const polled = await pollWith(ask, token, { follow: [follow] })
    for (const { status, text } of [{ status: streamed.status, text: streamed.body }, polled])
      expect([cursor, status, text]).toEqual([cursor, 400, expect.stringContaining('"code":"request/invalid"')])
  }
  const opened = await openPoll(ask, token, ['me'])
  for (const after of [{ log: 1, seq: -1 }, { log: -1, seq: 1 }, { log: 1, seq: 0.5 }, { log: 1, seq: 1e300 }, { log: 1 }, '1.1', null, []]) {
    const body = JSON.stringify({ frames: [{ t: 'follow', follow: { topic, after } }] })
    const sent = await answered(await ask('/frames', { method: 'POST', headers: { ...json, ...bearer(token), 'handback-link': opened.link }, body }))
    expect([after, sent.status, sent.body]).toEqual([after, 400, expect.stringContaining('"code":"request/invalid"')])
  }
  expect((await opened.next()).text).toBe('{"frames":[]}')
})

/** A second hub that hears of new events only when it is let. */
function lagging() {
  const base = memoryStore()
  const shared: EventStore = { ...base, supports: { ...base.supports, shared: true } }
  let open = (): void => undefined
  let gate: Promise<void> = Promise.resolve()
  const late: EventStore = {
    ...shared,
    async *watch(id, options) {
      for await (const event of base.watch(id, options)) {
        await gate
        yield event
      }
    },
  }
  return {
    near: createWorld({ store: shared, provider: mute() }),
    far: createWorld({ store: late, provider: mute() }),
    stall() {
      gate = new Promise((resolve) => (open = resolve))
    },
    go: () => open(),
  }
}

test.each([maria, sarah])('who was told more by another hub waits for this one to hear of it, and begins nothing anew (%j)', async (who) => {
  const { near, far, stall, go } = lagging()
  const writer = near.link(maria)
  await writer.command(c, 'handoff-request')
  await near.link(sarah).command(c, 'floor-claim')
  // somebody keeps the room of the other hub open, or it would begin at the head
  const keeper = far.link(sarah)
  await keeper.follow(c)
  const reader = near.link(who)
  await reader.follow(c)
  stall()
  await writer.say(c, 'One')
  const head = await until(() => reader.of('events').at(-1)?.events.at(-1))
  const back = far.link(who)
  const leaver = far.link(who)
  const following = [back.follow(c, { log: 1, seq: head.seq }), leaver.follow(c, { log: 1, seq: head.seq })]
  await settled()
  expect(back.frames).toHaveLength(1)
  leaver.close()
  go()
  await Promise.all(following)
  await writer.say(c, 'Two')
  await until(() => back.bytes.includes('Two') && keeper.bytes.includes('Two'))
  expect([back.of('reset'), back.of('snapshot'), back.bytes.includes('One')]).toEqual([[], [], false])
  expect(back.events(c).map(({ prev }) => prev)).toEqual([head.seq])
  expect(leaver.frames).toHaveLength(1)
})

test('who leaves while it waits for what another hub has told it is no follower', async () => {
  const world = await written()
  const { store } = world
  const header = await store.load(c)
  if (!header) throw new Error('It was written.')
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const late: EventStore = {
    ...store,
    async *watch(id, options) {
      await gate
      yield* store.watch(id, options)
    },
  }
  const nothing = (): void => undefined
  const behind = { ...header, seq: header.seq - 2, shown: header.shown - 2 }
  const room = createRoom(c, behind, { store: late, now: Date.now, failPoint: nothing, onHeader: nothing, onWaiting: nothing, onFailure: nothing })
  const told: string[] = []
  const follower = (name: string): Follower => {
    const tell = (): void => void told.push(name)
    return { sub: maria.sub, staff: true, deliver: tell, fail: tell }
  }
  const [leaver, stays] = [follower('leaver'), follower('stays')]
  const following = [room.follow(leaver, { log: 1, seq: header.seq }), room.follow(stays, { log: 1, seq: header.seq })]
  await settled()
  room.unfollow(leaver)
  expect(told).toEqual([])
  open()
  await Promise.all(following)
  await world.link(sarah).say(c, 'Hello again')
  await until(() => told.length > 1)
  expect([...new Set(told)]).toEqual(['stays'])
  room.close()
})
