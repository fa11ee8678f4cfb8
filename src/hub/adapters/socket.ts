import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { CLIENT_BODY_BYTES, HandbackError, toWire } from '../../protocol/index.ts'
import type { Hub } from '../hub.ts'
import { below } from './routes.ts'
import { originAllowed } from './socket/origin.ts'
import { socketLink } from './socket/socket-link.ts'

/** Sockets that may wait to be let in, and for how long one that says nothing keeps its place when there are more, in ms. */
const WAITING = 1_000
const PLACE_FOR = 1_000

/** How long a peer may take to answer that it has heard the end, in ms. */
const CLOSE_WITHIN = 5_000

/** In a constant, because the types of `ws` do not name `closeTimeout`. */
const limits = { noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: CLIENT_BODY_BYTES, closeTimeout: CLOSE_WITHIN }

/** Answers a request for a socket that will be none. */
function refuse(socket: Duplex, status: string, error: HandbackError): void {
  const body = JSON.stringify({ error: toWire(error) })
  const after = error.retryAfter === undefined ? [] : [`retry-after: ${Math.ceil(error.retryAfter / 1_000)}`]
  const head = ['content-type: application/json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close', ...after]
  // who has gone already need not hear it, and a peer that reads nothing is not waited for
  socket.on('error', () => undefined)
  socket.once('finish', () => socket.destroy())
  socket.end([`HTTP/1.1 ${status}`, ...head, '', body].join('\r\n'))
}

const forbidden = (): HandbackError => new HandbackError('request/invalid', 'Pages of this origin may not use this hub.')
const busy = (): HandbackError => new HandbackError('hub/busy', 'Too many come at once.', { retryable: true, retryAfter: PLACE_FOR })

/**
 * A hub's WebSocket, at `/socket` below its path, for the `upgrade` event of Node's own http server. The token comes in the
 * first message, never in a URL. A page of another host is refused with 403 unless the hub's `origins` name its origin; a
 * proxy must pass the `Host` header on. While 1,000 sockets wait to be let in, more are refused with 503, and those that
 * have kept silent for a second make place.
 *
 * @returns a handler that takes what lies at that address and returns `false` for everything else. Never throws.
 * @example
 * const sockets = socketHandler(hub)
 * server.on('upgrade', (request, socket, head) => sockets(request, socket, head) || socket.destroy())
 */
export function socketHandler(hub: Pick<Hub, 'link' | 'ports'>): (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean {
  const server = new WebSocketServer(limits)
  /** Who waits to be let in, the oldest first, and since when nothing has come from it: never for who asks, always for who is refused. */
  const waiting = new Map<WebSocket, number>()

  function hasPlace(): boolean {
    if (waiting.size < WAITING) return true
    for (const [oldest, since] of waiting) {
      if (performance.now() - since < PLACE_FOR) continue
      waiting.delete(oldest)
      oldest.terminate()
      return true
    }
    return false
  }

  return (request, socket, head) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    if (!url || below(hub.ports.path, url.pathname) !== '/socket') return false
    if (!originAllowed(request.headers, hub.ports.origins)) refuse(socket, '403 Forbidden', forbidden())
    else if (!hasPlace()) refuse(socket, '503 Service Unavailable', busy())
    else
      server.handleUpgrade(request, socket, head, (opened) => {
        waiting.set(opened, performance.now())
        const since = (time: number): void => {
          if (waiting.has(opened)) waiting.set(opened, time)
        }
        socketLink(hub, opened, { asks: () => since(Infinity), refused: () => since(-Infinity), over: () => waiting.delete(opened) })
      })
    return true
  }
}
