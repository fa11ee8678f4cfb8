import type { Transport } from '../contracts/index.ts'
import type { HttpOptions } from './http/options.ts'
import { way } from './http/way.ts'

export type { UploadLike } from './http/ask.ts'
export type { HttpOptions } from './http/options.ts'
export type { FetchLike, FetchResponse } from './http/request.ts'
export { type SessionOptions, type SessionStorage, visitorSession } from './http/session.ts'

/** Loaded when a page first talks: before that it needs none of it. */
const talk = () => import('./http/connect.ts')

/**
 * Frames come down one server-sent stream read by `fetch`. ONE attempt per `connect`, as the contract says; in all three
 * transports of this file frames go up by POST, in order, one request at a time, and the token stands in the Authorization
 * header only.
 *
 * - `connect` rejects `transport/unauthorized` (401), `transport/silent` (no `hello` in time), `transport/unreachable` (network, 408, 425,
 *   429, 5xx; with `retryAfter` when the hub said so) or `transport/protocol` (anything that is not a hub).
 * - `frames` throws `transport/lost` when the stream ends, breaks or is no UTF-8, when the hub no longer knows the link, and when the owner lets
 *   1,000 frames wait.
 * - `send` resolves when the POST was answered. A failed POST (413: `request/too-large`) rejects its frames and those waiting behind them, and
 *   leaves the connection alone, unless the hub no longer knows the link.
 * - `request` has the hub's own errors as they are, and `transport/unauthorized`, `transport/unreachable` or `transport/protocol` like
 *   `connect`; progress is told where there is an `XMLHttpRequest`.
 *
 * @example createDesk({ transport: sse({ endpoint: '/handback' }), credentials, me })
 */
export const sse = (options: HttpOptions): Transport => way('sse', options, talk)

/**
 * Frames come down as answers to requests that the hub holds until there is something to tell, for ways on which streams do
 * not get through. Rejects like {@link sse}; a poll that fails, whose answer begins 10 s later than it may be held or stops for 10 s, is
 * `transport/lost` (401: `transport/unauthorized`). The end is told to the hub, as far as the page still can.
 *
 * @example createChat({ transport: longPoll({ endpoint: '/handback' }), credentials })
 */
export const longPoll = (options: HttpOptions): Transport => way('long-poll', options, talk)

/**
 * Frames come down as answers to requests that are answered at once, for ways on which no answer may take its time: every
 * `interval`, at once after a `send`, and at once after an answer that had something, five times in a row at most. Fails like {@link longPoll}.
 *
 * @example createChat({ transport: shortPoll({ endpoint: '/handback', interval: 5_000 }), credentials })
 */
export const shortPoll = (options: HttpOptions): Transport => way('short-poll', options, talk)

/**
 * Every way to reach a hub by HTTP, best first: {@link sse}, {@link longPoll}, {@link shortPoll}. The client takes the first that works where the
 * page is, and comes back to better ones.
 *
 * @example createChat({ transport: http({ endpoint: '/handback' }), credentials: visitorSession({ endpoint: '/handback' }) })
 */
export const http = (options: HttpOptions): readonly Transport[] => [sse(options), longPoll(options), shortPoll(options)]
