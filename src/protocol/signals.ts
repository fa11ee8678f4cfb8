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
  /** Its author is writing. */
  | { readonly type: 'typing' }
  /** Words of a streamed answer; `offset` in UTF-16 units of this attempt's text. */
  | {
      readonly type: 'text-delta'
      readonly message: Id
      /** Attempt of the turn; a higher one starts from the beginning. */
      readonly attempt: number
      readonly offset: number
      /** The words from there on. */
      readonly text: string
    }
  /** Asks the hub that runs the stream to send it from the start. */
  | { readonly type: 'stream-ask'; readonly message: Id }
  /** Place in line from 1, and the estimated wait in milliseconds when it can be told. */
  | {
      readonly type: 'queue'
      /** Place in line, from 1. */
      readonly place: number
      /** Estimated wait in milliseconds. */
      readonly wait?: number
    }
  /** Its author's client has everything up to this seq. */
  | {
      readonly type: 'delivered'
      /** The newest event that was received. */
      readonly seq: number
    }

/** A visitor types for at most this long without renewal, in milliseconds; renewed every `TYPING_RENEW`. */
export const TYPING_TTL = 6000
/** How often a typing signal is renewed while its author types, in milliseconds. */
export const TYPING_RENEW = 3000
