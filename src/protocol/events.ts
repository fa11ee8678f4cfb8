import type { Part } from './parts.ts'
import type { Actor, Audience, Id, Person } from './values.ts'

/** Why a person is wanted. Open: a reader treats an unknown reason like `rule`. */
export type HandoffReason = 'visitor-request' | 'assistant-request' | 'assistant-failed' | 'rule' | 'transfer' | 'agent-lost'

/** What the bot does after a person handed back, in this order. */
export type ClosingTask = 'survey' | 'anything-else'

/**
 * Texts of the machine, rendered in the reader's language from the dictionaries.
 * By `machine`: a line of its own. By `assistant`: a bubble of the assistant.
 */
export type NoticeKey =
  | 'ai-disclosure'
  | 'handoff-started'
  | 'handoff-cancelled'
  | 'handoff-expired'
  | 'agent-joined'
  | 'agent-lost'
  | 'floor-transferred'
  | 'floor-returned'
  | 'survey-thanks'
  | 'anything-else'
  | 'answer-failed'
  | 'ticket-created'
  | 'conversation-closed'
  | 'conversation-reopened'

export interface ArticleRef {
  readonly id: string
  readonly title: string
  readonly url?: string
}

/** Data of each event type. An event type only ever gains optional fields; a change of meaning is a new type. */
export interface EventMap {
  // for everyone
  'conversation-started': { readonly visitor: Person; readonly locale?: string; readonly page?: string }
  'message-sent': { readonly message: Id; readonly parts: readonly Part[] }
  notice: { readonly key: NoticeKey; readonly params: Readonly<Record<string, string | number>> }
  'handoff-requested': { readonly reason: HandoffReason; readonly until: number }
  'handoff-cancelled': Readonly<Record<never, never>>
  'handoff-expired': { readonly outcome: 'bot' | 'ticket' }
  'floor-claimed': { readonly agent: Person }
  'floor-returned': { readonly tasks: readonly ClosingTask[] }
  'floor-transferred': { readonly reason: HandoffReason; readonly until: number }
  'agent-dropped': { readonly until: number }
  'agent-returned': Readonly<Record<never, never>>
  /** `episode` is the number of the floor that the person held. */
  'survey-asked': { readonly episode: number; readonly until: number }
  'survey-answered': { readonly episode: number; readonly score: number; readonly comment?: string }
  'survey-expired': { readonly episode: number }
  'anything-else-asked': { readonly until: number }
  'tasks-ended': { readonly reason: 'question' | 'claim' | 'done' }
  /** Somebody writes beside the holder. */
  'participant-joined': { readonly person: Person }
  'turn-started': { readonly turn: Id; readonly attempt: number; readonly message: Id; readonly until: number }
  'turn-done': { readonly turn: Id; readonly attempt: number }
  'turn-aborted': { readonly turn: Id; readonly attempt: number; readonly reason: 'handoff' | 'claim' | 'question' | 'end' }
  /** `retryAt`: another attempt follows then; absent: the turn is given up. */
  'turn-failed': { readonly turn: Id; readonly attempt: number; readonly retryAt?: number; /** Staff only. */ readonly code?: string }
  'read-marked': { readonly seq: number }
  'ticket-created': { readonly ticket: Id; readonly text: string; readonly contact?: string }
  'conversation-closed': { readonly reason: 'resolved' | 'ended' | 'done' | 'idle' | 'ticket' }
  'conversation-reopened': { readonly to: 'bot' | 'queue' }
  // for staff
  /** The visitor's messages up to `upTo` need no answer (thanks, goodbyes). */
  'turn-skipped': { readonly upTo: number }
  'note-added': { readonly note: Id; readonly text: string; /** Who wrote it, as shown to colleagues. */ readonly person?: Person }
  /** What the next person should know: why the handoff happened and what was found out so far. */
  'context-added': {
    readonly reason: HandoffReason
    readonly rule?: string
    readonly summary?: string
    readonly confidence?: number
    readonly sentiment?: number
    readonly fields?: Readonly<Record<string, string>>
    readonly articles?: readonly ArticleRef[]
  }
}

export type EventType = keyof EventMap

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
