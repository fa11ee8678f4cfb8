import type { ConnectOptions, Connection, Transport } from '../contracts/index.ts'
import { asyncQueue } from '../internal/async-queue.ts'
import { after } from '../internal/backoff.ts'
import { lineLives } from '../internal/line-lives.ts'
import { closed, lost, misunderstood, reach, tooLong, unreachable } from '../internal/transport-errors.ts'
import { type HandbackError, type ServerFrame, decodeServerFrames, formatFollow, isHandbackError } from '../protocol/index.ts'
import { refusalOf } from './http/refusal.ts'
import { type FetchLike, exchange } from './http/request.ts'
import { sender } from './http/sender.ts'
import { serverFrames } from './http/stream.ts'

export type { FetchLike, FetchResponse } from './http/request.ts'
export { type SessionOptions, type SessionStorage, visitorSession } from './http/session.ts'

/** Frames that may wait for the owner; more means that he is too slow, and the connection is lost. */
const UNREAD = 1_000

export interface HttpOptions {
  /** Where the hub answers, absolute or relative to the page: `/handback`. */
  readonly endpoint: string
  /** Default: `globalThis.fetch`, read at each call. */
  readonly fetch?: FetchLike
  /** How long a hub may take from the request to its `hello`, in ms; a proxy that holds streams back never lets it through. Default 4,000. */
  readonly helloTimeout?: number
  /** How long a POST of frames may take, in ms. Default 15,000. */
  readonly sendTimeout?: number
}

/**
 * Reaches a hub by HTTP: frames come down one server-sent stream read by `fetch`, frames go up by POST, in order, one
 * request at a time. The token stands in the Authorization header only. ONE attempt per `connect`, as the contract says.
 *
 * - `connect` rejects `transport/unauthorized` (401), `transport/unreachable` (network, 408, 425, 429, 5xx, no `hello` in
 *   time; with `retryAfter` when the hub said so) or `transport/protocol` (anything that is not a hub).
 * - `send` resolves when the POST was answered. A failed POST (413: `request/too-large`) rejects its frames and those waiting behind them, and leaves
 *   the stream alone, unless the hub no longer knows the link: then the connection is lost.
 *
 * @example createChat({ transport: http({ endpoint: '/handback' }), credentials: visitorSession({ endpoint: '/handback' }) })
 */
export function http(options: HttpOptions): Transport {
  return { name: 'http', mode: 'push', supports: { signals: true }, connect: (connect) => open(options, connect) }
}

async function open(options: HttpOptions, { follow, signal, credentials }: ConnectOptions): Promise<Connection> {
  const { endpoint, fetch, helloTimeout = 4_000, sendTimeout = 15_000 } = options
  const token = await reach(signal, () => credentials('first'))
  signal.throwIfAborted()

  const life = new AbortController()
  const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: () => life.abort(closed()) })
  const posts = sender(post)
  let link = ''
  life.signal.addEventListener('abort', () => {
    queue.end()
    posts.close(isHandbackError(life.signal.reason) ? life.signal.reason : closed())
  })
  signal.addEventListener('abort', () => life.abort(signal.reason), { signal: life.signal })

  function lose(error: HandbackError): void {
    queue.fail(error)
    life.abort(error)
  }
  function put(frame: ServerFrame): void {
    if (!queue.push(frame)) lose(lost('Read too slowly.'))
  }
  async function post(body: string): Promise<void> {
    const headers = { 'handback-link': link }
    const answer = await exchange(`${endpoint}/frames`, { fetch, token, headers, body, signal: life.signal, timeout: sendTimeout })
    if (answer.status === 404) lose(lost('Unknown link.'))
    if (answer.status === 413) throw tooLong()
    if (answer.status !== 200) throw refusalOf(answer)
    const frames = decodeServerFrames(answer.text)
    if (!frames) throw misunderstood()
    frames.forEach(put)
  }

  const query = new URLSearchParams(follow.map((item) => ['follow', formatFollow(item)]))
  const frames = serverFrames(`${endpoint}/stream?${query}`, {
    fetch,
    token,
    signal: life.signal,
    // A comment tells that the hub lives, as a beat does; the owner need not hear it while he has frames to read.
    onActivity: () => link && queue.size === 0 && put(lineLives),
  })
  const stopTimer = after(helloTimeout, () => life.abort(unreachable('No answer.')))
  try {
    const first = await reach(life.signal, () => frames.next())
    life.signal.throwIfAborted()
    if (first.done) throw unreachable('Ended.')
    if (first.value.t !== 'hello') throw misunderstood()
    link = first.value.link
    put(first.value)
  } catch (error) {
    life.abort(error)
    throw error
  } finally {
    stopTimer()
  }

  async function pump(): Promise<void> {
    try {
      for await (const frame of frames) put(frame)
      lose(lost('Ended.'))
    } catch (error) {
      lose(lost('Broken off.', { cause: error }))
    }
  }
  void pump()

  return {
    frames: queue,
    send: posts.send,
    async close() {
      life.abort(closed())
    },
  }
}
