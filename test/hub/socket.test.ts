import { connect } from 'node:net'
import type { ClientOptions } from 'ws'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Identity, Sink } from '../../src/contracts/index.ts'
import { originAllowed } from '../../src/hub/adapters/socket/origin.ts'
import { parseFirstMessage } from '../../src/hub/adapters/socket/first-message.ts'
import { CLIENT_BODY_BYTES, type ClientFrame } from '../../src/protocol/index.ts'
import type { Hub } from '../../src/hub/index.ts'
import { tokenOf } from './http-world.ts'
import { type SocketWorld, enteredPeer, peerOf, saying, serveSockets } from './socket-world.ts'
import { settled, until } from './until.ts'
import { type World, createWorld, maria, sarah, spoken, tom } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}`

let world: World
let server: SocketWorld
let token: string
beforeEach(async () => {
  world = createWorld()
  server = await serveSockets(world.hub)
  token = await tokenOf(world, maria)
})

/** Timers that a test drives; connections go on by themselves. */
function fake(...names: ('setTimeout' | 'setInterval' | 'performance')[]): void {
  vi.useFakeTimers({ toFake: names.flatMap((name) => (name === 'performance' ? [name] : [name, name.replace('set', 'clear') as 'clearTimeout'])) })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

/** A hub on a server of its own, with the sink that the newest link writes to. */
async function tapped(change: Partial<Hub> = {}) {
  let kept: Sink | undefined
  const hub: Hub = { ...world.hub, link: (identity, sink) => world.hub.link(identity, (kept = sink)), ...change }
  const server = await serveSockets(hub)
  return {
    server,
    sink(): Sink {
      if (!kept) throw new Error('No link yet.')
      return kept
    },
  }
}

const handshake = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==']

/** Asks for a socket by hand. */
function asking(lines: readonly string[], allowHalfOpen = false) {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen })
  onTestFinished(() => void socket.destroy())
  let bytes = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => (bytes = Buffer.concat([bytes, chunk])))
  // who resets a connection hears of that too
  socket.on('error', () => undefined)
  const whole = new Promise<string>((resolve) => socket.on('close', () => resolve(String(bytes))))
  socket.write(['GET /handback/socket HTTP/1.1', 'Host: site.example', 'Connection: Upgrade', 'Upgrade: websocket', ...lines, '', ''].join('\r\n'))
  return { socket, bytes: (): Buffer => bytes, whole }
}

const linked = (identity: Identity, link: string | undefined): boolean => link !== undefined && world.hub.ports.linkOf(identity, link) !== undefined

describe('a conversation over a socket', () => {
  test('begins with hello, answers commands on the link and tells what happens, in order', async () => {
    const peer = await enteredPeer(server, token, ['me', topic])
    await until(() => peer.of('gone').length === 1)
    expect(peer.frames[0]?.t).toBe('hello')
    peer.say({ frames: [saying('command-1')] })
    await until(() => peer.of('ack').length === 1)
    peer.say({ frames: [{ t: 'follow', follow: { topic } }, saying('command-2'), saying('command-3')] })
    peer.say({ frames: [saying('command-4')] })
    await until(() => peer.of('ack').length === 4)
    expect(peer.of('ack').map(({ command }) => command)).toEqual(['command-1', 'command-2', 'command-3', 'command-4'])
    expect(peer.of('snapshot')).toHaveLength(1)
    const seqs = peer.of('events').flatMap(({ events }) => events.map(({ seq }) => seq))
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
    expect((await world.said(c)).filter((text) => text.startsWith('visitor'))).toEqual([1, 2, 3, 4].map((n) => `visitor: command-${n}`))
  })

  test('goes on after a cursor', async () => {
    const link = world.link(maria)
    for (const id of ['command-1', 'command-2', 'command-3']) await link.say(c, id, { id })
    const before = await world.events(c)
    const at = before[1]?.seq ?? 0
    const peer = await enteredPeer(server, token, [`${topic}@1.${at}`])
    await until(() => peer.of('events').length > 0)
    expect(peer.of('snapshot')).toEqual([])
    expect(peer.of('events')[0]?.events[0]?.prev).toBe(at)
  })

  test('takes what is said before hello, in its order', async () => {
    const peer = peerOf(server)
    await peer.status
    peer.say({ token })
    for (let n = 1; n <= 20; n += 1) peer.say({ frames: [saying(`command-${n}`)] })
    await until(() => peer.of('ack').length === 20)
    expect(peer.frames[0]?.t).toBe('hello')
    expect(peer.of('ack').map(({ command }) => command)).toEqual(Array.from({ length: 20 }, (_, n) => `command-${n + 1}`))
  })

  test('puts together what its peer sends in pieces, in the middle of a character too', async () => {
    const peer = await enteredPeer(server, token)
    const text = '日本語のテキスト🙂'.repeat(500)
    const bytes = Buffer.from(JSON.stringify({ frames: [saying('command-1', text)] }))
    expect(bytes.length).toBeGreaterThan(10_000)
    for (let at = 0; at < bytes.length; at += 7) peer.ws.send(bytes.subarray(at, at + 7), { binary: false, fin: at + 7 >= bytes.length })
    await until(() => peer.of('ack').length === 1)
    expect(await world.said(c)).toContain(`visitor: ${text}`)
  })

  test('brings a long log down whole', async () => {
    const long = 'ö'.repeat(16_000)
    const link = world.link(maria)
    for (const id of ['command-1', 'command-2', 'command-3', 'command-4']) await link.say(c, long, { id })
    const peer = await enteredPeer(server, token, [topic])
    const snapshot = await until(() => peer.of('snapshot')[0])
    expect(Buffer.byteLength(peer.texts[1] ?? '')).toBeGreaterThan(100_000)
    expect(spoken(snapshot.tail).filter((text) => text === `visitor: ${long}`)).toHaveLength(4)
  })

  test('ends with its peer, who leaves or is cut', async () => {
    for (const leave of ['close', 'terminate'] as const) {
      const peer = await enteredPeer(server, token)
      const hello = await until(() => peer.of('hello')[0])
      expect(linked(maria, hello.link)).toBe(true)
      peer.ws[leave]()
      await until(() => !linked(maria, hello.link))
    }
  })

  test('takes nothing more for a peer who has gone', async () => {
    const tap = await tapped()
    const peer = await enteredPeer(tap.server, token)
    await until(() => peer.of('hello').length === 1)
    const beat = new TextEncoder().encode('data: {"t":"beat","heads":{}}\n\n')
    expect(tap.sink().write(beat)).toBe('ok')
    await until(() => peer.of('beat').length === 1)
    peer.ws.close()
    await peer.closed
    await until(() => tap.server.newest().destroyed)
    expect(tap.sink().write(beat)).toBe('full')
  })

  test('ends with the hub, which says goodbye first', async () => {
    const peer = await enteredPeer(server, token)
    await until(() => peer.of('hello').length === 1)
    await world.close()
    expect(await peer.closed).toMatchObject({ code: 1001 })
    expect(peer.frames.at(-1)).toMatchObject({ t: 'bye', code: 'hub/closing' })
    const late = await enteredPeer(server, token)
    expect(await late.closed).toMatchObject({ code: 1001 })
    expect(late.frames.map(({ t }) => t)).toEqual(['hello', 'bye'])
  })
})

describe('the door', () => {
  const others = ['/handback', '/handback/', '/handback/stream', '/handback/socket/more', '/handback/sockets', '/elsewhere/socket', '/']
  test.each(others)('leaves %s to others', async (path) => {
    expect(await peerOf(server, {}, path).status).toBe(404)
  })

  test('asks nothing of the query', async () => {
    expect(await peerOf(server, {}, '/handback/socket?x=1').status).toBe(101)
  })

  test('lets in pages of the same host and of named origins, and who is no browser', async () => {
    const strict = createWorld({ origins: ['https://www.example.com', 'null'] })
    const { port } = await serveSockets(strict.hub)
    const own = `127.0.0.1:${port}`
    const table: readonly [Record<string, string>, number][] = [
      [{}, 101],
      [{ origin: `http://${own}` }, 101],
      [{ origin: `https://${own}` }, 101],
      [{ origin: 'https://www.example.com' }, 101],
      [{ origin: 'null' }, 101],
      [{ origin: 'https://Chat.Example', host: 'CHAT.example' }, 101],
      [{ origin: 'http://127.0.0.1' }, 403],
      [{ origin: 'http://127.0.0.1:1' }, 403],
      [{ origin: `http://${own}.evil.example` }, 403],
      [{ origin: `chrome-extension://${own}` }, 403],
      [{ origin: 'http://www.example.com' }, 403],
      [{ origin: 'https://www.example.com.evil.example' }, 403],
      [{ origin: 'https://evil.example' }, 403],
      [{ origin: 'evil' }, 403],
      [{ origin: '' }, 403],
    ]
    const statuses = await Promise.all(table.map(([headers]) => peerOf({ port }, { headers }).status))
    expect(table.map(([headers], at) => [headers, statuses[at]])).toEqual(table)
    expect(await peerOf(server, { origin: 'null' }).status).toBe(403)
  })

  test('takes nothing for the same host when there is no host', () => {
    expect(originAllowed({ origin: 'null' }, [])).toBe(false)
    expect(originAllowed({ origin: 'https://site.example' }, [])).toBe(false)
    expect(originAllowed({}, [])).toBe(true)
  })

  test('says why it stays closed in the words of an error', async () => {
    const answer = await asking(['Origin: https://evil.example']).whole
    expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/)
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ error: { code: 'request/invalid', retryable: false } })
  })

  test('does not stay half open for who is refused and does not leave', async () => {
    const { socket } = asking(['Origin: https://evil.example'], true)
    await new Promise((resolve) => socket.once('end', resolve))
    const own = server.newest()
    await until(() => own.destroyed)
    expect(socket.writable).toBe(true)
  })

  test('refuses what is no handshake, and survives whoever leaves in the middle of one', async () => {
    for (const lines of [[], ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: short']]) expect(await asking(lines).whole).toMatch(/^HTTP\/1\.1 400 /)
    for (const lines of [['Origin: https://evil.example'], handshake]) {
      const { socket, whole } = asking(lines)
      socket.once('connect', () => socket.resetAndDestroy())
      expect(await whole).toBe('')
    }
    expect(await peerOf(server).status).toBe(101)
  })
})

describe('the first message', () => {
  test('with no token, or one that is not valid any more, ends with 4401', async () => {
    const short = await tokenOf(world, maria, 1_000)
    world.clock.now += 2_000
    for (const message of [{}, { follow: ['me'] }, { token: 'x' }, { token: '' }, { token: `${token.slice(0, -2)}AA` }, { token: short }]) {
      const peer = peerOf(server)
      await peer.status
      peer.say(message)
      expect(await peer.closed, JSON.stringify(message)).toMatchObject({ code: 4401 })
      expect(peer.frames).toEqual([])
    }
  })

  test('that cannot be read ends with 4400', async () => {
    const noObjects = ['', 'x', 'null', '[]', '"token"']
    const noTokens = ['{"token":1}', '{"token":null}']
    const noTopics = ['{"follow":"me"}', '{"follow":["nonsense"]}', '{"follow":[{}]}', '{"follow":["desk@x"]}', '{"follow":null}']
    for (const message of [...noObjects, ...noTokens, ...noTopics]) {
      const peer = peerOf(server)
      await peer.status
      peer.say(message)
      expect(await peer.closed, message).toMatchObject({ code: 4400 })
    }
    const peer = peerOf(server)
    await peer.status
    peer.ws.send(Buffer.from(JSON.stringify({ token })), { binary: true })
    expect(await peer.closed).toMatchObject({ code: 4400 })
  })

  test('is read only as far as the longest body', () => {
    expect(parseFirstMessage(JSON.stringify({ token: 't', follow: ['me'] }))).toEqual({ token: 't', follow: [{ topic: 'me' }] })
    expect(parseFirstMessage(`{"token":"${'t'.repeat(CLIENT_BODY_BYTES)}"}`)).toBeUndefined()
  })

  test('that does not come within 5 s ends with 4408, whatever else comes', async () => {
    fake('setTimeout')
    const peers = [peerOf(server), peerOf(server), peerOf(server)] as const
    await Promise.all(peers.map(({ status }) => status))
    const [, dripping, asking] = peers
    const pong = new Promise((resolve) => asking.ws.once('pong', resolve))
    dripping.ws.send('{"tok', { fin: false })
    asking.ws.ping()
    await pong
    vi.advanceTimersByTime(4_999)
    dripping.ws.send('e', { fin: false })
    asking.ws.ping()
    await settled()
    expect(peers.map(({ ws }) => ws.readyState)).toEqual([1, 1, 1])
    vi.advanceTimersByTime(1)
    for (const { closed } of peers) expect(await closed).toMatchObject({ code: 4408 })
  })

  test('is waited for by a peer who has said it, however long the hub takes to know the token', async () => {
    fake('setTimeout')
    let known: (identity: Identity) => void = () => undefined
    const verify = vi.fn(() => new Promise<Identity>((resolve) => (known = resolve)))
    const tap = await tapped({ ports: { ...world.hub.ports, tokens: { ...world.hub.ports.tokens, verify } } })
    const peer = await enteredPeer(tap.server, token)
    await until(() => verify.mock.calls.length === 1)
    vi.advanceTimersByTime(60_000)
    known(maria)
    await until(() => peer.of('hello').length === 1)
  })

  test('of a peer who has left meanwhile opens no link', async () => {
    let known: (identity: Identity) => void = () => undefined
    const verify = vi.fn(() => new Promise<Identity>((resolve) => (known = resolve)))
    const link = vi.fn(world.hub.link)
    const tap = await tapped({ link, ports: { ...world.hub.ports, tokens: { ...world.hub.ports.tokens, verify } } })
    const peer = await enteredPeer(tap.server, token)
    await until(() => verify.mock.calls.length === 1)
    const gone = new Promise((resolve) => tap.server.newest().once('close', resolve))
    peer.ws.terminate()
    await gone
    known(maria)
    await settled()
    expect(link).not.toHaveBeenCalled()
  })

  test('that the hub fails over ends with 1011, and the hub is told', async () => {
    const onError = vi.fn()
    const broken = new Error('no key')
    const tap = await tapped({ ports: { ...world.hub.ports, onError, tokens: { ...world.hub.ports.tokens, verify: () => Promise.reject(broken) } } })
    const peer = await enteredPeer(tap.server, token)
    expect(await peer.closed).toEqual({ code: 1011, reason: '' })
    expect(onError).toHaveBeenCalledExactlyOnceWith(broken)
  })

  test('of more than may come at once ends with 1013 and the time to wait', async () => {
    const busy = createWorld({ admission: { burst: 1, perSecond: 1 } })
    const { port } = await serveSockets(busy.hub)
    const one = await enteredPeer({ port }, token)
    await until(() => one.of('hello').length === 1)
    const { code, reason } = await (await enteredPeer({ port }, token)).closed
    expect(code).toBe(1013)
    expect(Number(reason)).toBeGreaterThan(0)
    // who may not enter at all takes nobody's place
    expect(await (await enteredPeer({ port }, 'x')).closed).toMatchObject({ code: 4401 })
    busy.steady.now += 3_000
    const next = await enteredPeer({ port }, token)
    await until(() => next.of('hello').length === 1)
  })
})

describe('many who say nothing', () => {
  test('are at most a thousand; later ones are refused, until the oldest have had their second', async () => {
    fake('performance')
    const crowd = Array.from({ length: 1_000 }, () => peerOf(server))
    await Promise.all(crowd.map(({ status }) => status))
    expect(await peerOf(server).status).toBe(503)
    // who says who it is makes place at once
    const first = crowd.pop()
    first?.say({ token })
    await until(() => first?.of('hello').length === 1)
    const late = peerOf(server)
    expect(await late.status).toBe(101)
    expect(await peerOf(server).status).toBe(503)
    // and so does who leaves
    crowd.pop()?.ws.close()
    await until(async () => (await peerOf(server).status) === 101)
    expect(await peerOf(server).status).toBe(503)
    vi.advanceTimersByTime(1_000)
    expect(await peerOf(server).status).toBe(101)
    expect(await crowd[0]?.closed).toMatchObject({ code: 1006 })
    expect([crowd[1], late, first].map((peer) => peer?.ws.readyState)).toEqual([1, 1, 1])
  })

  test('make no place where they have said who they are, however long the hub takes to know them', async () => {
    fake('performance')
    const verify = vi.fn(() => new Promise<undefined>(() => undefined))
    const tap = await tapped({ ports: { ...world.hub.ports, tokens: { ...world.hub.ports.tokens, verify } } })
    const crowd = Array.from({ length: 1_000 }, () => peerOf(tap.server))
    await Promise.all(crowd.map(({ status }) => status))
    for (const peer of crowd.slice(0, 999)) peer.say({ token })
    await until(() => verify.mock.calls.length === 999)
    vi.advanceTimersByTime(1_000)
    // the only one who has kept silent
    expect(await peerOf(tap.server).status).toBe(101)
    expect(await crowd[999]?.closed).toMatchObject({ code: 1006 })
    expect(await peerOf(tap.server).status).toBe(503)
  })

  test('make place at once when they are refused and do not leave', async () => {
    fake('performance')
    const crowd = Array.from({ length: 1_000 }, () => peerOf(server))
    await Promise.all(crowd.map(({ status }) => status))
    for (const peer of crowd.slice(0, 2)) peer.ws.pause()
    crowd[0]?.say('nonsense')
    crowd[1]?.say({ token: 'nonsense' })
    await until(async () => (await peerOf(server).status) === 101)
    await until(async () => (await peerOf(server).status) === 101)
    expect(await peerOf(server).status).toBe(503)
  })

  test('are told when to come back', async () => {
    fake('performance')
    const crowd = Array.from({ length: 1_000 }, () => peerOf(server))
    await Promise.all(crowd.map(({ status }) => status))
    const peer = peerOf(server)
    const [response] = await new Promise<[{ headers: Record<string, unknown> }]>((resolve) =>
      peer.ws.on('unexpected-response', (_request, response) => resolve([response as never])),
    )
    expect(response.headers['retry-after']).toBe('1')
  })
})

describe('later messages', () => {
  test('that cannot be read end with 4400', async () => {
    for (const message of ['', 'x', '[]', '{}', '{"frames":{}}', '{"frames":[1]}', '{"frames":[{"t":"nonsense"}]}', JSON.stringify({ token })]) {
      const peer = await enteredPeer(server, token)
      await until(() => peer.of('hello').length === 1)
      peer.say(message)
      expect(await peer.closed, message).toMatchObject({ code: 4400 })
    }
    const peer = await enteredPeer(server, token)
    peer.ws.send(Buffer.from('{"frames":[]}'), { binary: true })
    expect(await peer.closed).toMatchObject({ code: 4400 })
  })

  test('do nothing more after one that ends the socket', async () => {
    const peer = await enteredPeer(server, token)
    await until(() => peer.of('hello').length === 1)
    peer.say('x')
    peer.say({ frames: [saying('command-1')] })
    expect(await peer.closed).toMatchObject({ code: 4400 })
    await settled()
    expect(await world.events(c)).toEqual([])
  })

  test('with a command of which only the id can be read are answered, and the rest is done', async () => {
    const peer = await enteredPeer(server, token)
    peer.say({ frames: [{ t: 'command', command: { id: 'command-1' } }, saying('command-2')] })
    await until(() => peer.of('ack').length === 1)
    expect(peer.of('refused')).toMatchObject([{ command: 'command-1', refusal: { code: 'command/invalid' } }])
  })

  test('without frames are no harm', async () => {
    const peer = await enteredPeer(server, token)
    peer.say({ frames: [] })
    peer.say({ frames: [saying('command-1')] })
    await until(() => peer.of('ack').length === 1)
  })

  test('that are longer than any body end with 1009, in one piece or many', async () => {
    const long = JSON.stringify({ frames: [saying('command-1', 'x'.repeat(100_000))] })
    for (const piece of [long.length, 1_000]) {
      const peer = await enteredPeer(server, token)
      await until(() => peer.of('hello').length === 1)
      for (let at = 0; at < long.length; at += piece) peer.ws.send(long.slice(at, at + piece), { fin: at + piece >= long.length })
      expect(await peer.closed).toMatchObject({ code: 1009 })
    }
    expect(await world.events(c)).toEqual([])
  })

  test('that break the protocol of sockets end it, and nothing else', async () => {
    const frames: readonly [number, Buffer][] = [
      // not UTF-8
      [1007, Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe])],
      // not masked
      [1002, Buffer.from([0x81, 0x01, 0x78])],
      // a reserved opcode
      [1002, Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
      // says that it is compressed
      [1002, Buffer.from([0xc1, 0x80, 0, 0, 0, 0])],
    ]
    for (const [expected, bytes] of frames) {
      const asked = asking(handshake)
      const { socket } = asked
      const said = (): Buffer => asked.bytes().subarray(asked.bytes().indexOf('\r\n\r\n') + 4)
      await until(() => asked.bytes().includes('\r\n\r\n'))
      socket.write(bytes)
      await until(() => said().length >= 4)
      expect([said()[0], said().readUInt16BE(2)]).toEqual([0x88, expected])
    }
    expect(await peerOf(server).status).toBe(101)
  })

  test('wait unread while the hub is behind, and are all done in their order in the end', async () => {
    const received: ClientFrame[] = []
    let open: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (open = resolve))
    const tap = await tapped({
      link(identity, sink) {
        const link = world.hub.link(identity, sink)
        return {
          ...link,
          async receive(frame) {
            await gate
            received.push(frame)
          },
        }
      },
    })
    const peer = await enteredPeer(tap.server, token)
    await until(() => peer.of('hello').length === 1)
    const ids = Array.from({ length: 300 }, (_, n) => `command-${n}`)
    for (const id of ids) peer.say({ frames: [saying(id, 'x'.repeat(60_000))] })
    const socket = tap.server.newest()
    await until(() => socket.isPaused())
    await settled()
    expect(socket.bytesRead).toBeLessThan(2_000_000)
    expect(received).toEqual([])
    open()
    await until(() => received.length === ids.length)
    expect(received.map((frame) => frame.t === 'command' && frame.command.id)).toEqual(ids)
  })
})

describe('a peer', () => {
  /** Writes until the sink says that its reader does not keep up: 64 MB at most. */
  function fill(sink: Sink): number {
    const chunk = new TextEncoder().encode(`data: ${JSON.stringify({ t: 'beat', heads: {}, pad: 'x'.repeat(65_536) })}\n\n`)
    for (let count = 1; count <= 1_024; count += 1) if (sink.write(chunk) === 'full') return count
    return Infinity
  }

  test('who does not read is too slow, and is cut when he does not hear that either', async () => {
    fake('setTimeout')
    const tap = await tapped()
    const peer = await enteredPeer(tap.server, token)
    await until(() => peer.of('hello').length === 1)
    peer.ws.pause()
    const sink = tap.sink()
    expect(fill(sink)).toBeLessThan(1_024)
    const gone = new Promise((resolve) => tap.server.newest().once('close', resolve))
    sink.close()
    expect(sink.write(new Uint8Array(8))).toBe('full')
    vi.advanceTimersByTime(5_000)
    await gone
    expect(tap.server.newest().destroyed).toBe(true)
  })

  test('who is too slow for what the hub tells is ended by the hub with 1008', async () => {
    const tight = createWorld({ buffer: 1_000 })
    const long = 'x'.repeat(16_000)
    const link = tight.link(maria)
    for (const id of ['command-1', 'command-2']) await link.say(c, long, { id })
    const opened: string[] = []
    const { port } = await serveSockets({
      ...tight.hub,
      link(identity, sink) {
        const link = tight.hub.link(identity, sink)
        opened.push(link.id)
        return link
      },
    })
    const peer = peerOf({ port })
    await peer.status
    peer.ws.pause()
    peer.say({ token, follow: [topic] })
    const id = await until(() => opened[0])
    for (let count = 3; tight.hub.ports.linkOf(maria, id) && count < 1_000; count += 1) await link.say(c, long, { id: `command-${count}` })
    peer.ws.resume()
    expect(await peer.closed).toMatchObject({ code: 1008 })
  })

  test('who follows more than may wait for it gets all of it, however late it reads, and what it says next comes after that', async () => {
    const link = world.link(maria)
    for (const id of ['command-1', 'command-2']) await link.say(c, 'x'.repeat(16_000), { id })
    const peer = peerOf(server)
    await peer.status
    peer.ws.pause()
    peer.say({ token, follow: Array.from({ length: 400 }, () => topic) })
    peer.say({ frames: [{ t: 'unfollow', topic }, saying('command-3')] })
    await settled(40)
    peer.ws.resume()
    await until(() => peer.of('ack').length === 1)
    expect(peer.of('snapshot')).toHaveLength(400)
    expect(peer.frames.at(-1)?.t).toBe('ack')
  })

  test('who does not answer for a minute is cut; who answers stays, and so does who speaks', async () => {
    fake('setInterval')
    const enter = async (who: Identity, options?: ClientOptions) => {
      const peer = await enteredPeer(server, await tokenOf(world, who), [], options)
      const { link } = await until(() => peer.of('hello')[0])
      return { peer, own: server.newest(), linked: () => linked(who, link) }
    }
    const [dead, speaking, answering] = [await enter(maria, { autoPong: false }), await enter(sarah, { autoPong: false }), await enter(tom)]
    for (let count = 1; count <= 3; count += 1) {
      const before = answering.own.bytesRead
      const asked = Promise.all([dead, speaking].map(({ peer }) => new Promise((resolve) => peer.ws.once('ping', resolve))))
      vi.advanceTimersByTime(20_000)
      await asked
      await until(() => answering.own.bytesRead > before)
      speaking.peer.say({ frames: [{ t: 'page', conversation: c, before: { log: 1, seq: 1 }, limit: 1 }] })
      await until(() => speaking.peer.of('gone').length === count)
    }
    expect(dead.linked()).toBe(true)
    vi.advanceTimersByTime(20_000)
    expect(await dead.peer.closed).toMatchObject({ code: 1006 })
    await until(() => !dead.linked())
    expect([speaking.linked(), answering.linked()]).toEqual([true, true])
  })

  test('who asks and asks and reads no answer is cut', async () => {
    const peer = await enteredPeer(server, token)
    const hello = await until(() => peer.of('hello')[0])
    peer.ws.pause()
    const payload = Buffer.alloc(125, 1)
    const flood = setInterval(() => {
      for (let count = 0; count < 2_000 && peer.ws.bufferedAmount < 4_000_000; count += 1) peer.ws.ping(payload)
    }, 1)
    onTestFinished(() => clearInterval(flood))
    await until(() => !linked(maria, hello.link))
  })

  test('with too many sockets is sent away with when to come back', async () => {
    const peers = await Promise.all(Array.from({ length: 51 }, () => enteredPeer(server, token)))
    const last = await Promise.race(peers.map(async (peer) => ({ peer, ...(await peer.closed) })))
    expect(last.code).toBe(1001)
    expect(last.peer.of('bye')).toMatchObject([{ code: 'link/too-many', after: 30_000 }])
  })
})

test('no token stands in any log or address', async () => {
  const peer = await enteredPeer(server, token, [topic])
  peer.say({ frames: [saying('command-1')] })
  await until(() => peer.of('ack').length === 1)
  peer.say('x')
  await peer.closed
  const bad = await enteredPeer(server, `${token}x`)
  await bad.closed
  expect(JSON.stringify([world.log, server.requests.map(({ url, headers }) => [url, headers])])).not.toContain(token)
  expect(JSON.stringify(peer.texts)).not.toContain(token)
})
