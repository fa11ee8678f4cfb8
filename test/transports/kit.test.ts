import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Transport } from '../../src/contracts/index.ts'
import { serveLinks } from '../../src/hub/adapters/tabs/serve-links.ts'
import { newId } from '../../src/internal/ids.ts'
import { type LinesEnvironment, browserLines } from '../../src/internal/tab-lines.ts'
import { type TransportSuiteOptions, transportSuite } from '../../src/testing/index.ts'
import { broadcastChannel } from '../../src/transports/broadcast-channel.ts'
import { type HttpOptions, longPoll, shortPoll, sse } from '../../src/transports/http.ts'
import { inProcess } from '../../src/transports/in-process.ts'
import { webSocket } from '../../src/transports/websocket.ts'
import { kitTest } from '../stores/kit-test.ts'
import { mountKit, serveKit } from './kit-servers.ts'

/** Shorter times than on real networks, so that the checks which wait for them are quick. */
const times = { helloTimeout: 1_000, interval: 50, wait: 2_000 }
const over = (transportAt: (endpoint: string) => Transport): TransportSuiteOptions['serve'] => (hub) => serveKit(hub, transportAt)
const overHttp = (make: (options: HttpOptions) => Transport): TransportSuiteOptions['serve'] => over((endpoint) => make({ ...times, endpoint }))
const overFetch = (make: (options: HttpOptions) => Transport): TransportSuiteOptions['serve'] => (hub) => ({
  transport: make({ ...times, endpoint: 'http://site.example/handback', fetch: mountKit(hub) }),
  close: () => undefined,
})

/** The file that it comes from, what it is, how it is reached. */
const ways: readonly (readonly [file: string, name: string, mode: Transport['mode'], serve: TransportSuiteOptions['serve']])[] = [
  ['in-process', 'in process', 'push', (hub) => ({ transport: inProcess(hub), close: () => undefined })],
  ['http', 'server-sent events', 'push', overHttp(sse)],
  ['http', 'long polling', 'poll', overHttp(longPoll)],
  ['http', 'short polling', 'poll', overHttp(shortPoll)],
  ['http', 'server-sent events of a hub that answers requests', 'push', overFetch(sse)],
  ['http', 'long polling of a hub that answers requests', 'poll', overFetch(longPoll)],
  ['websocket', 'a WebSocket', 'push', over((endpoint) => webSocket({ ...times, endpoint }))],
  [
    'broadcast-channel',
    'a broadcast channel',
    'push',
    (hub) => {
      const name = newId()
      const close = serveLinks(hub, { name, environment: browserLines() as LinesEnvironment, onError: () => undefined })
      return { transport: broadcastChannel({ name }), close }
    },
  ],
]

describe.each(ways)('%s: %s', (_file, _name, mode, serve) => {
  transportSuite(kitTest, { mode, supports: { signals: true }, serve })
})

test('every transport that ships passes the kit, but for the player of records, which has no hub', () => {
  const files = readdirSync(new URL('../../src/transports', import.meta.url)).filter((file) => file.endsWith('.ts'))
  expect(files.map((file) => file.slice(0, -3)).toSorted()).toEqual([...new Set([...ways.map(([file]) => file), 'replay'])].toSorted())
})
