import { describe, expect, test, vi } from 'vitest'
import type { Link } from '../../src/contracts/index.ts'
import { createPollLink } from '../../src/hub/poll-link.ts'
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

  test('the opening answer holds the hello and what each topic has to give, and does not wait for more', async () => {
    const { ask, token, writer } = await talking()
    await writer.say(c, 'Before')
    const fresh = await openPoll(ask, token, ['me', topic, 'conversation:nobody-has-this'])
    expect(fresh.opened.frames.map(({ t }) => t)).toEqual(['hello', 'snapshot', 'gone'])
    const resumed = await openPoll(ask, token, [`${topic}@1.1`])
    expect(resumed.opened.frames.map(({ t }) => t)).toEqual(['hello', 'events'])
    const nothing = await openPoll(ask, token, [])
    expect(nothing.opened.frames.map(({ t }) => t)).toEqual(['hello'])
  })

  test('what comes is answered at once, or held until it comes', async () => {
    const { ask, token, writer } = await talking()
    const poll = await openPoll(ask, token, [topic])
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
    await writer.say(c, 'Once')
    const first = await poll.raw({ got: 1, wait: 5_000 })
    expect(first.text).toContain('Once')
    await writer.say(c, 'Later')
    // the response was lost on its way: the client has still got one
    expect((await poll.raw({ got: 1, wait: 5_000 })).text).toBe(first.text)
    const second = await poll.raw({ got: 2, wait: 5_000 })
    expect([second.text.includes('Once'), second.text.includes('Later')]).toEqual([false, true])
    expect((await poll.raw({ got: 1, wait: 0 })).status).toBe(404)
    expect((await poll.raw({ got: 2, wait: 0 })).text).toBe(second.text)
    expect((await poll.raw({ got: 4, wait: 0 })).status).toBe(404)
  })

  test('a request that comes twice while it is held gets one answer twice', async () => {
    const { ask, token, writer } = await talking()
    const poll = await openPoll(ask, token, [topic])
    const twice = [poll.raw({ got: 1, wait: 20_000 }), poll.raw({ got: 1, wait: 20_000 })]
    await settled()
    await writer.say(c, 'Once')
    const [one, other] = await Promise.all(twice)
    expect(one?.text).toContain('Once')
    expect(other?.text).toBe(one?.text)
    expect((await poll.raw({ got: 2, wait: 0 })).text).toBe('{"frames":[]}')
  })

  test('what comes for a client that has hung up is there when it asks again', async () => {
    const { ask, token, writer, world } = await talking()
    const poll = await openPoll(ask, token, [topic])
    const life = new AbortController()
    const held = poll.raw({ got: 1, wait: 20_000 }, life.signal).catch(() => 'gone')
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
    const held = poll.raw({ got: 1, wait: 20_000 })
    await settled()
    expect((await poll.raw({ end: true })).status).toBe(200)
    expect((await held).text).toBe('{"frames":[]}')
    expect(world.hub.ports.linkOf(maria, poll.link)).toBeUndefined()
  })

  test('a hub that closes says goodbye in all answers that it holds, and to who asks after that', async () => {
    const { ask, token, world } = await talking()
    const polls = await Promise.all([1, 2, 3].map(() => openPoll(ask, token, [topic])))
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

  test('a link whose opening answer nobody waits for is closed', async () => {
    let release = (): void => undefined
    const { world, ask, token } = await talking()
    const load = world.store.load.bind(world.store)
    const waiting = new Promise<void>((resolve) => (release = resolve))
    vi.spyOn(world.store, 'load').mockImplementation(async (id) => {
      await waiting
      return load(id)
    })
    const opened = vi.spyOn(world.hub.ports.polls, 'open')
    const life = new AbortController()
    const asking = pollWith(ask, token, { follow: [topic] }, life.signal).catch(() => undefined)
    await until(() => opened.mock.calls.length === 1)
    life.abort()
    const text = await (opened.mock.results[0]?.value as Promise<string>)
    const { link } = (JSON.parse(text) as { frames: [{ link: string }] }).frames[0]
    expect(world.hub.ports.linkOf(maria, link)).toBeUndefined()
    release()
    await asking
  })
})

test('a link that nobody asks for forty seconds after its last answer is closed, and no sooner', async () => {
  stopClock()
  const world = createWorld({ provider: mute() })
  const ask = mounted(world)
  const token = await tokenOf(world, maria)
  const poll = await openPoll(ask, token, ['me'])
  for (let second = 1; second < 40; second += 1) await world.tick()
  expect((await poll.next()).status).toBe(200)
  for (let second = 1; second < 40; second += 1) await world.tick()
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
  world.clock.now += 60_000
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
function bare(buffer = 1_048_576) {
  let write = (_: string): 'ok' | 'full' => 'ok'
  const received: string[] = []
  const poll = createPollLink({
    identity: maria,
    now: () => 0,
    buffer,
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
          if (frame.t === 'follow') write(JSON.stringify('x'.repeat(300_000)))
        },
        close: sink.close,
      }
    },
  })
  return { poll, write: (json: string) => write(json), received }
}

test('a hold that everybody has left is given up, and counts as no answer', async () => {
  const { poll, write } = bare()
  await poll.begin([], nobody)
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
  await poll.begin([], nobody)
  const life = new AbortController()
  const held = [poll.next(1, 3_600_000, life.signal), poll.next(1, 3_600_000, nobody)]
  life.abort()
  await settled(2)
  write('"one"')
  expect(await held[1]).toBe('{"frames":["one"]}')
})

test('a request of before the confirmed answer is none, also while the next is being held', async () => {
  const { poll } = bare()
  await poll.begin([], nobody)
  const life = new AbortController()
  const held = poll.next(1, 3_600_000, life.signal)
  expect(poll.next(0, 0, nobody)).toBeUndefined()
  life.abort()
  await held
})

test('what comes together is answered together', async () => {
  const { poll, write } = bare()
  await poll.begin([], nobody)
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
  const sizes = [(await poll.begin(follow, nobody)).length]
  // nothing is read ahead of what the client has taken
  expect(received.length).toBeLessThan(4)
  const all = (): number => sizes.reduce((sum, size) => sum + size, 0)
  for (let got = 1; all() < 1_800_000; got += 1) sizes.push((await poll.next(got, 1_000, nobody))?.length ?? Infinity)
  expect(received).toHaveLength(6)
  expect(Math.max(...sizes)).toBeLessThan(550_000)
})

test('a link for which more waits than the buffer holds is ended, and holds nothing any more', async () => {
  const { poll, write } = bare(10_000)
  await poll.begin([], nobody)
  expect(write(JSON.stringify('x'.repeat(9_000)))).toBe('ok')
  expect(write(JSON.stringify('x'.repeat(2_000)))).toBe('full')
  expect(poll.next(1, 1_000, nobody)).toBeUndefined()
  expect(poll.over).toBe(true)
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
