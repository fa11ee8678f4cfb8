import type { PublicEventMap } from './events.ts'
import type { StaffEventMap } from './staff-events.ts'
import type { Actor, Audience, Id } from './values.ts'

/** Data of each event type. */
export interface EventMap extends PublicEventMap, StaffEventMap {}

export type EventType = keyof EventMap

/** Types of the events that everyone may see. */
export type PublicEventType = keyof PublicEventMap

/** An event before it has its place in the log. */
export type DraftEvent = {
  [T in EventType]: { readonly type: T; readonly by: Actor; readonly audience: Audience; readonly data: EventMap[T] }
}[EventType]

/**
 * One entry of a conversation's log. From the wire and from old logs `type` may be unknown and `data` anything:
 * folds narrow it and ignore what they cannot read.
 */
export interface StoredEvent {
  /** Dense number in its log, 1..n. */
  readonly seq: number
  /** Milliseconds since 1970, never decreasing within a log. */
  readonly at: number
  /** Who wrote it, from their token. */
  readonly by: Actor
  readonly type: string
  readonly audience: Audience
  readonly data: unknown
  /** `seq` of the event before it that everyone may see; 0 when there is none. */
  readonly prev: number
  /** Id of the command that made it. */
  readonly cause: Id
  /** Digest of that command's body, to tell a retry from another command under the same id. Never leaves the hub. */
  readonly digest?: string
}

/** An event as a visitor gets it: a note, a draft or what the assistant thinks has no place in this type. */
export type PublicEvent = {
  [T in PublicEventType]: Omit<StoredEvent, 'digest' | 'type' | 'audience' | 'data'> & {
    readonly type: T
    readonly audience: 'everyone'
    readonly data: PublicEventMap[T]
  }
}[PublicEventType]
