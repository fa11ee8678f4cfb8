import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sink } from '../../contracts/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import { followAll } from '../follow-all.ts'
import type { Hub } from '../hub.ts'
import type { Ask, BodyOptions, Reply } from './reply.ts'
import { tooLarge } from './reply.ts'
import { below, route } from './routes.ts'

export { browserFiles } from './browser-files.ts'
export type { DrainOptions } from './drain.ts'
export { drain } from './drain.ts'
export { socketHandler } from './socket.ts'

const collect = (request: IncomingMessage, limit: number, { signal, onBytes }: BodyOptions = {}): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    let chunks: Buffer[] | undefined = []
    let size = 0
    // what follows is read and dropped, so that the answer can still be sent; nothing that outlives the body may hold its bytes
    const ended = (): readonly Buffer[] => {
      signal?.removeEventListener('abort', late)
      const all = chunks ?? []
      chunks = undefined
      return all
    }
    const fail = (error: unknown): void => {
      ended()
      reject(error)
    }
    const late = (): void => fail(signal?.reason)
    request.on('data', (chunk: Buffer) => {
      if (!chunks) return
      size += chunk.length
      if (size > limit) return fail(tooLarge(limit))
      try {
        onBytes?.(chunk.length)
        chunks.push(chunk)
      } catch (error) {
        fail(error)
      }
    })
    request.on('end', () => resolve(Buffer.concat(ended())))
    const broken = (cause?: unknown): void => fail(new HandbackError('request/invalid', 'The body could not be read.', { cause }))
    request.on('error', broken)
    signal?.addEventListener('abort', late, { once: true })
    request.on('close', () => chunks && broken())
    // given up before anybody listened: it tells nothing any more
    if (request.destroyed) broken()
  })

function asked(request: IncomingMessage, response: ServerResponse, url: URL, path: string): Ask {
  return {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    get gone() {
      const gone = new AbortController()
      if (response.destroyed) gone.abort()
      else response.once('close', () => gone.abort())
      return gone.signal
    },
    header(name) {
      const value = request.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    body: (limit, options) => collect(request, limit, options),
  }
}

/** A response as a sink: raw writes; a receiver that does not keep up is cut together with what waits for it. */
function sinkOf(response: ServerResponse, buffer: number): Sink {
  let full = false
  return {
    write(bytes) {
      if (full || response.destroyed) return 'full'
      response.write(bytes)
      full = response.writableLength > buffer
      return full ? 'full' : 'ok'
    },
    close() {
      // an end would wait for a receiver that may never read, and keep all of it until then
      if (full) response.destroy()
      else response.end()
    },
  }
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })

function send(hub: Pick<Hub, 'link' | 'ports'>, response: ServerResponse, reply: Reply): void {
  if (reply.type === 'json') {
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) }).end(reply.body)
    return
  }
  if (reply.type === 'bytes') {
    const { body, late, sent } = reply
    const cut = (): void => void response.destroy()
    const closed = (): void => {
      late.removeEventListener('abort', cut)
      sent()
    }
    // a response that has closed before tells nobody again
    if (response.destroyed) return closed()
    late.addEventListener('abort', cut)
    response.once('close', closed).writeHead(200, { ...reply.headers, 'content-length': body.length }).end(body)
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
  response.write(reply.preface)
  const link = hub.link(reply.identity, sinkOf(response, hub.ports.buffer))
  response.on('close', link.close)
  void followAll(link, reply.follow, () => (response.writableNeedDrain && !response.destroyed ? drained(response) : undefined))
}

/**
 * A hub on Node's own http server: responses are written directly, because a web stream in between costs twice the memory.
 *
 * @returns a handler that answers what lies below the hub's path and returns `false` for everything else.
 * @example
 * const chat = nodeHandler(hub)
 * createServer((request, response) => chat(request, response) || site(request, response))
 */
export function nodeHandler(hub: Pick<Hub, 'link' | 'ports'>): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    const path = url ? below(hub.ports.path, url.pathname) : undefined
    if (!url || path === undefined) return false
    route(hub.ports, asked(request, response, url, path)).then((reply) => send(hub, response, reply), hub.ports.onError)
    return true
  }
}
