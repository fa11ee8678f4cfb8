import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectionState } from '../../src/client/api.ts'
import { type ClientConnection, type ConnectionOptions, createConnection } from '../../src/client/connection.ts'
import type { ConnectionEnvironment } from '../../src/client/connection-environment.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import { type ClientFrame, HandbackError, type ServerFrame } from '../../src/protocol/index.ts'
import { fakeTimers, settle } from './fake-timers.ts'
import { fakeTransport } from './fake-transport.ts'

const error = (code: HandbackError['code'], retryAfter?: number) => new HandbackError(code, 'No.', { retryable: true, ...(retryAfter !== undefined && { retryAfter }) })
const silent = error('transport/silent')
const unreachable = error('transport/unreachable')
const beat: ServerFrame = { t: 'beat', heads: {} }

type Way = ReturnType<typeof fakeTransport>
let timers: ReturnType<typeof fakeTimers>
let ways: [stream: Way, long: Way, short: Way]
let memory: string | null
let connection: ClientConnection
let states: ConnectionState[]
let errors: string[]
let frames: ServerFrame[]
let offline = (): void => undefined

beforeEach(() => {
  timers = fakeTimers()
  ways = [fakeTransport(timers, 'push', 'stream'), fakeTransport(timers, 'poll', 'long'), fakeTransport(timers, 'poll', 'short')]
  memory = null
  frames = []
})
afterEach(() => connection.stop())

const environment = (): ConnectionEnvironment => ({
  after: timers.after,
  now: () => timers.now,
  random: () => 0.5,
  onChance: () => undefined,
  onOffline: (lose) => void (offline = lose),
  memory: { get: () => memory, set: (name) => void (memory = name) },
})

async function started(options: Partial<ConnectionOptions> = {}): Promise<void> {
  connection = createConnection({
    transport: ways,
    follow: () => [],
    onFrame(frame) {
      frames.push(frame)
      if (frame.t === 'hello') queueMicrotask(connection.synced)
    },
    environment: environment(),
    ...options,
  })
  states = []
  errors = []
  connection.$state.listen((state) => states.push(state))
  connection.$error.listen((one) => one && errors.push(one.code))
  connection.start()
  await settle()
}
const tries = (): number[] => ways.map(({ times }) => times.length)
const open = (): number[] => ways.map((way) => way.open)

describe('of several ways to the hub', () => {
  test('the best is taken, and nothing is remembered of it', async () => {
    const kept: (string | null)[] = []
    await started({ environment: { ...environment(), memory: { get: () => null, set: (name) => void kept.push(name) } } })
    expect([tries(), states, kept]).toEqual([[1, 0, 0], ['connecting', 'syncing', 'live'], []])
  })

  test.each([silent, new HandbackError('transport/protocol', 'Not a hub.')])('the next is taken at once where one gives $code, without an error, and remembered', async (why) => {
    ways[0].outcomes = [why]
    await started()
    expect([tries(), states, errors, memory]).toEqual([[1, 1, 0], ['connecting', 'syncing', 'polling'], [], 'long'])
    expect([ways[0].times, ways[1].times]).toEqual([[0], [0]])
  })

  test('where the first says that there is no hub the others are not asked, however often, and it is told once', async () => {
    ways[0].outcomes = Array.from({ length: 99 }, () => error('transport/protocol'))
    await started()
    await timers.advance(8_750)
    // after 250, 500, 1000, 2000, 2500 and 2500 ms
    expect([tries(), states, errors]).toEqual([[7, 0, 0], ['connecting', 'offline'], ['transport/protocol']])
  })

  test.each(['as it is', 'wrapped'])('credentials that fail say nothing about the way: %s', async (how) => {
    const credentials = () => Promise.reject(new HandbackError('transport/protocol', 'Not a hub.'))
    for (const way of ways) {
      const { connect } = way
      way.connect = (options) => connect(options).catch((cause: unknown) => {
        throw how === 'wrapped' ? new HandbackError('transport/protocol', 'It failed.', { cause }) : cause
      })
    }
    await started({ credentials })
    await timers.advance(8_750)
    expect([tries(), errors]).toEqual([[7, 0, 0], ['transport/protocol']])
  })

  test('another failure is told, and the same once more after a connection or a new start', async () => {
    ways[0].outcomes = [error('transport/unreachable', 1), error('transport/unreachable', 1), error('transport/silent', 1), 'hello', unreachable]
    await started({ transport: ways[0] })
    await timers.advance(30_000)
    expect([connection.$state.get(), errors]).toEqual(['live', ['transport/unreachable', 'transport/silent']])
    ways[0].drop(unreachable)
    await timers.advance(30_000)
    expect(errors.slice(2)).toEqual(['transport/unreachable'])
    ways[0].outcomes = Array.from({ length: 9 }, () => unreachable)
    ways[0].drop(unreachable)
    await settle()
    expect(errors.slice(3)).toEqual(['transport/unreachable'])
    connection.stop()
    connection.start()
    await settle()
    expect(errors.slice(4)).toEqual(['transport/unreachable'])
  })

  test('the one that worked last is begun with', async () => {
    memory = 'short'
    await started()
    expect([tries(), memory]).toEqual([[0, 0, 1], 'short'])
  })

  test('a name that is not one of them counts as none', async () => {
    memory = 'carrier-pigeon'
    await started()
    expect(tries()).toEqual([1, 0, 0])
  })

  test('the last is followed by a wait and the first, and what was in vain is not remembered', async () => {
    memory = 'long'
    for (const way of ways) way.outcomes = [silent]
    await started()
    expect([tries(), states, errors]).toEqual([[0, 1, 1], ['connecting', 'offline'], ['transport/silent']])
    await timers.advance(250)
    expect([tries(), memory]).toEqual([[1, 2, 1], 'long'])
  })

  test('one by which nobody is reached is followed by the others at once, because a socket that is blocked looks like a server that is down', async () => {
    ways[0].outcomes = [unreachable, unreachable]
    await started()
    expect([tries(), states, errors, memory]).toEqual([[1, 1, 0], ['connecting', 'syncing', 'polling'], [], 'long'])
  })

  test('one that was down with all others is waited for', async () => {
    for (const way of ways) way.outcomes = [unreachable]
    await started()
    expect([tries(), connection.$state.get()]).toEqual([[1, 1, 1], 'offline'])
    await timers.advance(250)
    expect([tries(), connection.$state.get(), memory]).toEqual([[2, 1, 1], 'live', null])
  })

  test('after that the best is tried three times before the others are asked again: a server that is down costs no more', async () => {
    for (const way of ways) way.outcomes = Array.from({ length: 99 }, () => unreachable)
    await started()
    const rounds: number[][] = []
    for (const wait of [0, 250, 500, 1_000, 2_000, 2_500, 2_500]) {
      await timers.advance(wait)
      rounds.push(tries())
    }
    expect(rounds).toEqual([[1, 1, 1], [2, 1, 1], [3, 1, 1], [4, 2, 2], [5, 2, 2], [6, 2, 2], [7, 3, 3]])
  })

  test('two misses before a hello and one after it are not three in a row', async () => {
    ways[0].outcomes = ['hello', unreachable, unreachable, 'hello', unreachable]
    await started()
    for (let count = 0; count < 2; count += 1) {
      await stand(ways[0])
      ways[0].drop()
      await timers.advance(5_000)
    }
    expect([tries(), connection.$state.get()]).toEqual([[6, 0, 0], 'live'])
  })

  test('one that was come to because the best was not reached has three tries of its own once it has said hello', async () => {
    ways[0].outcomes = Array.from({ length: 99 }, () => unreachable)
    await started()
    expect(tries()).toEqual([1, 1, 0])
    await stand(ways[1])
    ways[1].outcomes = [unreachable, unreachable]
    ways[1].drop()
    await timers.advance(3_000)
    expect([tries(), memory]).toEqual([[2, 4, 0], 'long'])
  })

  test('an attempt that ends with the network of the device is no miss: none is changed', async () => {
    ways[0].outcomes = Array.from({ length: 9 }, () => 'hang' as const)
    await started()
    for (let count = 0; count < 6; count += 1) {
      offline()
      await timers.advance(5_000)
    }
    expect(tries()).toEqual([7, 0, 0])
  })

  test.each([error('transport/unreachable', 1_000), error('transport/unauthorized')])('none is changed for a hub that answers $code, $retryAfter', async (answer) => {
    ways[0].outcomes = Array.from({ length: 9 }, () => answer)
    await started()
    await timers.advance(60_000)
    expect(tries().slice(1)).toEqual([0, 0])
  })

  test('one that breaks soon after its hello is given up the third time', async () => {
    await started()
    for (const count of [1, 2, 3]) {
      expect(tries()).toEqual([count, 0, 0])
      await timers.advance(9_000)
      ways[0].drop()
      await timers.advance(count < 3 ? 2_500 : 0)
    }
    expect([tries(), memory, connection.$state.get()]).toEqual([[3, 1, 0], 'long', 'polling'])
    expect(states).not.toContain('offline')
  })

  test('one that breaks soon is forgiven by standing: only three times in a row count', async () => {
    await started()
    for (const stood of [false, false, true, false, false]) {
      if (stood) await stand(ways[0])
      ways[0].drop()
      await timers.advance(5_000)
    }
    expect(tries()).toEqual([6, 0, 0])
  })

  test('what one has broken does not count against the next', async () => {
    await started()
    for (const way of [ways[0], ways[0], ways[0], ways[1], ways[1]]) {
      way.drop()
      await timers.advance(5_000)
    }
    expect([tries().slice(1), memory]).toEqual([[3, 0], 'long'])
  })

  test('what cannot be read after a hello is a break like any other', async () => {
    await started()
    ways[0].drop(error('transport/protocol'))
    await timers.advance(1_000)
    expect([tries(), memory]).toEqual([[2, 0, 0], null])
  })

  test('a hub that refuses the token of a connection that stands says nothing about its way', async () => {
    await started()
    for (let count = 0; count < 6; count += 1) {
      ways[0].drop(error('transport/unauthorized'))
      await timers.advance(1_000)
    }
    expect([tries(), memory]).toEqual([[7, 0, 0], null])
  })

  test('one that is silent after its hello is given up the third time', async () => {
    await started()
    await timers.advance(3 * (37_500 + 2_500))
    // the fourth is only beside the other one
    expect([tries().slice(0, 2), ways[1].open]).toEqual([[4, 1], 1])
  })

  test.each<[string, () => Promise<void>]>([
    ['stood for ten seconds and was heard since', async () => {
      await timers.advance(10_000)
      ways[0].push(beat)
      await settle()
      ways[0].drop()
    }],
    ['was ended by the hub', async () => void ways[0].push({ t: 'bye', code: 'hub/closing' })],
  ])('one that %s is kept', async (_, end) => {
    await started()
    for (let count = 0; count < 6; count += 1) {
      await end()
      await timers.advance(6_000)
    }
    expect(tries()).toEqual([7, 0, 0])
  })
})

/** What comes now comes on a connection that has stood long enough. */
async function stand(way: Way): Promise<void> {
  await timers.advance(10_000)
  way.push(beat)
  await settle()
}

/** The signals of the attempts that begin from now on, by any way. */
function watched(): AbortSignal[] {
  const signals: AbortSignal[] = []
  for (const way of ways) {
    const { connect } = way
    way.connect = (options) => (signals.push(options.signal), connect(options))
  }
  return signals
}

describe('while another way serves, a better one', () => {
  const held = async (options: Partial<ConnectionOptions> = {}): Promise<void> => {
    ways[0].outcomes = [silent, silent]
    await started(options)
    // tried once more while the other one stands, so that it is known
    await timers.advance(1_000)
    states.length = 0
  }
  /** A heartbeat comes alone. */
  const prove = async (way: Way): Promise<void> => {
    await timers.advance(1_000)
    way.push(beat)
    await timers.advance(1_000)
  }
  const takenOver = async (): Promise<void> => {
    await timers.advance(30_000)
    await prove(ways[0])
  }

  test('is tried once more at once, after half a minute, then ever more seldom, and nobody hears of what fails', async () => {
    await held()
    ways[0].outcomes = Array.from({ length: 99 }, () => silent)
    for (let minute = 0; minute < 60; minute += 1) {
      ways[1].push(beat)
      await timers.advance(30_000)
      ways[1].push(beat)
      await timers.advance(30_000)
    }
    const waits = ways[0].times.slice(1).map((time, index) => time - (ways[0].times[index] ?? 0))
    expect(waits).toEqual([1_000, 30_000, 60_000, 120_000, 240_000, 480_000, 600_000, 600_000, 600_000, 600_000])
    expect([states, errors, open()]).toEqual([[], [], [0, 1, 0]])
  })

  test('takes over when its heartbeat comes alone: the state goes from polling to live, the other connection ends, and all is forgotten', async () => {
    await held()
    await takenOver()
    expect([states, open(), memory]).toEqual([['live'], [1, 0, 0], null])
    expect(frames.map(({ t }) => t)).toEqual(['hello', 'hello'])
    await timers.advance(36_000)
    ways[0].push(beat)
    await timers.advance(36_000)
    expect([tries(), timers.size]).toEqual([[3, 1, 0], 1])
  })

  test.each<[string, () => Promise<void>]>([
    ['its hello', async () => timers.advance(4_000)],
    ['signs of life', async () => {
      for (let count = 0; count < 3; count += 1) {
        await timers.advance(2_000)
        ways[0].push(lineLives)
      }
    }],
    ['a heartbeat right behind its hello', async () => {
      ways[0].push(beat)
      await timers.advance(4_000)
    }],
    ['a heartbeat pushed out by what follows', async () => {
      await timers.advance(2_000)
      ways[0].push(beat)
      await timers.advance(150)
      ways[0].push({ t: 'gone', topic: 'desk' })
      await timers.advance(2_000)
    }],
    ['other frames, however often', async () => {
      for (let count = 0; count < 3; count += 1) {
        await timers.advance(2_000)
        ways[0].push({ t: 'gone', topic: 'desk' })
      }
    }],
  ])('does not take over by %s', async (_, come) => {
    await held()
    await timers.advance(30_000)
    await come()
    expect([states, open(), memory, frames.length]).toEqual([[], [1, 1, 0], 'long', 1])
  })

  test('that proves nothing is given up after a while, and tried again more seldom', async () => {
    await held()
    await timers.advance(30_000)
    for (let count = 0; count < 12; count += 1) {
      ways[1].push(beat)
      await timers.advance(10_000)
    }
    expect([ways[0].times, open()]).toEqual([[0, 1_000, 31_000, 128_500], [1, 1, 0]])
  })

  test('asks for what lies after the cursor of that moment, and is what is sent on from then', async () => {
    let asked = 0
    await held({ follow: () => [{ topic: 'me', after: { log: 1, seq: (asked += 1) } }] })
    await takenOver()
    expect(ways[0].sent).toEqual([{ t: 'follow', follow: { topic: 'me', after: { log: 1, seq: 5 } } }])
    await connection.send({ t: 'unfollow', topic: 'desk' })
    expect([ways[0].sent.length, ways[1].sent.length]).toEqual([2, 0])
  })

  test('is not listened to before it takes over, nor the other one afterwards', async () => {
    await held()
    const old = ways[1].push
    await timers.advance(30_000)
    frames.length = 0
    ways[0].push({ t: 'gone', topic: 'desk' })
    await settle()
    expect(frames).toEqual([])
    await prove(ways[0])
    expect(frames.map(({ t }) => t)).toEqual(['hello'])
    old(beat)
    await settle()
    ways[0].push({ t: 'gone', topic: 'me' })
    await settle()
    expect(frames.slice(1)).toEqual([{ t: 'gone', topic: 'me' }])
  })

  test('stands already when the other one ends: what is sent at that moment goes by it', async () => {
    const signals = watched()
    await held()
    signals[1]?.addEventListener('abort', () => void connection.send({ t: 'unfollow', topic: 'desk' }))
    await takenOver()
    expect([ways[0].sent.length, ways[1].sent.length]).toEqual([1, 0])
  })

  test('begins without the breaks of the one before', async () => {
    memory = 'long'
    ways[0].outcomes = [silent]
    await started()
    for (let count = 0; count < 2; count += 1) {
      ways[1].drop()
      await timers.advance(1_000)
    }
    // tried after 30 s in vain, and after 60 s more
    for (let count = 0; count < 4; count += 1) {
      ways[1].push(beat)
      await timers.advance(25_000)
    }
    await prove(ways[0])
    expect([tries(), open()]).toEqual([[2, 3, 0], [1, 0, 0]])
    ways[0].drop()
    await timers.advance(1_000)
    expect([tries(), open()]).toEqual([[3, 3, 0], [1, 0, 0]])
  })

  test('is tried more seldom also after one that took over and was no good after all', async () => {
    await held()
    await takenOver()
    ways[0].outcomes = ['hello', 'hello', silent]
    for (let count = 0; count < 3; count += 1) {
      ways[0].drop()
      await timers.advance(4_000)
    }
    expect(open()).toEqual([0, 1, 0])
    const from = ways[1].times.at(-1) ?? 0
    ways[1].push(beat)
    await timers.advance(35_000)
    ways[1].push(beat)
    await timers.advance(35_000)
    expect((ways[0].times.at(-1) ?? 0) - from).toBe(61_000)
  })

  test('is the best that works: each is tried in its turn', async () => {
    memory = 'short'
    ways[0].outcomes = [silent]
    await started()
    await timers.advance(30_000)
    await prove(ways[1])
    expect([tries(), open(), memory]).toEqual([[1, 1, 1], [0, 1, 0], 'long'])
  })

  test('is not tried where it may not be', async () => {
    let leads = true
    await held({ mayChoose: () => leads })
    leads = false
    await timers.advance(36_000)
    expect(tries()).toEqual([2, 1, 0])
    leads = true
    ways[1].push(beat)
    await timers.advance(24_000)
    await prove(ways[0])
    expect(open()).toEqual([1, 0, 0])
  })

  test('is another tab’s choice where that leads: its way is taken, and what happens here is not remembered', async () => {
    let ready = (): void => undefined
    await started({ mayChoose: () => false, credentials: () => new Promise((resolve) => (ready = () => resolve('token'))) })
    memory = 'long'
    ready()
    await settle()
    expect([tries(), memory, connection.$state.get()]).toEqual([[1, 0, 0], 'long', 'live'])
    ways[0].drop()
    await timers.advance(1_000)
    ready()
    await settle()
    expect([tries(), memory, connection.$state.get()]).toEqual([[1, 1, 0], 'long', 'polling'])
  })

  test('is the best again though it had to be waited for: nothing worse is remembered then', async () => {
    memory = 'long'
    for (const way of ways.slice(1)) way.outcomes = [silent]
    await started({ credentials: () => new Promise((resolve) => void timers.after(3_000, () => resolve('token'))) })
    await timers.advance(9_500)
    expect([tries(), connection.$state.get(), memory]).toEqual([[1, 1, 1], 'live', null])
  })

  test('is dropped with the connection beside which it was tried', async () => {
    const signals = watched()
    await held()
    ways[0].outcomes = ['hang']
    await timers.advance(30_000)
    ways[1].push({ t: 'bye', code: 'hub/closing' })
    await settle()
    // of those that failed and stood, and of the one that was tried
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, true])
    await timers.advance(250)
    expect([tries(), open()]).toEqual([[3, 2, 0], [0, 1, 0]])
    await timers.advance(29_000)
    expect(tries()).toEqual([3, 2, 0])
  })

  test('is not looked for in vain where another tab chooses: there every failure is followed by a wait', async () => {
    ways[0].outcomes = [silent, silent]
    await started({ mayChoose: () => false })
    expect([tries(), connection.$state.get()]).toEqual([[1, 0, 0], 'offline'])
    await timers.advance(250)
    expect(tries()).toEqual([2, 0, 0])
    await timers.advance(500)
    expect([tries(), connection.$state.get()]).toEqual([[3, 0, 0], 'live'])
  })

  test('that refuses the credentials changes nothing', async () => {
    await held()
    ways[0].outcomes = [error('transport/unauthorized')]
    await timers.advance(30_000)
    expect([states, errors, open()]).toEqual([[], [], [0, 1, 0]])
  })

  test.each(['tried', 'standing beside', 'taken'])('ends with stop, %s', async (how) => {
    await held()
    if (how === 'tried') ways[0].outcomes = ['hang']
    await timers.advance(30_000)
    if (how === 'taken') await prove(ways[0])
    connection.stop()
    await settle()
    expect([open(), timers.size]).toEqual([[0, 0, 0], 0])
  })
})

test('whatever happens, there are never more than two connections, no try without a wait but one of each way, and in the end one connection', async () => {
  const outcomes = fc.constantFrom('hello' as const, silent, unreachable, error('transport/protocol'), error('transport/unreachable', 700))
  const step = fc.oneof(fc.record({ pass: fc.integer({ min: 1, max: 40_000 }) }), fc.record({ drop: fc.nat(2) }), fc.record({ beat: fc.nat(2) }))
  await fc.assert(
    fc.asyncProperty(fc.tuple(...[0, 1, 2].map(() => fc.array(outcomes, { maxLength: 12 }))), fc.array(step, { maxLength: 25 }), async (scripts, steps) => {
      timers = fakeTimers()
      memory = null
      ways = ['stream', 'long', 'short'].map((name, index) => fakeTransport(timers, index ? 'poll' : 'push', name)) as typeof ways
      ways.forEach((way, index) => (way.outcomes = [...(scripts[index] ?? [])]))
      await started()
      for (const one of steps) {
        if ('pass' in one) await timers.advance(one.pass)
        else if ('drop' in one) ways[one.drop]?.drop()
        else ways[one.beat]?.push(beat)
        await settle()
        expect(open().reduce((a, b) => a + b)).toBeLessThanOrEqual(2)
      }
      const moments = ways.flatMap(({ times }) => times)
      for (const moment of moments) expect(moments.filter((other) => other === moment).length).toBeLessThanOrEqual(4)
      ways.forEach((way) => (way.outcomes = []))
      const waited = timers.now
      // one that has just fallen silent may be on its way back
      while (open().reduce((a, b) => a + b) !== 1) {
        expect(timers.now - waited).toBeLessThan(60_000)
        await timers.advance(1_500)
        ways.forEach((way) => way.push(beat))
      }
      connection.stop()
      await settle()
      expect([open(), timers.size]).toEqual([[0, 0, 0], 0])
    }),
    { seed: 20_261_121, numRuns: 300 },
  )
})

describe('a line that is held back after a good beginning', () => {
  const message = (id: string): ClientFrame => ({ t: 'command', conversation: 'c0000001', seen: null, command: { id, type: 'message-send', data: {} } })
  const ack = (command: string): ServerFrame => ({ t: 'ack', command, at: { log: 1, seq: 1 } })

  test('is found out five seconds after the acknowledgement of a message that does not come back', async () => {
    await started()
    await connection.send(message('m0000001'))
    await timers.advance(3_000)
    ways[0].push(ack('m0000001'))
    await timers.advance(4_999)
    expect(tries()).toEqual([1, 0, 0])
    await timers.advance(1)
    expect([tries(), memory, errors]).toEqual([[1, 1, 0], 'long', []])
    expect(states).toEqual(['connecting', 'syncing', 'live', 'connecting', 'syncing', 'polling'])
  })

  test.each<[string, ServerFrame]>([
    ['the refusal of another command', { t: 'refused', command: 'm0000009', refusal: { code: 'limit/reached', message: '' } }],
    ['a page', { t: 'page', conversation: 'c0000001', before: { log: 1, seq: 1 }, events: [], more: false }],
    ['the acknowledgement again', ack('m0000001')],
  ])('is found out although %s comes, by the answer to a request', async (_, answer) => {
    await started()
    await connection.send(message('m0000001'))
    ways[0].push(ack('m0000001'))
    await timers.advance(3_000)
    ways[0].push(answer)
    await timers.advance(1_999)
    expect(tries()).toEqual([1, 0, 0])
    await timers.advance(1)
    expect([tries(), memory]).toEqual([[1, 1, 0], 'long'])
  })

  test('is found out by the first of several messages, and although what is followed later has come', async () => {
    await started()
    await connection.send(message('m0000001'))
    await connection.send(message('m0000002'))
    ways[0].push(ack('m0000001'))
    await settle()
    connection.synced()
    await timers.advance(5_000)
    expect([tries(), memory]).toEqual([[1, 1, 0], 'long'])
  })

  test('is found out whatever the connection before it has sent and heard', async () => {
    await started()
    await timers.advance(2_000)
    ways[0].push(beat)
    await settle()
    await connection.send(message('m0000001'))
    ways[0].drop()
    await timers.advance(250)
    await connection.send(message('m0000002'))
    ways[0].push(ack('m0000002'))
    await timers.advance(5_000)
    expect([tries(), memory]).toEqual([[2, 1, 0], 'long'])
  })

  test('is only broken where things came later than its beginning: the same way is taken again', async () => {
    await started()
    await timers.advance(2_000)
    ways[0].push(beat)
    await settle()
    await connection.send(message('m0000001'))
    ways[0].push(ack('m0000001'))
    await timers.advance(5_000)
    expect([tries(), errors, memory]).toEqual([[1, 0, 0], ['transport/lost'], null])
    await timers.advance(250)
    expect(tries()).toEqual([2, 0, 0])
  })

  test('is found out five seconds after the last piece of a past that does not come to its end', async () => {
    // what it catches up with does not come
    await started({ onFrame: ({ t }) => void (t === 'snapshot') })
    await timers.advance(1)
    ways[0].push(beat)
    await timers.advance(1_900)
    ways[0].push(beat)
    await timers.advance(4_999)
    expect(tries()).toEqual([1, 0, 0])
    await timers.advance(1)
    expect([tries(), memory]).toEqual([[1, 1, 0], 'long'])
  })

  test('is not suspected while a long past comes in pieces', async () => {
    await started({ onFrame: ({ t }) => void (t === 'snapshot') })
    for (let second = 0; second < 60; second += 4) {
      ways[0].push(beat)
      await timers.advance(4_000)
    }
    expect(tries()).toEqual([1, 0, 0])
    connection.synced()
    await timers.advance(30_000)
    expect([tries(), connection.$state.get()]).toEqual([[1, 0, 0], 'live'])
  })

  test.each<[string, () => void]>([
    ['anything has come since it was sent', () => (ways[0].push(beat), ways[0].push(ack('m0000001')))],
    ['anything comes in time', () => (ways[0].push(ack('m0000001')), ways[0].push(beat))],
    ['there is no acknowledgement', () => undefined],
    ['it is refused', () => ways[0].push({ t: 'refused', command: 'm0000001', refusal: { code: 'limit/reached', message: '' } })],
  ])('is not suspected when %s', async (_, come) => {
    await started()
    await connection.send(message('m0000001'))
    come()
    await timers.advance(9_000)
    expect(tries()).toEqual([1, 0, 0])
  })

  test('is not suspected for commands that nobody sees', async () => {
    await started()
    await connection.send({ t: 'command', conversation: 'c0000001', seen: null, command: { id: 'm0000002', type: 'attributes-update', data: {} } })
    ways[0].push(ack('m0000002'))
    await timers.advance(9_000)
    expect(tries()).toEqual([1, 0, 0])
  })

  test('is the leader’s business alone', async () => {
    await started({ mayChoose: () => false })
    await connection.send(message('m0000001'))
    ways[0].push(ack('m0000001'))
    await timers.advance(9_000)
    expect(tries()).toEqual([1, 0, 0])
  })
})

describe('a choice that is another’s', () => {
  test('is neither changed nor remembered by what happens here, and known when it becomes one’s own', async () => {
    let leads = false
    memory = 'long'
    ways[1].outcomes = [silent, unreachable, unreachable, unreachable]
    await started({ mayChoose: () => leads })
    await timers.advance(60_000)
    expect([tries().filter((_, index) => index !== 1), memory]).toEqual([[0, 0], 'long'])
    // its leader has found another way
    memory = 'short'
    leads = true
    ways[1].drop()
    await timers.advance(6_000)
    expect([open(), memory]).toEqual([[0, 0, 1], 'short'])
  })
})

test('one that was passed over in a moment without any network is back soon', async () => {
  ways[0].outcomes = [silent]
  await started()
  expect([open(), memory]).toEqual([[0, 1, 0], 'long'])
  await timers.advance(2_000)
  ways[0].push(beat)
  await timers.advance(1_000)
  expect([open(), memory, connection.$state.get()]).toEqual([[1, 0, 0], null, 'live'])
})

test('a life that was ended leaves nothing to the next, also when that begins in the same moment', async () => {
  let answer: (() => void) | undefined
  await started({ onFrame: () => undefined, credentials: () => (answer ? 'token' : new Promise<string>((resolve) => (answer = () => resolve('token')))) })
  answer?.()
  await settle()
  expect(open()).toEqual([1, 0, 0])
  connection.stop()
  connection.start()
  await settle()
  expect(open()).toEqual([1, 0, 0])
  // the patience of the life before is not that of this one
  connection.synced()
  await timers.advance(20_000)
  expect([tries(), open()]).toEqual([[2, 0, 0], [1, 0, 0]])
  connection.stop()
  await settle()
  expect([open(), timers.size]).toEqual([[0, 0, 0], 0])
})
