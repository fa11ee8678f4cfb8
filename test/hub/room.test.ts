import { expect, test } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import type { Signal } from '../../src/protocol/index.ts'
import { ASSISTANT } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { settled, until } from './until.ts'
import { createWorld, maria, sarah, stopClock, tom } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const mute = () => scripted(() => [gates().gate('never')])
const typing = (by: Signal['by'], audience: Signal['audience'] = 'everyone'): Signal => ({
  key: `typing:${by.id}`,
  by,
  audience,
  ttl: 6_000,
  data: { type: 'typing' },
})
const agent = { kind: 'agent', id: sarah.sub } as const

test('what happens while the past is being read comes after it, never before', async () => {
  const base = memoryStore()
  let open = (): void => undefined
  let gate: Promise<void> = Promise.resolve()
  const store: EventStore = {
    ...base,
    async read(...args) {
      await gate
      return base.read(...args)
    },
  }
  const world = createWorld({ store, provider: mute() })
  const writer = world.link(maria)
  await writer.command(c, 'handoff-request')
  await writer.follow(c)
  for (const after of [undefined, { log: 1, seq: 2 }]) {
    const late = world.link(maria)
    gate = new Promise((resolve) => (open = resolve))
    const following = late.follow(c, after)
    await settled(2)
    const { at } = (await writer.say(c, 'Meanwhile')) as { readonly at: { readonly seq: number } }
    await until(() => writer.events(c).at(-1)?.seq === at.seq)
    expect(late.frames.filter(({ t }) => t === 'events')).toEqual([])
    open()
    await following
    await until(() => late.events(c).at(-1)?.seq === at.seq)
    expect(late.frames[1]?.t).toBe(after ? 'events' : 'snapshot')
    const seqs = late.events(c).map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  }
})

test('a cursor of another log is answered with a snapshot, and one of a log that never was with a reset before it', async () => {
  const world = createWorld({ provider: mute() })
  const writer = world.link(maria)
  await writer.command(c, 'handoff-request')
  for (const log of [0, 2]) {
    const link = world.link(maria)
    await link.follow(c, { log, seq: 2 })
    expect(link.frames.map(({ t }) => t)).toEqual(log === 2 ? ['hello', 'reset', 'snapshot'] : ['hello', 'snapshot'])
  }
})

test('a signal for the staff reaches no visitor, and words of a turn that does not run reach nobody', async () => {
  const world = createWorld({ provider: mute() })
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const watcher = world.link(tom)
  await world.link(sarah).command(c, 'floor-claim')
  await visitor.follow(c)
  await watcher.follow(c)
  world.store.publish(topic, {
    key: 'text:answer-1',
    by: ASSISTANT,
    audience: 'everyone',
    ttl: 60_000,
    data: { type: 'text-delta', message: 'answer-1', attempt: 1, offset: 0, text: 'Late words' },
  })
  world.store.publish(topic, { key: 'queue', by: { kind: 'machine', id: 'machine' }, audience: 'everyone', ttl: 60_000, data: { type: 'queue', place: 1 } })
  world.store.publish(topic, typing(agent, 'staff'))
  world.store.publish(topic, typing(agent))
  await until(() => visitor.of('signal').length > 0 && watcher.of('signal').length > 1)
  expect(visitor.of('signal').map(({ signal }) => [signal.data.type, signal.audience])).toEqual([['typing', 'everyone']])
  expect(watcher.of('signal').map(({ signal }) => [signal.data.type, signal.audience])).toEqual([
    ['typing', 'staff'],
    ['typing', 'everyone'],
  ])
})

test('who comes after a message is not told that its author still types it', async () => {
  const world = createWorld({ provider: mute() })
  const visitor = world.link(maria)
  await visitor.command(c, 'handoff-request')
  const holder = world.link(sarah)
  await holder.command(c, 'floor-claim')
  await visitor.follow(c)
  await holder.follow(c)
  await holder.send({ t: 'signal', topic, signal: { ttl: 6_000, data: { type: 'typing' } } })
  await until(() => visitor.of('signal').length === 1)
  const early = world.link(maria)
  await early.follow(c)
  expect(early.of('snapshot')[0]?.signals).toHaveLength(1)
  await holder.say(c, 'Here I am')
  await until(() => visitor.events(c).at(-1)?.type === 'message-sent')
  const late = world.link(maria)
  await late.follow(c)
  expect(late.of('snapshot')[0]?.signals).toEqual([])
})

test('the hub’s own digest of a command reaches nobody, staff neither', async () => {
  const world = createWorld({ provider: mute() })
  const visitor = world.link(maria)
  const desk = world.link(sarah)
  await visitor.say(c, 'One')
  expect((await world.events(c))[0]?.digest).toBeDefined()
  await visitor.follow(c)
  await desk.follow(c)
  await desk.follow(c, { log: 1, seq: 1 })
  await visitor.say(c, 'Two')
  await until(() => desk.events(c).some(({ seq }) => seq > 4))
  await desk.send({ t: 'page', conversation: c, before: { log: 1, seq: 9 }, limit: 9 })
  expect(desk.bytes).toContain('"page"')
  expect(desk.bytes + visitor.bytes).not.toContain('"digest"')
})

/** A store that tells how many feeds of it are open, and can keep a load waiting. */
function counted() {
  const base = memoryStore()
  let feeds = 0
  let gate: Promise<void> = Promise.resolve()
  const counting = <T>(items: AsyncIterable<T>): AsyncIterable<T> => ({
    async *[Symbol.asyncIterator]() {
      feeds += 1
      try {
        yield* items
      } finally {
        feeds -= 1
      }
    },
  })
  const store: EventStore = {
    ...base,
    async load(id) {
      await gate
      return base.load(id)
    },
    watch: (...args) => counting(base.watch(...args)),
    subscribe: (...args) => counting(base.subscribe(...args)),
  }
  const wait = (): (() => void) => {
    let go = (): void => undefined
    gate = new Promise((resolve) => (go = resolve))
    return go
  }
  return { store, feeds: () => feeds, wait }
}

test('what is followed twice, or by a link that ended meanwhile, is let go', async () => {
  const { store, feeds, wait } = counted()
  const world = createWorld({ store, provider: mute() })
  const link = world.link(maria)
  await link.command(c, 'handoff-request')
  await link.follow(c)
  await link.follow(c)
  await until(() => feeds() === 2)
  await link.send({ t: 'unfollow', topic })
  await until(() => feeds() === 0)
  const go = wait()
  const following = link.follow(c)
  await settled(1)
  link.close()
  go()
  await following
  await until(() => feeds() === 0)
})

test('a link that sends more than a thousand frames ahead of their answers is cut', async () => {
  const { store, wait } = counted()
  const world = createWorld({ store, provider: mute() })
  const link = world.link(maria)
  const go = wait()
  const sent = Array.from({ length: 1_000 }, () => link.send({ t: 'page', conversation: c, before: { log: 1, seq: 1 }, limit: 1 }))
  expect(link.ended).toBe(false)
  sent.push(link.send({ t: 'page', conversation: c, before: { log: 1, seq: 1 }, limit: 1 }))
  expect(link.ended).toBe(true)
  go()
  await Promise.all(sent)
})

test('a second wait in the same conversation ends at its own time, like the first', async () => {
  stopClock()
  const world = createWorld({ policy: { queueWait: 60_000 } })
  const link = world.link(maria)
  for (let wait = 1; wait <= 2; wait += 1) {
    await link.command(c, 'handoff-request')
    expect(await world.phase(c)).toBe('queued')
    await world.tick(61_000)
    expect([wait, await world.phase(c)]).toEqual([wait, 'bot'])
  }
})

test('a hub that joins others on a shared store leaves the turns that they run alone', async () => {
  const base = memoryStore()
  const store: EventStore = { ...base, supports: { ...base.supports, shared: true } }
  const at = gates()
  const first = createWorld({ store, provider: scripted([['Half ', at.gate('middle'), 'an answer']]) })
  await first.link(maria).say(c, 'Hello')
  await at.reached('middle')
  createWorld({ store, clock: first.clock, provider: mute() })
  await settled()
  at.open('middle')
  await until(async () => (await first.types(c)).includes('turn-done'))
  expect(await first.types(c)).not.toContain('turn-failed')
})

test('a desk that ends while its lists are read hears of nothing afterwards', async () => {
  const base = memoryStore()
  let go = (): void => undefined
  let gate: Promise<void> = Promise.resolve()
  const store: EventStore = {
    ...base,
    async list(...args) {
      await gate
      return base.list(...args)
    },
  }
  const world = createWorld({ store, provider: mute() })
  await settled(2)
  let bytes = 0
  let closed = 0
  const link = world.hub.link(sarah, { write: () => ((bytes += 1), 'ok'), close: () => void (closed += 1) })
  gate = new Promise((resolve) => (go = resolve))
  const following = link.receive({ t: 'follow', follow: { topic: 'desk' } })
  await settled(1)
  link.close()
  const count = bytes
  go()
  await following
  await world.link(maria).command(c, 'handoff-request')
  await settled()
  expect([bytes, closed]).toEqual([count, 1])
})

test('a lost link ends its author’s typing for everybody, unless another link of the same person is there', async () => {
  const world = createWorld({ provider: mute() })
  const writer = world.link(maria)
  await writer.command(c, 'handoff-request')
  const agent = world.link(sarah)
  await agent.command(c, 'floor-claim')
  await agent.follow(c)
  const other = world.link(maria)
  for (const link of [writer, other]) await link.follow(c)
  await writer.send({ t: 'signal', topic, signal: { ttl: 6_000, data: { type: 'typing' } } })
  const heard = () => agent.of('signal').flatMap(({ signal }) => (signal.data.type === 'typing' ? [signal.ttl] : []))
  await until(() => heard().length === 1)
  writer.close()
  await settled()
  expect(heard()).toEqual([6_000])
  other.close()
  await until(() => heard().length === 2)
  expect(heard()).toEqual([6_000, 0])
  const late = world.link(tom)
  await late.follow(c)
  expect(late.of('snapshot')[0]?.signals).toEqual([])
})
