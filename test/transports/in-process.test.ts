import { beforeEach, expect, test, vi } from 'vitest'
import type { ConnectOptions, Connection, HubLink, Sink } from '../../src/contracts/index.ts'
import { formatEvent } from '../../src/internal/sse.ts'
import { type ClientFrame, HandbackError, type ServerFrame, encodeFrame } from '../../src/protocol/index.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { ack, beat, command, hello } from './toy-hub.ts'

const lost = { code: 'transport/lost', retryable: true }

/** A hub with one link at a time, driven by the test. */
function toy(options: { readonly greet?: boolean } = {}) {
  const hub = {
    received: [] as ClientFrame[],
    sink: undefined as unknown as Sink,
    closed: 0,
    links: 0,
    write: (frame: ServerFrame) => hub.sink.write(formatEvent(encodeFrame(frame))),
    authenticate: vi.fn(async (token: string) => (token === 'token-1' ? ({ sub: 'visitor-1', role: 'visitor' } as const) : undefined)),
    link(_identity: unknown, sink: Sink) {
      hub.sink = sink
      hub.links += 1
      if (options.greet ?? true) hub.write(hello)
      return {
        id: 'link-0001',
        async receive(frame: ClientFrame) {
          hub.received.push(frame)
          if (frame.t === 'command') hub.write(ack(frame.command.id))
        },
        close() {
          hub.closed += 1
        },
      }
    },
  } satisfies HubLink & Record<string, unknown>
  return hub
}

let life: AbortController
beforeEach(() => {
  life = new AbortController()
})
const connect = (hub: HubLink, options: Partial<ConnectOptions> = {}): Promise<Connection> =>
  inProcess(hub).connect({ follow: [], signal: life.signal, credentials: () => 'token-1', ...options })
const reader = (connection: Connection) => {
  const iterator = connection.frames[Symbol.asyncIterator]()
  return async () => (await iterator.next()).value as ServerFrame | undefined
}

test('connect gives hello first, then the hub hears what to follow', async () => {
  const hub = toy()
  const follow = [{ topic: 'me' }, { topic: 'desk', after: { log: 1, seq: 2 } }] as const
  const connection = await connect(hub, { follow })
  expect(await reader(connection)()).toEqual(hello)
  expect(hub.received).toEqual(follow.map((item) => ({ t: 'follow', follow: item })))
})

test('a hub that greets later is waited for', async () => {
  const hub = toy({ greet: false })
  const connecting = connect(hub)
  await vi.waitFor(() => expect(hub.links).toBe(1))
  hub.write(hello)
  expect(await reader(await connecting)()).toEqual(hello)
})

test('a token that the hub does not know, and none, are transport/unauthorized', async () => {
  const hub = toy()
  const expected = { code: 'transport/unauthorized', retryable: false }
  for (const token of ['other', undefined]) await expect(connect(hub, { credentials: () => token })).rejects.toMatchObject(expected)
  expect(hub.links).toBe(0)
})

test('credentials or a hub that throw make the attempt fail with an error of ours', async () => {
  const hub = toy()
  await expect(connect(hub, { credentials: () => Promise.reject(new Error('down')) })).rejects.toMatchObject({ code: 'transport/unreachable' })
  hub.authenticate.mockRejectedValueOnce(new HandbackError('hub/closed', 'Closed.'))
  await expect(connect(hub)).rejects.toMatchObject({ code: 'hub/closed' })
})

test('what is sent arrives as a copy in order, and the answer is a frame', async () => {
  const hub = toy()
  const connection = await connect(hub)
  const next = reader(connection)
  await next()
  const sent = command('command-1', { text: 'x' })
  await Promise.all([connection.send(sent), connection.send(command('command-2'))])
  expect(hub.received).toEqual([sent, command('command-2')])
  expect(hub.received[0]).not.toBe(sent)
  expect([await next(), await next()]).toEqual([ack('command-1'), ack('command-2')])
})

test('what no wire would carry is refused', async () => {
  const hub = toy()
  const connection = await connect(hub)
  await expect(connection.send(command('command-1', 'x'.repeat(70_000)))).rejects.toMatchObject({ code: 'request/too-large' })
  await expect(connection.send(command('x'))).rejects.toMatchObject({ code: 'transport/protocol' })
  expect(hub.received).toEqual([])
})

test('a command of which only the id can be read is refused, as over a wire', async () => {
  const hub = toy()
  const connection = await connect(hub)
  const next = reader(connection)
  await next()
  await connection.send({ ...command('command-1'), seen: undefined } as never)
  expect(await next()).toEqual({ t: 'refused', command: 'command-1', refusal: { code: 'command/invalid', message: 'This command cannot be read.' } })
  expect(hub.received).toEqual([])
})

test('a hub that ends the link loses the connection after the frames it wrote', async () => {
  const hub = toy()
  const connection = await connect(hub)
  const next = reader(connection)
  hub.write(beat(1))
  hub.sink.close()
  expect([await next(), await next()]).toEqual([hello, beat(1)])
  await expect(next()).rejects.toMatchObject(lost)
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
})

test('a consumer that is too slow is told to the hub as full and loses the connection', async () => {
  const hub = toy()
  const connection = await connect(hub)
  const results = Array.from({ length: 1_001 }, (_, i) => hub.write(beat(i)))
  expect(results.slice(0, 999)).not.toContain('full')
  expect(results.at(-1)).toBe('full')
  expect(hub.closed).toBe(1)
  const read = async (): Promise<void> => {
    for await (const _ of connection.frames);
  }
  await expect(read()).rejects.toMatchObject(lost)
})

test('a hub that hangs up or says something else before hello makes the attempt fail and is left', async () => {
  const hub = toy({ greet: false })
  let connecting = connect(hub)
  await vi.waitFor(() => expect(hub.links).toBe(1))
  hub.sink.close()
  await expect(connecting).rejects.toMatchObject({ code: 'transport/unreachable', retryable: true })
  connecting = connect(hub)
  await vi.waitFor(() => expect(hub.links).toBe(2))
  hub.write(beat(1))
  await expect(connecting).rejects.toMatchObject({ code: 'transport/protocol' })
  expect(hub.closed).toBe(2)
})

test('already aborted: no credentials are asked for and no link is made', async () => {
  const hub = toy()
  const credentials = vi.fn(() => 'token-1')
  await expect(connect(hub, { signal: AbortSignal.abort('never'), credentials })).rejects.toBe('never')
  expect(credentials).not.toHaveBeenCalled()
  expect(hub.links).toBe(0)
})

test('aborting before hello rejects with the reason and closes the link', async () => {
  const hub = toy({ greet: false })
  const connecting = connect(hub)
  await vi.waitFor(() => expect(hub.links).toBe(1))
  life.abort('enough')
  await expect(connecting).rejects.toBe('enough')
  expect(hub.closed).toBe(1)
})

test('aborting while the hub makes the link closes it', async () => {
  const hub = toy()
  const { link } = hub
  hub.link = (identity, sink) => {
    life.abort('enough')
    return link(identity, sink)
  }
  await expect(connect(hub)).rejects.toBe('enough')
  expect(hub.closed).toBe(1)
})

test('aborting after hello ends the frames quietly and closes the link', async () => {
  const hub = toy()
  const connection = await connect(hub)
  const next = reader(connection)
  await next()
  const waiting = next()
  life.abort('enough')
  expect(await waiting).toBeUndefined()
  expect(hub.closed).toBe(1)
  expect(hub.write(beat(1))).toBe('full')
})

test('close is idempotent and breaking out of the loop closes', async () => {
  const hub = toy()
  const one = await connect(hub)
  await one.close()
  await one.close()
  expect(hub.closed).toBe(1)
  const two = await connect(hub)
  for await (const frame of two.frames) {
    expect(frame).toEqual(hello)
    break
  }
  expect(hub.closed).toBe(2)
  await expect(two.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/closed' })
})
