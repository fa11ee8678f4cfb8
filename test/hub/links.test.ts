import { describe, expect, test, vi } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { project, projectForStaff } from '../../src/conversation/index.ts'
import type { Cursor, StoredEvent } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryBlobs, memoryStore } from '../../src/stores/memory.ts'
import type { RecordedLink } from './recorded-link.ts'
import { recordedLink } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { boris, createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const mute = () => scripted(() => [gates().gate('never')])

/** What a client holds that applies each frame as the protocol says, from nothing. */
function applied(link: RecordedLink, first: readonly StoredEvent[], after: Cursor | undefined, staff: boolean): StoredEvent[] {
  let events = after ? first.filter(({ seq }) => seq <= after.seq) : []
  let cursor = after?.seq ?? 0
  for (const frame of link.frames) {
    if (frame.t === 'snapshot') {
      events = frame.at.seq <= 50 ? [...frame.tail] : [...first.filter(({ seq }) => seq < (frame.tail[0]?.seq ?? 0)), ...frame.tail]
      cursor = frame.at.seq
    }
    if (frame.t !== 'events') continue
    for (const event of frame.events) {
      expect(staff ? event.seq - 1 : event.prev).toBe(cursor)
      events.push(event)
      cursor = event.seq
    }
  }
  return events
}

/** Visible and hidden events in turn. */
async function filled(world: World, rounds: number): Promise<void> {
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const agent = world.link(sarah)
  await agent.command(c, 'floor-claim')
  for (let round = 0; round < rounds; round += 1) {
    await visitor.say(c, `Words ${round}`)
    await agent.command(c, 'note-add', { text: `Note ${round}` })
    if (round % 2) await agent.say(c, `Answer ${round}`)
  }
}

describe.each([
  ['a visitor', maria],
  ['an agent', sarah],
] as const)('%s who follows', (_who, identity) => {
  const staff = identity.role === 'agent'
  const seen = (events: readonly StoredEvent[]) => events.flatMap((event) => (staff ? projectForStaff(event) : project(event)) ?? [])

  test('from any place of any log comes to the same log, whatever happens meanwhile', async () => {
    const world = createWorld({ provider: mute() })
    await filled(world, 6)
    const before = seen(await world.events(c))
    const cursors: readonly (Cursor | undefined)[] = [
      undefined,
      { log: 1, seq: 0 },
      ...before.map(({ seq }) => ({ log: 1, seq })),
      { log: 1, seq: 999 },
      { log: 2, seq: 3 },
      { log: 0, seq: 3 },
    ]
    const links = cursors.map(() => world.link(identity))
    const writer = world.link(maria)
    await Promise.all(links.flatMap((link, index) => [link.follow(c, cursors[index]), writer.say(c, `Meanwhile ${index}`)]))
    const all = seen(await world.events(c))
    await until(() => links.every((link) => link.events(c).at(-1)?.seq === all.at(-1)?.seq))
    for (const [index, link] of links.entries()) {
      const after = cursors[index]
      const known = after && after.log === 1 && after.seq <= 30 ? after : undefined
      expect(applied(link, before, known, staff)).toEqual(all)
    }
  })

  test.each([undefined, { log: 1, seq: 2 }])('hears what happens while the past is still being read (after %j)', async (after) => {
    const base = memoryStore()
    let release = (): void => undefined
    let wait: Promise<void> | undefined
    const store: EventStore = {
      ...base,
      async read(...args) {
        const events = await base.read(...args)
        await wait
        return events
      },
    }
    const world = createWorld({ store, provider: mute() })
    await filled(world, 3)
    const quick = world.link(identity)
    await quick.follow(c)
    const before = seen(await world.events(c))
    wait = new Promise((resolve) => {
      release = resolve
    })
    const link = world.link(identity)
    const following = link.follow(c, after)
    for (const text of ['Meanwhile', 'And again']) {
      await world.link(maria).say(c, text)
      await until(() => quick.bytes.includes(text))
    }
    expect(link.frames).toHaveLength(1)
    release()
    wait = undefined
    await following
    expect(applied(link, before, after, staff)).toEqual(seen(await world.events(c)))
  })

  test('after more than a catch-up holds gets a snapshot, and pages lead back to the first event', async () => {
    const world = createWorld({ provider: mute() })
    await filled(world, 230)
    const all = seen(await world.events(c))
    const link = world.link(identity)
    await link.follow(c, { log: 1, seq: 2 })
    const [snapshot] = link.of('snapshot')
    expect(link.of('events')).toEqual([])
    expect(snapshot?.tail).toEqual(all.slice(-50))
    let rows = [...(snapshot?.tail ?? [])]
    for (let page = 0; page < 100; page += 1) {
      await link.send({ t: 'page', conversation: c, before: { log: 1, seq: rows[0]?.seq ?? 0 }, limit: 7 })
      const answer = link.of('page')[page]
      expect(answer?.events.length).toBeLessThanOrEqual(7)
      rows = [...(answer?.events ?? []), ...rows]
      if (!answer?.more) break
    }
    expect(rows).toEqual(all)
    await link.send({ t: 'page', conversation: c, before: { log: 1, seq: 9_999 }, limit: 1_000_000 })
    expect(link.of('page').at(-1)?.events).toEqual(all.slice(-200))
    await link.send({ t: 'page', conversation: c, before: { log: 7, seq: 9 }, limit: 5 })
    expect(link.of('gone')).toEqual([{ t: 'gone', topic: `conversation:${c}` }])
  })
})

describe('a link', () => {
  test('that follows twice hears everything once, and nothing after it stops following', async () => {
    const world = createWorld({ provider: mute() })
    const link = world.link(maria)
    await link.say(c, 'One')
    await Promise.all([link.follow(c), link.follow(c), link.follow(c, { log: 1, seq: 3 })])
    await link.say(c, 'Two')
    await until(() => link.events(c).some(({ type, seq }) => type === 'message-sent' && seq > 3))
    await settled()
    const live = link
      .of('events')
      .flatMap(({ events }) => events)
      .filter(({ seq }) => seq > 4)
    expect(live.map(({ seq }) => seq)).toEqual([...new Set(live.map(({ seq }) => seq))])
    await link.send({ t: 'unfollow', topic: `conversation:${c}` })
    const count = link.frames.length
    await link.say(c, 'Three')
    await settled()
    expect(link.frames.slice(count).map(({ t }) => t)).toEqual(['ack'])
  })

  test('that is too slow is cut, alone, and comes back to everything', async () => {
    const world = createWorld({ provider: mute() })
    const quick = world.link(maria)
    await quick.say(c, 'Hello')
    await quick.follow(c)
    let writes = 0
    let ended = 0
    const slow = world.hub.link(maria, {
      write: () => ((writes += 1) > 3 ? 'full' : 'ok'),
      close: () => {
        ended += 1
      },
    })
    await slow.receive({ t: 'follow', follow: { topic: `conversation:${c}` } })
    for (let index = 0; index < 20; index += 1) {
      await quick.say(c, `Words ${index}`)
      await settled(1)
    }
    await until(() => ended === 1)
    expect(writes).toBe(4)
    const all = (await world.events(c)).flatMap((event) => project(event) ?? [])
    await until(() => quick.events(c).at(-1)?.seq === all.at(-1)?.seq)
    const back = world.link(maria)
    await back.follow(c, { log: 1, seq: 3 })
    expect(applied(back, all, { log: 1, seq: 3 }, false)).toEqual(all)
    await slow.receive({ t: 'follow', follow: { topic: `conversation:${c}` } })
    slow.close()
    expect([writes, ended]).toEqual([4, 1])
  })

  test('may follow a hundred topics, and no more', async () => {
    const world = createWorld({ provider: mute() })
    const link = world.link(maria)
    for (let index = 0; index < 101; index += 1) await link.command(`conversation-number-${index}`, 'ticket-create', { text: 'x' })
    for (let index = 0; index < 101; index += 1) await link.follow(`conversation-number-${index}`)
    expect(link.of('snapshot')).toHaveLength(100)
    expect(link.of('gone')).toEqual([{ t: 'gone', topic: 'conversation:conversation-number-100' }])
    await link.follow('conversation-number-0')
    expect(link.of('snapshot')).toHaveLength(101)
  })

  test('hears every fifteen seconds that the hub lives, and how far its conversations are', async () => {
    stopClock()
    const world = createWorld({ provider: mute() })
    const link = world.link(maria)
    const other = world.link(boris)
    await link.command(c, 'handoff-request')
    await link.follow(c)
    for (let second = 0; second < 45; second += 1) await world.tick()
    expect(link.of('beat')).toEqual(Array.from({ length: 3 }, () => ({ t: 'beat', heads: { [c]: { log: 1, seq: 4 } } })))
    expect(other.of('beat')).toEqual(Array.from({ length: 3 }, () => ({ t: 'beat', heads: {} })))
  })

  test('leaves nothing behind in the store: what it followed is let go', async () => {
    const base = memoryStore()
    let open = 0
    const counted = <T>(items: AsyncIterable<T>): AsyncIterable<T> => ({
      async *[Symbol.asyncIterator]() {
        open += 1
        try {
          yield* items
        } finally {
          open -= 1
        }
      },
    })
    const store: EventStore = { ...base, watch: (...args) => counted(base.watch(...args)), subscribe: (...args) => counted(base.subscribe(...args)) }
    const world = createWorld({ store })
    const links = Array.from({ length: 10 }, () => world.link(maria))
    await links[0]?.say(c, 'Hello')
    await Promise.all(links.map((link) => link.follow(c)))
    const opening = world.link(maria)
    const half = opening.follow(c)
    opening.close()
    await half
    await until(async () => (await world.types(c)).includes('turn-done'))
    expect(open).toBe(2)
    for (const link of links) link.close()
    await until(() => open === 0)
    for (let round = 0; round < 20; round += 1) {
      const link = world.link(maria)
      const following = link.follow(c)
      if (round % 2) await settled(1)
      link.close()
      await following
    }
    await until(() => open === 0)
  })

  test('ends when its conversation cannot be followed any more, so that its client comes back', async () => {
    const base = memoryStore()
    let broken = (): void => undefined
    const store: EventStore = {
      ...base,
      async *watch(id, options) {
        const failing = new Promise<never>((_, reject) => {
          broken = () => reject(new Error('The disk is gone.'))
        })
        const items = base.watch(id, options)[Symbol.asyncIterator]()
        for (;;) {
          const step = await Promise.race([items.next(), failing])
          if (step.done) return
          yield step.value
        }
      },
    }
    const errors: string[] = []
    const world = createWorld({
      store,
      provider: mute(),
      log: { info: () => undefined, warn: () => undefined, error: (_, message) => errors.push(message) },
    })
    const link = world.link(maria)
    await link.command(c, 'handoff-request')
    await link.follow(c)
    broken()
    await until(() => link.ended)
    expect(errors).toEqual(['The store failed'])
    const next = world.link(maria)
    await next.follow(c)
    expect(next.of('snapshot')).toHaveLength(1)
  })
})

describe('a hub that closes', () => {
  test('says so to every link, spreads their return over two seconds, and stops what runs', async () => {
    const at = gates()
    const provider = scripted([['Half ', at.gate('middle'), 'an answer']])
    const world = createWorld({ provider })
    const links = Array.from({ length: 5 }, () => world.link(maria))
    await links[0]?.say(c, 'Hello')
    await at.reached('middle')
    await world.hub.close()
    await world.hub.close()
    expect(links.map((link) => link.frames.at(-1))).toEqual([0, 400, 800, 1_200, 1_600].map((after) => ({ t: 'bye', code: 'hub/closing', after })))
    expect(links.every(({ ended }) => ended)).toBe(true)
    await until(() => provider.calls[0]?.aborted)
    at.open('middle')
    await settled()
    expect(await world.said(c)).toEqual(['visitor: Hello'])
    expect((await world.store.load(c))?.turn?.attempt).toBe(1)
  })
})

test('a hub that has closed says goodbye to whoever still comes, and opens nothing', async () => {
  const base = memoryStore()
  let used = 0
  const store: EventStore = new Proxy(base, {
    get(target, name: keyof EventStore) {
      if (typeof target[name] === 'function') used += 1
      return target[name]
    },
  })
  const world = createWorld({ store })
  await settled()
  await world.hub.close()
  used = 0
  const link = recordedLink(world.hub, sarah)
  expect(link.frames).toEqual([
    { t: 'hello', link: link.id, protocol: 1, now: world.clock.now },
    { t: 'bye', code: 'hub/closing', after: 2_000 },
  ])
  expect(link.ended).toBe(true)
  await link.follow(c)
  await link.send({ t: 'follow', follow: { topic: 'desk' } })
  link.close()
  await settled()
  expect(link.frames).toHaveLength(2)
  expect(used).toBe(0)
})

test("the agents' lists show what stands, then every change, and nothing to a visitor", async () => {
  const world = createWorld({ provider: mute() })
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  await visitor.say('conversation-2', 'Hello')
  await visitor.command('conversation-3', 'ticket-create', { text: 'Later' })
  await visitor.command('conversation-3', 'conversation-end')
  const desk = recordedLink(world.hub, sarah)
  await desk.send({ t: 'follow', follow: { topic: 'desk' } })
  const phases = (): Record<string, string> =>
    Object.fromEntries(
      desk
        .of('desk')
        .flatMap(({ entries }) => entries)
        .map(({ conversation, phase }) => [conversation, phase]),
    )
  expect(phases()).toEqual({ [c]: 'queued', 'conversation-2': 'bot', 'conversation-3': 'closed' })
  await desk.command(c, 'floor-claim')
  await until(() => phases()[c] === 'human')
  expect(desk.of('desk').at(-1)?.entries[0]).toMatchObject({ holder: sarah.sub, holderName: 'Sarah', visitorName: 'Maria' })
  await desk.send({ t: 'unfollow', topic: 'desk' })
  const count = desk.of('desk').length
  await desk.command(c, 'conversation-resolve')
  await settled()
  expect(desk.of('desk')).toHaveLength(count)
  await visitor.send({ t: 'follow', follow: { topic: 'desk' } })
  expect(visitor.frames.at(-1)).toEqual({ t: 'gone', topic: 'desk' })
})

test('the hello says whether there is a place for files', () => {
  const hello = (options: Parameters<typeof createWorld>[0]) => createWorld(options).link(maria).of('hello')
  expect([hello({}), hello({ blobs: memoryBlobs() })]).toMatchObject([[{ files: false }], [{ files: true }]])
})

test('a link that ends with its own hello was never there: nobody is told that its agent came, or left', async () => {
  const world = createWorld()
  const lease = vi.spyOn(world.store, 'lease')
  world.hub.link(sarah, { write: () => 'full', close: () => undefined })
  for (let count = 0; count < 50; count += 1) world.link({ ...sarah, role: 'visitor' })
  expect(world.link(sarah).ended).toBe(true)
  await settled()
  expect(lease).not.toHaveBeenCalled()
  lease.mockRestore()
})
