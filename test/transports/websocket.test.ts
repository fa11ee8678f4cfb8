import { type AddressInfo, type Socket, createServer } from 'node:net'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket as Peer, WebSocketServer } from 'ws'
import type { ConnectOptions, Connection } from '../../src/contracts/index.ts'
import { type ServerFrame, encodeFrame } from '../../src/protocol/index.ts'
import { type SocketLike, type WebSocketOptions, webSocket } from '../../src/transports/websocket.ts'
import { tokenOf } from '../hub/http-world.ts'
import { saying, serveSockets } from '../hub/socket-world.ts'
import { settled, until } from '../hub/until.ts'
import { createWorld, maria } from '../hub/world.ts'
import { beat, command, hello } from './toy-hub.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const lost = { code: 'transport/lost', retryable: true }
const unreachable = { code: 'transport/unreachable', retryable: true }

let life: AbortController
beforeEach(() => {
  life = new AbortController()
  onTestFinished(() => life.abort())
})

const connectTo = (options: WebSocketOptions, connect: Partial<ConnectOptions> = {}): Promise<Connection> =>
  webSocket(options).connect({ follow: [], signal: life.signal, credentials: () => 'token-1', ...connect })

const reader = (connection: Connection) => {
  const iterator = connection.frames[Symbol.asyncIterator]()
  return async () => (await iterator.next()).value as ServerFrame | undefined
}

/** Reads until a frame of a kind comes; all that came. */
async function readTo(next: () => Promise<ServerFrame | undefined>, t: ServerFrame['t'], count = 1): Promise<ServerFrame[]> {
  const frames: ServerFrame[] = []
  while (frames.filter((frame) => frame.t === t).length < count) {
    const frame = await next()
    if (!frame) throw new Error(`The end came before ${t}.`)
    frames.push(frame)
  }
  return frames
}

/** A server of sockets that says what a test wants; greets by itself unless told otherwise. */
async function toy(onSocket: (socket: Peer) => void = (socket) => socket.once('message', () => socket.send(encodeFrame(hello)))) {
  const sockets: Peer[] = []
  const texts: string[] = []
  const urls: (string | undefined)[] = []
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, request) => {
    sockets.push(socket)
    urls.push(request.url)
    socket.on('message', (data) => texts.push(String(data)))
    onSocket(socket)
  })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => {
    sockets.forEach((socket) => socket.terminate())
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const say = (frame: ServerFrame): void => sockets.at(-1)?.send(encodeFrame(frame))
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`, sockets, texts, urls, say }
}

/** A server of plain TCP. */
async function tcp(onSocket: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    onSocket(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): Promise<void> => {
    sockets.forEach((socket) => socket.destroy())
    return new Promise((resolve) => server.close(() => resolve()))
  }
  onTestFinished(close)
  return { endpoint, sockets, close }
}

/** A socket that a test plays. */
function played() {
  const listeners = new Map<string, (event: never) => void>()
  const socket = {
    url: '',
    readyState: 1,
    bufferedAmount: 0,
    sent: [] as string[],
    closed: 0,
    addEventListener: (type: string, listener: (event: never) => void) => void listeners.set(type, listener),
    send: (data: string) => void socket.sent.push(data),
    close: () => void (socket.closed += 1),
    event: (type: string, event: unknown = {}) => listeners.get(type)?.(event as never),
    frame: (frame: ServerFrame) => socket.event('message', { data: encodeFrame(frame) }),
  }
  function Played(url: string): SocketLike {
    socket.url = url
    return socket
  }
  return { socket, WebSocket: Played as unknown as new (url: string) => SocketLike }
}

async function connectedPlayed(options: Partial<WebSocketOptions> = {}) {
  const { socket, WebSocket } = played()
  const connecting = connectTo({ endpoint: 'http://hub.example/handback', WebSocket, ...options })
  await until(() => socket.url)
  socket.event('open')
  socket.frame(hello)
  return { socket, connection: await connecting }
}

describe.each([
  ['of Node', undefined],
  ['of ws', Peer],
])('with the WebSocket %s and a real hub', (_name, WebSocket) => {
  async function real() {
    const world = createWorld()
    const server = await serveSockets(world.hub)
    const token = await tokenOf(world, maria)
    const connect = (follow: ConnectOptions['follow'] = [], credentials: ConnectOptions['credentials'] = () => token): Promise<Connection> =>
      connectTo({ endpoint: server.endpoint, ...(WebSocket ? { WebSocket } : {}) }, { follow, credentials })
    return { world, server, token, connect }
  }

  test('hello comes first, commands are answered on the link, and what happens is told in order', async () => {
    const { world, connect } = await real()
    const link = world.link(maria)
    await link.say(c, 'Before', { id: 'command-0' })
    const next = reader(await connect([{ topic: 'me' }, { topic }]))
    const begin = await readTo(next, 'snapshot')
    expect(begin.map(({ t }) => t)).toEqual(['hello', 'snapshot'])
    const connection = await connect([{ topic }])
    const other = reader(connection)
    await Promise.all([1, 2, 3].map((n) => connection.send(saying(`command-${n}`))))
    const acks = (await readTo(other, 'ack', 3)).flatMap((frame) => (frame.t === 'ack' ? [frame.command] : []))
    expect(acks).toEqual(['command-1', 'command-2', 'command-3'])
    let cursor = begin[1]?.t === 'snapshot' ? begin[1].at.seq : 0
    const causes = new Set<string>()
    while (!causes.has('command-3')) {
      const frame = await next()
      for (const { prev, seq, cause } of frame?.t === 'events' ? frame.events : []) {
        expect(prev).toBe(cursor)
        cursor = seq
        causes.add(cause)
      }
    }
    expect([...causes]).toEqual(expect.arrayContaining(['command-1', 'command-2', 'command-3']))
  })

  test('a connection goes on after the cursor of the one before', async () => {
    const { world, connect } = await real()
    const link = world.link(maria)
    await link.say(c, 'One')
    const one = await connect([{ topic }])
    const at = (await readTo(reader(one), 'snapshot')).flatMap((frame) => (frame.t === 'snapshot' ? [frame.at] : []))[0]
    if (!at) throw new Error('No snapshot.')
    await one.close()
    await link.say(c, 'Two', { id: 'command-2' })
    const frames = await readTo(reader(await connect([{ topic, after: at }])), 'events')
    expect(frames.map(({ t }) => t)).toEqual(['hello', 'events'])
    expect(frames[1]?.t === 'events' && frames[1].events[0]?.prev).toBe(at.seq)
  })

  test('credentials are asked once per attempt, and the token stands in the first message only', async () => {
    const { world, server, token, connect } = await real()
    const credentials = vi.fn(() => token)
    for (const _ of [1, 2]) await readTo(reader(await connect([{ topic: 'me' }], credentials)), 'hello')
    expect(credentials.mock.calls).toEqual([['first'], ['first']])
    expect(server.requests.map(({ url }) => url)).toEqual(['/handback/socket', '/handback/socket'])
    expect(JSON.stringify([world.log, server.requests.map(({ headers }) => headers)])).not.toContain(token)
  })

  test('a token that the hub does not know, and none, are transport/unauthorized', async () => {
    const { connect } = await real()
    const expected = { code: 'transport/unauthorized', retryable: false }
    for (const token of ['other', undefined]) await expect(connect([], () => token)).rejects.toMatchObject(expected)
  })

  test('a busy hub is transport/unreachable with the time to wait', async () => {
    const world = createWorld({ admission: { burst: 1, perSecond: 1 } })
    const { endpoint } = await serveSockets(world.hub)
    const token = await tokenOf(world, maria)
    const connect = () => connectTo({ endpoint, ...(WebSocket ? { WebSocket } : {}) }, { credentials: () => token })
    await connect()
    const error = await connect().catch((reason: unknown) => reason)
    expect(error).toMatchObject(unreachable)
    expect((error as { retryAfter: number }).retryAfter).toBeGreaterThan(0)
  })

  test('close, abort and leaving the loop end the link at the hub', async () => {
    const { world, connect } = await real()
    for (const how of ['close', 'abort', 'leave']) {
      life = new AbortController()
      const connection = await connect()
      let id = ''
      if (how === 'leave') {
        for await (const frame of connection.frames) {
          id = frame.t === 'hello' ? frame.link : ''
          expect(world.hub.ports.linkOf(maria, id)).toBeDefined()
          break
        }
      } else {
        const next = reader(connection)
        const first = await next()
        id = first?.t === 'hello' ? first.link : ''
        expect(world.hub.ports.linkOf(maria, id)).toBeDefined()
        const waiting = next()
        if (how === 'close') for (const _ of [1, 2]) await connection.close()
        else life.abort('enough')
        expect(await waiting).toBeUndefined()
      }
      await until(() => world.hub.ports.linkOf(maria, id) === undefined)
      await expect(connection.send(saying('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
    }
  })

  test('a hub that closes says goodbye, and the connection is lost after that', async () => {
    const { world, connect } = await real()
    const next = reader(await connect())
    await next()
    await world.close()
    expect(await next()).toMatchObject({ t: 'bye', code: 'hub/closing' })
    await expect(next()).rejects.toMatchObject(lost)
  })

  test('a line that is cut loses the connection', async () => {
    const { server, connect } = await real()
    const next = reader(await connect())
    await next()
    server.cut()
    await expect(next()).rejects.toMatchObject(lost)
  })

  test('the longest frame passes, a longer one is request/too-large and harms nothing', async () => {
    const { world, connect } = await real()
    const connection = await connect()
    const next = reader(connection)
    await expect(connection.send(saying('command-1', 'x'.repeat(65_536)))).rejects.toMatchObject({ code: 'request/too-large' })
    const rest = 65_536 - encodeFrame(saying('command-2', '')).length
    await connection.send(saying('command-2', 'x'.repeat(rest)))
    expect((await readTo(next, 'refused')).at(-1)).toMatchObject({ command: 'command-2' })
    await connection.send(saying('command-3', '日本🙂'.repeat(1_000)))
    await readTo(next, 'ack')
    expect(await world.said(c)).toContain(`visitor: ${'日本🙂'.repeat(1_000)}`)
  })

  test('a server that is not there is transport/unreachable', async () => {
    const { endpoint, close } = await tcp(() => undefined)
    await close()
    await expect(connectTo({ endpoint, ...(WebSocket ? { WebSocket } : {}) })).rejects.toMatchObject(unreachable)
  })

  test('aborting while the hub is asked rejects with the reason and leaves no socket', async () => {
    const { endpoint, sockets } = await tcp(() => undefined)
    const connecting = connectTo({ endpoint, ...(WebSocket ? { WebSocket } : {}) })
    await until(() => sockets.size === 1)
    const [socket] = sockets
    socket?.resume()
    const gone = new Promise((resolve) => socket?.on('close', resolve))
    life.abort('enough')
    await expect(connecting).rejects.toBe('enough')
    await gone
  })
})

describe('an attempt', () => {
  test('that is aborted already asks for no credentials and opens no socket', async () => {
    const { endpoint, sockets } = await toy()
    const credentials = vi.fn(() => 'token-1')
    await expect(connectTo({ endpoint }, { signal: AbortSignal.abort('never'), credentials })).rejects.toBe('never')
    await settled()
    expect([credentials.mock.calls.length, sockets.length]).toEqual([0, 0])
  })

  test('that is aborted while credentials are asked for opens no socket', async () => {
    const { endpoint, sockets } = await toy()
    let give: (token: string) => void = () => undefined
    const connecting = connectTo({ endpoint }, { credentials: () => new Promise<string>((resolve) => (give = resolve)) })
    life.abort('enough')
    await expect(connecting).rejects.toBe('enough')
    give('token-1')
    await settled()
    expect(sockets).toEqual([])
  })

  test('that is aborted before hello rejects with the reason and closes the socket', async () => {
    const { endpoint, texts, sockets } = await toy(() => undefined)
    const connecting = connectTo({ endpoint })
    await until(() => texts.length === 1)
    life.abort('enough')
    await expect(connecting).rejects.toBe('enough')
    await until(() => sockets[0]?.readyState === 3)
  })

  test('fails with an error of ours when credentials throw', async () => {
    const credentials = () => Promise.reject(new Error('down'))
    await expect(connectTo({ endpoint: 'http://hub.example' }, { credentials })).rejects.toMatchObject(unreachable)
  })

  test('says the token and what to follow first, nothing else', async () => {
    const { endpoint, texts, urls } = await toy()
    await connectTo({ endpoint }, { follow: [{ topic: 'me' }, { topic, after: { log: 1, seq: 42 } }] })
    await connectTo({ endpoint }, { credentials: () => undefined })
    expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual([{ token: 'token-1', follow: ['me', `${topic}@1.42`] }, { follow: [] }])
    expect(urls).toEqual(['/hub/socket', '/hub/socket'])
  })

  test.each([
    ['http://hub.example/handback', 'ws://hub.example/handback/socket'],
    ['https://hub.example:8443/chat', 'wss://hub.example:8443/chat/socket'],
    ['ws://hub.example/handback', 'ws://hub.example/handback/socket'],
    ['wss://hub.example/handback', 'wss://hub.example/handback/socket'],
    ['/handback', 'wss://site.example/handback/socket'],
    ['../chat', 'wss://site.example/chat/socket'],
  ])('to %s goes to %s', async (endpoint, url) => {
    const Page = class {
      readonly url: string
      constructor(address: string) {
        this.url = new URL(address, 'https://site.example/shop/page').href
      }
    }
    vi.stubGlobal('Request', Page)
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    const { socket, WebSocket } = played()
    const connecting = connectTo({ endpoint, WebSocket })
    await until(() => socket.url)
    life.abort('seen')
    await expect(connecting).rejects.toBe('seen')
    expect(socket.url).toBe(url)
  })

  test.each([
    [4401, '', { code: 'transport/unauthorized', retryable: false }],
    [4400, '', { code: 'transport/protocol' }],
    [4408, '', { code: 'transport/unreachable', retryable: true }],
    [1013, '1500', { code: 'transport/unreachable', retryable: true, retryAfter: 1_500 }],
    [1001, '1500', { code: 'transport/unreachable', retryable: true }],
    [1011, '', { code: 'transport/unreachable', retryable: true }],
  ])('that the hub closes with %d "%s" before hello fails', async (code, reason, expected) => {
    const { endpoint } = await toy((socket) => socket.close(code, reason))
    await expect(connectTo({ endpoint })).rejects.toMatchObject({ retryAfter: undefined, ...expected })
  })

  test.each(['', 'soon', '-1', 'NaN'])('to a busy hub that says "%s" has no time to wait, or none that harms', async (reason) => {
    const { socket, WebSocket } = played()
    const connecting = connectTo({ endpoint: 'http://hub.example', WebSocket })
    await until(() => socket.url)
    socket.event('close', { code: 1013, reason })
    const error = (await connecting.catch((thrown: unknown) => thrown)) as { code: string; retryAfter?: number }
    expect(error.code).toBe('transport/unreachable')
    expect(error.retryAfter ?? 0).not.toBeNaN()
  })

  const answers = ['HTTP/1.1 403 Forbidden', 'HTTP/1.1 503 Service Unavailable', 'HTTP/1.1 200 OK', 'nonsense']
  test.each(answers)('that is answered "%s" is transport/unreachable', async (answer) => {
    const { endpoint } = await tcp((socket) => {
      socket.once('data', () => socket.end(`${answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`))
    })
    await expect(connectTo({ endpoint })).rejects.toMatchObject(unreachable)
  })

  test('without an answer in time is transport/silent, and leaves no socket', async () => {
    const held = await tcp((socket) => socket.resume())
    await expect(connectTo({ endpoint: held.endpoint, helloTimeout: 30 })).rejects.toMatchObject({ code: 'transport/silent', retryable: true })
    await until(() => [...held.sockets].every(({ destroyed, readableEnded }) => destroyed || readableEnded))
    const mute = await toy(() => undefined)
    await expect(connectTo({ endpoint: mute.endpoint, helloTimeout: 100 })).rejects.toMatchObject({ code: 'transport/silent' })
    await until(() => mute.sockets.every(({ readyState }) => readyState === 3))
  })

  test('waits 4 s for hello when nothing else is said, and no longer once it is there', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const { socket, WebSocket } = played()
    const connecting = connectTo({ endpoint: 'http://hub.example', WebSocket })
    const seen = expect(connecting).rejects.toMatchObject({ code: 'transport/silent' })
    await until(() => socket.url)
    vi.advanceTimersByTime(3_999)
    expect(socket.closed).toBe(0)
    vi.advanceTimersByTime(1)
    expect(socket.closed).toBe(1)
    await seen
    const { connection } = await connectedPlayed()
    vi.advanceTimersByTime(60_000)
    await connection.send(command('command-1'))
    expect(vi.getTimerCount()).toBe(0)
  })

  test('to something that does not greet is transport/protocol', async () => {
    const { endpoint, sockets } = await toy((socket) => socket.send(encodeFrame(beat(1))))
    await expect(connectTo({ endpoint })).rejects.toMatchObject({ code: 'transport/protocol' })
    await until(() => sockets[0]?.readyState === 3)
  })

  test('without any WebSocket, or at an address that is none, is transport/unreachable', async () => {
    await expect(connectTo({ endpoint: 'http://' })).rejects.toMatchObject(unreachable)
    vi.stubGlobal('WebSocket', undefined)
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    await expect(connectTo({ endpoint: 'http://hub.example' })).rejects.toMatchObject(unreachable)
  })
})

describe('a connection', () => {
  test('passes over what it does not know, and what is no text', async () => {
    const { endpoint, sockets, say } = await toy((socket) => {
      socket.send('{"t":"from-the-future"}')
      socket.send(Buffer.from(encodeFrame(beat(1))), { binary: true })
      socket.send(encodeFrame(hello))
    })
    const next = reader(await connectTo({ endpoint }))
    sockets[0]?.send('nonsense')
    sockets[0]?.send('{"t":"from-the-future"}')
    say(beat(2))
    expect([await next(), await next()]).toEqual([hello, beat(2)])
  })

  test('that is not read is lost after a thousand frames', async () => {
    const { socket, connection } = await connectedPlayed()
    for (let n = 1; n < 1_000; n += 1) socket.frame(beat(n))
    expect(socket.closed).toBe(0)
    socket.frame(beat(1_000))
    expect(socket.closed).toBe(1)
    const next = reader(connection)
    await expect(readTo(next, 'ack')).rejects.toMatchObject(lost)
  })

  test('gives what came before the loss', async () => {
    const { endpoint, sockets, say } = await toy()
    const next = reader(await connectTo({ endpoint }))
    say(beat(1))
    sockets[0]?.close(1001)
    expect([await next(), await next()]).toEqual([hello, beat(1)])
    await expect(next()).rejects.toMatchObject(lost)
    expect(await next()).toBeUndefined()
  })

  test('hears nothing more after its end', async () => {
    const { socket, connection } = await connectedPlayed()
    const next = reader(connection)
    await next()
    await connection.close()
    socket.frame(beat(1))
    socket.event('close', { code: 1006, reason: '' })
    life.abort('late')
    expect(await next()).toBeUndefined()
    expect(socket.closed).toBe(1)
  })

  test('sends nothing over a socket that is closing', async () => {
    const { socket, connection } = await connectedPlayed()
    socket.readyState = 2
    await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
    expect(socket.sent).toHaveLength(1)
  })

  test('takes no more frames while 1 MiB waits for the wire, and is lost when it does not drain in 10 s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => {
      vi.useRealTimers()
    })
    const { socket, connection } = await connectedPlayed()
    const send = () => connection.send(command('command-1'))
    socket.bufferedAmount = 1_048_576
    await send()
    socket.bufferedAmount += 1
    for (const _ of [1, 2]) await expect(send()).rejects.toMatchObject(unreachable)
    expect(socket.sent).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(1)
    // it drains
    socket.bufferedAmount = 0
    vi.advanceTimersByTime(10_000)
    await send()
    // it does not
    socket.bufferedAmount = 2_000_000
    await expect(send()).rejects.toMatchObject(unreachable)
    vi.advanceTimersByTime(9_999)
    expect(socket.closed).toBe(0)
    vi.advanceTimersByTime(1)
    expect(socket.closed).toBe(1)
    await expect(readTo(reader(connection), 'ack')).rejects.toMatchObject(lost)
    await expect(send()).rejects.toMatchObject({ code: 'transport/closed' })
    // an end forgets that it waited
    const next = await connectedPlayed()
    next.socket.bufferedAmount = 2_000_000
    await expect(next.connection.send(command('command-1'))).rejects.toMatchObject(unreachable)
    await next.connection.close()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('survives a socket that speaks of an error before it closes', async () => {
    const { socket, connection } = await connectedPlayed()
    socket.event('error')
    socket.event('close', { code: 1006, reason: '' })
    await expect(readTo(reader(connection), 'ack')).rejects.toMatchObject(lost)
  })
})

test('says what it is', () => {
  expect(webSocket({ endpoint: '/handback' })).toMatchObject({ name: 'websocket', mode: 'push', supports: { signals: true } })
})
