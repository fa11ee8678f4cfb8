import type { Command } from './commands.ts'
import type { Refusal } from './errors.ts'
import type { StoredEvent } from './events.ts'
import type { PublicHeader } from './header.ts'
import type { IndexEntry } from './index-entry.ts'
import type { Signal } from './signals.ts'
import type { Cursor, Id } from './values.ts'

/** Version of the frames, told in `hello`; a hub serves this one and the one before. */
export const PROTOCOL = 1

/** What a connection can follow: its identity's own matters, the agents' desk, one conversation. */
export type Topic = 'me' | 'desk' | `conversation:${Id}`

/** `after` absent: send a snapshot. */
export interface Follow {
  readonly topic: Topic
  readonly after?: Cursor
}

export type ClientFrame =
  /** `seen`: the sender's cursor when the command was first made; bounds the search for an earlier effect. */
  | { readonly t: 'command'; readonly conversation: Id; readonly seen: Cursor | null; readonly command: Command }
  | { readonly t: 'follow'; readonly follow: Follow }
  | { readonly t: 'unfollow'; readonly topic: Topic }
  | { readonly t: 'page'; readonly conversation: Id; readonly before: Cursor; readonly limit: number }
  | { readonly t: 'signal'; readonly topic: Topic; readonly signal: Pick<Signal, 'ttl' | 'data'> }

export type ServerFrame =
  /** First on every connection. `now`: the hub's clock. `expires`: when the token ends, by that clock. */
  | { readonly t: 'hello'; readonly link: Id; readonly protocol: number; readonly now: number; readonly expires?: number }
  | {
      readonly t: 'snapshot'
      readonly conversation: Id
      readonly at: Cursor
      readonly header: PublicHeader
      readonly tail: readonly StoredEvent[]
      readonly signals: readonly Signal[]
    }
  | { readonly t: 'events'; readonly conversation: Id; readonly log: number; readonly events: readonly StoredEvent[] }
  /** Events before a cursor, oldest first; `more`: there are older ones. */
  | { readonly t: 'page'; readonly conversation: Id; readonly before: Cursor; readonly events: readonly StoredEvent[]; readonly more: boolean }
  | { readonly t: 'ack'; readonly command: Id; readonly at: Cursor }
  | { readonly t: 'refused'; readonly command: Id; readonly refusal: Refusal }
  /** A topic that does not exist for this identity. */
  | { readonly t: 'gone'; readonly topic: Topic }
  | { readonly t: 'signal'; readonly topic: Topic; readonly signal: Signal }
  | { readonly t: 'desk'; readonly entries: readonly IndexEntry[] }
  | { readonly t: 'reset'; readonly conversation: Id; readonly log: number }
  /** The hub ends the connection. `after`: milliseconds to wait before the next. */
  | { readonly t: 'bye'; readonly code: string; readonly after?: number }
  /** Proof of life, every 15 s; newest visible seq of each followed conversation. */
  | { readonly t: 'beat'; readonly heads: Readonly<Record<Id, Cursor>> }
