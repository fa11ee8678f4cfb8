import type { ReadableAtom } from 'nanostores'
import type { Credentials, Transports } from '../contracts/index.ts'
import type { ClientFrame, Follow, HandbackError, ServerFrame } from '../protocol/index.ts'
import type { ConnectionState } from './api.ts'
import { type ConnectionEnvironment, browserEnvironment } from './connection-environment.ts'
import { createLife } from './connection-life.ts'
import { createLateConnection } from './late-connection.ts'

export interface ConnectionOptions {
  /** One way to the hub, or several with the best first. */
  readonly transport: Transports
  /** Default: no token. */
  readonly credentials?: Credentials | undefined
  /** Takes every frame, `hello` and `bye` too. What it throws goes to `$error` and hurts nothing. */
  onFrame(frame: ServerFrame): void
  /** Asked at each attempt: the topics and their cursors now. */
  follow(): readonly Follow[]
  /** Whether the choice of a way is this connection's; default always. */
  readonly mayChoose?: (() => boolean) | undefined
  /** Default: {@link browserEnvironment}. */
  readonly environment?: ConnectionEnvironment
}

export interface ClientConnection {
  /** See {@link ConnectionState}; `idle` before `start` and after `stop`. */
  readonly $state: ReadableAtom<ConnectionState>
  /** What went wrong last; null again at the next `hello` or `start`. The same failure of many tries is one. */
  readonly $error: ReadableAtom<HandbackError | null>
  /** Connects, and connects again after each loss until `stop`. Idempotent. */
  start(): void
  /** Hands a frame to the wire. Rejects `transport/closed` while there is no connection; nothing is kept for later. */
  send(frame: ClientFrame): Promise<void>
  /** The owner says that it has caught up: `syncing` becomes `live`, or `polling` on a poll transport. */
  synced(): void
  /** Tries once at once, also when the hub asked to wait or refused the credentials twice. */
  wake(): void
  /** Ends the connection and all tries. Idempotent. */
  stop(): void
}

/**
 * The policy around a transport, which makes one attempt each: when to try, with which credentials, and what to show.
 *
 * - Waits are full jitter under 500 ms · 2^n, at most 5 s: somebody is looking at the page, and hubs spread their goodbyes.
 *   A Retry-After or `bye.after` is waited first. Ten seconds of connection begin the row again. Going online, showing the
 *   page or coming back to it tries once at once.
 * - `credentials` hears `expired` after a `bye` with `auth/expired`, and `refused` once after `transport/unauthorized`.
 *   A second refusal in a row leaves it `offline` until `wake`. Where they throw, or give what is no token, `$error` is `client/credentials` with
 *   their own words, and they are asked again after the usual wait.
 * - 37.5 s without a frame lose the connection; so does the browser's going offline, and coming back to a page on which nothing was heard for 17 s.
 * - Of several transports the best that works is taken, see `ways.ts`. While a worse one serves, the better ones are tried beside it: soon,
 *   after 30 s, then ever more seldom, up to every 10 minutes. One that brings a heartbeat of its own, see `proof.ts`, takes over from the cursor;
 *   nothing is shown of it but the state.
 *
 * @example
 * const connection = createConnection({ transport, credentials, onFrame: apply, follow: () => [{ topic: 'me' }] })
 * connection.start()
 */
export function createConnection({ environment = browserEnvironment(), ...options }: ConnectionOptions): ClientConnection {
  const part = { createLife, browserEnvironment: () => environment }
  return createLateConnection(options, { part, load: async () => part })
}
