import type { Command } from './commands.ts'
import type { Refusal } from './errors.ts'
import type { PublicEvent, StoredEvent } from './stored-event.ts'
import type { PublicHeader } from './header.ts'
import type { IndexEntry } from './index-entry.ts'
import type { Signal } from './signals.ts'
import type { Actor, Cursor, Id } from './values.ts'

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
  /** Begins to follow a topic. */
  | { readonly t: 'follow'; readonly follow: Follow }
  /** No longer follows a topic. */
  | { readonly t: 'unfollow'; readonly topic: Topic }
  /** Asks for older events; `limit`: so many at most. */
  | { readonly t: 'page'; readonly conversation: Id; readonly before: Cursor; readonly limit: number }
  /** Tells a signal to those who follow the topic. */
  | { readonly t: 'signal'; readonly topic: Topic; readonly signal: Pick<Signal, 'ttl' | 'data'> }

export type ServerFrame =
  /**
   * First on every connection. `now`: the hub's clock. `expires`: when the token ends, by that clock. `you`: whom the token names; absent
   * from a hub that turns away, and from older ones. `files`: whether files are taken; absent as `you` is, and known then at the first file.
   */
  | {
      readonly t: 'hello'
      readonly link: Id
      /** Version of the frames. */
      readonly protocol: number
      readonly now: number
      readonly expires?: number
      readonly you?: Actor
      readonly files?: boolean
    }
  /** All that a reader needs to begin: the header, the newest visible events, the living signals. */
  | {
      readonly t: 'snapshot'
      readonly conversation: Id
      readonly at: Cursor
      readonly header: PublicHeader
      readonly tail: readonly StoredEvent[]
      readonly signals: readonly Signal[]
    }
  /** What lies after what was sent before; `log`: incarnation of the log. */
  | { readonly t: 'events'; readonly conversation: Id; readonly log: number; readonly events: readonly StoredEvent[] }
  /** Events before a cursor, oldest first; `more`: there are older ones. */
  | { readonly t: 'page'; readonly conversation: Id; readonly before: Cursor; readonly events: readonly StoredEvent[]; readonly more: boolean }
  /** A command has its effect, and it is durable; `at`: where the log then stood. */
  | { readonly t: 'ack'; readonly command: Id; readonly at: Cursor }
  /** A command has no effect. */
  | { readonly t: 'refused'; readonly command: Id; readonly refusal: Refusal }
  /** A topic that does not exist for this identity. */
  | { readonly t: 'gone'; readonly topic: Topic }
  /** A signal to those who follow the topic. */
  | { readonly t: 'signal'; readonly topic: Topic; readonly signal: Signal }
  /** Conversations in the lists of the desk that are new or have changed. */
  | { readonly t: 'desk'; readonly entries: readonly IndexEntry[] }
  /** The log is another one: drop what you hold, and follow from the start. `log`: its incarnation. */
  | { readonly t: 'reset'; readonly conversation: Id; readonly log: number }
  /** The hub ends the connection. `after`: milliseconds to wait before the next. */
  | {
      readonly t: 'bye'
      /** Why, as an error code. */
      readonly code: string
      readonly after?: number
    }
  /** Proof of life, every 15 s; newest visible seq of each followed conversation. */
  | { readonly t: 'beat'; readonly heads: Readonly<Record<Id, Cursor>> }

/** What a visitor's connection can carry: no event, header or list that is for staff has a place in it. */
export type VisitorFrame =
  | Exclude<ServerFrame, { readonly t: 'snapshot' | 'events' | 'page' | 'desk' }>
  | (Omit<Extract<ServerFrame, { readonly t: 'snapshot' }>, 'tail'> & { readonly tail: readonly PublicEvent[] })
  | (Omit<Extract<ServerFrame, { readonly t: 'events' | 'page' }>, 'events'> & { readonly events: readonly PublicEvent[] })
