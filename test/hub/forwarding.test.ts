import { describe, expect, test, vi } from 'vitest'
import type { EventStore, Link } from '../../src/contracts/index.ts'
import { createForwarding } from '../../src/hub/forwarding.ts'
import type { ClientFrame } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { mounted, post, stream, tokenOf } from './http-world.ts'
import { openPoll } from './poll-client.ts'
import { settled, until } from './until.ts'
import type { WorldOptions } from './world.ts'
import { boris, createWorld, maria, sarah, tom } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const mute = () => scripted(() => [gates().gate('never')])
const follow: ClientFrame = { t: 'follow', follow: { topic } }
const typing: ClientFrame = { t: 'signal', topic, signal: { ttl: 6_000, data: { type: 'typing' } } }

/** Two hubs on one store, as behind a balancer: a stream may be at one and the posts of its client at the other. */
function pair({ shared = true, ...options }: WorldOptions & { readonly shared?: boolean } = {}) {
  const base = memoryStore()
  const store: EventStore = { ...base, supports: { ...base.supports, shared } }
  const near = createWorld({ provider: mute(), ...options, store })
  const far = createWorld({ provider: mute(), ...options, store })
  return { near, far, store }
}

test('a frame for a link of another hub gets there: follow, signal, unfollow', async () => {
  const { near, far } = pair()
  await near.link(maria).command(c, 'handoff-request')
  const holder = near.link(sarah)
  await holder.command(c, 'floor-claim')
  const token = await tokenOf(near, maria)
  const reading = await stream(mounted(near), token, ['me'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  const headers = { 'handback-link': hello.link }
  expect(await post(mounted(far), token, [follow], headers)).toEqual({ status: 200, body: '{"frames":[]}' })
  await until(() => reading.frames.some(({ t }) => t === 'snapshot'))
  const colleague = far.link(tom)
  await colleague.follow(c)
  expect((await post(mounted(far), token, [typing], headers)).status).toBe(200)
  await until(() => colleague.of('signal').some(({ signal }) => signal.data.type === 'typing' && signal.by.id === maria.sub))
  expect((await post(mounted(far), token, [{ t: 'unfollow', topic }], headers)).status).toBe(200)
  const count = reading.frames.length
  await holder.say(c, 'Nobody hears this')
  await until(() => colleague.bytes.includes('Nobody hears this'))
  await settled()
  expect(reading.frames).toHaveLength(count)
  reading.stop()
})

test('it works for a link by polling too, and several frames of one request keep their order', async () => {
  const { near, far } = pair()
  await near.link(maria).command(c, 'ticket-create', { text: 'x' })
  const token = await tokenOf(near, maria)
  const poll = await openPoll(mounted(near), token, ['me'])
  const sent = await post(mounted(far), token, [follow, { t: 'unfollow', topic }, follow], { 'handback-link': poll.link })
  expect(sent.status).toBe(200)
  const answers = async () => {
    await poll.next(5_000)
    return poll.frames.filter(({ t }) => t === 'snapshot').length === 2
  }
  await until(answers)
})

test('that a link is unknown is told by nobody who cannot know it: after a second without an answer one comes again', async () => {
  const { near, far } = pair()
  const reading = await stream(mounted(near), await tokenOf(near, maria), ['me'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  const nobody = async (who: typeof maria, link: string) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = post(mounted(far), await tokenOf(far, who), [follow], { 'handback-link': link })
    await until(() => vi.getTimerCount() > 0)
    await vi.advanceTimersByTimeAsync(1_000)
    vi.useRealTimers()
    const { status, body } = await asked
    return [status, body.includes('"hub/busy","retryable":true,"retryAfter":1000')]
  }
  expect(await nobody(maria, 'nobody-has-this-link')).toEqual([503, true])
  expect(await nobody(boris, hello.link)).toEqual([503, true])
  expect(await nobody({ ...maria, role: 'agent' }, hello.link)).toEqual([503, true])
  reading.stop()
})

test('a frame is forwarded once its link is found, however long what it asks for takes', async () => {
  const { near, far, store } = pair()
  await near.link(maria).command(c, 'handoff-request')
  const reading = await stream(mounted(near), await tokenOf(near, maria), ['me'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  let release = (): void => undefined
  const waiting = new Promise<void>((resolve) => (release = resolve))
  const read = store.read.bind(store)
  const load = store.load.bind(store)
  vi.spyOn(store, 'read').mockImplementation(async (...asked) => (await waiting, read(...asked)))
  vi.spyOn(store, 'load').mockImplementation(async (id) => (await waiting, load(id)))
  expect((await post(mounted(far), await tokenOf(far, maria), [follow], { 'handback-link': hello.link })).status).toBe(200)
  expect(reading.frames.map(({ t }) => t)).toEqual(['hello'])
  release()
  await until(() => reading.frames.some(({ t }) => t === 'snapshot'))
  vi.restoreAllMocks()
  reading.stop()
})

describe('of frames that wait for their answer', () => {
  const found: Link = { id: 'link-0001', receive: async () => undefined, close: () => undefined }
  const alone = (link?: Link) => {
    const base = memoryStore()
    const store: EventStore = { ...base, supports: { ...base.supports, shared: true } }
    const told = vi.spyOn(store, 'publish')
    return { told, ...createForwarding({ store, hub: 'hub-0001', linkOf: () => link, onFailure: () => undefined }) }
  }
  /** Each of a party of its own. */
  const many = ({ forward }: ReturnType<typeof alone>, count: number) =>
    Array.from({ length: count }, (_, index) =>
      forward({ ...maria, sub: `visitor-${1_000 + index}` }, 'link-0001', typing).catch((error: unknown) => error))
  const busy = expect.objectContaining({ code: 'hub/busy', retryable: true })

  test('there are a thousand at most, and room again for as many when their time is over', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const one = alone()
    const waiting = many(one, 1_000)
    expect(await Promise.all(many(one, 1))).toEqual([busy])
    expect(one.told).toHaveBeenCalledTimes(1_000)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 1_000 }, () => busy))
    const later = many(one, 1_000)
    expect(one.told).toHaveBeenCalledTimes(2_000)
    one.close()
    await Promise.all(later)
    vi.useRealTimers()
  })

  test('there are twenty of one party at most, and the others have theirs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const one = alone()
    const ask = (sub: string) => one.forward({ ...maria, sub }, 'link-0001', typing).catch((error: unknown) => error)
    const first = Array.from({ length: 20 }, () => ask('visitor-greedy'))
    expect(await ask('visitor-greedy')).toEqual(busy)
    expect(one.told).toHaveBeenCalledTimes(20)
    const other = ask('visitor-honest')
    expect(one.told).toHaveBeenCalledTimes(21)
    await vi.advanceTimersByTimeAsync(1_000)
    await Promise.all([...first, other])
    const again = ask('visitor-greedy')
    expect(one.told).toHaveBeenCalledTimes(22)
    one.close()
    await again
    vi.useRealTimers()
  })

  test('none waits longer than its answer takes, or than the hub is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const one = alone(found)
    await settled()
    const idle = vi.getTimerCount()
    expect(await Promise.all(many(one, 3))).toEqual([true, true, true])
    expect(vi.getTimerCount()).toBe(idle)
    one.close()
    const other = alone()
    const waiting = many(other, 3)
    other.close()
    expect(await Promise.all(waiting)).toEqual([busy, busy, busy])
    other.told.mockClear()
    expect([await Promise.all(many(other, 1)), other.told.mock.calls.length]).toEqual([[busy], 0])
    vi.useRealTimers()
  })
})

test('one who forges links does not make others lose theirs', async () => {
  const { near, far } = pair()
  await near.link(maria).command(c, 'handoff-request')
  const [good, bad] = [await tokenOf(near, maria), await tokenOf(near, boris)]
  const reading = await stream(mounted(near), good, ['me', topic])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  const storm = Array.from({ length: 1_000 }, () => post(mounted(far), bad, [typing], { 'handback-link': 'invented-link-0001' }))
  expect((await Promise.race(storm)).status).toBe(503)
  expect((await post(mounted(far), good, [typing], { 'handback-link': hello.link })).status).toBe(200)
  expect(new Set((await Promise.all(storm)).map(({ status }) => status))).toEqual(new Set([503]))
  reading.stop()
})

test('on a store of one hub nobody is asked', async () => {
  const { near, far, store } = pair({ shared: false })
  const told = vi.spyOn(store, 'publish')
  const reading = await stream(mounted(near), await tokenOf(near, maria), ['me'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  expect((await post(mounted(far), await tokenOf(far, maria), [follow], { 'handback-link': hello.link })).status).toBe(404)
  expect(told).not.toHaveBeenCalled()
  reading.stop()
})

test('commands and pages need no link, whatever the header says', async () => {
  const { far } = pair()
  const sent = await post(
    mounted(far),
    await tokenOf(far, maria),
    [{ t: 'command', conversation: c, seen: null, command: { id: 'command-1', type: 'handoff-request', data: {} } }],
    { 'handback-link': 'nobody-has-this-link' },
  )
  expect([sent.status, sent.body.includes('"ack"')]).toEqual([200, true])
})

test('a bus that fails is listened to again', async () => {
  const base = memoryStore()
  let fails = 2
  const store: EventStore = {
    ...base,
    supports: { ...base.supports, shared: true },
    async *subscribe(on, options) {
      if (on.startsWith('hub:') && fails > 0) {
        fails -= 1
        throw new Error('The bus is gone.')
      }
      yield* base.subscribe(on, options)
    },
  }
  const errors: unknown[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => void errors.push(fields) }
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const near = createWorld({ store, provider: mute(), log })
  const far = createWorld({ store, provider: mute(), log })
  await until(() => errors.length === 2)
  await settled()
  const reading = await stream(mounted(near), await tokenOf(near, maria), ['me'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  expect((await post(mounted(far), await tokenOf(far, maria), [typing], { 'handback-link': hello.link })).status).toBe(200)
  vi.restoreAllMocks()
  reading.stop()
})

test('what another hub asks for and is no frame is not taken', async () => {
  const { near, store } = pair()
  const reading = await stream(mounted(near), await tokenOf(near, maria), ['me'])
  const hello = await until(() => reading.frames.find((frame) => frame.t === 'hello'))
  const answers: unknown[] = []
  const life = new AbortController()
  const listening = (async () => {
    for await (const signal of store.subscribe('hub:elsewhere', { signal: life.signal })) answers.push(signal)
  })()
  await settled()
  const ask = (frame: string, nonce: string) =>
    store.publish('hub:links', {
      key: nonce,
      by: { kind: 'machine', id: 'machine-' },
      audience: 'staff',
      ttl: 0,
      data: { type: 'link-frame', nonce, hub: 'elsewhere', link: hello.link, sub: maria.sub, role: 'visitor', frame } as never,
    })
  ask('{"t":"follow","follow":{"topic":"everything"}}', 'nonce-0001')
  ask('{"t":"unfollow","topic":"me"}', 'nonce-0002')
  await until(() => answers.length > 0)
  await settled()
  expect(answers).toMatchObject([{ data: { type: 'link-found', nonce: 'nonce-0002' } }])
  life.abort()
  await listening
  reading.stop()
})
