import { getEventListeners } from 'node:events'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ClientConnection, type ConnectionOptions, createConnection } from '../../src/client/connection.ts'
import { browserEnvironment } from '../../src/client/connection-environment.ts'
import type { CredentialsReason } from '../../src/contracts/index.ts'
import { type ClientFrame, HandbackError, type ServerFrame } from '../../src/protocol/index.ts'
import { fakeTimers, settle } from './fake-timers.ts'
import { fakeTransport, hello, lost } from './fake-transport.ts'

const beat: ServerFrame = { t: 'beat', heads: {} }
const unauthorized = new HandbackError('transport/unauthorized', 'No.')
const unreachable = (retryAfter?: number) =>
  new HandbackError('transport/unreachable', 'Down.', { retryable: true, ...(retryAfter !== undefined && { retryAfter }) })

let timers: ReturnType<typeof fakeTimers>
let transport: ReturnType<typeof fakeTransport>
let connection: ClientConnection
let chances: Set<() => void>
let random: () => number
let frames: ServerFrame[]
let way: string | null
let offline = (): void => undefined
const chance = (): void => chances.forEach((run) => run())

beforeEach(() => {
  timers = fakeTimers()
  transport = fakeTransport(timers)
  chances = new Set()
  random = () => 0.5
  frames = []
  way = null
})
afterEach(() => connection.stop())

function create(options: Partial<ConnectionOptions> = {}): ClientConnection {
  return (connection = createConnection({
    transport,
    follow: () => [],
    onFrame: (frame) => frames.push(frame),
    environment: {
      after: timers.after,
      now: () => timers.now,
      random: () => random(),
      onChance(wake, signal) {
        chances.add(wake)
        signal.addEventListener('abort', () => chances.delete(wake))
      },
      onOffline: (lose) => void (offline = lose),
      memory: { get: () => way, set: (name) => void (way = name) },
    },
    ...options,
  }))
}

async function started(options: Partial<ConnectionOptions> = {}): Promise<ClientConnection> {
  create(options).start()
  await settle()
  return connection
}

test('it goes idle → connecting → syncing → live, and to idle by stop', async () => {
  create()
  const states: string[] = []
  connection.$state.subscribe((state) => states.push(state))
  connection.synced()
  connection.start()
  await settle()
  connection.synced()
  connection.stop()
  await settle()
  expect(states).toEqual(['idle', 'connecting', 'syncing', 'live', 'idle'])
  expect(transport.open).toBe(0)
  expect(timers.size).toBe(0)
})

test('on a poll transport it becomes polling', async () => {
  transport = fakeTransport(timers, 'poll')
  await started()
  connection.synced()
  expect(connection.$state.get()).toBe('polling')
})

test('every frame reaches the owner in order, hello and bye too', async () => {
  await started()
  transport.push(beat)
  transport.push({ t: 'bye', code: 'hub/closed' })
  await settle()
  expect(frames).toEqual([hello, beat, { t: 'bye', code: 'hub/closed' }])
})

test('start twice makes one connection; stop twice is fine; start after stop connects again', async () => {
  await started()
  connection.start()
  await settle()
  expect(transport.times).toHaveLength(1)
  connection.stop()
  connection.stop()
  connection.start()
  await settle()
  expect(transport.times).toHaveLength(2)
  expect(transport.open).toBe(1)
  expect(connection.$state.get()).toBe('syncing')
})

test('send reaches the wire from hello on, and is transport/closed before, between and after', async () => {
  const frame: ClientFrame = { t: 'unfollow', topic: 'me' }
  create()
  await expect(connection.send(frame)).rejects.toMatchObject({ code: 'transport/closed' })
  connection.start()
  await settle()
  await connection.send(frame)
  expect(transport.sent).toEqual([frame])
  transport.outcomes = ['hang']
  transport.drop()
  await settle()
  await expect(connection.send(frame)).rejects.toMatchObject({ code: 'transport/closed' })
  connection.stop()
  await expect(connection.send(frame)).rejects.toMatchObject({ code: 'transport/closed' })
})

test('each attempt asks what to follow now', async () => {
  let seq = 0
  await started({ follow: () => [{ topic: 'me', after: { log: 1, seq: (seq += 1) } }] })
  transport.drop()
  await timers.advance(1_000)
  expect(transport.follows).toEqual([[{ topic: 'me', after: { log: 1, seq: 1 } }], [{ topic: 'me', after: { log: 1, seq: 2 } }]])
})

test('a short loss shows connecting, a failed attempt offline until the next hello', async () => {
  await started()
  connection.synced()
  transport.outcomes = [unreachable(), 'hang']
  transport.drop()
  await settle()
  expect(connection.$state.get()).toBe('connecting')
  expect(connection.$error.get()).toBe(lost)
  await timers.advance(250)
  expect(connection.$state.get()).toBe('offline')
  expect(connection.$error.get()).toMatchObject({ code: 'transport/unreachable' })
  await timers.advance(500)
  expect(transport.times).toHaveLength(3)
  expect(connection.$state.get()).toBe('offline')
  await timers.advance(41_000 + 1_000)
  expect(connection.$state.get()).toBe('syncing')
  expect(connection.$error.get()).toBe(null)
})

test('a first attempt that fails shows offline', async () => {
  transport.outcomes = [unreachable()]
  await started()
  expect(connection.$state.get()).toBe('offline')
})

test('the waits are random · min(5 s, 500 ms · 2^n), without end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 }), async (draws) => {
      timers = fakeTimers()
      transport = fakeTransport(timers)
      transport.outcomes = draws.map(() => unreachable())
      let n = 0
      random = () => draws[n++] as number
      await started()
      const waits = draws.map((draw, i) => draw * Math.min(5_000, 500 * 2 ** i))
      await timers.advance(waits.reduce((sum, wait) => sum + wait, 1))
      expect(transport.times).toHaveLength(draws.length + 1)
      waits.forEach((wait, i) => expect((transport.times[i + 1] as number) - (transport.times[i] as number)).toBeCloseTo(wait, 6))
      expect(connection.$state.get()).toBe('syncing')
      connection.stop()
    }),
    { seed: 4711, numRuns: 25 },
  )
})

/** Its owner has caught up as soon as there is a hello. */
const quick = { onFrame: (frame: ServerFrame) => void (frame.t === 'hello' && connection.synced()) }

test('waits begin again only after 10 s of connection', async () => {
  await started(quick)
  const waits: number[] = []
  for (const stood of [9_000, 9_000, 9_000, 10_000, 9_000]) {
    await timers.advance(stood)
    const [from, count] = [timers.now, transport.times.length]
    transport.drop()
    while (transport.times.length === count) await timers.advance(1)
    waits.push(timers.now - from)
  }
  expect(waits).toEqual([250, 500, 1_000, 250, 500])
})

test('a loss that will be tried again only after 5 s shows offline', async () => {
  random = () => 0.99
  await started()
  const states: string[] = []
  for (const after of [1_000, 6_000]) {
    const count = transport.times.length
    transport.push({ t: 'bye', code: 'hub/closing', after })
    await settle()
    states.push(connection.$state.get())
    while (transport.times.length === count) await timers.advance(10)
  }
  expect(states).toEqual(['connecting', 'offline'])
})

test('Retry-After and bye.after are waited in full, then the jitter', async () => {
  transport.outcomes = [unreachable(7_000)]
  await started()
  await timers.advance(7_249)
  expect(transport.times).toEqual([0])
  await timers.advance(1)
  expect(transport.times).toEqual([0, 7_250])
  transport.push({ t: 'bye', code: 'hub/restarted', after: 3_000 })
  await timers.advance(3_499)
  expect(transport.times).toHaveLength(2)
  expect(transport.open).toBe(0)
  await timers.advance(1)
  expect(transport.times).toEqual([0, 7_250, 10_750])
})

test('a chance ends a wait with one try, but not a wait that the hub asked for', async () => {
  transport.outcomes = [unreachable(), unreachable(), unreachable(60_000)]
  random = () => 0.9
  await started()
  chance()
  await settle()
  expect(transport.times).toHaveLength(2)
  await settle()
  expect(transport.times).toHaveLength(2)
  chance()
  await settle()
  expect(transport.times).toHaveLength(3)
  chance()
  await settle()
  expect(transport.times).toHaveLength(3)
  connection.wake()
  await settle()
  expect(transport.times).toHaveLength(4)
  expect(connection.$state.get()).toBe('syncing')
})

test('a chance during an attempt that fails is used by one try at once', async () => {
  transport.outcomes = ['hang', unreachable(), 'hello']
  await started()
  chance()
  chance()
  await timers.advance(37_500)
  expect(transport.times).toEqual([0, 37_500])
  await timers.advance(1_000)
  expect(transport.times).toHaveLength(3)
})

test('a chance during an attempt does not shorten a wait that the hub asks for', async () => {
  let answer = (): void => undefined
  transport.outcomes = [unreachable(7_000)]
  await started({ credentials: () => new Promise((resolve) => (answer = () => resolve('token'))) })
  chance()
  answer()
  await timers.advance(7_249)
  expect(transport.times).toHaveLength(1)
  await timers.advance(1)
  expect(transport.times).toHaveLength(2)
})

test('a chance while connected changes nothing, also not the wait after a later loss', async () => {
  transport.outcomes = ['hang']
  await started()
  chance()
  await timers.advance(40_000)
  for (const change of [chance, connection.wake]) {
    const count = transport.times.length
    change()
    transport.drop()
    await settle()
    expect(transport.times).toHaveLength(count)
    await timers.advance(5_000)
    expect(transport.times).toHaveLength(count + 1)
  }
})

test('a chance during an attempt that succeeds does not shorten a later wait', async () => {
  let ready = (): void => undefined
  await started({ credentials: () => new Promise((resolve) => (ready = () => resolve('token'))) })
  chance()
  ready()
  await settle()
  expect(connection.$state.get()).toBe('syncing')
  transport.drop()
  await settle()
  expect(transport.times).toHaveLength(1)
})

test('the signal of an attempt is aborted when the attempt is over, so that a transport can release all', async () => {
  const signals: AbortSignal[] = []
  const { connect } = transport
  transport.connect = (options) => {
    signals.push(options.signal)
    return connect(options)
  }
  await started()
  transport.push({ t: 'bye', code: 'hub/restarted' })
  await timers.advance(1_000)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
})

test('an attempt that is over leaves nothing behind, however many there were', async () => {
  let signal: AbortSignal | undefined
  const listeners = (): number => (signal ? getEventListeners(signal, 'abort').length : -1)
  await started({
    environment: {
      after: timers.after,
      now: () => timers.now,
      random: () => 0.5,
      onChance: (_, life) => void (signal = life),
      onOffline: () => undefined,
      memory: { get: () => null, set: () => undefined },
    },
  })
  const first = listeners()
  for (let count = 0; count < 5; count += 1) {
    transport.drop()
    await timers.advance(5_000)
  }
  expect([transport.times.length, listeners()]).toEqual([6, first])
})

test('37.5 seconds without a frame lose the connection, any frame begins them again', async () => {
  await started(quick)
  await timers.advance(37_499)
  transport.push(beat)
  await timers.advance(37_499)
  expect(transport.times).toHaveLength(1)
  await timers.advance(1)
  expect(transport.open).toBe(0)
  expect(connection.$error.get()).toMatchObject({ code: 'transport/lost' })
  await timers.advance(250)
  expect(transport.times).toHaveLength(2)
})

test('an attempt that hangs is given up after 37.5 seconds', async () => {
  transport.outcomes = ['hang']
  await started()
  await timers.advance(38_500)
  expect(transport.times).toEqual([0, 37_750])
})

const asked: CredentialsReason[] = []
const credentials = (why: CredentialsReason): string => `${asked.push(why)}:${why}`
beforeEach(() => {
  asked.length = 0
})

test('credentials hear expired after a bye with auth/expired, and first otherwise', async () => {
  await started({ credentials })
  transport.push({ t: 'bye', code: 'auth/expired' })
  await timers.advance(1_000)
  transport.push({ t: 'bye', code: 'hub/restarted' })
  await timers.advance(1_000)
  expect(asked).toEqual(['first', 'expired', 'first'])
  expect(transport.tokens).toEqual(['1:first', '2:expired', '3:first'])
})

test('a reason that credentials failed to answer is told again', async () => {
  let fail = true
  await started({
    credentials(why) {
      asked.push(why)
      if (why === 'expired' && fail) {
        fail = false
        throw unreachable()
      }
      return 'token'
    },
  })
  transport.push({ t: 'bye', code: 'auth/expired' })
  await timers.advance(5_000)
  expect(asked).toEqual(['first', 'expired', 'expired'])
})

test('a refusal is tried once more at once with refused; then all is well', async () => {
  transport.outcomes = [unauthorized]
  await started({ credentials })
  expect(asked).toEqual(['first', 'refused'])
  expect(connection.$state.get()).toBe('syncing')
  expect(timers.now).toBe(0)
})

test('a second refusal in a row stays offline without tries until wake', async () => {
  transport.outcomes = [unauthorized, unauthorized]
  await started({ credentials })
  expect(connection.$state.get()).toBe('offline')
  expect(connection.$error.get()).toBe(unauthorized)
  chance()
  await timers.advance(24 * 3_600_000)
  expect(asked).toEqual(['first', 'refused'])
  transport.outcomes = [unauthorized, unauthorized]
  connection.wake()
  await settle()
  expect(asked).toEqual(['first', 'refused', 'first', 'refused'])
  connection.wake()
  await settle()
  expect(asked).toEqual(['first', 'refused', 'first', 'refused', 'first'])
  expect(connection.$state.get()).toBe('syncing')
})

test('a failure between two refusals does not make room for a third, a hello does', async () => {
  transport.outcomes = [unauthorized, unreachable(), unauthorized]
  await started({ credentials })
  await timers.advance(3_600_000)
  expect(asked).toEqual(['first', 'refused', 'first'])
  connection.stop()
  transport.outcomes = [unauthorized, 'hello', unauthorized]
  asked.length = 0
  await started({ credentials })
  transport.drop()
  await timers.advance(1_000)
  expect(asked).toEqual(['first', 'refused', 'first', 'refused'])
})

test('without credentials the transport gets no token', async () => {
  await started()
  expect(transport.tokens).toEqual([undefined])
})

test('an owner that throws at a frame keeps its connection and finds the error in $error', async () => {
  const broken = new Error('bug')
  await started({
    onFrame(frame) {
      frames.push(frame)
      if (frame.t === 'beat') throw broken
    },
  })
  transport.push(beat)
  transport.push(beat)
  await settle()
  expect(frames).toEqual([hello, beat, beat])
  expect(connection.$error.get()).toMatchObject({ name: 'HandbackError', cause: broken })
  expect(transport.times).toHaveLength(1)
})

test('listeners of the stores that throw do not end the tries', async () => {
  create()
  const stop = [
    connection.$state.listen(() => {
      throw new Error('bug')
    }),
    connection.$error.listen(() => {
      throw new Error('bug')
    }),
  ]
  transport.outcomes = [unreachable()]
  connection.start()
  await timers.advance(1_000)
  expect(transport.times).toHaveLength(2)
  connection.synced()
  expect(connection.$state.get()).toBe('live')
  stop.forEach((off) => off())
})

test('a follow that throws is a failed attempt', async () => {
  let broken = true
  await started({
    follow() {
      if (broken) throw new Error('bug')
      return []
    },
  })
  expect(connection.$state.get()).toBe('offline')
  broken = false
  await timers.advance(1_000)
  expect(connection.$state.get()).toBe('syncing')
})

test('stop ends a wait, an attempt and a connection, with every timer and listener', async () => {
  for (const outcome of [unreachable(), 'hang', 'hello'] as const) {
    transport.outcomes = [outcome]
    await started()
    expect(chances.size).toBe(1)
    connection.stop()
    await settle()
    expect([timers.size, chances.size, transport.open]).toEqual([0, 0, 0])
    expect(connection.$state.get()).toBe('idle')
    const count = transport.times.length
    await timers.advance(100_000)
    expect(transport.times).toHaveLength(count)
  }
})

test('no frame reaches the owner after stop, also not one that waited already', async () => {
  await started({
    onFrame(frame) {
      frames.push(frame)
      if (frame.t === 'beat') connection.stop()
    },
  })
  transport.push(beat)
  transport.push(beat)
  transport.push(beat)
  await settle()
  expect(frames).toEqual([hello, beat])
})

test('in a page, online, pageshow and becoming visible are chances, until the signal aborts', () => {
  const page = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'hidden' })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('document', document)
  try {
    const wake = vi.fn()
    const life = new AbortController()
    browserEnvironment().onChance(wake, life.signal)
    page.dispatchEvent(new Event('online'))
    page.dispatchEvent(new Event('pageshow'))
    expect(wake).toHaveBeenCalledTimes(2)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(wake).toHaveBeenCalledTimes(2)
    document.visibilityState = 'visible'
    document.dispatchEvent(new Event('visibilitychange'))
    expect(wake).toHaveBeenCalledTimes(3)
    life.abort()
    for (const type of ['online', 'pageshow']) page.dispatchEvent(new Event(type))
    document.dispatchEvent(new Event('visibilitychange'))
    expect(wake).toHaveBeenCalledTimes(3)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('in a page, going offline is a loss, until the signal aborts', () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  try {
    const lose = vi.fn()
    const life = new AbortController()
    browserEnvironment().onOffline(lose, life.signal)
    page.dispatchEvent(new Event('offline'))
    expect(lose).toHaveBeenCalledTimes(1)
    life.abort()
    page.dispatchEvent(new Event('offline'))
    expect(lose).toHaveBeenCalledTimes(1)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('outside of a page there are no chances and no losses, and nothing throws', () => {
  const { signal } = new AbortController()
  expect(() => browserEnvironment().onChance(() => undefined, signal)).not.toThrow()
  expect(() => browserEnvironment().onOffline(() => undefined, signal)).not.toThrow()
})

test('the way that worked is kept for all pages of the origin, and nothing is when it is the best one', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  try {
    const { memory } = browserEnvironment()
    expect(memory.get()).toBe(null)
    memory.set('long-poll')
    expect([[...kept], memory.get(), browserEnvironment().memory.get()]).toEqual([[['handback:way', 'long-poll']], 'long-poll', 'long-poll'])
    memory.set(null)
    expect([[...kept], memory.get()]).toEqual([[], null])
  } finally {
    vi.unstubAllGlobals()
  }
})

test('where nothing can be kept a page remembers the way for itself', () => {
  const denied = (): never => {
    throw new DOMException('No.', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied })
  try {
    const { memory } = browserEnvironment()
    expect(memory.get()).toBe(null)
    memory.set('long-poll')
    expect(memory.get()).toBe('long-poll')
    memory.set(null)
    expect(memory.get()).toBe(null)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('going offline is a loss at once, however well the line seems to stand, and coming back a try at once', async () => {
  await started(quick)
  await timers.advance(20_000)
  const states: string[] = []
  connection.$state.listen((state) => states.push(state))
  random = () => 0.999
  transport.outcomes = Array.from({ length: 99 }, () => unreachable())
  offline()
  await settle()
  expect([transport.open, connection.$error.get()?.code]).toEqual([0, 'transport/lost'])
  await timers.advance(60_000)
  transport.outcomes = []
  chance()
  await settle()
  expect(states).toEqual(['connecting', 'offline', 'syncing', 'live'])
})

test('coming back to the page leaves a connection alone that was heard since its hello', async () => {
  await started(quick)
  for (let count = 0; count < 4; count += 1) {
    await timers.advance(15_000)
    transport.push(beat)
    await settle()
    chance()
    await settle()
  }
  expect([transport.times, transport.open]).toEqual([[0], 1])
})

test('coming back to a page on which nothing was heard for longer than a heartbeat takes is a loss and a try at once', async () => {
  await started(quick)
  await timers.advance(17_000)
  chance()
  await settle()
  expect([transport.times, transport.open]).toEqual([[0], 1])
  await timers.advance(1)
  chance()
  await settle()
  expect([transport.times, transport.open, connection.$state.get()]).toEqual([[0, 17_001], 1, 'live'])
})

test('a refusal of what stood shows that nothing stands, while new credentials are asked for', async () => {
  let asked = 0
  await started({ ...quick, credentials: () => ((asked += 1) === 1 ? 'token' : new Promise(() => undefined)) })
  transport.drop(unauthorized)
  await settle()
  expect([asked, connection.$state.get()]).toEqual([2, 'connecting'])
})

test('frames start no timers, and a silence is counted from the last of them to the millisecond', async () => {
  let begun = 0
  const after: typeof timers.after = (...args) => {
    begun += 1
    return timers.after(...args)
  }
  await started({
    ...quick,
    environment: {
      after,
      now: () => timers.now,
      random: () => 0.5,
      onChance: () => undefined,
      onOffline: () => undefined,
      memory: { get: () => null, set: () => undefined },
    },
  })
  await timers.advance(20_000)
  const before = begun
  for (let count = 0; count < 100; count += 1) transport.push(beat)
  await settle()
  expect(begun).toBe(before)
  await timers.advance(37_499)
  expect(transport.times).toHaveLength(1)
  expect(connection.$error.get()).toBeNull()
  await timers.advance(1)
  expect(connection.$error.get()).not.toBeNull()
})

test('a silence that was noticed late, by a timer that slept, has ten seconds to be broken', async () => {
  let late = 0
  await started({
    ...quick,
    environment: {
      after: timers.after,
      now: () => timers.now + late,
      random: () => 0.5,
      onChance: () => undefined,
      onOffline: () => undefined,
      memory: { get: () => null, set: () => undefined },
    },
  })
  await timers.advance(37_000)
  late = 5_500
  await timers.advance(10_000)
  transport.push(beat)
  await settle()
  expect(transport.times).toHaveLength(1)
  await timers.advance(37_000)
  late = 11_000
  await timers.advance(10_499)
  expect(transport.times).toHaveLength(1)
  await timers.advance(300)
  expect(transport.times).toHaveLength(2)
})
