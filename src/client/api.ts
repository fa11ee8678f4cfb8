import type { ReadableAtom } from 'nanostores'
import type { Credentials, MaybePromise, Transport } from '../contracts/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { HandbackError, Id, Person, Phase } from '../protocol/index.ts'

/** Where a client keeps its one key. Every method may be synchronous; a throwing one falls back to memory. */
export interface ChatStorage {
  get(key: string): MaybePromise<string | null | undefined>
  set(key: string, value: string): MaybePromise<void>
  delete(key: string): MaybePromise<void>
}

export interface ChatOptions {
  readonly transport: Transport
  /**
   * Bearer token for each attempt. Called with `first`, `expired` (the hub said that the token ended) or `refused` (once;
   * another refusal puts the chat `offline` with `transport/unauthorized`). Default: no token.
   */
  readonly credentials?: Credentials
  /** Default: `localStorage` where it works, else memory. Nothing is written before the first command. */
  readonly storage?: ChatStorage
  /** The one storage key. Default `handback`. */
  readonly storageKey?: string
  /** BCP 47 tag told to the hub with the first command; left out when it is longer than 35 characters. */
  readonly locale?: string
  /** Address of the page told to the hub with the first command; left out when it is longer than 2,000 characters. Default none. */
  readonly page?: string
  /** Changes or drops (`null`) a message before it is sent. Messages keep the order in which they were written. */
  readonly beforeSend?: (message: { readonly text: string }) => MaybePromise<{ readonly text: string } | null>
}

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
  /** Whether the assistant is preparing or writing an answer. */
  readonly answering: boolean
  /** Whether a person is wanted and not there yet (also while the request is still on its way). */
  readonly waiting: boolean
  /** Older rows can be fetched. */
  readonly hasEarlier: boolean
}

export interface ChatEvents {
  message: Extract<PublicRow, { type: 'message' }>
  statechange: ChatState
  unread: number
  connection: ConnectionState
  /** With `client/session-over` another conversation has begun, because the one before belongs to a session that is over. */
  error: HandbackError
}

/**
 * A visitor's side of one conversation, headless.
 *
 * @example
 * const chat = createChat({ transport: http({ endpoint: '/handback' }), credentials: visitorSession({ endpoint: '/handback' }) })
 * chat.$messages.subscribe(rows => console.log(rows.length))
 * await chat.sendMessage('My card has not arrived')
 */
export interface Chat {
  readonly $state: ReadableAtom<ChatState>
  /**
   * Confirmed rows, then own pending ones. While an answer is streamed, its row is NOT here but in `$streaming`, so that
   * one delta never touches the list.
   */
  readonly $messages: ReadableAtom<readonly PublicRow[]>
  /** The answer that is being written, or null. */
  readonly $streaming: ReadableAtom<Extract<PublicRow, { type: 'message' }> | null>
  readonly $status: ReadableAtom<ChatStatus>
  /** Everybody in the conversation. */
  readonly $participants: ReadableAtom<readonly Person[]>
  readonly $queue: ReadableAtom<{ readonly place?: number; readonly wait?: number } | null>
  /** Messages by others since the visitor last looked (see `setVisible`). */
  readonly $unread: ReadableAtom<number>
  readonly $connection: ReadableAtom<ConnectionState>

  /** Resolves with the message's id when it is in the outbox (not when it is acknowledged), or null if `beforeSend` dropped it. */
  sendMessage(text: string): Promise<Id | null>
  /** Sends a failed message again under the same id. */
  retry(message: Id): void
  requestHuman(options?: { readonly reason?: 'visitor-request' }): Promise<void>
  cancelHumanRequest(): Promise<void>
  /** Rates the newest human episode, 1..7. */
  rate(score: number, comment?: string): Promise<void>
  /** Leaves a message for later. */
  leaveMessage(text: string, contact?: string): Promise<void>
  endConversation(): Promise<void>
  /** To be called at each keystroke; sends at most one signal per 3 s. */
  typing(): void
  /** Fetches older rows; resolves when they are in `$messages`. */
  loadEarlier(): Promise<void>
  /** Tells whether the thread is on screen: clears `$unread` and marks as read. */
  setVisible(visible: boolean): void
  /** Reads the one key and resumes an unfinished conversation, if there is one. Resolves when that is known. */
  resume(): Promise<void>
  /** Forgets everything in this browser profile. */
  reset(): Promise<void>
  /** A listener that throws never hurts the others. Returns its stop. */
  on<T extends keyof ChatEvents>(type: T, listener: (detail: ChatEvents[T]) => void): () => void
  /** Ends the connection; stored data stays. Idempotent. */
  destroy(): void
}
