/* oxlint-disable unicorn/require-post-message-target-origin -- a channel reaches its own origin only */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ConnectOptions, Connection, HubLink, Sink } from '../../src/contracts/index.ts'
import { type ServeLinksOptions, serveLinks } from '../../src/hub/adapters/tabs/serve-links.ts'
import { newId } from '../../src/internal/ids.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import { formatEvent } from '../../src/internal/sse.ts'
import { type LinesEnvironment, browserLines, lineName, lobbyName } from '../../src/internal/tab-lines.ts'
import { type ClientFrame, HandbackError, type ServerFrame, encodeFrame } from '../../src/protocol/index.ts'
import { type LineChannel, broadcastChannel, tabSession } from '../../src/transports/broadcast-channel.ts'
import { createTokens } from '../../src/hub/index.ts'
import { until } from '../hub/until.ts'
import { ack, beat, hello } from './toy-hub.ts'

const real = browserLines() as LinesEnvironment
const onError = (error: unknown): void => {
  throw error
}

/** Timers that run when a test says so; everything else is the platform's. */
function virtual(): LinesEnvironment & { pass(ms: number): void; readonly timers: number } {
  let now = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    ...real,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass(ms) {
      now += ms
      for (const timer of [...timers]) {
        if (timer.at > now || !timers.delete(timer)) continue
        timer.run()
      }
    },
    get timers() {
      return timers.size
    },
  }
}

/** The environment with what is posted on its channels gone through first: `false` keeps a message back. */
const filtered = (passes: (message: unknown) => boolean): LinesEnvironment => ({
  ...environment,
  channel(of) {
    const own = environment.channel(of)
    const addEventListener = own.addEventListener.bind(own)
    return { addEventListener, close: () => own.close(), postMessage: (message) => passes(message) && own.postMessage(message) }
  },
})

/** A hub with one link at a time, driven by the test. */
function toy() {
  const hub = {
    greets: true,
    received: [] as ClientFrame[],
    sink: undefined as unknown as Sink,
    closed: 0,
    links: 0,
    write: (frame: ServerFrame) => hub.sink.write(formatEvent(encodeFrame(frame))),
    authenticate: async (token: string) => (token === 'token-1' ? ({ sub: 'visitor-1', role: 'visitor' } as const) : undefined),
    link(_identity: unknown, sink: Sink) {
      hub.sink = sink
      hub.links += 1
      if (hub.greets) hub.write(hello)
      return {
        id: 'link-0001',
        async receive(frame: ClientFrame) {
          hub.received.push(frame)
          if (frame.t === 'command') hub.write(ack(frame.command.id))
        },
        close() {
          hub.closed += 1
        },
      }
    },
  } satisfies HubLink & Record<string, unknown>
  return hub
}

let life: AbortController
let name: string
let environment: ReturnType<typeof virtual>
beforeEach(() => {
  life = new AbortController()
  name = newId()
  environment = virtual()
})
afterEach(() => life.abort())

const serve = (hub: HubLink, options: Partial<ServeLinksOptions> = {}): (() => void) => {
  const stop = serveLinks(hub, { name, environment, onError, ...options })
  onTestFinished(stop)
  return stop
}
const connect = (options: Partial<ConnectOptions> = {}, own: LinesEnvironment = environment): Promise<Connection> =>
  broadcastChannel({ name, environment: own }).connect({ follow: [], signal: life.signal, credentials: () => 'token-1', ...options })
const reader = (connection: Connection) => {
  const iterator = connection.frames[Symbol.asyncIterator]()
  return async () => (await iterator.next()).value as ServerFrame | undefined
}
/** A channel that the test speaks on itself. */
const raw = (channel: string): LineChannel & { readonly heard: unknown[] } => {
  const heard: unknown[] = []
  const own = real.channel(channel)
  own.addEventListener('message', ({ data }) => heard.push(data))
  onTestFinished(() => own.close())
  return Object.assign(own, { heard })
}
const locksOf = async (line: string): Promise<boolean> => ((await navigator.locks.query()).held ?? []).some((lock) => lock.name === line)

test('no tab that serves is transport/unreachable after two seconds, and nothing is left behind', async () => {
  const lobby = raw(lobbyName(name))
  const connecting = connect()
  const failure = expect(connecting).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
  const { line } = (await until(() => lobby.heard[0])) as { line: string }
  environment.pass(1_999)
  expect(await locksOf(lineName(line))).toBe(true)
  environment.pass(1)
  await failure
  await until(async () => !(await locksOf(lineName(line))))
  expect(environment.timers).toBe(0)
})

test('a hub that says something before its hello is transport/protocol, and its line is closed', async () => {
  const hub = toy()
  hub.greets = false
  const link = hub.link.bind(hub)
  serve({ ...hub, link: (identity, sink) => (sink.write(formatEvent(encodeFrame(beat(1)))), link(identity, sink)) })
  await expect(connect()).rejects.toMatchObject({ code: 'transport/protocol' })
  await until(() => hub.closed === 1)
})

test('a tab that begins to serve while it is asked for is reached at once', async () => {
  const connecting = connect()
  await until(() => environment.timers === 1)
  serve(toy())
  expect(await reader(await connecting)()).toEqual(hello)
})

test('a hub that comes and says nothing is transport/silent', async () => {
  const hub = toy()
  hub.greets = false
  serve(hub)
  const connecting = connect()
  const failure = expect(connecting).rejects.toMatchObject({ code: 'transport/silent', retryable: true })
  await until(() => hub.links === 1)
  environment.pass(2_000)
  await failure
  await until(() => hub.closed === 1)
})

test('another hub that begins to serve ends the connection as lost; the same one, announced again, does not', async () => {
  const lobby = raw(lobbyName(name))
  const hub = toy()
  serve(hub)
  const next = reader(await connect())
  expect(await next()).toEqual(hello)
  lobby.postMessage(lobby.heard[0])
  await settled()
  hub.write(beat(1))
  expect(await next()).toEqual(beat(1))
  const other = toy()
  serve(other)
  await expect(next()).rejects.toMatchObject({ code: 'transport/lost', retryable: true })
  await until(() => hub.closed === 1)
  expect([hub.links, other.links]).toEqual([1, 0])
})

test('a tab that dies without a word is noticed by its lock', async () => {
  const hub = toy()
  serve(hub)
  const crash = new AbortController()
  const dying: LinesEnvironment = {
    // what a dead tab leaves: no message, and a lock that is given back
    ...filtered(() => !crash.signal.aborted),
    locks: {
      request: (lock, options, held) =>
        environment.locks.request(lock, options, () => {
          const end = held()
          return end && Promise.race([end, new Promise<void>((resolve) => crash.signal.addEventListener('abort', () => resolve()))])
        }),
    },
  }
  const connection = await connect({}, dying)
  expect(await reader(connection)()).toEqual(hello)
  expect(hub.closed).toBe(0)
  crash.abort()
  await until(() => hub.closed === 1)
  await connection.close()
})

/** A client of which the hub hears nothing about what has come. */
const unconfirming = (): LinesEnvironment => filtered((message) => typeof message === 'string' || (message as { t?: string }).t !== 'got')

test('a client that does not confirm is cut after four megabytes, one that does is not', async () => {
  const hub = toy()
  serve(hub)
  // a frame of an unknown kind of event: passed over, so that no queue of the owner ends it
  const frame = formatEvent(JSON.stringify({ t: 'new', words: 'x'.repeat(99_700) }))
  const good = await connect()
  for (let sent = 0; sent < 100; sent += 1) {
    expect(hub.sink.write(frame)).toBe('ok')
    if (sent % 20 === 0) await until(() => settled())
  }
  const deaf = await connect({}, unconfirming())
  const next = reader(deaf)
  expect(await next()).toEqual(hello)
  let sent = 0
  while (hub.sink.write(frame) === 'ok') {
    sent += 1
    await settled()
  }
  expect(sent).toBeGreaterThan(38)
  expect(sent).toBeLessThan(45)
  await expect(next()).rejects.toMatchObject({ code: 'transport/lost' })
  await good.close()
})

/** Both directions of every channel have carried what was said before. */
const settled = async (): Promise<true> => {
  const lobby = raw(lobbyName(`${name}-echo`))
  const other = raw(lobbyName(`${name}-echo`))
  lobby.postMessage(1)
  await until(() => other.heard.length > 0)
  return true
}

test('an owner who does not read loses the connection', async () => {
  const hub = toy()
  serve(hub)
  const connection = await connect()
  for (let seq = 0; seq < 1_100; seq += 1) hub.write(beat(seq))
  await until(() => hub.closed === 1)
  const next = reader(connection)
  for (let read = 0; read < 1_000; read += 1) expect(await next()).toBeDefined()
  await expect(next()).rejects.toMatchObject({ code: 'transport/lost' })
})

test('a hub that is too busy is transport/unreachable with the time to wait', async () => {
  serve(toy(), {
    admit() {
      throw new HandbackError('hub/busy', 'Busy.', { retryable: true, retryAfter: 4_321 })
    },
  })
  await expect(connect()).rejects.toMatchObject({ code: 'transport/unreachable', retryAfter: 4_321 })
})

test('a hub that lives says so every ten seconds, as proof of life and not as a frame', async () => {
  const hub = toy()
  serve(hub)
  const next = reader(await connect())
  expect(await next()).toEqual(hello)
  for (let round = 0; round < 3; round += 1) {
    const alive = next()
    environment.pass(10_000)
    expect(await alive).toBe(lineLives)
  }
})

test('what a hub cannot read ends the line, with the code of a WebSocket', async () => {
  const hub = toy()
  serve(hub)
  const lobby = raw(lobbyName(name))
  const follows = ['[7]', '["nonsense"]'].map((follow) => `{"token":"token-1","follow":${follow}}`)
  const firsts = ['', 'null', '[]', ...follows, `{"token":"${'x'.repeat(70_000)}"}`]
  for (const first of firsts) {
    const id = newId()
    const line = raw(lineName(id))
    await new Promise<void>((resolve) => {
      void navigator.locks.request(lineName(id), async () => {
        lobby.postMessage({ t: 'open', line: id })
        await until(() => line.heard.length === 1)
        line.postMessage(first)
        await until(() => line.heard.length === 2)
        resolve()
      })
    })
    expect(line.heard[1]).toEqual({ t: 'close', code: first.startsWith('[') ? 4401 : 4400 })
  }
  expect(hub.links).toBe(0)
})

test('frames that a hub cannot read end the line, a command of which it can read the id is refused', async () => {
  const hub = toy()
  serve(hub)
  const lobby = raw(lobbyName(name))
  const next = reader(await connect())
  expect(await next()).toEqual(hello)
  const { line: id } = (await until(() => lobby.heard[0])) as { line: string }
  const line = raw(lineName(id))
  line.postMessage('{"frames":[{"t":"command","command":{"id":"command-1"}}]}')
  expect(await next()).toMatchObject({ t: 'refused', command: 'command-1', refusal: { code: 'command/invalid' } })
  expect(hub.received).toEqual([])
  line.postMessage('{"frames":7}')
  await expect(next()).rejects.toMatchObject({ code: 'transport/protocol' })
  expect(hub.closed).toBe(1)
})

test('who comes and says nothing is sent away after five seconds', async () => {
  serve(toy())
  const lobby = raw(lobbyName(name))
  const id = newId()
  const line = raw(lineName(id))
  await navigator.locks.request(lineName(id), async () => {
    lobby.postMessage({ t: 'open', line: id })
    await until(() => line.heard.length === 1)
    environment.pass(4_999)
    await settled()
    expect(line.heard).toHaveLength(1)
    environment.pass(1)
    await until(() => line.heard.length === 2)
  })
  expect(line.heard[1]).toEqual({ t: 'close', code: 4408 })
})

/** Says in the lobby that a line of this name waits, as a client that lives. */
function knock(lobby: LineChannel, id: string): LineChannel & { readonly heard: unknown[] } {
  const line = raw(lineName(id))
  const over = new Promise<void>((resolve) => onTestFinished(() => resolve()))
  void navigator.locks.request(lineName(id), () => {
    lobby.postMessage({ t: 'open', line: id })
    return over
  })
  return line
}

test('a client that asks twice is answered once', async () => {
  serve(toy())
  const lobby = raw(lobbyName(name))
  const id = newId()
  const line = knock(lobby, id)
  await until(() => line.heard.length === 1)
  lobby.postMessage({ t: 'open', line: id })
  await settled()
  expect(line.heard).toHaveLength(1)
})

test('a hub has at most five hundred lines, and tells the next one when to come again', async () => {
  serve(toy())
  const lobby = raw(lobbyName(name))
  const lines = Array.from({ length: 501 }, () => knock(lobby, newId()))
  await until(() => lines.every((line) => line.heard.length > 0))
  await settled()
  const turnedAway = lines.filter((line) => line.heard.length === 2)
  expect(turnedAway.map((line) => line.heard[1])).toEqual([{ t: 'close', code: 1013, reason: '5000' }])
})

test('nonsense in the lobby hurts nobody', async () => {
  const hub = toy()
  serve(hub)
  const next = reader(await connect())
  expect(await next()).toEqual(hello)
  const lobby = raw(lobbyName(name))
  const nonsense = [null, 7, 'open', {}, { t: 'open' }, { t: 'open', line: '../x' }, { t: 'serving' }, { t: 'serving', hub: 7 }]
  for (const one of nonsense) lobby.postMessage(one)
  await settled()
  hub.write(beat(3))
  expect(await next()).toEqual(beat(3))
})

test('a page without Web Locks or channels is told so', async () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
  const attempt = broadcastChannel({ name }).connect({ follow: [], signal: life.signal, credentials: () => 'token-1' })
  await expect(attempt).rejects.toMatchObject({ code: 'transport/unreachable', message: expect.stringContaining('Web Locks') })
})

describe('the session of a tab', () => {
  const tokens = createTokens(new Uint8Array(32).fill(7))

  test('comes from the hub, is kept, and is renewed by its secret', async () => {
    serve(toy(), { session: tokens.session })
    const kept: { value?: string } = {}
    const storage = { get: () => kept.value, set: (value: string) => void (kept.value = value) }
    const credentials = tabSession({ name, environment, storage })
    const first = await credentials('first')
    const who = await tokens.verify(first ?? '')
    expect(who?.role).toBe('visitor')
    expect(await tabSession({ name, environment, storage })('first')).toBe(first)
    const renewed = await credentials('refused')
    expect((await tokens.verify(renewed ?? ''))?.sub).toBe(who?.sub)
    expect(JSON.parse(kept.value ?? '')).toMatchObject({ token: renewed })
    expect(environment.timers).toBe(0)
  })

  test('begins anew when the hub refuses its secret', async () => {
    serve(toy(), { session: tokens.session })
    const storage = { get: () => JSON.stringify({ token: 'old', refresh: 'of another key', expires: 0 }), set: () => undefined }
    const token = await tabSession({ name, environment, storage })('first')
    expect((await tokens.verify(token ?? ''))?.role).toBe('visitor')
  })

  test('is transport/unreachable while no tab serves', async () => {
    const asking = expect(tabSession({ name, environment })('first')).rejects.toMatchObject({ code: 'transport/unreachable' })
    await until(() => environment.timers === 1)
    environment.pass(2_000)
    await asking
  })
})
