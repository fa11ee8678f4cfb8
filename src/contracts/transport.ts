import type { ClientFrame, Follow, ServerFrame } from '../protocol/index.ts'

export type MaybePromise<T> = T | Promise<T>

/** Why credentials are asked for: the first time, because the hub said that they expired, or because it refused them. */
export type CredentialsReason = 'first' | 'expired' | 'refused'

/** A bearer token, or `undefined` for none. Rejecting makes the attempt fail. */
export type Credentials = (why: CredentialsReason) => MaybePromise<string | undefined>

/**
 * How a client reaches a hub: ONE attempt. Retry, resume and the choice of transport live in the client.
 *
 * - *Cancel*: aborting `signal` before the connection stands rejects with `signal.reason` (already aborted: no work
 *   starts); afterwards it ends `frames` quietly.
 * - *Errors*: always a `HandbackError`: `transport/unauthorized` (not retryable), `transport/unreachable`, `transport/silent`
 *   (asked, and no `hello` in time: something on the way holds answers back), `transport/lost`, `transport/closed`, `transport/protocol`.
 */
export interface Transport {
  readonly name: string
  readonly mode: 'push' | 'poll'
  /** `signals`: typing, deltas and other lossy signals get through in both directions. */
  readonly supports: { readonly signals: boolean }
  connect(options: ConnectOptions): Promise<Connection>
  /**
   * Asks the hub for something that is no frame: a file, an article, a list, a transcript. Absent: not able, and the chat has none of them.
   * Resolves with whatever the hub answers, unless that is an error. *Cancel*: rejects with `signal.reason`. *Errors*: as for `connect`,
   * and the hub's own (`request/not-found`, `request/too-large`, `request/invalid`, `request/rate-limited`, `store/full`).
   */
  request?(request: HubRequest): Promise<Response>
}

/** One question to a hub, answered once. */
export interface HubRequest {
  readonly method: 'GET' | 'POST'
  /** Below the hub's own address, with its query: `/conversations/9f…/files?name=card.png`. */
  readonly path: string
  /** Default none. */
  readonly body?: Blob
  readonly signal?: AbortSignal
  /** Asked once, before the request. */
  readonly credentials: Credentials
  /** How many bytes of `body` have left, as far as that can be known. */
  readonly onProgress?: (sent: number) => void
}

/** One way to a hub, or several with the best first: the client takes the best that works here, and comes back to better ones. */
export type Transports = Transport | readonly Transport[]

export interface ConnectOptions {
  readonly follow: readonly Follow[]
  /** Ends the connection for its whole life. */
  readonly signal: AbortSignal
  /** Asked once per attempt, before the request. A transport always asks with `first`; the client knows the real reason. */
  readonly credentials: Credentials
}

export interface Connection {
  /** First is `hello`; one consumer; ends on close or abort, throws when lost. Breaking out of the loop closes. */
  readonly frames: AsyncIterable<ServerFrame>
  /** Resolves when handed to the wire. The ack is a frame. Rejects `transport/closed` after the end. */
  send(frame: ClientFrame): Promise<void>
  /** Idempotent. */
  close(): Promise<void>
}

/** The part of a hub that an in-process transport uses, so that transports need not know the hub. */
export interface HubLink {
  /** Answers what is no frame, at the hub's own path; absent: a hub that has none of that. */
  fetch?(request: Request): Promise<Response>
  link(identity: Identity, sink: Sink): Link
  /** `undefined` when the token is not valid. */
  authenticate(token: string): Promise<Identity | undefined>
}

/** Who is at the other end of a link; comes from a token only. */
export interface Identity {
  readonly sub: string
  readonly role: 'visitor' | 'agent' | 'supervisor'
  readonly name?: string
  readonly avatar?: string
  /** When the token ends, ms since 1970. */
  readonly expires?: number
}

/** Where a hub writes a link's frames. */
export interface Sink {
  /**
   * One frame as one server-sent event, `data: <json>\n\n`. A socket takes `bytes.subarray(6, bytes.length - 2)`.
   * The same array may go to many sinks and must not be changed. `full`: the receiver is too slow; the hub ends the link.
   */
  write(bytes: Uint8Array): 'ok' | 'full'
  /** The hub has ended the link. */
  close(): void
}

export interface Link {
  readonly id: string
  /** Takes one frame of this link. Never rejects: answers are frames. */
  receive(frame: ClientFrame): Promise<void>
  close(): void
}
