import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectOptions, Connection, Transport } from '../../src/contracts/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import type { ClientFrame, Cursor, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { isHandbackError, textOf } from '../../src/protocol/index.ts'
import { narrowPublic } from '../../src/conversation/index.ts'
import { type HttpOptions, http } from '../../src/transports/http.ts'
import { type AskHub, post, tokenOf } from '../hub/http-world.ts'
import { until } from '../hub/until.ts'
import { type World, createWorld, maria } from '../hub/world.ts'
import { dice } from '../laws/dice.ts'

/** Whether the answer to a request dies on its way, asked at each of its pieces. */
type Drops = (path: string) => boolean

let world: World
let life: AbortController
let endpoint: string
let drops: Drops
let close: () => Promise<unknown>

beforeEach(async () => {
  world = createWorld()
  life = new AbortController()
  drops = () => false
  const handle = nodeHandler(world.hub)
  const server = createServer((request, response) => {
    for (const name of ['write', 'end'] as const) {
      const real = response[name].bind(response) as (...args: unknown[]) => boolean
      const faulty = (...args: unknown[]): unknown => (drops(request.url ?? '') ? response.destroy() : real(...args))
      Object.assign(response, { [name]: faulty })
    }
    if (!handle(request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/handback`
  close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
})
afterEach(async () => {
  life.abort()
  await close()
})

const topic = 'conversation:conversation-1'
const message = (id: string, text: string): ClientFrame => ({
  t: 'command',
  conversation: 'conversation-1',
  seen: null,
  command: { id, type: 'message-send', data: { parts: [{ type: 'text', text }] } },
})
const words = (event: StoredEvent): string | undefined => {
  const known = narrowPublic(event)
  return known?.type === 'message-sent' ? textOf(known.data.parts) : undefined
}

function reader(connection: Connection) {
  const iterator = connection.frames[Symbol.asyncIterator]()
  const frame = async (): Promise<ServerFrame | undefined> => {
    for (;;) {
      const { value } = await iterator.next()
      if (value !== lineLives) return value
    }
  }
  return {
    frame,
    /** The first frame of a kind from here on. */
    async the<T extends ServerFrame['t']>(t: T): Promise<Extract<ServerFrame, { readonly t: T }>> {
      for (;;) {
        const next = await frame()
        if (!next) throw new Error(`The frames ended without ${t}.`)
        if (next.t === t) return next as Extract<ServerFrame, { readonly t: T }>
      }
    },
  }
}

const names = ['sse', 'long-poll', 'short-poll']
describe.each(names)('%s and a real hub', (name) => {
  const way = (options: Partial<HttpOptions> = {}): Transport =>
    http({ endpoint, interval: 5, wait: 1_000, ...options })[names.indexOf(name)] as Transport
  const connect = async (options: Partial<ConnectOptions> = {}): Promise<Connection> => {
    const token = await tokenOf(world, maria)
    return way().connect({ follow: [], signal: life.signal, credentials: () => token, ...options })
  }

  test('greets, gives a snapshot, takes a command, acknowledges it and gives its event', async () => {
    const first = await connect()
    await first.send(message('command-0001', 'Grüezi 😀'))
    const connection = await connect({ follow: [{ topic }] })
    const { frame, the } = reader(connection)
    expect(await frame()).toMatchObject({ t: 'hello', protocol: 1 })
    const { at, tail } = await the('snapshot')
    expect(tail.map(words)).toContain('Grüezi 😀')
    await connection.send(message('command-0002', 'And more'))
    const seen: StoredEvent[] = []
    while (!seen.some((event) => words(event) === 'And more')) seen.push(...(await the('events')).events)
    expect(seen[0]?.prev).toBe(at.seq)
    expect((await world.said('conversation-1')).filter((line) => line === 'visitor: And more')).toHaveLength(1)
  })

  test('follows later what it is told to follow, on its own link', async () => {
    await (await connect()).send(message('command-0001', 'Hello'))
    const connection = await connect()
    await connection.send({ t: 'follow', follow: { topic } })
    expect((await reader(connection).the('snapshot')).tail.map(words)).toContain('Hello')
  })

  test('a token that nobody gave is transport/unauthorized', async () => {
    await expect(connect({ credentials: () => 'nobody' })).rejects.toMatchObject({ code: 'transport/unauthorized' })
    await expect(connect({ credentials: () => undefined })).rejects.toMatchObject({ code: 'transport/unauthorized' })
  })

  test('a hub that closes says goodbye, and the connection is lost', async () => {
    const { the, frame } = reader(await connect())
    await the('hello')
    await world.close()
    expect(await the('bye')).toMatchObject({ t: 'bye' })
    await expect(frame()).rejects.toMatchObject({ code: 'transport/lost' })
  })

  test('a hub knows the link until the connection is closed, and no longer', async () => {
    const token = await tokenOf(world, maria)
    const connection = await connect()
    const { link } = await reader(connection).the('hello')
    const ask: AskHub = (path, init) => fetch(endpoint + path, init)
    const known = async () => (await post(ask, token, [{ t: 'unfollow', topic: 'me' }], { 'handback-link': link })).status
    expect(await known()).toBe(200)
    await connection.close()
    await until(async () => (await known()) === 404)
  })

  test('answers die on the way, and a reader that comes back with its cursor sees every event once and in order', async () => {
    const roll = dice(20_261_121)
    const token = await tokenOf(world, maria)
    const writer = world.link(maria)
    await writer.say('conversation-1', 'Message 0')
    drops = (path) => /\/(poll|stream)/.test(path) && roll.once(4)

    const seen: StoredEvent[] = []
    let cursor: Cursor = { log: 1, seq: 0 }
    let connections = 0
    const read = async (): Promise<void> => {
      while (!seen.some((event) => words(event) === 'The end')) {
        try {
          const connection = await way().connect({ follow: [{ topic, after: cursor }], signal: life.signal, credentials: () => token })
          connections += 1
          for await (const frame of connection.frames) {
            if (frame.t !== 'events' || frame.events.length === 0) continue
            expect(frame.events[0]?.prev).toBe(cursor.seq)
            seen.push(...frame.events)
            cursor = { log: frame.log, seq: seen.at(-1)?.seq ?? 0 }
            if (frame.events.some((event) => words(event) === 'The end')) break
          }
        } catch (error) {
          if (!isHandbackError(error) || !['transport/lost', 'transport/unreachable'].includes(error.code)) throw error
        }
      }
    }
    const reading = read()
    for (let i = 1; i <= 40; i += 1) {
      const text = i === 40 ? 'The end' : `Message ${i}`
      await writer.say('conversation-1', text)
      await until(() => seen.some((event) => words(event) === text))
    }
    await reading
    const last = seen.at(-1)?.seq ?? 0
    const all = (await world.events('conversation-1')).filter(({ audience, seq }) => audience === 'everyone' && seq <= last)
    expect(seen.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq))
    expect(connections).toBeGreaterThan(2)
  })
})
