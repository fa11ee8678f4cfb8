import type { Actor, Audience, Id } from './values.ts'

/**
 * Something lossy and short-lived, never in the log: the newest of a `key` wins and ends `ttl` milliseconds after
 * it was received, by the receiver's clock. `by` and `audience` are stamped by the hub.
 */
export interface Signal {
  /** Unique within its topic for one meaning and author: `typing:<actor>`, `text:<message>`, `queue`. */
  readonly key: string
  readonly by: Actor
  readonly audience: Audience
  /** Milliseconds; 0 ends a living signal of the same key at once. */
  readonly ttl: number
  readonly data: SignalData
}

/** Data of each signal. Open: a reader ignores a type that it does not know. */
export type SignalData =
  | { readonly type: 'typing' }
  /** Words of a streamed answer; `offset` in UTF-16 units of this attempt's text. */
  | { readonly type: 'text-delta'; readonly message: Id; readonly attempt: number; readonly offset: number; readonly text: string }
  /** Asks the hub that runs the stream to send it from the start. */
  | { readonly type: 'stream-ask'; readonly message: Id }
  /** Place in line from 1, and the estimated wait in milliseconds when it can be told. */
  | { readonly type: 'queue'; readonly place: number; readonly wait?: number }

/** A visitor types for at most this long without renewal, in milliseconds; renewed every `TYPING_RENEW`. */
export const TYPING_TTL = 6000
export const TYPING_RENEW = 3000
