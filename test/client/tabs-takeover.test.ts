import { getEventListeners } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import type { TabsEnvironment } from '../../src/client/index.ts'
import { followLeader } from '../../src/client/tabs/follow.ts'
import { createTabs } from '../../src/client/tabs/tabs.ts'
import type { ConnectOptions, Connection, Transport } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import { type ClientFrame, HandbackError, type ServerFrame } from '../../src/protocol/index.ts'
import { fakeTimers, settle } from './fake-timers.ts'

const beat: ServerFrame = { t: 'beat', heads: {} }
const unfollow: ClientFrame = { t: 'unfollow', topic: 'desk' }
const helloOf = (link: string): ServerFrame => ({ t: 'hello', link, protocol: 1, now: 1 })
const silent = new HandbackError('transport/silent', 'Held.', { retryable: true })

type Listener = (event: { readonly data: unknown }) => void

/** Channels that reach each other soon, and one lock that goes from tab to tab as the test says. */
function browser() {
  const timers = fakeTimers()
  const channels = new Set<Set<Listener>>()
  /** What was said on the channel. */
  const said: { readonly t: string }[] = []
  let held: ((error: Error) => void) | undefined
  const environment: TabsEnvironment = {
    random: () => chance,
    after: timers.after,
    channel() {
      const own = new Set<Listener>()
      channels.add(own)
      return {
        addEventListener: (_, listener) => void own.add(listener),
        postMessage(data) {
          said.push(data as { readonly t: string })
          const others = [...channels].filter((other) => other !== own).flatMap((other) => [...other])
          for (const listener of others) queueMicrotask(() => listener({ data: structuredClone(data) }))
        },
        close: () => void channels.delete(own),
      }
    },
    locks: {
      request: (_, { steal }, whenHeld) =>
        new Promise((resolve, reject) => {
          if (held && !steal) return
          held?.(new DOMException('Stolen.', 'AbortError'))
          held = reject
          void Promise.resolve().then(whenHeld).then(resolve)
        }),
    },
  }
  return { environment, timers, said }
}

/** A way whose connections open, greet and speak as the test says. */
function scripted(name: string, mode: Transport['mode']) {
  const made: { readonly connection: Connection; readonly say: (frame: ServerFrame) => unknown; readonly sent: ClientFrame[]; closed: boolean }[] = []
  let fail: HandbackError | undefined
  const transport: Transport = {
    name,
    mode,
    supports: { signals: true },
    async connect({ signal }: ConnectOptions) {
      if (fail) throw fail
      const queue = asyncQueue<ServerFrame>({ limit: 100 })
      const sent: ClientFrame[] = []
      const end = (): void => {
        one.closed = true
        queue.end()
      }
      signal.addEventListener('abort', end)
      const one = {
        say: queue.push,
        sent,
        closed: false,
        connection: { frames: queue, send: async (frame: ClientFrame) => void sent.push(frame), close: async () => end() },
      }
      made.push(one)
      return one.connection
    },
  }
  return { transport, made, failing: (error?: HandbackError) => void (fail = error) }
}

let chance: number
let world: ReturnType<typeof browser>
let better: ReturnType<typeof scripted>
let worse: ReturnType<typeof scripted>
beforeEach(() => {
  chance = 0
  world = browser()
  better = scripted('better', 'push')
  worse = scripted('worse', 'poll')
})

interface Opened {
  readonly frames: ServerFrame[]
  readonly life: AbortController
  connection?: Connection
}

/** One tab, with what comes to it by each connection that it has. */
function tab() {
  const tabs = createTabs(world.environment, 'tabs', () => undefined)
  const [first, second] = tabs.share([better.transport, worse.transport]) as readonly [Transport, Transport]
  const errors: unknown[] = []
  const open = (way: Transport): Opened => {
    const own: Opened = { frames: [], life: new AbortController() }
    async function run(): Promise<void> {
      try {
        own.connection = await way.connect({ follow: [], signal: own.life.signal, credentials: () => undefined })
        for await (const frame of own.connection.frames) own.frames.push(frame)
      } catch (error) {
        errors.push(error)
      }
    }
    void run()
    return own
  }
  return { tabs, better: first, worse: second, errors, open }
}

/** Another tab takes the lock. */
const depose = (): void => void world.environment.locks.request('tabs', { steal: true }, () => new Promise(() => undefined))

/** A leader whose connection by the worse way stands, and a tab that follows it. */
async function standing() {
  const leader = tab()
  const standing = leader.open(leader.worse)
  await settle()
  worse.made[0]?.say(helloOf('link-worse'))
  await settle()
  const follower = tab()
  const listening = follower.open(follower.better)
  await settle()
  expect([leader.tabs.leads, follower.tabs.leads, listening.frames]).toEqual([true, false, [helloOf('link-worse')]])
  world.said.length = 0
  return { leader, standing, follower, listening }
}

describe('the leader that tries a better way', () => {
  test('goes on by the connection that stands, for all, until the other one says hello', async () => {
    const { leader, listening } = await standing()
    leader.open(leader.better)
    await settle()
    expect(better.made).toHaveLength(1)
    await listening.connection?.send(unfollow)
    worse.made[0]?.say(beat)
    await settle()
    expect([worse.made[0]?.sent, better.made[0]?.sent, listening.frames.at(-1)]).toEqual([[unfollow], [], beat])
  })

  test('tells nobody that it failed, also when it broke before its hello', async () => {
    const { leader, listening, follower } = await standing()
    better.failing(silent)
    leader.open(leader.better)
    await settle()
    better.failing()
    leader.open(leader.better).life.abort()
    await settle()
    await listening.connection?.send(unfollow)
    expect([worse.made[0]?.sent, follower.errors, world.said.filter(({ t }) => t === 'lost')]).toEqual([[unfollow], [], []])
  })

  test('makes a tab ask again that had nothing but the hello of the connection before: what it asked for may be lost', async () => {
    const { leader, standing: before, follower } = await standing()
    leader.open(leader.better)
    await settle()
    better.made[0]?.say(helloOf('link-better'))
    await settle()
    before.life.abort()
    await settle()
    expect(follower.errors).toMatchObject([{ code: 'transport/lost' }])
  })

  test('goes over to it when the other one ends: the others send by it, hear it, and are told how it is connected', async () => {
    const { leader, standing: before, listening, follower } = await standing()
    worse.made[0]?.say(beat)
    leader.open(leader.better)
    await settle()
    better.made[0]?.say(helloOf('link-better'))
    better.made[0]?.say({ t: 'gone', topic: 'desk' })
    await settle()
    before.life.abort()
    await settle()
    better.made[0]?.say(beat)
    await settle()
    await listening.connection?.send(unfollow)
    expect([worse.made[0]?.sent, better.made[0]?.sent, follower.errors]).toEqual([[], [unfollow], []])
    expect([listening.frames, follower.better.mode]).toEqual([[helloOf('link-worse'), beat, beat], 'push'])
    // who comes now begins with the connection that stands
    const late = tab()
    const joining = late.open(late.better)
    await settle()
    expect([joining.frames, late.worse.mode]).toEqual([[helloOf('link-better')], 'push'])
  })

  test('has a connection of each way that is as that way is, whatever the one in charge is', async () => {
    const { leader, follower } = await standing()
    expect([leader.better.mode, leader.worse.mode]).toEqual(['push', 'poll'])
    expect([follower.better.mode, follower.worse.mode]).toEqual(['poll', 'poll'])
  })
})

describe('the leader', () => {
  test('that cannot connect says so, and that it is there', async () => {
    better.failing(silent)
    const leader = tab()
    leader.open(leader.better)
    await settle()
    const follower = tab()
    follower.open(follower.better)
    await settle()
    expect([leader.errors, follower.errors]).toEqual([[silent], []])
    leader.open(leader.better)
    await settle()
    expect(follower.errors).toMatchObject([{ code: 'transport/lost' }])
  })

  test('that waits for its connection is there for who asks, and keeps its place', async () => {
    const leader = tab()
    leader.open(leader.better)
    await settle()
    const follower = tab()
    follower.open(follower.better)
    for (let second = 0; second < 20; second += 1) {
      await world.timers.advance(1_000)
      expect([leader.tabs.leads, follower.tabs.leads]).toEqual([true, false])
    }
  })

  test('is asked by each of those who wait at a time of its own', async () => {
    await standing()
    chance = 0.5
    worse.made[0]?.say(beat)
    await world.timers.advance(1_249)
    expect(world.said.map(({ t }) => t)).toEqual(['frame'])
    await world.timers.advance(1)
    expect(world.said.map(({ t }) => t)).toEqual(['frame', 'ask', 'here'])
  })

  test('keeps to itself what only says that its line lives', async () => {
    const { standing: leading, listening } = await standing()
    worse.made[0]?.say(lineLives)
    await settle()
    expect([leading.frames.at(-1), world.said, listening.frames]).toEqual([lineLives, [], [helloOf('link-worse')]])
  })

  test('that is deposed closes its connections and says nothing of them, since another one speaks for all now', async () => {
    const { leader, follower } = await standing()
    leader.open(leader.better)
    await settle()
    depose()
    await settle()
    expect([leader.tabs.leads, worse.made[0]?.closed, better.made[0]?.closed]).toEqual([false, true, true])
    expect([world.said.filter(({ t }) => t === 'lost'), follower.errors]).toEqual([[], []])
    // the other one may be gone before it says a word
    world.said.length = 0
    await world.timers.advance(1_000)
    expect(world.said.filter(({ t }) => t === 'ask')).toHaveLength(2)
  })

  test.each(['before its connection is there', 'before its hello'])('that is deposed %s leaves no connection open', async (when) => {
    const leader = tab()
    const { connect } = better.transport
    let go = (): void => undefined
    Object.assign(better.transport, {
      connect: async (options: ConnectOptions) => {
        if (when === 'before its connection is there') await new Promise<void>((resolve) => (go = resolve))
        return connect(options)
      },
    })
    leader.open(leader.better)
    await settle()
    depose()
    await settle()
    go()
    await settle()
    expect([leader.tabs.leads, better.made.map(({ closed }) => closed)]).toEqual([false, [true]])
  })
})

describe('a share of the leader’s connection', () => {
  function share(signal = new AbortController().signal) {
    const sent: ClientFrame[] = []
    let ends = 0
    const follow = [{ topic: 'me' }, { topic: 'desk' }] as const
    const own = followLeader({ follow, signal, credentials: () => undefined }, (frame) => sent.push(frame), () => (ends += 1))
    // a test that does not look at how it fails
    own.connection.catch(() => undefined)
    return { ...own, sent, ends: () => ends }
  }
  const read = async (connection: Connection | undefined): Promise<readonly [frames: ServerFrame[], how: unknown]> => {
    const frames: ServerFrame[] = []
    try {
      for await (const frame of connection?.frames ?? []) frames.push(frame)
      return [frames, 'quietly']
    } catch (error) {
      return [frames, error]
    }
  }
  const lost = expect.objectContaining({ code: 'transport/lost', retryable: true })

  test('begins with hello, and asks then for what it follows', async () => {
    const { line, connection, sent } = share()
    line.take(beat)
    expect([line.open, sent]).toEqual([false, []])
    line.take(helloOf('link-0001'))
    line.take(beat)
    line.lose()
    expect(sent).toEqual([{ t: 'follow', follow: { topic: 'me' } }, { t: 'follow', follow: { topic: 'desk' } }])
    expect(await read(await connection)).toEqual([[helloOf('link-0001'), beat], lost])
  })

  test('is lost with a hello of another connection, and when it is not read', async () => {
    for (const frames of [[helloOf('link-0002')], Array.from({ length: 1_001 }, () => beat)]) {
      const { line, connection, ends } = share()
      line.take(helloOf('link-0001'))
      frames.forEach(line.take)
      expect([(await read(await connection))[1], ends()]).toEqual([lost, 1])
    }
  })

  test('ends once, takes nothing more and leaves nothing behind', async () => {
    const life = new AbortController()
    const { line, connection, sent, ends } = share(life.signal)
    line.take(helloOf('link-0001'))
    const shared = await connection
    await shared?.close()
    await shared?.close()
    life.abort()
    await expect(shared?.send(unfollow)).rejects.toMatchObject({ code: 'transport/closed' })
    expect([sent.length, ends(), getEventListeners(life.signal, 'abort').length]).toEqual([2, 1, 0])
    expect(await read(shared)).toEqual([[helloOf('link-0001')], 'quietly'])
  })

  test('that nobody wants any more rejects with the reason, whenever that was', async () => {
    const reason = new Error('Over.')
    await expect(share(AbortSignal.abort(reason)).connection).rejects.toBe(reason)
    const life = new AbortController()
    const { connection } = share(life.signal)
    life.abort(reason)
    await expect(connection).rejects.toBe(reason)
  })
})
