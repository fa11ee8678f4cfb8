import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { project } from '../../src/conversation/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import { openLine } from '../../src/hub/adapters/tabs/line.ts'
import { sseEvents } from '../../src/internal/sse.ts'
import { type LinesEnvironment, weight } from '../../src/internal/tab-lines.ts'
import type { Cursor, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { decodeServerFrame, formatCursor } from '../../src/protocol/index.ts'
import { gates, scripted } from '../../src/providers/scripted.ts'
import type { AskHub } from './http-world.ts'
import { bearer, mounted, serve, stream, tokenOf } from './http-world.ts'
import { openPoll } from './poll-client.ts'
import type { RecordedLink } from './recorded-link.ts'
import { parts } from './recorded-link.ts'
import { settled, until } from './until.ts'
import type { World } from './world.ts'
import { createWorld, maria, sarah } from './world.ts'

const c = 'conversation-1'
const topic = `conversation:${c}` as const
const mute = () => scripted(() => [gates().gate('never')])
/** One frame may come on top of a full buffer. */
const FRAME = 300_000

/** A conversation with a person in it, who writes long messages. */
async function begun(buffer?: number) {
  const world = createWorld({ provider: mute(), ...(buffer === undefined ? {} : { buffer }) })
  await world.link(maria).command(c, 'handoff-request')
  const agent = world.link(sarah)
  await agent.command(c, 'floor-claim')
  const quick = world.link(maria)
  await quick.follow(c)
  let count = 0
  return {
    world,
    agent,
    quick,
    /** Writes until `enough`, at most 40 MB; each message has reached the one who reads before the next. */
    async flood(enough: () => boolean): Promise<number> {
      for (; count < 1_000 && !enough(); count += 1) {
        const text = `${count} `.padEnd(16_000, 'words ')
        const answer = await agent.command(c, 'message-send', { parts: [text, text, text].flatMap(parts) })
        await until(() => answer.ok && lastSeq(quick) === answer.at.seq)
      }
      return count
    },
  }
}

const lastSeq = (link: RecordedLink): number => {
  const last = link.frames.findLast((frame) => frame.t === 'events' || frame.t === 'snapshot')
  return (last?.t === 'events' ? last.events : last?.t === 'snapshot' ? last.tail : []).at(-1)?.seq ?? 0
}
const visible = async (world: World): Promise<StoredEvent[]> => (await world.events(c)).flatMap((event) => project(event) ?? [])

/** The log of a client that comes back: what it had, what the hub tells it then, and the pages in between. */
async function completed(world: World, ask: AskHub, had: readonly StoredEvent[], after: Cursor): Promise<StoredEvent[]> {
  const all = await visible(world)
  const reading = await stream(ask, await tokenOf(world, maria), [`${topic}@${formatCursor(after)}`])
  const events = await until(() => {
    const told = reading.frames.flatMap((frame) => (frame.t === 'snapshot' ? frame.tail : frame.t === 'events' ? frame.events : []))
    return told.at(-1)?.seq === all.at(-1)?.seq ? told : undefined
  })
  reading.stop()
  const link = world.link(maria)
  let rows = [...events]
  while ((rows[0]?.prev ?? 0) > after.seq) {
    const pages = link.of('page').length
    await link.send({ t: 'page', conversation: c, before: { log: 1, seq: rows[0]?.seq ?? 0 }, limit: 200 })
    rows = [...(link.of('page')[pages]?.events ?? []), ...rows]
  }
  return [...had, ...rows.filter(({ seq }) => seq > after.seq)]
}

const framesIn = (text: string): ServerFrame[] =>
  text.split('\n').flatMap((line) => (line.startsWith('data: ') ? (decodeServerFrame(line.slice(6)) ?? []) : []))
const eventsIn = (frames: readonly ServerFrame[]): StoredEvent[] =>
  frames.flatMap((frame) => (frame.t === 'snapshot' ? frame.tail : frame.t === 'events' ? frame.events : []))

describe.each([undefined, 700_000, 1])('with a buffer of %s bytes', (buffer) => {
  // less than a catch-up takes would cut everybody who comes back
  const most = buffer === 1 ? 655_360 : (buffer ?? 1_048_576)

  test('a reader who stalls is cut with what waits for it, others read on, and it comes back to everything (node)', { timeout: 60_000 }, async () => {
    const { world, quick, flood } = await begun(buffer)
    const handle = nodeHandler(world.hub)
    const server = createServer(handle)
    const sockets: Socket[] = []
    server.on('connection', (socket) => void sockets.push(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const token = await tokenOf(world, maria)

    const stalled = connect({ port, host: '127.0.0.1' })
    const received: Buffer[] = []
    stalled.on('error', () => undefined)
    const closed = new Promise((resolve) => stalled.once('close', resolve))
    stalled.write(`GET /handback/stream?follow=${encodeURIComponent(topic)} HTTP/1.1\r\nhost: here\r\nauthorization: Bearer ${token}\r\n\r\n`)
    stalled.on('data', (chunk: Buffer) => void received.push(chunk))
    // it has begun to read, and then its train goes into a tunnel
    stalled.on('data', function begun() {
      if (!Buffer.concat(received).includes('"snapshot"')) return
      stalled.pause()
      stalled.off('data', begun)
    })
    await until(() => stalled.isPaused())
    const theirs = sockets[0]
    let held = 0
    const written = await flood(() => {
      held = Math.max(held, theirs?.writableLength ?? 0)
      return theirs?.destroyed === true
    })
    expect(written).toBeLessThan(1_000)
    expect(lastSeq(quick)).toBe((await visible(world)).at(-1)?.seq)
    // much waited for it, and never more than the buffer and one frame
    expect(held).toBeGreaterThan(most / 4)
    expect(held).toBeLessThan(most + FRAME)

    stalled.resume()
    await closed
    const text = Buffer.concat(received).toString('utf8')
    const had = eventsIn(framesIn(text.slice(0, text.lastIndexOf('\n\n'))))
    const ask: AskHub = (path, init) => fetch(`http://127.0.0.1:${port}/handback${path}`, init)
    expect(await completed(world, ask, had, { log: 1, seq: had.at(-1)?.seq ?? 0 })).toEqual(await visible(world))
  })

  test('a body that nobody reads is broken off with what waits in it (fetch)', async () => {
    const { world, flood } = await begun(buffer)
    const ask = mounted(world)
    const response = await ask(`/stream?follow=${topic}`, { headers: bearer(await tokenOf(world, maria)) })
    const reader = response.body?.getReader()
    let text = ''
    const decoder = new TextDecoder()
    await until(async () => {
      text += decoder.decode((await reader?.read())?.value, { stream: true })
      return text.includes('"snapshot"')
    })
    const link = framesIn(text).flatMap((frame) => (frame.t === 'hello' ? [frame.link] : []))[0] ?? ''
    const before = lastSeq(await followed(world))
    await flood(() => world.hub.ports.linkOf(maria, link) === undefined)
    const bytes = (await visible(world)).filter(({ seq }) => seq > before).reduce((sum, event) => sum + JSON.stringify(event).length, 0)
    expect(bytes).toBeGreaterThan(most - FRAME)
    expect(bytes).toBeLessThan(most + FRAME)
    await expect(reader?.read()).rejects.toMatchObject({ code: 'transport/lost' })
    const had = eventsIn(framesIn(text))
    expect(await completed(world, ask, had, { log: 1, seq: had.at(-1)?.seq ?? 0 })).toEqual(await visible(world))
  })

  test('a link by polling whose client does not ask ends, and holds nothing any more', async () => {
    const { world, flood } = await begun(buffer)
    const { ask } = await serve(world)
    const token = await tokenOf(world, maria)
    const poll = await openPoll(ask, token, [topic])
    await poll.next()
    const had = eventsIn(poll.frames)
    await flood(() => world.hub.ports.linkOf(maria, poll.link) === undefined)
    const bytes = (await visible(world)).slice(had.length).reduce((sum, event) => sum + JSON.stringify(event).length, 0)
    expect(bytes).toBeGreaterThan(most - FRAME)
    expect(bytes).toBeLessThan(most + FRAME)
    expect((await poll.next()).status).toBe(404)
    expect(await completed(world, ask, had, { log: 1, seq: had.at(-1)?.seq ?? 0 })).toEqual(await visible(world))
  })
})

test('one who comes back to more conversations than a buffer holds gets all of them, however late it reads', { timeout: 60_000 }, async () => {
  const world = createWorld({ provider: mute() })
  const text = 'words '.repeat(2_600)
  const topics: string[] = []
  for (let index = 0; index < 24; index += 1) {
    const conversation = `conversation-number-${index}`
    topics.push(`conversation:${conversation}`)
    const visitor = world.link(maria)
    await visitor.command(conversation, 'handoff-request')
    const agent = world.link(sarah)
    await agent.command(conversation, 'floor-claim')
    for (let count = 0; count < 9; count += 1) await agent.command(conversation, 'message-send', { parts: [text, text, text].flatMap(parts) })
    agent.close()
    visitor.close()
  }
  const { port } = await serve(world)
  const query = new URLSearchParams(topics.map((one) => ['follow', `${one}@1.0`]))
  const token = await tokenOf(world, sarah)
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  let texts = ''
  socket.on('data', (chunk: Buffer) => (texts += chunk.toString('latin1')))
  socket.once('data', () => socket.pause())
  socket.write(`GET /handback/stream?${query} HTTP/1.1\r\nhost: here\r\nauthorization: Bearer ${token}\r\n\r\n`)
  await until(() => socket.isPaused())
  // as long as it takes the hub to write what it writes ahead
  await settled(40)
  socket.resume()
  await until(() => topics.every((one) => texts.includes(`"conversation":"${one.slice(13)}"`)), 15_000)
  expect(texts).not.toContain('"bye"')
  expect(socket.destroyed).toBe(false)
})

test('the same by a body that is read late (fetch)', async () => {
  const { world, agent } = await begun()
  const text = 'x'.repeat(15_000)
  await agent.command(c, 'message-send', { parts: [text, text, text].flatMap(parts) })
  const query = new URLSearchParams(Array.from({ length: 100 }, () => ['follow', topic]))
  const response = await mounted(world)(`/stream?${query}`, { headers: bearer(await tokenOf(world, sarah)) })
  await settled(40)
  let read = 0
  let bytes = 0
  for await (const json of sseEvents(response.body as ReadableStream<Uint8Array>, { maxBufferSize: 1_048_576 })) {
    bytes += json.length
    if (decodeServerFrame(json)?.t === 'snapshot' && (read += 1) === 100) break
  }
  expect(read).toBe(100)
  // far more than may wait
  expect(bytes).toBeGreaterThan(2_000_000)
})

test('the same on a line between tabs whose client confirms late', async () => {
  const { world, agent } = await begun()
  const text = 'x'.repeat(15_000)
  await agent.command(c, 'message-send', { parts: [text, text, text].flatMap(parts) })
  const posted: unknown[] = []
  let hear = (_: unknown): void => undefined
  const environment: LinesEnvironment = {
    channel: () => ({
      addEventListener: (_, listener) => void (hear = (data) => listener({ data })),
      postMessage: (message) => void posted.push(message),
      close: () => undefined,
    }),
    locks: { request: () => new Promise(() => undefined) },
    after: () => () => undefined,
    random: () => 0.5,
  }
  const nothing = () => undefined
  const context = { hub: world.hub, id: 'hub-in-a-tab-1', environment, session: async () => undefined, admit: nothing, onError: nothing }
  const end = openLine(context, 'line-number-1', () => undefined)
  hear(JSON.stringify({ token: await tokenOf(world, sarah), follow: Array.from({ length: 300 }, () => topic) }))
  const texts = (): string[] => posted.filter((message) => typeof message === 'string')
  const snapshots = (): number => texts().filter((text) => text.startsWith('{"t":"snapshot"')).length
  await until(() => snapshots() > 10)
  await settled(40)
  expect(snapshots()).toBeLessThan(300)
  await until(() => {
    hear({ t: 'got', weight: texts().reduce((sum, text) => sum + weight(text), 0) })
    return snapshots() === 300
  })
  expect(posted.some((message) => (message as { t?: string }).t === 'close')).toBe(false)
  end(1001)
})

async function followed(world: World): Promise<RecordedLink> {
  const link = world.link(maria)
  await link.follow(c)
  return link
}
