import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Identity } from '../../src/contracts/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import { createTokens } from '../../src/hub/index.ts'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import { decodeServerFrame } from '../../src/protocol/index.ts'
import { sseEvents } from '../../src/internal/sse.ts'
import type { World } from './world.ts'
import { key } from './world.ts'

/** One request to a hub, below its path. */
export type AskHub = (path: string, init?: RequestInit) => Promise<Response>

/** A hub behind a real server of Node. Everything else on that server answers `elsewhere`. */
export async function serve(world: World): Promise<{ readonly endpoint: string; readonly port: number; readonly ask: AskHub }> {
  const handle = nodeHandler(world.hub)
  const server = createServer((request, response) => {
    if (!handle(request, response)) response.writeHead(404).end('elsewhere')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}/handback`
  return { endpoint, port, ask: (path, init) => fetch(endpoint + path, init) }
}

/** The same hub without a server, as frameworks use it. */
export function mounted(world: World): AskHub {
  const handle = world.hub.fetch
  return async (path, init) => (await handle(new Request(`http://site.example/handback${path}`, init))) ?? new Response('elsewhere', { status: 404 })
}

export async function tokenOf(world: World, identity: Identity, ttl?: number): Promise<string> {
  return (await createTokens(key, { now: () => world.clock.now }).issue(identity, ttl)).token
}

export const json = { 'content-type': 'application/json' }
export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })

export interface Answered {
  readonly status: number
  readonly body: string
}

export const answered = async (response: Response): Promise<Answered> => ({ status: response.status, body: await response.text() })

/** Frames by POST, and their answer. */
export const post = async (
  ask: AskHub,
  token: string | undefined,
  frames: readonly ClientFrame[],
  headers: Record<string, string> = {},
): Promise<Answered> =>
  answered(
    await ask('/frames', {
      method: 'POST',
      headers: { ...json, ...(token === undefined ? {} : bearer(token)), ...headers },
      body: JSON.stringify({ frames }),
    }),
  )

/** Reads a hub's stream in the background until `stop`. */
export async function stream(ask: AskHub, token: string, follow: readonly string[]) {
  const life = new AbortController()
  onTestFinished(() => life.abort())
  const query = new URLSearchParams(follow.map((topic) => ['follow', topic]))
  const response = await ask(`/stream?${query}`, { headers: bearer(token), signal: life.signal })
  const frames: ServerFrame[] = []
  let bytes = ''
  const read = async (): Promise<void> => {
    if (!response.body) throw new Error('A stream without a body.')
    for await (const text of sseEvents(response.body, { maxBufferSize: 2_000_000, signal: life.signal })) {
      bytes += `${text}\n`
      const frame = decodeServerFrame(text)
      if (frame) frames.push(frame)
    }
  }
  const done = read().catch((error: unknown) => {
    if (!life.signal.aborted) throw error
  })
  return {
    status: response.status,
    headers: response.headers,
    frames,
    get bytes() {
      return bytes
    },
    done,
    stop: () => life.abort(),
  }
}
