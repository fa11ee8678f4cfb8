import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { EventStore } from '../../src/contracts/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import type { HubOptions } from '../../src/hub/index.ts'
import { createHub } from '../../src/hub/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { greeter } from './greeter.ts'
import { tokens } from './tokens.ts'

/** A request that has come to the hub. */
export interface Seen {
  /** Below the hub's, such as `/stream`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly at: number
  readonly headers: IncomingMessage['headers']
}

export interface FaultsHub {
  readonly port: number
  /** Where it answers without anything in between. */
  readonly endpoint: string
  readonly store: EventStore
  /** Streams that are open now. */
  readonly open: () => number
  /** Requests to `/stream`, `/poll` and so on, oldest first. */
  requests(path: string): readonly Seen[]
  /** Breaks every stream off. */
  cut(): void
}

/** A hub in this process on a real port; `site` is asked first, and says whether a request was its own. It ends with the test. */
export async function startHub(
  options: Partial<HubOptions> = {},
  site?: (request: IncomingMessage, response: ServerResponse) => boolean,
): Promise<FaultsHub> {
  const store = options.store ?? memoryStore()
  const hub = createHub({ provider: greeter(), tokens, ...options, store })
  const handle = nodeHandler(hub)
  const streams = new Set<IncomingMessage>()
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://hub')
    const path = pathname.replace(/^\/handback/, '')
    if (path === '/stream' && request.method === 'GET') {
      streams.add(request)
      response.on('close', () => streams.delete(request))
    }
    seen.push({ path, query, at: performance.now(), headers: request.headers })
    if (!site?.(request, response) && !handle(request, response)) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    await hub.close()
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
    await store.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    endpoint: `http://127.0.0.1:${port}/handback`,
    store,
    open: () => streams.size,
    requests: (path) => seen.filter((one) => one.path === path),
    cut: () => streams.forEach((request) => request.destroy()),
  }
}
