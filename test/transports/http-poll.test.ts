import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ConnectOptions, Connection } from '../../src/contracts/index.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { type FetchLike, type HttpOptions, longPoll, shortPoll } from '../../src/transports/http.ts'
import { type ToyHub, ack, beat, command, endless, hello, json, toyHub } from './toy-hub.ts'

let hub: ToyHub
let life: AbortController
beforeEach(async () => {
  hub = await toyHub()
  life = new AbortController()
})
afterEach(async () => {
  life.abort()
  await hub.close()
})

const ways = { 'long-poll': longPoll, 'short-poll': shortPoll }
type Way = keyof typeof ways
const lost = { code: 'transport/lost', retryable: true }

function connecting(way: Way) {
  return (options: Partial<ConnectOptions> = {}, http: Partial<HttpOptions> = {}): Promise<Connection> =>
    ways[way]({ endpoint: hub.endpoint, interval: 5, ...http }).connect({ follow: [], signal: life.signal, credentials: () => 'token-1', ...options })
}

function reader(connection: Connection) {
  const iterator = connection.frames[Symbol.asyncIterator]()
  const any = async () => (await iterator.next()).value as ServerFrame | undefined
  /** The next frame of the hub's own. */
  const next = async (): Promise<ServerFrame | undefined> => {
    for (;;) {
      const frame = await any()
      if (frame !== lineLives) return frame
    }
  }
  return { any, next, leave: async () => iterator.return?.() }
}

/** Whatever was asked before this has come to the hub. */
const settled = (): Promise<unknown> => fetch(`${hub.endpoint}/session`)

/** What the hub answers to the next poll after the opening one. */
function nextPoll(answer: ToyHub['answers']['poll']): void {
  const before = hub.answers.poll
  hub.answers.poll = (request, response, body) => {
    if (!body.includes('"link"')) return before(request, response, body)
    hub.answers.poll = before
    return answer(request, response, body)
  }
}

describe.each(Object.keys(ways) as Way[])('%s', (way) => {
  const connect = connecting(way)

  test('opens with what to follow and the token in the header only, and gives hello first', async () => {
    const credentials = vi.fn(() => 'geheim-1')
    const connection = await connect({
      credentials,
      follow: [{ topic: 'me' }, { topic: 'conversation:conversation-1', after: { log: 1, seq: 42 } }],
    })
    expect(await reader(connection).any()).toEqual(hello)
    expect(credentials.mock.calls).toEqual([['first']])
    const [first] = hub.requests
    expect(first).toMatchObject({ method: 'POST', path: '/hub/poll' })
    expect(first?.headers).toMatchObject({ authorization: 'Bearer geheim-1', 'content-type': 'application/json' })
    expect(hub.polls()[0]).toEqual({ follow: ['me', 'conversation:conversation-1@1.42'] })
    expect(JSON.stringify(hub.requests.map(({ path, body }) => [path, body]))).not.toContain('geheim')
  })

  test('frames come in order, and every poll tells how many answers came before it', async () => {
    const { next } = reader(await connect())
    expect(await next()).toEqual(hello)
    for (let seq = 0; seq < 30; seq += 3) {
      hub.tell(beat(seq), beat(seq + 1), beat(seq + 2))
      expect([await next(), await next(), await next()]).toEqual([beat(seq), beat(seq + 1), beat(seq + 2)])
    }
    const later = hub.polls().slice(1)
    expect(later.length).toBeGreaterThanOrEqual(10)
    expect(later.map(({ got }) => got)).toEqual(later.map((_, i) => i + 1))
    expect(new Set(later.map(({ link }) => link))).toEqual(new Set(['link-0001']))
    expect(new Set(later.map(({ wait }) => wait))).toEqual(new Set([way === 'long-poll' ? 20_000 : 0]))
  })

  test('an opening that gives more than hello is read as well', async () => {
    hub.opening.push(beat(1), beat(2))
    const { next } = reader(await connect())
    expect([await next(), await next(), await next()]).toEqual([hello, beat(1), beat(2)])
    hub.tell(beat(3))
    expect(await next()).toEqual(beat(3))
  })

  test('an empty answer is told as proof of life to an owner who has nothing to read', async () => {
    const { any } = reader(await connect({}, { wait: 10 }))
    expect(await any()).toEqual(hello)
    expect(await any()).toBe(lineLives)
    expect(await any()).toBe(lineLives)
  })

  test('an owner who has something to read is not told that the line lives', async () => {
    const connection = await connect({}, { wait: 1, interval: 1 })
    await hub.until(() => hub.polls().length > 5)
    hub.tell(beat(1))
    await hub.until(() => hub.polls().length > 10)
    const { any } = reader(connection)
    expect([await any(), await any()]).toEqual([hello, beat(1)])
  })

  test('no answer in time is transport/silent, and the request is given up', async () => {
    let freed = false
    hub.answers.poll = (_, response) => void response.on('close', () => (freed = true))
    await expect(connect({}, { helloTimeout: 30 })).rejects.toMatchObject({ code: 'transport/silent', retryable: true })
    await hub.until(() => freed)
    expect(hub.polls()).toHaveLength(1)
  })

  test.each([
    [401, {}, { code: 'transport/unauthorized', retryable: false }],
    [403, {}, { code: 'transport/protocol', retryable: false }],
    [404, {}, { code: 'transport/protocol', retryable: true }],
    [405, {}, { code: 'transport/protocol', retryable: true }],
    [413, {}, { code: 'request/too-large', retryable: false }],
    [500, {}, { code: 'transport/unreachable', retryable: true }],
    [503, { 'retry-after': '3' }, { code: 'transport/unreachable', retryable: true, retryAfter: 3_000 }],
    [204, {}, { code: 'transport/protocol', retryable: false }],
  ])('an opening answered by %i %o rejects %o', async (status, headers, expected) => {
    hub.answers.poll = (_, response) => json(response, status, {}, headers)
    await expect(connect()).rejects.toMatchObject(expected)
    expect(hub.requests).toHaveLength(1)
  })

  test('an opening answer that is no list of frames, or does not begin with hello, is transport/protocol', async () => {
    for (const value of [{ ok: true }, { frames: [] }, { frames: [beat(1), hello] }]) {
      hub.answers.poll = (_, response) => json(response, 200, value)
      await expect(connect()).rejects.toMatchObject({ code: 'transport/protocol' })
    }
  })

  test.each([
    ['a socket that breaks', (response) => response.destroy()],
    ['a body cut in the middle of its JSON', (response) => response.end('{"frames":[{"t":"beat","he')],
    [
      'a body shorter than announced',
      (response) => response.writeHead(200, { 'content-length': '99' }).write('{"frames":', () => response.destroy()),
    ],
    ['bytes that are no UTF-8', (response) => response.end(Buffer.from('{"frames":[{"t":"bye","code":"grün"}]}', 'latin1'))],
    ['the page of a proxy', (response) => response.end('<h1>Sign in</h1>')],
    ['an unknown link', (response) => json(response, 404, {})],
    ['a failure of the hub', (response) => json(response, 500, {})],
  ] satisfies [string, (response: ServerResponse) => unknown][])('a later poll answered by %s loses the connection', async (_, answer) => {
    nextPoll((_request, response) => void answer(response))
    const connection = await connect()
    const { next } = reader(connection)
    expect(await next()).toEqual(hello)
    await expect(next()).rejects.toMatchObject(lost)
    await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
    // nobody asks again, and a link that failed is not ended either
    await connection.close()
    await settled()
    expect(hub.polls()).toHaveLength(2)
  })

  test('a hub that is too busy for a later poll says when to come back, and a token that is over is said as such', async () => {
    nextPoll((_, response) => json(response, 503, {}, { 'retry-after': '2' }))
    const first = reader(await connect())
    await first.next()
    await expect(first.next()).rejects.toMatchObject({ ...lost, retryAfter: 2_000 })
    nextPoll((_, response) => json(response, 401, {}))
    const second = reader(await connect())
    await second.next()
    await expect(second.next()).rejects.toMatchObject({ code: 'transport/unauthorized', retryable: false })
  })

  test('a frame of an answer that cannot be read is passed over', async () => {
    nextPoll((_, response) => json(response, 200, { frames: [{ t: 'of-tomorrow' }, 7, { t: 'beat', heads: [] }, beat(3)] }))
    const { next } = reader(await connect())
    expect([await next(), await next()]).toEqual([hello, beat(3)])
  })

  test('an answer in 1-byte chunks that split UTF-8 is read', async () => {
    nextPoll((_, response) => {
      for (const byte of Buffer.from(JSON.stringify({ frames: [{ t: 'bye', code: 'ä€😀\u2028' }] }))) response.write(Buffer.from([byte]))
      response.end()
    })
    const { next } = reader(await connect())
    expect([await next(), await next()]).toEqual([hello, { t: 'bye', code: 'ä€😀\u2028' }])
  })

  test('acks come as frames from the answer of the POST, and frames up belong to the link', async () => {
    const connection = await connect()
    const { next } = reader(connection)
    await next()
    await connection.send(command('command-1'))
    expect(await next()).toEqual(ack('command-1'))
    expect(hub.requests.find(({ path }) => path === '/hub/frames')?.headers['handback-link']).toBe('link-0001')
  })

  test('a hub that does not know the link of a POST loses the connection', async () => {
    hub.answers.frames = (_, response) => json(response, 404, {})
    const connection = await connect()
    const { next } = reader(connection)
    await next()
    await expect(connection.send(command('command-1'))).rejects.toMatchObject(lost)
    await expect(next()).rejects.toMatchObject(lost)
  })

  test.each([
    [413, { code: 'request/too-large' }],
    [503, { code: 'transport/unreachable', retryable: true, retryAfter: 1_000 }],
  ])('a POST answered by %i rejects, and leaves the polls alone', async (status, expected) => {
    hub.answers.frames = (_, response) => json(response, status, {}, { 'retry-after': '1' })
    const connection = await connect()
    const { next } = reader(connection)
    await next()
    await expect(connection.send(command('command-1'))).rejects.toMatchObject(expected)
    hub.tell(beat(4))
    expect(await next()).toEqual(beat(4))
  })

  test('an opening without end is given up and transport/protocol', async () => {
    let given = (): number => 0
    let freed = false
    hub.answers.poll = (_, response) => {
      given = endless(response)
      response.on('close', () => (freed = true))
    }
    await expect(connect()).rejects.toMatchObject({ code: 'transport/protocol', retryable: false })
    await hub.until(() => freed)
    expect(given()).toBeLessThan(20_000_000)
  })

  test('a later answer without end loses the connection, and the request is given up', async () => {
    let given = (): number => 0
    let freed = false
    nextPoll((_, response) => {
      given = endless(response)
      response.on('close', () => (freed = true))
    })
    const { next } = reader(await connect())
    expect(await next()).toEqual(hello)
    await expect(next()).rejects.toMatchObject({ ...lost, cause: { code: 'transport/protocol' } })
    await hub.until(() => freed)
    expect(given()).toBeLessThan(20_000_000)
  })

  test('after a goodbye nothing more is asked, and no end is told', async () => {
    nextPoll((_, response) => json(response, 200, { frames: [beat(1), { t: 'bye', code: 'hub/closed' }] }))
    const connection = await connect()
    for await (const frame of connection.frames) if (frame.t === 'bye') break
    await connection.close()
    await settled()
    expect(hub.polls()).toHaveLength(2)
  })

  test('a link that the hub does not know any more is not ended', async () => {
    hub.answers.frames = (_, response) => json(response, 404, {})
    const connection = await connect({}, { interval: 60_000 })
    await hub.until(() => hub.polls().length === 2)
    await expect(connection.send(command('command-1'))).rejects.toMatchObject(lost)
    await connection.close()
    await settled()
    expect(hub.polls()).toHaveLength(2)
  })

  test('an owner who is too slow loses the connection after the frames he has', async () => {
    const connection = await connect()
    hub.tell(...Array.from({ length: 2_000 }, (_, i) => beat(i)))
    await hub.until(() => hub.polls().at(-1)?.end === true)
    let count = 0
    const read = async (): Promise<void> => {
      for await (const frame of connection.frames) if (frame !== lineLives) count += 1
    }
    await expect(read()).rejects.toMatchObject(lost)
    expect(count).toBeGreaterThanOrEqual(999)
    expect(count).toBeLessThanOrEqual(1_000)
  })

  test.each([
    ['closing twice', async (connection: Connection) => void (await Promise.all([connection.close(), connection.close()]))],
    ['aborting', async () => life.abort('enough')],
    ['breaking out of the loop', async (_: Connection, leave: () => Promise<unknown>) => void (await leave())],
  ])('%s ends the frames quietly and tells the hub once', async (_, end) => {
    const connection = await connect()
    const { next, leave } = reader(connection)
    await next()
    await hub.until(() => hub.polls().length === 2)
    await end(connection, leave)
    expect(await next()).toBeUndefined()
    await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
    await connection.close()
    await hub.until(() => hub.polls().some((poll) => poll.end))
    const asked = hub.polls().length
    await settled()
    expect(hub.polls()).toHaveLength(asked)
    expect(hub.polls().filter((poll) => poll.end)).toEqual([{ link: 'link-0001', end: true }])
  })

  test('the end is told by a request that may outlive the page', async () => {
    const inits: { readonly body?: string | Blob; readonly keepalive?: boolean }[] = []
    const fetch: FetchLike = (url, init) => {
      inits.push(init)
      return globalThis.fetch(url, init)
    }
    const connection = await connect({}, { fetch })
    await connection.close()
    await hub.until(() => hub.polls().some((poll) => poll.end))
    expect(inits.filter(({ keepalive }) => keepalive).map(({ body }) => body)).toEqual(['{"link":"link-0001","end":true}'])
  })

  test('aborting before the opening was answered rejects with the reason and gives the request up', async () => {
    let freed = false
    hub.answers.poll = (_, response) => void response.on('close', () => (freed = true))
    const rejected = expect(connect()).rejects.toBe('enough')
    await hub.until(() => hub.requests.length === 1)
    life.abort('enough')
    await rejected
    await hub.until(() => freed)
    expect(hub.polls()).toHaveLength(1)
  })

  test('already aborted: rejects with the reason and sends no request', async () => {
    await expect(connect({ signal: AbortSignal.abort('never') })).rejects.toBe('never')
    expect(hub.requests).toEqual([])
  })
})

describe('the rhythm', () => {
  interface Asked {
    readonly path: string
    readonly body: { readonly got?: number; readonly wait?: number }
    readonly answer: (frames: readonly ServerFrame[]) => void
    /** Begins an answer whose body comes in pieces. */
    readonly begin: () => { piece(text: string): void; end(): void }
    readonly gone: () => boolean
  }

  /** A hub whose answers are given by hand, under a clock that is turned by hand. */
  function byHand() {
    const asked: Asked[] = []
    const fetch: FetchLike = (url, { body = '', signal }) =>
      new Promise((resolve) => {
        const answer = (frames: readonly ServerFrame[]): void => resolve(new Response(JSON.stringify({ frames })))
        const begin = (): ReturnType<Asked['begin']> => {
          let out: ReadableStreamDefaultController<Uint8Array> | undefined
          resolve(new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (out = controller) })))
          return { piece: (text) => out?.enqueue(new TextEncoder().encode(text)), end: () => out?.close() }
        }
        asked.push({ path: url, body: JSON.parse(body as string) as Asked['body'], answer, begin, gone: () => signal.aborted })
      })
    return { asked, fetch }
  }
  const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
  /** Answers the poll that waits; the time stands still. */
  const say = async (asked: readonly Asked[], frames: readonly ServerFrame[] = []): Promise<void> => {
    asked.at(-1)?.answer(frames)
    await pass(0)
  }
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  async function opened(way: Way, http: Partial<HttpOptions> = {}) {
    const { asked, fetch } = byHand()
    const opening = ways[way]({ endpoint: '/hub', fetch, ...http }).connect({ follow: [], signal: life.signal, credentials: () => undefined })
    await pass(0)
    await say(asked, [hello])
    const connection = await opening
    await pass(0)
    return { asked, connection, ...reader(connection) }
  }

  test('a long poll asks again at once, after frames and after an answer that was held', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const { asked } = await opened('long-poll')
    for (let got = 1; got < 20; got += 1) {
      expect(asked.at(-1)?.body).toEqual({ link: 'link-0001', got, wait: 20_000 })
      if (got % 3 === 0) await pass(1_000)
      await say(asked, got % 3 ? [beat(got)] : [])
    }
    expect(asked).toHaveLength(21)
    // not even after a pause of nothing, which pages in the background make long
    expect(Math.min(...timers.mock.calls.map(([, ms]) => ms ?? 0))).toBeGreaterThanOrEqual(4_000)
  })

  test('a long poll whose empty answers are not held pauses for a second', async () => {
    const { asked } = await opened('long-poll')
    await pass(999)
    await say(asked)
    await pass(999)
    expect(asked).toHaveLength(2)
    await pass(1)
    expect(asked).toHaveLength(3)
  })

  test('a long poll without answer 10 s after its time is lost', async () => {
    const { asked, next } = await opened('long-poll', { wait: 7_000 })
    expect(await next()).toEqual(hello)
    const rejected = expect(next()).rejects.toMatchObject({ code: 'transport/lost' })
    await pass(16_999)
    expect(asked.at(-1)?.gone()).toBe(false)
    await pass(1)
    await rejected
    expect(asked.at(-1)?.gone()).toBe(true)
  })

  test('a short poll without answer for 10 s is lost', async () => {
    const { asked, next } = await opened('short-poll')
    expect(await next()).toEqual(hello)
    const rejected = expect(next()).rejects.toMatchObject({ code: 'transport/lost' })
    await pass(9_999)
    expect(asked.at(-1)?.gone()).toBe(false)
    await pass(1)
    await rejected
  })

  test.each(Object.keys(ways) as Way[])('%s: a long answer on a slow line may take its time, and each piece is a sign of life', async (way) => {
    const { asked, any } = await opened(way)
    expect(await any()).toEqual(hello)
    // as late as an answer may begin
    await pass(way === 'long-poll' ? 29_999 : 9_999)
    const body = asked.at(-1)?.begin()
    const json = JSON.stringify({ frames: [beat(1), beat(2)] })
    for (let at = 0; at < json.length; at += 10) {
      const told = at + 10 < json.length && any()
      body?.piece(json.slice(at, at + 10))
      await pass(9_999)
      if (told) expect(await told).toBe(lineLives)
    }
    body?.end()
    expect([await any(), await any()]).toEqual([beat(1), beat(2)])
  })

  test('a long answer that stops for 10 s is lost', async () => {
    const { asked, next } = await opened('long-poll')
    expect(await next()).toEqual(hello)
    const rejected = expect(next()).rejects.toMatchObject({ code: 'transport/lost' })
    await pass(500)
    asked.at(-1)?.begin().piece('{"frames":[')
    await pass(9_999)
    expect(asked.at(-1)?.gone()).toBe(false)
    await pass(1)
    await rejected
    expect(asked.at(-1)?.gone()).toBe(true)
  })

  test('an answer in one piece is not told as a sign of life besides', async () => {
    const { asked, any } = await opened('long-poll')
    expect(await any()).toEqual(hello)
    const told = any()
    await say(asked, [beat(1)])
    expect(await told).toEqual(beat(1))
  })

  test('the answer to a POST may take its time as well, and says nothing of the way down', async () => {
    const { asked, connection, any } = await opened('long-poll', { wait: 1_000_000 })
    expect(await any()).toEqual(hello)
    const first = any()
    const sent = connection.send(command('command-1'))
    await pass(14_999)
    const body = asked.at(-1)?.begin()
    for (const piece of ['{"fra', 'mes":', '[]', '}']) {
      body?.piece(piece)
      await pass(9_999)
    }
    body?.end()
    await sent
    asked[1]?.answer([beat(1)])
    expect(await first).toEqual(beat(1))
    const stuck = expect(connection.send(command('command-2'))).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
    await pass(0)
    asked.at(-1)?.begin().piece('{')
    await pass(9_999)
    expect(asked.at(-1)?.gone()).toBe(false)
    await pass(1)
    await stuck
  })

  test('the time for the opening is helloTimeout alone', async () => {
    const { asked, fetch } = byHand()
    const opening = shortPoll({ endpoint: '/hub', fetch, helloTimeout: 60_000 }).connect({
      follow: [],
      signal: life.signal,
      credentials: () => undefined,
    })
    const rejected = expect(opening).rejects.toMatchObject({ code: 'transport/silent' })
    await pass(59_999)
    expect(asked[0]?.gone()).toBe(false)
    await pass(1)
    await rejected
  })

  test('a short poll pauses after an empty answer, and follows at once on one with frames, five times in a row', async () => {
    const { asked } = await opened('short-poll')
    // the opening had frames: the first time at once
    expect(asked).toHaveLength(2)
    for (let i = 0; i < 4; i += 1) await say(asked, [beat(i)])
    expect(asked).toHaveLength(6)
    await say(asked, [beat(9)])
    expect(asked).toHaveLength(6)
    await pass(2_999)
    expect(asked).toHaveLength(6)
    await pass(1)
    expect(asked).toHaveLength(7)
    await say(asked)
    await pass(2_999)
    expect(asked).toHaveLength(7)
    await pass(1)
    expect(asked).toHaveLength(8)
    // and the row begins again
    await say(asked, [beat(10)])
    expect(asked).toHaveLength(9)
    expect(asked.slice(1).every(({ body }) => body.wait === 0)).toBe(true)
  })

  test('a frame that went up is followed by a poll at once, also when one was under way meanwhile', async () => {
    const { asked, connection } = await opened('short-poll')
    await say(asked)
    expect(asked).toHaveLength(2)
    const sent = connection.send(command('command-1'))
    await pass(0)
    expect(asked.at(-1)?.path).toBe('/hub/frames')
    await say(asked, [ack('command-1')])
    await sent
    expect(asked.map(({ path }) => path)).toEqual(['/hub/poll', '/hub/poll', '/hub/frames', '/hub/poll'])
    const poll = asked.at(-1)
    const second = connection.send(command('command-2'))
    await pass(0)
    await say(asked, [ack('command-2')])
    await second
    expect(asked).toHaveLength(5)
    poll?.answer([])
    await pass(0)
    expect(asked).toHaveLength(6)
    await say(asked)
    await pass(2_999)
    expect(asked).toHaveLength(6)
  })

  test('a hidden page, whose timers come once a minute, asks before its owner loses patience', async () => {
    const { asked, any } = await opened('short-poll')
    const begun = Date.now()
    const minute = (ms: number): number => Math.ceil((Date.now() - begun + ms) / 60_000) * 60_000 - (Date.now() - begun)
    const onTime = globalThis.setTimeout
    const late = (run: () => void, ms = 0): unknown => onTime(run, minute(ms))
    vi.stubGlobal('setTimeout', late)
    try {
      let over = false
      let patience: unknown
      const own = async (): Promise<void> => {
        while (await any()) {
          clearTimeout(patience as number)
          patience = late(() => (over = true), 37_500)
        }
      }
      void own()
      await say(asked)
      for (let minutes = 1; minutes <= 10; minutes += 1) {
        await pass(minute(1))
        expect([asked.length, over]).toEqual([minutes + 2, false])
        await pass(2_000)
        await say(asked)
      }
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('an opening that is given up leaves no timer behind', async () => {
    const { asked, fetch } = byHand()
    const opening = longPoll({ endpoint: '/hub', fetch }).connect({ follow: [], signal: life.signal, credentials: () => undefined })
    const rejected = expect(opening).rejects.toBe('enough')
    await pass(0)
    expect(asked).toHaveLength(1)
    life.abort('enough')
    await rejected
    await pass(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('the end in a pause stops its timer', async () => {
    const { asked, connection } = await opened('short-poll')
    await say(asked)
    expect(vi.getTimerCount()).toBe(1)
    await connection.close()
    await pass(0)
    await say(asked)
    expect(vi.getTimerCount()).toBe(0)
    expect(asked.at(-1)?.body).toEqual({ link: 'link-0001', end: true })
  })
})
