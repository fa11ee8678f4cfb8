import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { drain, nodeHandler, socketHandler } from '../../src/hub/adapters/node.ts'
import { returnTime } from '../../src/hub/links.ts'
import { newId } from '../../src/internal/ids.ts'
import { createTokens } from '../../src/hub/index.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import type { AskHub } from './http-world.ts'
import { mounted, post, stream, tokenOf } from './http-world.ts'
import { openPoll, pollWith } from './poll-client.ts'
import { parts } from './recorded-link.ts'
import { tempFile } from './temp-file.ts'
import { until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, key, maria, readAll } from './world.ts'

const script = fileURLToPath(new URL('./drain-child.ts', import.meta.url))

/** A server that a test drains itself. */
async function served(world: World) {
  const handle = nodeHandler(world.hub)
  const server = createServer((request, response) => {
    // one that takes until its body is there
    if (!handle(request, response)) request.on('end', () => response.end('slow')).resume()
  })
  // a connection on which nothing happens would stay for ever, if nobody closed it
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const asking: AskHub = (path, init) => fetch(`http://127.0.0.1:${port}/handback${path}`, init)
  return { server, port, ask: asking }
}

/** Resolves when nobody listens on a port, rejects otherwise. */
async function free(port: number): Promise<boolean> {
  const other = createServer()
  other.listen(port, '127.0.0.1')
  await once(other, 'listening')
  other.close()
  return true
}

describe('draining', () => {
  test('says goodbye on streams and polls, and ends at once when nothing else is under way', async () => {
    const world = createWorld()
    const { server, port, ask: asking } = await served(world)
    const token = await tokenOf(world, maria)
    const reading = await stream(asking, token, ['me'])
    const poll = await openPoll(asking, token, ['me'])
    await until(() => reading.frames.length > 0)
    const arrived = once(server, 'request')
    const held = poll.next(20_000)
    await arrived
    await drain({ hub: world.hub, server, patience: 3_600_000 })
    await reading.done
    expect(reading.frames.at(-1)).toMatchObject({ t: 'bye', code: 'hub/closing' })
    expect((await held).frames).toMatchObject([{ t: 'bye', code: 'hub/closing' }])
    expect(await free(port)).toBe(true)
  })

  test('waits for a request in flight, and closes its connection after it', async () => {
    const world = createWorld()
    const { server, port } = await served(world)
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const closed = once(socket, 'close')
    socket.write('POST /elsewhere HTTP/1.1\r\nhost: here\r\ncontent-length: 9\r\n\r\nhalf')
    await once(server, 'request')
    let drained = false
    const draining = drain({ hub: world.hub, server, patience: 3_600_000 }).then(() => (drained = true))
    await expect(fetch(`http://127.0.0.1:${port}/handback/session`)).rejects.toThrow('fetch failed')
    expect(drained).toBe(false)
    socket.write(' half')
    await closed
    expect(text).toMatch(/^HTTP\/1\.1 200 OK[^]*slow$/)
    await draining
    expect(await free(port)).toBe(true)
  })

  test('answers a request that comes on a connection of before, and tells that it is the last', async () => {
    const world = createWorld()
    const { server, port } = await served(world)
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const closed = once(socket, 'close')
    socket.write('POST /first HTTP/1.1\r\nhost: here\r\ncontent-length: 9\r\n\r\nhalf')
    await once(server, 'request')
    const draining = drain({ hub: world.hub, server, patience: 3_600_000 })
    socket.write(' halfPOST /second HTTP/1.1\r\nhost: here\r\ncontent-length: 0\r\n\r\n')
    await Promise.all([draining, closed])
    const [, first, second] = text.split('HTTP/1.1 200 OK')
    expect([first?.endsWith('slow'), second?.endsWith('slow'), /connection: close/i.test(second ?? '')]).toEqual([true, true, true])
  })

  test('cuts what has not ended when its patience has', async () => {
    const world = createWorld()
    const { server, port } = await served(world)
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    const cut = once(socket, 'close')
    socket.write('POST /elsewhere HTTP/1.1\r\nhost: here\r\ncontent-length: 10\r\n\r\nhalf')
    await once(server, 'request')
    await drain({ hub: world.hub, server, patience: 100 })
    await cut
    expect(await free(port)).toBe(true)
  })

  test('says goodbye on sockets, and waits until they are closed', async () => {
    const world = createWorld()
    const { server, port } = await served(world)
    const sockets = socketHandler(world.hub)
    server.on('upgrade', (request, socket, head) => void (sockets(request, socket, head) || socket.destroy()))
    const socket = new WebSocket(`ws://127.0.0.1:${port}/handback/socket`)
    const frames: string[] = []
    socket.on('message', (data) => void frames.push(String(data)))
    const closed = once(socket, 'close')
    await once(socket, 'open')
    socket.send(JSON.stringify({ token: await tokenOf(world, maria), follow: ['me'] }))
    await until(() => frames.length > 0)
    await drain({ hub: world.hub, server, patience: 3_600_000 })
    expect((await closed)[0]).toBe(1001)
    expect(frames.at(-1)).toContain('"bye"')
    expect(await free(port)).toBe(true)
  })

  test('of a server that does not listen closes the hub, and leaves no timer that holds the process', async () => {
    const world = createWorld()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    await drain({ hub: world.hub, server: createServer() })
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
    const { frames } = await pollWith(mounted(world), await tokenOf(world, maria), { follow: [] })
    expect(frames.map(({ t }) => t)).toEqual(['hello', 'bye'])
  })
})

test('clients come back evenly, at most two hundred a second, over two seconds at least and thirty at most', async () => {
  expect([0, 1, 400, 401, 2_000, 6_000, 50_000].map(returnTime)).toEqual([2_000, 2_000, 2_000, 2_005, 10_000, 30_000, 30_000])
  const world = createWorld()
  const links = Array.from({ length: 600 }, (_, index) => world.link({ sub: `visitor-${1_000 + index}`, role: 'visitor' }))
  await world.close()
  const after = links.map((link) => link.of('bye')[0]?.after ?? -1)
  expect(after).toEqual(links.map((_, index) => index * 5))
})

test('a server that gets SIGTERM under load answers what is in flight, says goodbye, and ends by itself', { timeout: 60_000 }, async () => {
  const path = tempFile()
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const port = Number((await until(() => lines.find((line) => line.startsWith('listening')), 15_000)).split(' ')[1])
  const asking: AskHub = (below, init) => fetch(`http://127.0.0.1:${port}/handback${below}`, init)
  const tokens = createTokens(key)
  const visitors = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const { token } = await tokens.issue({ sub: `visitor-000${index}`, role: 'visitor' })
      return { token, conversation: `conversation-${index}`, reading: await stream(asking, token, ['me']) }
    }),
  )

  const acked: { readonly conversation: string; readonly id: string }[] = []
  let answered = 0
  let refused = 0
  // each writes one after the other, so that at any moment eight are in flight
  const writing = visitors.map(async ({ token, conversation }) => {
    for (;;) {
      const id = newId()
      const command = { id, type: 'message-send', data: { parts: parts(`Words ${id}`) } }
      try {
        const answer = await post(asking, token, [{ t: 'command', conversation, seen: null, command }])
        answered += 1
        if (answer.status === 200 && answer.body.includes('"ack"')) acked.push({ conversation, id })
      } catch (error) {
        // told by the connection: nobody listens any more, or the answer never began
        expect((error as Error).message).toMatch(/fetch failed|terminated/)
        refused += 1
        return
      }
    }
  })
  await until(() => acked.length > 40, 15_000)
  child.kill('SIGTERM')
  await Promise.all(writing)
  const [code] = await ended
  expect(code).toBe(0)
  expect(lines.slice(1)).toEqual(['draining', 'drained'])
  await Promise.all(visitors.map(({ reading }) => reading.done))
  expect(visitors.map(({ reading }) => reading.frames.at(-1))).toMatchObject(visitors.map(() => ({ t: 'bye', code: 'hub/closing' })))
  expect([refused, answered]).toEqual([visitors.length, acked.length])

  const store = sqliteStore({ path })
  onTestFinished(() => store.close())
  // what was written was answered, and what was answered was written
  for (const { conversation } of visitors) {
    const events = await readAll(store, conversation)
    const written = events.filter(({ type, by }) => type === 'message-sent' && by.kind === 'visitor').map(({ cause }) => cause)
    expect(written).toEqual(acked.filter((one) => one.conversation === conversation).map(({ id }) => id))
  }
})
