import type { ConnectOptions, Connection, Transport } from '../contracts/index.ts'
import { asyncQueue } from '../internal/async-queue.ts'
import { after } from '../internal/backoff.ts'
import { hubAddress } from '../internal/hub-address.ts'
import { closed, lost, misunderstood, reach, silent, tooLong, unreachable } from '../internal/transport-errors.ts'
import { type AskOptions, askHub } from './http/ask.ts'
import { CLIENT_FRAME_BYTES, HandbackError, type ServerFrame, decodeServerFrame, encodeFrame, fitsBytes, formatFollow } from '../protocol/index.ts'

export type { AskOptions } from './http/ask.ts'

/** Frames that may wait for the owner; more means that he is too slow, and the connection is lost. */
const UNREAD = 1_000
/** Bytes that may wait for the wire, and how long so many may wait before the connection is lost, in ms. */
const UNSENT = 1_048_576
const DRAIN = 10_000

/** The part of a `WebSocket` that is used. */
export interface SocketLike {
  readonly readyState: number
  readonly bufferedAmount: number
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void
  send(data: string): void
  close(): void
}

export interface WebSocketOptions extends Pick<AskOptions, 'fetch' | 'XMLHttpRequest'> {
  /** Where the hub answers: absolute (`http`, `https`, `ws` or `wss`), or relative to the page: `/handback`. */
  readonly endpoint: string
  /** Default: `globalThis.WebSocket`, read at each call. */
  readonly WebSocket?: new (url: string) => SocketLike
  /** How long a hub may take from the request to its `hello`, in ms. Default 4,000. */
  readonly helloTimeout?: number
}

/**
 * Reaches a hub by one WebSocket at `<endpoint>/socket`, both ways. The token goes in the first message, never in the URL.
 * ONE attempt per `connect`, as the contract says. The hub needs `socketHandler` (handback/hub/node).
 *
 * - `connect` rejects `transport/unauthorized`, `transport/unreachable` (no socket came about, which is all that a page
 *   learns, or the hub is busy: with `retryAfter`), `transport/silent` (no `hello` in time) or `transport/protocol`.
 * - `send` resolves when the socket has taken the frame, and rejects `request/too-large` for one above 64 KiB. While more
 *   than 1 MiB waits for the wire it rejects `transport/unreachable`; after 10 s of that the connection is lost.
 * - `request` goes by HTTP, to the same address.
 *
 * @example createChat({ transport: [webSocket({ endpoint: '/handback' }), ...http({ endpoint: '/handback' })], credentials })
 */
export function webSocket(options: WebSocketOptions): Transport {
  return {
    name: 'websocket',
    mode: 'push',
    supports: { signals: true },
    connect: (connect) => open(options, connect),
    request: (asked) => askHub({ ...options, endpoint: options.endpoint.replace(/^ws/, 'http') }, asked),
  }
}

async function open(options: WebSocketOptions, { follow, signal, credentials }: ConnectOptions): Promise<Connection> {
  const { endpoint, WebSocket, helloTimeout = 4_000 } = options
  const token = await reach(signal, () => credentials('first'))
  return reach(
    signal,
    () =>
      new Promise((resolve, reject) => {
        // a Request knows what a relative address means here, which not every browser's WebSocket does
        const url = new Request(hubAddress(endpoint, '/socket')).url.replace(/^http/, 'ws')
        const socket: SocketLike = new (WebSocket ?? globalThis.WebSocket)(url)
        const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: () => end() })
        let over = false
        let greeted = false
        let stuck = false

        function end(error?: HandbackError): void {
          if (over) return
          over = true
          stopTimer()
          signal.removeEventListener('abort', abort)
          if (error) queue.fail(error)
          else queue.end()
          reject(error)
          socket.close()
        }
        const abort = (): void => end()
        signal.addEventListener('abort', abort)
        let stopTimer = after(helloTimeout, () => end(silent('No answer.')))

        const connection: Connection = {
          frames: queue,
          async send(frame) {
            if (over || socket.readyState !== 1) throw closed()
            const json = encodeFrame(frame)
            if (!fitsBytes(json, CLIENT_FRAME_BYTES)) throw tooLong()
            if (socket.bufferedAmount > UNSENT) {
              if (!stuck)
                stopTimer = after(DRAIN, () => {
                  stuck = false
                  if (socket.bufferedAmount > UNSENT) end(lost('Not sent.'))
                })
              stuck = true
              throw unreachable('Too much waits.')
            }
            socket.send(`{"frames":[${json}]}`)
          },
          async close() {
            end()
          },
        }

        socket.addEventListener('open', () => socket.send(JSON.stringify({ token, follow: follow.map(formatFollow) })))
        socket.addEventListener('message', ({ data }) => {
          const frame = decodeServerFrame(String(data))
          if (!frame) return
          if (!greeted && frame.t !== 'hello') return end(misunderstood())
          if (!queue.push(frame)) return end(lost('Read too slowly.'))
          if (greeted) return
          greeted = true
          stopTimer()
          resolve(connection)
        })
        // 'close' follows and says more
        socket.addEventListener('error', () => undefined)
        socket.addEventListener('close', ({ code, reason }) => {
          if (greeted) end(lost('Ended.'))
          else if (code === 4401) end(new HandbackError('transport/unauthorized', 'Refused.'))
          else if (code === 4400) end(misunderstood())
          else end(unreachable('No connection.', { retryAfter: (code === 1013 && +reason) || undefined }))
        })
      }),
  )
}
