import type { PublicRow } from '../conversation/rows.ts'
import type { HandbackError, Id, Person, Phase } from '../protocol/index.ts'

/**
 * `idle`: nothing was ever sent from this browser profile, so there is no connection.
 * `syncing`: connected, catching up. `polling`: live by a poll transport. `offline`: lost, trying again.
 */
export type ConnectionState = 'idle' | 'connecting' | 'syncing' | 'live' | 'polling' | 'offline'

/** Who the visitor is talking to, for the status line. */
export type ChatStatus =
  | { readonly type: 'assistant' }
  | { readonly type: 'connecting'; readonly place?: number; /** Estimated wait in ms. */ readonly wait?: number }
  | { readonly type: 'agent'; readonly agent: Person; readonly away: boolean }
  | { readonly type: 'typing'; readonly agent: Person }
  | { readonly type: 'closed' }

export interface ChatState {
  readonly conversation: Id | null
  readonly phase: Phase
  /** Number of the floor, +1 at each change of holder. */
  readonly floor: number
  /** The human episode whose survey is open, or null. */
  readonly survey: number | null
  /** Whether the visitor is asked if somebody should come back to them. */
  readonly followUp: boolean
  /** What the assistant asks the visitor's permission for, or null. `answered`: their answer is on its way. */
  readonly permission: { readonly id: Id; readonly answered: boolean } | null
  /** The conversation's contents were removed; what is written next begins another. */
  readonly erased: boolean
  /** Whether the assistant is preparing or writing an answer. */
  readonly answering: boolean
  /** Whether a person is wanted and not there yet (also while the request is still on its way). */
  readonly waiting: boolean
  /** Older rows can be fetched. */
  readonly hasEarlier: boolean
  /** Whether files can be sent: false once the hub has said at a connection that it takes none. True before. */
  readonly files: boolean
}

/** `hidden`: nothing of the widget is on the page. */
export type PanelState = 'open' | 'closed' | 'hidden'

export interface ChatEvents {
  /** It is known whether there is an unfinished conversation. */
  ready: null
  open: null
  close: null
  /** A message of others. */
  message: Extract<PublicRow, { type: 'message' }>
  /** A message of others that nobody looks at, told in one tab only: for a sound or a notification. */
  alert: Extract<PublicRow, { type: 'message' }>
  statechange: ChatState
  /** The place in line has changed; null when there is no waiting. */
  queue: { readonly place?: number; readonly wait?: number } | null
  unread: number
  connection: ConnectionState
  /** Whoever was here has left: `reset`, or `identify` of somebody else or nobody, in any tab. What is half written is not for the next. */
  forget: null
  /** With `client/session-over` another conversation has begun, because the one before belongs to a session that is over. */
  error: HandbackError
}
