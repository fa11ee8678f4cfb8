import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ClientConnection, createConnection } from '../../src/client/connection.ts'
import { browserEnvironment } from '../../src/client/connection-environment.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { http, visitorSession } from '../../src/transports/http.ts'
import { type ToyHub, ack, beat, command, event, json, toyHub } from '../transports/toy-hub.ts'

let hub: ToyHub
let connection: ClientConnection
let frames: ServerFrame[]
let seq: number

beforeEach(async () => {
  hub = await toyHub()
  frames = []
  seq = 0
  let issued = 0
  hub.answers.session = (_, response) => {
    issued += 1
    json(response, 200, { token: `token-${issued}`, refresh: `refresh-${issued}`, sub: 'visitor-1', expires: Date.now() + 600_000 })
  }
  connection = createConnection({
    transport: http({ endpoint: hub.endpoint }),
    credentials: visitorSession({ endpoint: hub.endpoint }),
    follow: () => [{ topic: 'me', after: { log: 1, seq } }],
    onFrame: (frame) => frames.push(frame),
    environment: { ...browserEnvironment(), random: () => 0 },
  })
  connection.start()
})
afterEach(async () => {
  connection.stop()
  await hub.close()
})

const state = (wanted: string): Promise<void> =>
  new Promise((resolve) => {
    const off = connection.$state.subscribe((now) => {
      if (now === wanted) queueMicrotask(() => (off(), resolve()))
    })
  })
const streams = (): ToyHub['requests'] => hub.requests.filter(({ path }) => path.startsWith('/hub/stream'))

test('it gets a session, connects, sends, and hears the ack', async () => {
  await state('syncing')
  connection.synced()
  await connection.send(command('command-1'))
  expect(frames.at(-1)).toEqual(ack('command-1'))
  expect(connection.$state.get()).toBe('live')
  expect(streams()[0]?.headers.authorization).toBe('Bearer token-1')
})

test('after a cut it comes back by itself with the cursor of now', async () => {
  await state('syncing')
  seq = 42
  connection.synced()
  hub.stream().destroy()
  await state('syncing')
  expect(streams().map(({ path }) => path)).toEqual(['/hub/stream?follow=me%401.0', '/hub/stream?follow=me%401.42'])
  hub.stream().write(event(beat(43)))
  await expect.poll(() => frames.at(-1)).toEqual(beat(43))
})

test('a hub that forgot the link is connected to again', async () => {
  await state('syncing')
  connection.synced()
  const answer = hub.answers.frames
  hub.answers.frames = (_, response) => json(response, 404, { error: { code: 'request/not-found', message: 'Not found.' } })
  await expect(connection.send(command('command-1'))).rejects.toMatchObject({ code: 'transport/lost' })
  hub.answers.frames = answer
  await state('syncing')
  await connection.send(command('command-1'))
  expect(frames.at(-1)).toEqual(ack('command-1'))
})

test('a token that is refused, or said to be expired, is renewed', async () => {
  await state('syncing')
  const answer = hub.answers.stream
  hub.answers.stream = (request, response, body) =>
    request.headers.authorization === 'Bearer token-1' ? json(response, 401, {}) : answer(request, response, body)
  hub.stream().destroy()
  connection.synced()
  await state('syncing')
  connection.synced()
  hub.stream().write(event({ t: 'bye', code: 'auth/expired' }))
  await state('syncing')
  const tokens = streams().map(({ headers }) => headers.authorization?.replace('Bearer ', ''))
  expect(tokens).toEqual(['token-1', 'token-1', 'token-2', 'token-3'])
})

test('stop frees the socket', async () => {
  await state('syncing')
  connection.stop()
  await hub.until(() => hub.stream().destroyed)
  expect(connection.$state.get()).toBe('idle')
})
