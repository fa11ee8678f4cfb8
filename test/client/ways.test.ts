import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectionState } from '../../src/client/api.ts'
import { type ClientConnection, type ConnectionOptions, createConnection } from '../../src/client/connection.ts'
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

beforeEach(() => {
  timers = fakeTimers()
  ways = [fakeTransport(timers, 'push', 'stream'), fakeTransport(timers, 'poll', 'long'), fakeTransport(timers, 'poll', 'short')]
  memory = null
  frames = []
})
afterEach(() => connection.stop())

async function started(options: Partial<ConnectionOptions> = {}): Promise<void> {
  connection = createConnection({
    transport: ways,
    follow: () => [],
    onFrame(frame) {
      frames.push(frame)
      if (frame.t === 'hello') queueMicrotask(connection.synced)
    },
    environment: { after: timers.after, random: () => 0.5, onChance: () => undefined, onOffline: () => undefined, memory: { get: () => memory, set: (name) => void (memory = name) } },
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
    await started()
    expect([tries(), states, memory]).toEqual([[1, 0, 0], ['connecting', 'syncing', 'live'], null])
  })

  test.each([silent, error('transport/protocol')])('the next is taken at once where one gives $code, without an error, and remembered', async (why) => {
    ways[0].outcomes = [why]
    await started()
    expect([tries(), states, errors, memory]).toEqual([[1, 1, 0], ['connecting', 'syncing', 'polling'], [], 'long'])
    expect([ways[0].times, ways[1].times]).toEqual([[0], [0]])
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

  test('one by which nobody is reached is tried three times, then the others once each; a server that is down costs no more', async () => {
    for (const way of ways) way.outcomes = [unreachable, unreachable, unreachable]
    await started()
    expect(tries()).toEqual([1, 0, 0])
    await timers.advance(250)
    expect(tries()).toEqual([2, 0, 0])
    await timers.advance(500)
    expect(tries()).toEqual([3, 1, 1])
    ways[0].outcomes = []
    await timers.advance(1_000)
    expect([tries(), connection.$state.get(), memory]).toEqual([[4, 1, 1], 'live', null])
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
      await timers.advance(2_500)
    }
    expect([tries(), memory, connection.$state.get()]).toEqual([[3, 1, 0], 'long', 'polling'])
    expect(states).not.toContain('offline')
  })

  test('one that is silent after its hello is given up the third time', async () => {
    await started()
    await timers.advance(3 * (37_500 + 2_500))
    expect(tries().slice(0, 2)).toEqual([3, 1])
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

describe('while another way serves, a better one', () => {
  const held = async (options: Partial<ConnectionOptions> = {}): Promise<void> => {
    ways[0].outcomes = [silent]
    await started(options)
    states.length = 0
  }

  test('is tried after half a minute, then ever more seldom, and nobody hears of what fails', async () => {
    await held()
    ways[0].outcomes = Array.from({ length: 99 }, () => silent)
    for (let minute = 0; minute < 60; minute += 1) {
      ways[1].push(beat)
      await timers.advance(30_000)
      ways[1].push(beat)
      await timers.advance(30_000)
    }
    const waits = ways[0].times.slice(1).map((time, index) => time - (ways[0].times[index] ?? 0))
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 600_000, 600_000, 600_000, 600_000])
    expect([states, errors, open()]).toEqual([[], [], [0, 1, 0]])
  })

  test('takes over with its hello: the state goes from polling to live, the other connection ends, and all is forgotten', async () => {
    await held()
    await timers.advance(30_000)
    expect([states, open(), memory]).toEqual([['live'], [1, 0, 0], null])
    expect(frames.map(({ t }) => t)).toEqual(['hello', 'hello'])
    await timers.advance(36_000)
    ways[0].push(beat)
    await timers.advance(36_000)
    expect([tries(), timers.size]).toEqual([[2, 1, 0], 1])
  })

  test('asks for what lies after the cursor of that moment, and is what is sent on from then', async () => {
    let asked = 0
    await held({ follow: () => [{ topic: 'me', after: { log: 1, seq: (asked += 1) } }] })
    await timers.advance(30_000)
    expect(ways[0].follows.at(-1)).toEqual([{ topic: 'me', after: { log: 1, seq: 3 } }])
    await connection.send({ t: 'unfollow', topic: 'desk' })
    expect([ways[0].sent.length, ways[1].sent.length]).toEqual([1, 0])
  })

  test('is not listened to before it takes over, nor the other one afterwards', async () => {
    await held()
    const old = ways[1].push
    await timers.advance(30_000)
    frames.length = 0
    old(beat)
    await settle()
    expect(frames).toEqual([])
    ways[0].push(beat)
    await settle()
    expect(frames).toEqual([beat])
  })

  test('is the best that works: each is tried in its turn', async () => {
    memory = 'short'
    ways[0].outcomes = [silent]
    await started()
    await timers.advance(30_000)
    expect([tries(), open(), memory]).toEqual([[1, 1, 1], [0, 1, 0], 'long'])
  })

  test('is not tried where it may not be', async () => {
    let leads = false
    await held({ mayChoose: () => leads })
    await timers.advance(36_000)
    expect(tries()).toEqual([1, 1, 0])
    leads = true
    ways[1].push(beat)
    await timers.advance(30_000)
    expect(open()).toEqual([1, 0, 0])
  })

  test('is dropped with the connection beside which it was tried', async () => {
    await held()
    ways[0].outcomes = ['hang']
    await timers.advance(30_000)
    ways[1].push({ t: 'bye', code: 'hub/closing' })
    await timers.advance(250)
    expect([tries(), open()]).toEqual([[2, 2, 0], [0, 1, 0]])
    await timers.advance(29_000)
    expect(tries()).toEqual([2, 2, 0])
  })

  test('that refuses the credentials changes nothing', async () => {
    await held()
    ways[0].outcomes = [error('transport/unauthorized')]
    await timers.advance(30_000)
    expect([states, errors, open()]).toEqual([[], [], [0, 1, 0]])
  })

  test('ends with stop, tried or taken', async () => {
    await held()
    ways[0].outcomes = ['hang']
    await timers.advance(30_000)
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
        expect(timers.now - waited).toBeLessThan(20_000)
        await timers.advance(1_000)
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
    expect([tries(), memory, connection.$state.get(), errors]).toEqual([[1, 1, 0], 'long', 'polling', []])
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
