import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sink } from '../../contracts/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { Hub } from '../hub.ts'
import type { Ask, Reply } from './routes.ts'
import { below, route } from './routes.ts'

export { browserFiles } from './browser-files.ts'

/** Bytes that may wait for a slow receiver before it is cut. */
const BUFFER = 1_048_576

const collect = (request: IncomingMessage, limit: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      // the rest is read and dropped, so that the answer can still be sent
      if (size > limit) reject(new HandbackError('request/too-large', `At most ${limit} bytes.`))
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.on('error', (cause) => reject(new HandbackError('request/invalid', 'The body could not be read.', { cause })))
  })

function asked(request: IncomingMessage, url: URL, path: string): Ask {
  return {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    header(name) {
      const value = request.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    body: (limit) => collect(request, limit),
  }
}

/** A response as a sink: raw writes, and an end when the receiver does not keep up. */
function sinkOf(response: ServerResponse): Sink {
  return {
    write(bytes) {
      if (response.destroyed) return 'full'
      response.write(bytes)
      return response.writableLength > BUFFER ? 'full' : 'ok'
    },
    close() {
      response.end()
    },
  }
}

function send(hub: Hub, response: ServerResponse, reply: Reply): void {
  if (reply.type === 'json') {
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) }).end(reply.body)
    return
  }
  response.writeHead(200, reply.headers)
  if (reply.type === 'file') {
    pipeline(Readable.from(reply.body), response).catch(() => {
      // the receiver has gone, or what failed is told already; either way the response has ended
    })
    return
  }
  response.socket?.setNoDelay(true)
  const link = hub.link(reply.identity, sinkOf(response))
  response.on('close', link.close)
  for (const follow of reply.follow) void link.receive({ t: 'follow', follow })
}

/**
 * A hub on Node's own http server: responses are written directly, because a web stream in between costs twice the memory.
 *
 * @returns a handler that answers what lies below the hub's path and returns `false` for everything else.
 * @example
 * const chat = nodeHandler(hub)
 * createServer((request, response) => chat(request, response) || site(request, response))
 */
export function nodeHandler(hub: Hub): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    const path = url ? below(hub.ports.path, url.pathname) : undefined
    if (!url || path === undefined) return false
    route(hub.ports, asked(request, url, path)).then((reply) => send(hub, response, reply), hub.ports.onError)
    return true
  }
}
