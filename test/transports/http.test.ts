import { getEventListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConnectOptions, Connection } from '../../src/contracts/index.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import { HandbackError, type ServerFrame } from '../../src/protocol/index.ts'
import { type FetchLike, type HttpOptions, http, sse, visitorSession } from '../../src/transports/http.ts'
import { type ToyHub, ack, beat, command, endless, event, hello, json, openStream, toyHub } from './toy-hub.ts'

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

const connect = (options: Partial<ConnectOptions> = {}, http_: Partial<HttpOptions> = {}): Promise<Connection> =>
  sse({ endpoint: hub.endpoint, ...http_ }).connect({ follow: [], signal: life.signal, credentials: () => 'token-1', ...options })

const reader = (connection: Connection) => {
  const iterator = connection.frames[Symbol.asyncIterator]()
  return { next: async () => (await iterator.next()).value as ServerFrame | undefined, iterator }
}

test('http is every way, best first', () => {
  const ways = http({ endpoint: '/hub' })
  expect(ways.map(({ name, mode, supports }) => [name, mode, supports.signals])).toEqual([
    ['sse', 'push', true],
    ['long-poll', 'poll', true],
    ['short-poll', 'poll', true],
  ])
})

const lost = { code: 'transport/lost', retryable: true }

test('connect resolves with hello as the first frame, and asks for what to follow with the token in the header only', async () => {
  const credentials = vi.fn(() => 'geheim-1')
  const connection = await connect({
    credentials,
    follow: [{ topic: 'me' }, { topic: 'conversation:conversation-1', after: { log: 1, seq: 42 } }],
  })
  expect(await reader(connection).next()).toEqual(hello)
  expect(credentials.mock.calls).toEqual([['first']])
  const [{ path, headers, method }] = hub.requests as [ToyHub['requests'][number]]
  expect(method).toBe('GET')
  expect(new URL(path, 'http://x').searchParams.getAll('follow')).toEqual(['me', 'conversation:conversation-1@1.42'])
  expect(headers.authorization).toBe('Bearer geheim-1')
  expect(headers.accept).toBe('text/event-stream')
  expect(JSON.stringify(hub.requests.map(({ path: url }) => url))).not.toContain('geheim')
})

test('nothing on the way or in the browser may answer from memory', async () => {
  const caches: string[] = []
  const spy: FetchLike = (url, init) => (caches.push(`${init.method} ${init.cache}`), fetch(url, init))
  const connection = await connect({}, { fetch: spy })
  await connection.send(command('command-1'))
  expect(caches).toEqual(['GET no-store', 'POST no-store'])
})

test('without credentials there is no Authorization header', async () => {
  await connect({ credentials: () => undefined })
  expect(hub.requests[0]?.headers.authorization).toBeUndefined()
})

test('connect is not done by an open stream, only by hello', async () => {
  hub.answers.stream = (_, response) => openStream(response)
  let done = false
  const connecting = connect().then(() => (done = true))
  await hub.until(() => hub.requests.length === 1)
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toBe(false)
  hub.stream().write(event(hello))
  await connecting
})

test('no hello in time is transport/silent, and the request is given up', async () => {
  hub.answers.stream = (_, response) => openStream(response)
  await expect(connect({}, { helloTimeout: 30 })).rejects.toMatchObject({ code: 'transport/silent', retryable: true })
  await hub.until(() => hub.stream().destroyed)
})

test('the time for hello runs from the request, also when not even headers come', async () => {
  hub.answers.stream = () => undefined
  await expect(connect({}, { helloTimeout: 30 })).rejects.toMatchObject({ code: 'transport/silent' })
})

test.each([
  [401, {}, { code: 'transport/unauthorized', retryable: false }],
  [403, {}, { code: 'transport/protocol', retryable: false }],
  [404, {}, { code: 'transport/protocol', retryable: true }],
  [405, {}, { code: 'transport/protocol', retryable: true }],
  [408, {}, { code: 'transport/unreachable', retryable: true }],
  [425, {}, { code: 'transport/unreachable', retryable: true }],
  [500, {}, { code: 'transport/unreachable', retryable: true }],
  [429, { 'retry-after': '3' }, { code: 'transport/unreachable', retryable: true, retryAfter: 3_000 }],
  [503, { 'retry-after': '0' }, { code: 'transport/unreachable', retryable: true, retryAfter: 0 }],
  [503, { 'retry-after': 'soon' }, { code: 'transport/unreachable', retryable: true }],
  [503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, { code: 'transport/unreachable', retryable: true }],
  [204, {}, { code: 'transport/protocol', retryable: false }],
])('a stream answered by %i %o rejects %o', async (status, headers, expected) => {
  hub.answers.stream = (_, response) => json(response, status, {}, headers)
  const error: unknown = await connect().catch((reason: unknown) => reason)
  expect(error).toMatchObject(expected)
  if (!('retryAfter' in expected)) expect(error).toMatchObject({ retryAfter: undefined })
})

test('Retry-After as a date is the time until then', async () => {
  hub.answers.stream = (_, response) => json(response, 503, {}, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() })
  const { retryAfter } = (await connect().catch((reason: unknown) => reason)) as { retryAfter: number }
  expect(retryAfter).toBeGreaterThan(50_000)
  expect(retryAfter).toBeLessThanOrEqual(60_000)
})

test('of an error body only message and code are taken, shortened', async () => {
  const failure = { code: 'hub/closed', message: 'M'.repeat(999), retryable: false, retryAfter: 1, stack: 'secret' }
  hub.answers.stream = (_, response) => json(response, 503, { error: failure })
  const error = (await connect().catch((reason: unknown) => reason)) as Error
  expect(error).toMatchObject({ code: 'transport/unreachable', retryable: true, message: `${'M'.repeat(200)} (hub/closed)` })
  expect(JSON.stringify(error)).not.toContain('secret')
})

test('of the page of a proxy nothing is taken', async () => {
  hub.answers.stream = (_, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>nginx at 10.0.0.7</h1>')
  await expect(connect()).rejects.toMatchObject({ code: 'transport/unreachable', message: `${hub.endpoint}/stream answered 502.` })
  // not even that it is UTF-8
  hub.answers.stream = (_, response) => void response.writeHead(401).end(Buffer.from('<h1>Zugang gesperrt für Gäste</h1>', 'latin1'))
  await expect(connect()).rejects.toMatchObject({ code: 'transport/unauthorized', message: `${hub.endpoint}/stream answered 401.` })
})

test('an answer that is no event stream, and a stream that begins with another frame, are transport/protocol', async () => {
  hub.answers.stream = (_, response) => json(response, 200, { hello: 'portal' })
  await expect(connect()).rejects.toMatchObject({ code: 'transport/protocol' })
  hub.answers.stream = (_, response) => {
    openStream(response)
    response.write(event(beat(1)))
  }
  await expect(connect()).rejects.toMatchObject({ code: 'transport/protocol' })
  await hub.until(() => hub.stream().destroyed)
})

test('a hub that is not there, and one that hangs up before hello, are transport/unreachable', async () => {
  hub.answers.stream = (_, response) => {
    openStream(response)
    response.end()
  }
  await expect(connect()).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
  hub.answers.stream = (_, response) => void response.destroy()
  await expect(connect()).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
  await hub.close()
  await expect(connect()).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
})

test('frames come in order through 1-byte chunks that split UTF-8', async () => {
  const connection = await connect()
  const frames: ServerFrame[] = [beat(1), { t: 'bye', code: 'ä€😀\u2028' }, beat(3)]
  for (const byte of Buffer.from(`: comment\n\n${frames.map(event).join('')}`)) hub.stream().write(Buffer.from([byte]))
  const { next } = reader(connection)
  expect(await next()).toEqual(hello)
  const seen: unknown[] = []
  while (seen.length < 3) {
    const frame = await next()
    // A part of an event, or a comment, is told as a beat that knows nothing.
    if (JSON.stringify(frame) !== '{"t":"beat","heads":{}}') seen.push(frame)
  }
  expect(seen).toEqual(frames)
})

test('a comment is told as a beat without heads', async () => {
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  hub.stream().write(': still here\n\n')
  const told = await next()
  expect(told).toEqual({ t: 'beat', heads: {} })
  // which no owner takes for a heartbeat of the hub's own
  expect(told).toBe(lineLives)
})

test('what the stream begins with is not told before hello', async () => {
  const pieces = ['retry: 1000\n\n', ': filling for proxies that wait for more\n\n', event(hello)]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift()
      if (piece) controller.enqueue(new TextEncoder().encode(piece))
    },
  })
  const fetch: FetchLike = async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  expect(await reader(await connect({}, { fetch })).next()).toEqual(hello)
})

test('frames that this version does not know are passed over', async () => {
  const connection = await connect()
  hub.stream().write('data: {"t":"of-tomorrow"}\n\ndata: no json\n\nevent: x\ndata: {"t":"beat","heads":[]}\n\n')
  hub.stream().write(event(beat(2)))
  const { next } = reader(connection)
  expect(await next()).toEqual(hello)
  expect(await next()).toEqual(beat(2))
})

test('an end in the middle of an event loses the connection without a frame of it', async () => {
  const connection = await connect()
  hub.stream().end(event(beat(1)) + event(beat(2)).slice(0, 20))
  const { next } = reader(connection)
  expect(await next()).toEqual(hello)
  expect(await next()).toEqual(beat(1))
  await expect(next()).rejects.toMatchObject(lost)
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
})

test('a reset of the socket loses the connection', async () => {
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  hub.stream().destroy()
  await expect(next()).rejects.toMatchObject(lost)
})

test('bytes that are no UTF-8 lose the connection', async () => {
  const connection = await connect()
  const { next } = reader(connection)
  hub.stream().write(event(beat(1)))
  expect([await next(), await next()]).toEqual([hello, beat(1)])
  hub.stream().write(Buffer.from(event({ t: 'bye', code: 'grün' }), 'latin1'))
  await expect(next()).rejects.toMatchObject(lost)
  await hub.until(() => hub.stream().destroyed)
})

test('an event without end loses the connection instead of filling the memory', async () => {
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  const junk = Buffer.alloc(65_536, 'x')
  hub.stream().write('data: ')
  for (let i = 0; i < 20; i += 1) hub.stream().write(junk)
  const end = async (): Promise<void> => {
    for (;;) await next()
  }
  await expect(end()).rejects.toMatchObject(lost)
  await hub.until(() => hub.stream().destroyed)
})

test('a consumer that is too slow loses the connection after the frames it has', async () => {
  const connection = await connect()
  hub.stream().write(Array.from({ length: 2_000 }, (_, i) => event(beat(i))).join(''))
  await hub.until(() => hub.stream().destroyed)
  let count = 0
  const read = async (): Promise<void> => {
    for await (const _ of connection.frames) count += 1
  }
  await expect(read()).rejects.toMatchObject(lost)
  expect(count).toBe(1_000)
})

test('acks come as frames from the answer of the POST, before send resolves', async () => {
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  let seen: unknown
  void next().then((frame) => (seen = frame))
  await connection.send(command('command-1', { text: 'ä\ud800' }))
  expect(seen).toEqual(ack('command-1'))
  expect(hub.received).toEqual([command('command-1', { text: 'ä\ud800' })])
  const post = hub.requests.at(-1)
  expect(post).toMatchObject({ method: 'POST', path: '/hub/frames' })
  expect(post?.headers).toMatchObject({ authorization: 'Bearer token-1', 'handback-link': 'link-0001', 'content-type': 'application/json' })
})

test('frames go up in order, one POST at a time, and what waits goes together, at most 20', async () => {
  const answer = hub.answers.frames
  let open = 0
  let most = 0
  hub.answers.frames = async (request, response, body) => {
    most = Math.max(most, (open += 1))
    await new Promise((resolve) => setTimeout(resolve, 3))
    open -= 1
    await answer(request, response, body)
  }
  const connection = await connect()
  const ids = Array.from({ length: 50 }, (_, i) => `command-${100 + i}`)
  await Promise.all(ids.map((id) => connection.send(command(id))))
  expect(hub.received.map((frame) => frame.t === 'command' && frame.command.id)).toEqual(ids)
  expect(most).toBe(1)
  const counts = hub.requests.slice(1).map(({ body }) => (JSON.parse(body) as { frames: unknown[] }).frames.length)
  expect(counts).toEqual([1, 20, 20, 9])
})

test('a batch holds at most 48 KiB, and a longer frame goes alone', async () => {
  const connection = await connect()
  const sizes = [10, 9_000, 9_000, 40_000, 10, 10]
  await Promise.all(sizes.map((size, i) => connection.send(command(`command-${i}`, '€'.repeat(size / 2)))))
  const counts = hub.requests.slice(1).map(({ body }) => (JSON.parse(body) as { frames: unknown[] }).frames.length)
  expect(counts).toEqual([1, 2, 1, 2])
  for (const { body } of hub.requests.slice(1)) expect(Buffer.byteLength(body)).toBeLessThan(65_536)
})

test('a batch holds at most 20 frames, also when more of them would be short enough', async () => {
  const connection = await connect()
  await Promise.all(Array.from({ length: 26 }, (_, i) => connection.send(command(`command-${100 + i}`, 'x'.repeat(600)))))
  const counts = hub.requests.slice(1).map(({ body }) => (JSON.parse(body) as { frames: unknown[] }).frames.length)
  expect(counts).toEqual([1, 20, 5])
})

test('nothing more goes up when the answer to a POST was more than the owner can take', async () => {
  hub.answers.frames = (_, response) => json(response, 200, { frames: Array.from({ length: 2_000 }, (_, i) => beat(i)) })
  const connection = await connect()
  const sends = ['command-1', 'command-2'].map((id) => connection.send(command(id)))
  expect(await Promise.allSettled(sends)).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: lost }])
  await hub.until(() => hub.stream().destroyed)
  expect(hub.requests).toHaveLength(2)
})

test('answered POSTs leave nothing behind', async () => {
  const signals: AbortSignal[] = []
  const fetch: FetchLike = (url, init) => {
    signals.push(init.signal)
    return globalThis.fetch(url, init)
  }
  const connection = await connect({}, { fetch })
  const listeners = (): number => getEventListeners(signals[0] as AbortSignal, 'abort').length
  const before = listeners()
  for (let i = 0; i < 5; i += 1) await connection.send(command(`command-${i}`))
  expect(listeners()).toBe(before)
})

test('a frame above 64 KiB is request/too-large and does not reach the wire', async () => {
  const connection = await connect()
  await expect(connection.send(command('command-1', '€'.repeat(22_000)))).rejects.toMatchObject({ code: 'request/too-large', retryable: false })
  expect(hub.requests).toHaveLength(1)
})

test('what waits to be sent is bounded', async () => {
  hub.answers.frames = () => undefined
  const connection = await connect()
  const code = (error: { code: string }): string => error.code
  const results = Array.from({ length: 600 }, (_, i) => connection.send(command(`command-${i}`)).then(() => 'sent', code))
  expect(await results[599]).toBe('transport/unreachable')
  await connection.close()
  expect(new Set(await Promise.all(results))).toEqual(new Set(['transport/closed', 'transport/unreachable']))
})

test.each([
  [401, { code: 'transport/unauthorized', retryable: false }],
  [400, { code: 'transport/protocol', retryable: false }],
  [413, { code: 'request/too-large', retryable: false }],
  [429, { code: 'transport/unreachable', retryable: true, retryAfter: 2_000 }],
  [503, { code: 'transport/unreachable', retryable: true, retryAfter: 2_000 }],
])('a POST answered by %i rejects its frames and those behind them, and the stream goes on', async (status, expected) => {
  const answer = hub.answers.frames
  hub.answers.frames = (_, response) => {
    hub.answers.frames = answer
    json(response, status, {}, { 'retry-after': '2' })
  }
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  const sends = ['command-1', 'command-2', 'command-3'].map((id) => connection.send(command(id)))
  for (const result of await Promise.allSettled(sends)) expect(result).toMatchObject({ status: 'rejected', reason: expected })
  expect(hub.received).toEqual([])
  await connection.send(command('command-4'))
  hub.stream().write(event(beat(7)))
  expect([await next(), await next()]).toEqual(expect.arrayContaining([ack('command-4'), beat(7)]))
})

test('a POST that is not answered in time, or by nonsense, rejects and the stream goes on', async () => {
  hub.answers.frames = () => undefined
  const connection = await connect({}, { sendTimeout: 30 })
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
  hub.answers.frames = (_, response) => json(response, 200, { ok: true })
  await expect(connection.send(command('command-2'))).rejects.toMatchObject({ code: 'transport/protocol' })
  hub.answers.frames = (_, response) => void response.destroy()
  await expect(connection.send(command('command-3'))).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
  hub.stream().write(event(beat(7)))
  const { next } = reader(connection)
  expect([await next(), await next()]).toEqual([hello, beat(7)])
})

test('an answer to a POST that has no end rejects transport/protocol, is given up, and the stream goes on', async () => {
  let freed = false
  hub.answers.frames = (_, response) => {
    endless(response)
    response.on('close', () => (freed = true))
  }
  const connection = await connect()
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/protocol', retryable: false })
  await hub.until(() => freed)
  hub.stream().write(event(beat(7)))
  const { next } = reader(connection)
  expect([await next(), await next()]).toEqual([hello, beat(7)])
})

test('of the page of a proxy that has no end little is read, and its status says what it means', async () => {
  const given: (() => number)[] = []
  const closed: boolean[] = []
  const page = (response: ServerResponse): void => {
    given.push(endless(response, 502))
    response.on('close', () => closed.push(true))
  }
  const { stream } = hub.answers
  hub.answers.stream = hub.answers.frames = hub.answers.session = (_, response) => page(response)
  const refused = { code: 'transport/unreachable', retryable: true, message: expect.stringMatching(/^http:.+ answered 502\.$/) }
  await expect(connect()).rejects.toMatchObject(refused)
  await expect(visitorSession({ endpoint: hub.endpoint })('first')).rejects.toMatchObject(refused)
  hub.answers.stream = stream
  const connection = await connect()
  await expect(connection.send(command('command-1'))).rejects.toMatchObject(refused)
  await hub.until(() => closed.length === 3)
  for (const bytes of given) expect(bytes()).toBeLessThan(20_000_000)
})

test('of a page without success a few kB are read, and words of the hub are understood however they are cut', async () => {
  let pulls = 0
  const pages = (text: string): FetchLike => async () => {
    pulls = 0
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      controller.enqueue(new TextEncoder().encode(text.slice(pulls * 10, (pulls += 1) * 10) || ' '.repeat(1_024)))
      if (pulls * 10 === text.length) controller.close()
    }
    return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), { status: 503 })
  }
  await expect(connect({}, { fetch: pages('') })).rejects.toMatchObject({ message: `${hub.endpoint}/stream answered 503.` })
  expect(pulls).toBe(5)
  const words = JSON.stringify({ error: { code: 'hub/busy', message: 'Too many come at once – later!' } })
  await expect(connect({}, { fetch: pages(words.padEnd(100)) })).rejects.toMatchObject({ message: 'Too many come at once – later! (hub/busy)' })
})

test('a hub that no longer knows the link loses the connection', async () => {
  hub.answers.frames = (_, response) => json(response, 404, { error: { code: 'request/not-found', message: 'Not found.' } })
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  const sends = [connection.send(command('command-1')), connection.send(command('command-2'))]
  for (const result of await Promise.allSettled(sends)) expect(result).toMatchObject({ reason: lost })
  await expect(next()).rejects.toMatchObject(lost)
  await hub.until(() => hub.stream().destroyed)
})

test('already aborted: rejects with the reason, asks for no credentials and sends no request', async () => {
  const credentials = vi.fn(() => 'token-1')
  await expect(connect({ signal: AbortSignal.abort('never'), credentials })).rejects.toBe('never')
  expect(credentials).not.toHaveBeenCalled()
  expect(hub.requests).toEqual([])
})

test('aborting while credentials are awaited rejects with the reason and sends no request', async () => {
  const connecting = connect({ credentials: () => new Promise(() => undefined) })
  life.abort('enough')
  await expect(connecting).rejects.toBe('enough')
  expect(hub.requests).toEqual([])
})

test('aborting before hello rejects with the reason and gives the request up', async () => {
  hub.answers.stream = (_, response) => openStream(response)
  const connecting = connect()
  const rejected = expect(connecting).rejects.toBe('enough')
  await hub.until(() => hub.requests.length === 1)
  life.abort('enough')
  await rejected
  await hub.until(() => hub.stream().destroyed)
})

test('aborting after hello ends the frames quietly, rejects what is being sent and frees the socket', async () => {
  hub.answers.frames = () => undefined
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  const sending = expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
  const waiting = next()
  await hub.until(() => hub.requests.length === 2)
  life.abort('enough')
  expect(await waiting).toBeUndefined()
  await sending
  await hub.until(() => hub.stream().destroyed)
})

test('close is idempotent, ends the frames quietly and frees the socket; a later send is transport/closed', async () => {
  const connection = await connect()
  const { next } = reader(connection)
  await next()
  await connection.close()
  await connection.close()
  expect(await next()).toBeUndefined()
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
  await hub.until(() => hub.stream().destroyed)
})

test('breaking out of the loop closes', async () => {
  const connection = await connect()
  for await (const frame of connection.frames) {
    expect(frame).toEqual(hello)
    break
  }
  await hub.until(() => hub.stream().destroyed)
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
})

test('an abort is noticed at any moment after the credentials are there', async () => {
  for (let moments = 0; moments < 12; moments += 1) {
    const own = new AbortController()
    const abort = async (): Promise<void> => {
      for (let i = 0; i < moments; i += 1) await Promise.resolve()
      own.abort('enough')
    }
    const credentials = (): string => {
      void abort()
      return 'token-1'
    }
    await expect(connect({ signal: own.signal, credentials })).rejects.toBe('enough')
  }
})

test('an error of credentials that is ours passes; another one is transport/unreachable with its cause', async () => {
  const broken = new Error('login is down')
  await expect(connect({ credentials: () => Promise.reject(broken) })).rejects.toMatchObject({ code: 'transport/unreachable', cause: broken })
  const ours = new HandbackError('transport/unauthorized', 'Sign in first.')
  await expect(connect({ credentials: () => Promise.reject(ours) })).rejects.toBe(ours)
  expect(hub.requests).toEqual([])
})

test('fetch is read from the global object at the call, and a fetch that ignores the signal cannot hold an abort up', async () => {
  const original = globalThis.fetch
  const transport = sse({ endpoint: '/relative' })
  try {
    globalThis.fetch = vi.fn(() => new Promise<never>(() => undefined))
    const connecting = transport.connect({ follow: [], signal: life.signal, credentials: () => 'x' })
    const rejected = expect(connecting).rejects.toBe('enough')
    await vi.waitFor(() => expect(globalThis.fetch).toHaveBeenCalledWith('/relative/stream?', expect.objectContaining({ method: 'GET' })))
    life.abort('enough')
    await rejected
  } finally {
    globalThis.fetch = original
  }
})
