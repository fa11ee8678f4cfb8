import { getEventListeners } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import type { Link, Sink } from '../../src/contracts/index.ts'
import { createPollLink } from '../../src/hub/poll-link.ts'
import type { Polls } from '../../src/hub/polls.ts'
import { createPolls } from '../../src/hub/polls.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import type { AskHub } from './http-world.ts'
import { bearer, json, mounted, post, serve, tokenOf } from './http-world.ts'
import { openPoll, pollWith } from './poll-client.ts'
import { parts } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World, WorldOptions } from './world.ts'
import { boris, createWorld, maria, sarah, stopClock } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const mute = () => scripted(() => [gates().gate('never')])
const nobody = new AbortController().signal

describe.each(['node', 'fetch'] as const)('by polling (%s)', (adapter) => {
  const begin = async (options: WorldOptions = {}) => {
    const world = createWorld({ provider: mute(), ...options })
    const ask: AskHub = adapter === 'node' ? (await serve(world)).ask : mounted(world)
    return { world, ask, token: await tokenOf(world, maria) }
  }
  const talking = async (options: WorldOptions = {}) => {
    const all = await begin(options)
    const writer = all.world.link(maria)
    await writer.command(c, 'handoff-request')
    // with a person nothing comes by itself: no answer, and no place in line
    await all.world.link(sarah).command(c, 'floor-claim')
    return { ...all, writer }
  }

  test('the opening answer is the hello alone, at once; what each topic has to give comes with the next ones', async () => {
    const { ask, token, writer, world } = await talking()
    await writer.say(c, 'Before')
    let release = (): void => undefined
    const waiting = new Promise<void>((resolve) => (release = resolve))
    const load = world.store.load.bind(world.store)
    vi.spyOn(world.store, 'load').mockImplementation(async (id) => (await waiting, load(id)))
    const slow = await openPoll(ask, token, ['me', 'conversation:nobody-has-this', topic])
    expect(slow.opened.frames.map(({ t }) => t)).toEqual(['hello'])
    release()
    // also who does not wait gets it: it would be there if the hub were quicker
    await until(async () => (await slow.next(0)).frames.length > 0 && slow.frames.length === 3)
    expect(slow.frames.map(({ t }) => t)).toEqual(['hello', 'gone', 'snapshot'])
    vi.restoreAllMocks()
    const resumed = await openPoll(ask, token, [`${topic}@1.1`])
    expect(resumed.opened.frames.map(({ t }) => t)).toEqual(['hello'])
    expect((await resumed.next(0)).frames.map(({ t }) => t)).toEqual(['events'])
    const nothing = await openPoll(ask, token, [])
    expect(nothing.opened.frames.map(({ t }) => t)).toEqual(['hello'])
    expect((await nothing.next(0)).text).toBe('{"frames":[]}')
  })

  test('what comes is answered at once, or held until it comes', async () => {
    const { ask, token, writer } = await talking()
    const poll = await openPoll(ask, token, [topic])
    await poll.next()
    const held = poll.next(20_000)
    await writer.say(c, 'One')
    expect((await held).text).toContain('One')
    await writer.say(c, 'Two')
    await until(async () => (await poll.next()).text.includes('Two'))
    expect(poll.frames.flatMap((frame) => (frame.t === 'events' ? frame.events.map(({ seq }) => seq) : []))).toHaveLength(2)
  })

  test('when nothing comes the answer is empty: at once with no wait, else when the wait is over', async () => {
    const { ask, token } = await talking()
    const poll = await openPoll(ask, token, [topic])
    await settled()
    await poll.next()
    const from = performance.now()
    expect((await poll.next(60)).text).toBe('{"frames":[]}')
    expect(performance.now() - from).toBeGreaterThan(50)
    expect((await poll.next(0)).text).toBe('{"frames":[]}')
  })

  test('the same request again gets the same answer, until the next one confirms it', async () => {
    const { ask, token, writer } = await talking()
    const poll = await openPoll(ask, token, [topic])
    expect((await poll.raw({ got: 0, wait: 0 })).text).toBe(poll.opened.text)
    await poll.next(5_000)
    await writer.say(c, 'Once')
    const first = await poll.raw({ got: 2, wait: 5_000 })
    expect(first.text).toContain('Once')
    await writer.say(c, 'Later')
    // the response was lost on its way: the client has still got two
    expect((await poll.raw({ got: 2, wait: 5_000 })).text).toBe(first.text)
    const second = await poll.raw({ got: 3, wait: 5_000 })
    expect([second.text.includes('Once'), second.text.includes('Later')]).toEqual([false, true])
    expect((await poll.raw({ got: 2, wait: 0 })).status).toBe(404)
    expect((await poll.raw({ got: 3, wait: 0 })).text).toBe(second.text)
    expect((await poll.raw({ got: 5, wait: 0 })).status).toBe(404)
  })

  test('a request that comes twice while it is held gets one answer twice', async () => {
    const { ask, token, writer } = await talking()
    const poll = await openPoll(ask, token, [topic])
    await poll.next()
    const twice = [poll.raw({ got: 2, wait: 20_000 }), poll.raw({ got: 2, wait: 20_000 })]
    await settled()
    await writer.say(c, 'Once')
    const [one, other] = await Promise.all(twice)
    expect(one?.text).toContain('Once')
    expect(other?.text).toBe(one?.text)
    expect((await poll.raw({ got: 3, wait: 0 })).text).toBe('{"frames":[]}')
  })

  test('what comes for a client that has hung up is there when it asks again', async () => {
    const { ask, token, writer, world } = await talking()
    const poll = await openPoll(ask, token, [topic])
    await poll.next()
    const life = new AbortController()
    const held = poll.raw({ got: 2, wait: 20_000 }, life.signal).catch(() => 'gone')
    await settled()
    life.abort()
    if (adapter === 'node') expect(await held).toBe('gone')
    await settled()
    await writer.say(c, 'While you were away')
    expect(world.hub.ports.linkOf(maria, poll.link)).toBeDefined()
    expect((await poll.next(5_000)).text).toContain('While you were away')
  })

  test('an unknown link, one of somebody else and one of before the end are not found', async () => {
    const { ask, token, world } = await talking()
    const poll = await openPoll(ask, token, ['me'])
    const stranger = await tokenOf(world, boris)
    const { link } = poll
    for (const body of [{ link, got: 1, wait: 0 }, { link, end: true }]) expect((await pollWith(ask, stranger, body)).status).toBe(404)
    const staff = await tokenOf(world, { ...sarah, sub: maria.sub })
    expect((await pollWith(ask, staff, { link: poll.link, got: 1, wait: 0 })).status).toBe(404)
    expect((await pollWith(ask, token, { link: 'unknown-link', got: 1, wait: 0 })).status).toBe(404)
    expect((await poll.raw({ end: true })).text).toBe('{"frames":[]}')
    expect((await poll.next()).status).toBe(404)
    expect((await poll.raw({ end: true })).status).toBe(404)
  })

  test('an end answers what is held, and the link is gone', async () => {
    const { ask, token, world } = await talking()
    const poll = await openPoll(ask, token, [topic])
    await poll.next()
    const held = poll.raw({ got: 2, wait: 20_000 })
    await settled()
    expect((await poll.raw({ end: true })).status).toBe(200)
    expect((await held).text).toBe('{"frames":[]}')
    expect(world.hub.ports.linkOf(maria, poll.link)).toBeUndefined()
  })

  test('a hub that closes says goodbye in all answers that it holds, and to who asks after that', async () => {
    const { ask, token, world } = await talking()
    const polls = await Promise.all([1, 2, 3].map(() => openPoll(ask, token, [topic])))
    for (const poll of polls) await poll.next()
    const held = polls.slice(1).map((poll) => poll.next(20_000))
    await settled()
    await world.close()
    for (const answer of await Promise.all(held)) expect(answer.frames.map(({ t }) => t)).toEqual(['bye'])
    expect((await polls[0]?.next(20_000))?.frames.map(({ t }) => t)).toEqual(['bye'])
    expect((await polls[0]?.next(20_000))?.status).toBe(404)
    expect((await pollWith(ask, token, { follow: ['me'] })).frames.map(({ t }) => t)).toEqual(['hello', 'bye'])
  })

  test('frames that are posted for the link count, and are answered by the next poll', async () => {
    const { ask, token } = await talking()
    const poll = await openPoll(ask, token, ['me'])
    expect((await post(ask, token, [{ t: 'follow', follow: { topic } }], { 'handback-link': poll.link })).status).toBe(200)
    expect((await poll.next(5_000)).frames.map(({ t }) => t)).toEqual(['snapshot'])
    await post(ask, token, [{ t: 'unfollow', topic }], { 'handback-link': poll.link })
    const command = { id: 'command-1', type: 'message-send', data: { parts: parts('Unheard') } }
    await post(ask, token, [{ t: 'command', conversation: c, seen: null, command }])
    expect((await poll.next(30)).text).toBe('{"frames":[]}')
  })

  test('what cannot be read is refused by name, and so is who has no token', async () => {
    const { ask, token } = await begin()
    const bodies = [
      '{"follow":', '', 'null', '3', '"me"', '[]', '{}', { follow: 'me' }, { follow: ['you'] }, { follow: [3] }, { follow: [`${topic}@1.-1`] },
      { follow: [`${topic}@new`] }, { link: 3 }, { link: 'link-0001' }, { link: 'link-0001', got: 1 }, { link: 'link-0001', got: -1, wait: 0 },
      { link: 'link-0001', got: 1.5, wait: 0 }, { link: 'link-0001', got: 1, wait: '9' }, { link: 'link-0001', got: 1, wait: -1 },
      { link: 'link-0001', end: 'yes' },
      { link: null, follow: ['me'] },
    ]
    for (const body of bodies) {
      const answer = await pollWith(ask, token, body)
      expect([body, answer.status, answer.text]).toEqual([body, 400, expect.stringContaining('"request/invalid"')])
    }
    expect((await pollWith(ask, token, JSON.stringify({ follow: [], pad: 'x'.repeat(20_000) }))).status).toBe(413)
    expect((await pollWith(ask, 'not.a.token', { follow: ['me'] })).status).toBe(401)
    const form = await ask('/poll', { method: 'POST', headers: { ...bearer(token), 'content-type': 'text/plain' }, body: '{"follow":[]}' })
    expect(form.status).toBe(400)
    expect((await ask('/poll', { method: 'POST', headers: json, body: '{"follow":[]}' })).status).toBe(401)
  })

  test('who has hung up while its token was checked gets no link, and takes no place', async () => {
    const { world, ask, token } = await talking()
    const verify = world.hub.ports.tokens.verify
    let release = (): void => undefined
    const waiting = new Promise<void>((resolve) => (release = resolve))
    const checked = vi.spyOn(world.hub.ports.tokens, 'verify').mockImplementation(async (text) => (await waiting, verify(text)))
    const opened = vi.spyOn(world.hub.ports.polls, 'open')
    const admitted = vi.spyOn(world.hub.ports, 'admit')
    const life = new AbortController()
    const asking = [
      pollWith(ask, token, { follow: [topic] }, life.signal).catch(() => undefined),
      ask(`/stream?follow=${topic}`, { headers: bearer(token), signal: life.signal }).catch(() => undefined),
    ]
    await until(() => checked.mock.calls.length === 2)
    life.abort()
    if (adapter === 'node') await Promise.all(asking)
    await settled()
    release()
    await Promise.all(asking)
    await settled()
    expect([opened.mock.calls, admitted.mock.calls]).toEqual([[], []])
    expect((await pollWith(ask, token, { follow: [] })).status).toBe(200)
    expect(admitted).toHaveBeenCalledTimes(1)
  })
})

test('a link that nobody asks for ninety seconds after its last answer is closed, and no sooner', async () => {
  stopClock()
  const world = createWorld({ provider: mute() })
  const ask = mounted(world)
  const token = await tokenOf(world, maria)
  const poll = await openPoll(ask, token, ['me'])
  await world.tick(89_000)
  expect((await poll.next()).status).toBe(200)
  await world.tick(89_000)
  expect(world.hub.ports.linkOf(maria, poll.link)).toBeDefined()
  await world.tick()
  expect(world.hub.ports.linkOf(maria, poll.link)).toBeUndefined()
  expect((await poll.next()).status).toBe(404)
})

test('a link whose answer is held is asked for, however long it is quiet', async () => {
  stopClock()
  const world = createWorld({ provider: mute() })
  const poll = await openPoll(mounted(world), await tokenOf(world, maria), ['me'])
  const held = poll.next(20_000)
  await settled()
  world.steady.now += 120_000
  await world.tick()
  expect(world.hub.ports.linkOf(maria, poll.link)).toBeDefined()
  await poll.raw({ end: true })
  expect((await held).status).toBe(200)
})

test('an empty answer is held for twenty-five seconds at most', async () => {
  const world = createWorld({ provider: mute() })
  const poll = await openPoll(mounted(world), await tokenOf(world, maria), ['me'])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let answered = false
  const held = poll.next(3_600_000).then((answer) => {
    answered = true
    return answer
  })
  await settled()
  await vi.advanceTimersByTimeAsync(24_999)
  await settled()
  expect(answered).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  vi.useRealTimers()
  expect((await held).text).toBe('{"frames":[]}')
})

test('a link hears the heartbeat, and ends with its token', async () => {
  stopClock()
  const world = createWorld({ provider: mute() })
  const poll = await openPoll(mounted(world), await tokenOf(world, maria, 30_000), ['me'])
  for (let second = 0; second < 15; second += 1) await world.tick()
  expect((await poll.next()).frames).toMatchObject([{ t: 'beat' }])
  for (let second = 0; second < 15; second += 1) await world.tick()
  const { hub } = world
  const last = await hub.ports.polls.next(maria, poll.link, 2, 0, nobody)
  expect(last).toContain('auth/expired')
})

/** A poll link without a hub: what is written to its sink is up to the test. */
function bare(buffer = 1_048_576, clock = { now: 0 }, ready?: Promise<void>) {
  const over = vi.fn()
  let write = (_: string): 'ok' | 'full' => 'ok'
  const received: string[] = []
  const poll = createPollLink({
    identity: maria,
    now: () => clock.now,
    buffer,
    onEnded: over,
    open: (sink): Link => {
      write = (json) => {
        const told = sink.write(new TextEncoder().encode(`data: ${json}\n\n`))
        if (told === 'full') sink.close()
        return told
      }
      write('"hello"')
      return {
        id: 'link-0001',
        async receive(frame) {
          received.push(JSON.stringify(frame))
          if (ready) await ready
          if (frame.t === 'follow') write(JSON.stringify('x'.repeat(300_000)))
        },
        close: sink.close,
      }
    },
  })
  return { poll, write: (json: string) => write(json), received, over }
}

test('a hold that everybody has left is given up, and counts as no answer', async () => {
  const { poll, write } = bare()
  poll.begin([])
  const lives = [new AbortController(), new AbortController()]
  const held = lives.map(({ signal }) => poll.next(1, 3_600_000, signal))
  lives[0]?.abort()
  await settled(2)
  const third = poll.next(1, 3_600_000, AbortSignal.any(lives.map(({ signal }) => signal)))
  lives[1]?.abort()
  expect(await Promise.all([...held, third])).toEqual(Array(3).fill('{"frames":[]}'))
  write('"one"')
  expect(await poll.next(1, 0, nobody)).toBe('{"frames":["one"]}')
})

test('of two who wait for one answer the other gets it when one leaves', async () => {
  const { poll, write } = bare()
  poll.begin([])
  const life = new AbortController()
  const held = [poll.next(1, 3_600_000, life.signal), poll.next(1, 3_600_000, nobody)]
  life.abort()
  await settled(2)
  write('"one"')
  expect(await held[1]).toBe('{"frames":["one"]}')
})

test('a request of before the confirmed answer is none, also while the next is being held', async () => {
  const { poll } = bare()
  poll.begin([])
  const life = new AbortController()
  const held = poll.next(1, 3_600_000, life.signal)
  expect(poll.next(0, 0, nobody)).toBeUndefined()
  life.abort()
  await held
})

test('what comes together is answered together', async () => {
  const { poll, write } = bare()
  poll.begin([])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const held = poll.next(1, 20_000, nobody)
  write('"one"')
  await vi.advanceTimersByTimeAsync(19)
  write('"two"')
  await vi.advanceTimersByTimeAsync(1)
  vi.useRealTimers()
  expect(await held).toBe('{"frames":["one","two"]}')
})

test('an answer is never longer than what a client reads, and what is left comes with the next', async () => {
  const { poll, received } = bare()
  const follow = Array.from({ length: 6 }, (_, index) => ({ topic: `conversation:number-${index}0000` as const }))
  const sizes = [poll.begin(follow).length]
  // nothing is read ahead of what the client has taken, however long that takes
  await settled(2)
  expect(received.length).toBeLessThan(4)
  const all = (): number => sizes.reduce((sum, size) => sum + size, 0)
  for (let got = 1; all() < 1_800_000; got += 1) sizes.push((await poll.next(got, 1_000, nobody))?.length ?? Infinity)
  expect(received).toHaveLength(6)
  expect(Math.max(...sizes)).toBeLessThan(550_000)
})

test('a link for which more waits than the buffer holds is ended, and holds nothing any more', async () => {
  const { poll, write, over } = bare(10_000)
  poll.begin([])
  expect(write(JSON.stringify('x'.repeat(9_000)))).toBe('ok')
  expect(write(JSON.stringify('x'.repeat(2_000)))).toBe('full')
  expect(over).toHaveBeenLastCalledWith(0)
})

test('what an answer has left behind counts as waiting', async () => {
  const { poll, write } = bare()
  poll.begin([])
  const big = JSON.stringify('x'.repeat(300_000))
  expect([1, 2, 3].map(() => write(big))).toEqual(['ok', 'ok', 'ok'])
  expect((await poll.next(1, 0, nobody))?.length).toBeLessThan(400_000)
  expect([write(big), write(big)]).toEqual(['ok', 'full'])
})

test('who does not wait is still given what it follows, once: after that an empty answer is at once', async () => {
  let release = (): void => undefined
  const { poll } = bare(undefined, undefined, new Promise((resolve) => (release = resolve)))
  poll.begin([{ topic }])
  let answered = false
  const first = poll.next(1, 0, nobody)
  void first?.then(() => (answered = true))
  await settled(2)
  expect(answered).toBe(false)
  release()
  expect((await first)?.length).toBeGreaterThan(300_000)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  expect(await poll.next(2, 0, nobody)).toBe('{"frames":[]}')
  vi.useRealTimers()
})

test('who does not wait is not held by a store that hangs', async () => {
  const { poll } = bare(undefined, undefined, new Promise(() => undefined))
  poll.begin([{ topic }])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const first = poll.next(1, 0, nobody)
  await vi.advanceTimersByTimeAsync(1_000)
  vi.useRealTimers()
  expect(await first).toBe('{"frames":[]}')
})

test('what is there already is answered at once, with no time to collect more', async () => {
  const { poll, write } = bare()
  poll.begin([])
  write('"one"')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  expect(await poll.next(1, 20_000, nobody)).toBe('{"frames":["one"]}')
  vi.useRealTimers()
})

test('nobody asks from the last answer on, the last repetition of it, or when the last one who waited has left', async () => {
  const clock = { now: 0 }
  const { poll } = bare(undefined, clock)
  clock.now = 50_000
  poll.begin([])
  expect(poll.idle).toBe(0)
  clock.now += 30_000
  expect(poll.idle).toBe(30_000)
  await poll.next(0, 0, nobody)
  expect(poll.idle).toBe(0)
  const life = new AbortController()
  const held = poll.next(1, 3_600_000, life.signal)
  clock.now += 30_000
  life.abort()
  await held
  expect(poll.idle).toBe(0)
  clock.now += 30_000
  expect(poll.idle).toBe(30_000)
})

test('who asks leaves nothing behind on the signal that tells of its leaving', async () => {
  const { signal } = new AbortController()
  const { poll, write } = bare()
  poll.begin([{ topic: 'me' }])
  await poll.next(1, 1, signal)
  const held = poll.next(2, 3_600_000, signal)
  write('"one"')
  await held
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('a hub whose client hangs up does not wait for it any longer', async () => {
  const world = createWorld({ provider: mute() })
  const poll = await openPoll(mounted(world), await tokenOf(world, maria), ['me'])
  const life = new AbortController()
  const held = world.hub.ports.polls.next(maria, poll.link, 1, 3_600_000, life.signal)
  life.abort()
  expect(await held).toBe('{"frames":[]}')
})

test('a link that has ended keeps its last words for who counts right, and is forgotten with them', async () => {
  const world = createWorld({ provider: mute() })
  const poll = await openPoll(mounted(world), await tokenOf(world, maria), ['me'])
  await world.close()
  expect((await poll.raw({ got: 7, wait: 0 })).status).toBe(404)
  expect((await poll.next()).frames.map(({ t }) => t)).toEqual(['bye'])
  expect((await poll.next()).status).toBe(404)
  expect((await poll.raw({ end: true })).status).toBe(404)
})

test('a poll link counts as a link of its party', async () => {
  const world: World = createWorld({ provider: mute() })
  const ask = mounted(world)
  const token = await tokenOf(world, maria)
  for (let count = 0; count < 50; count += 1) world.link(maria)
  const opened = await openPoll(ask, token, ['me'])
  expect(opened.opened.frames).toMatchObject([{ t: 'hello' }, { t: 'bye', code: 'link/too-many' }])
  expect((await opened.next()).status).toBe(404)
})

test('what has ended says how much waits for who still asks, and that nothing does any more', async () => {
  const { poll, write, over } = bare()
  poll.begin([])
  write('"the last words"')
  expect(over).not.toHaveBeenCalled()
  poll.end()
  expect(over).toHaveBeenCalledExactlyOnceWith(expect.any(Number))
  expect(over.mock.lastCall?.[0]).toBeGreaterThan(0)
  expect(await poll.next(1, 0, nobody)).toBe('{"frames":["the last words"]}')
  expect(over).toHaveBeenLastCalledWith(0)
})

test('who is refused at its opening is not kept, nor is its answer', async () => {
  const world: World = createWorld({ provider: mute() })
  const token = await tokenOf(world, maria)
  for (let count = 0; count < 50; count += 1) world.link(maria)
  const { opened, link } = await openPoll(mounted(world), token, ['me'])
  expect(opened.frames.map(({ t }) => t)).toEqual(['hello', 'bye'])
  expect((await pollWith(mounted(world), token, { link, got: 0, wait: 0 })).status).toBe(404)
})

describe('the last words of links that have ended', () => {
  const bytes = new TextEncoder().encode(`data: "${'x'.repeat(999_990)}"\n\n`)
  function many(count: number) {
    const sinks: Sink[] = []
    const polls = createPolls({
      now: () => 0,
      buffer: 1_048_576,
      link(_, sink) {
        sink.write(new TextEncoder().encode('data: "hello"\n\n'))
        return { id: `link-${1_000 + sinks.push(sink)}`, receive: async () => undefined, close: sink.close }
      },
    })
    for (let index = 0; index < count; index += 1) polls.open(maria, [])
    return { polls, sinks }
  }
  const asks = (polls: Polls, index: number): Promise<boolean> =>
    polls.next(maria, `link-${1_001 + index}`, 1, 0, nobody).then(
      ({ length }) => length > 999_990,
      () => false,
    )

  test('take a bounded place together: the oldest are let go', async () => {
    const { polls, sinks } = many(40)
    for (const sink of sinks) {
      sink.write(bytes)
      sink.close()
    }
    const found: boolean[] = []
    for (let index = 0; index < 40; index += 1) found.push(await asks(polls, index))
    // 16 MiB, of a million each
    expect(found).toEqual([...Array<boolean>(24).fill(false), ...Array<boolean>(16).fill(true)])
  })

  test('take no place once they are read, or ended by their client', async () => {
    const { polls, sinks } = many(40)
    for (const [index, sink] of sinks.entries()) {
      sink.write(bytes)
      sink.close()
      if (index === 0) continue
      if (index % 2) expect(await asks(polls, index)).toBe(true)
      else polls.end(maria, `link-${1_001 + index}`)
    }
    expect(await asks(polls, 0)).toBe(true)
  })
})

test.each([86_400_000, -86_400_000])('a wall clock that jumps by %s ms neither closes a link nor keeps one', async (jump) => {
  stopClock()
  const world = createWorld({ provider: mute() })
  const ask = mounted(world)
  const token = await tokenOf(world, maria, 7 * 86_400_000)
  const [left, asked] = [await openPoll(ask, token, ['me']), await openPoll(ask, token, ['me'])]
  world.clock.now += jump
  await world.tick(60_000)
  expect((await asked.next()).status).toBe(200)
  await world.tick(60_000)
  expect((await asked.next()).status).toBe(200)
  expect(world.hub.ports.linkOf(maria, left.link)).toBeUndefined()
})
