import type { ReadableAtom } from 'nanostores'
import type { Credentials, MaybePromise, Transports } from '../contracts/index.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { AskedForm, AttachmentPart, AttributeValue, HandbackError, Id, MessageRating, Person, Phase } from '../protocol/index.ts'
import type { Article, ConversationSummary, OutgoingMessage, UploadOptions } from './content-api.ts'
import type { Receipts } from './receipts.ts'
import type { TabsEnvironment } from './tabs/environment.ts'

export type { Article, ConversationSummary, OutgoingMessage, UploadOptions } from './content-api.ts'

/**
 * Where a client keeps its one key. Every method may be synchronous. After the first that throws or rejects, the chat goes
 * on in memory, apart from other tabs, and says `client/storage` once.
 */
export interface ChatStorage {
  get(key: string): MaybePromise<string | null | undefined>
  set(key: string, value: string): MaybePromise<void>
  delete(key: string): MaybePromise<void>
  /**
   * Reads, changes and writes with nobody in between, other tabs neither; `null` deletes the key. `change` is pure and may
   * be called again. Without it `get` and `set` are called one after the other, which is as good where both are synchronous.
   */
  update?(key: string, change: (value: string | null | undefined) => string | null): MaybePromise<void>
}

export interface ChatOptions {
  /** One way to the hub, or several with the best first; the best that works is taken. */
  readonly transport: Transports
  /**
   * Bearer token for each attempt. Called with `first`, `expired` (the hub said that the token ended) or `refused` (once;
   * another refusal puts the chat `offline` with `transport/unauthorized`). What they throw is told as `client/credentials`, with its words and as
   * `cause`, and so is what is no token, such as an error page; they are asked again after a wait, as for a lost connection. Undefined: no token, which
   * a hub refuses. Default: no token.
   */
  readonly credentials?: Credentials
  /** Default: `browserStorage()`, which is IndexedDB, else `localStorage`, else memory. Nothing is written before the first command. */
  readonly storage?: ChatStorage
  /** The one storage key. Default `handback`. */
  readonly storageKey?: string
  /**
   * What tabs with the same `storageKey` find each other by: they share one connection and one outbox. Default: the
   * browser's, in a secure context; where there is none, and with `null`, each tab has a connection of its own.
   */
  readonly tabs?: TabsEnvironment | null
  /** BCP 47 tag told to the hub with the first command; left out when it is longer than 35 characters. */
  readonly locale?: string
  /** Address of the page told to the hub with the first command; left out when it is longer than 2,000 characters. Default none. */
  readonly page?: string
  /**
   * Changes or drops a message before it is kept and sent, the text as it was written. Returns the message that is sent in its place, or `null`: it
   * is not sent, nothing is kept or shown of it, and `sendMessage` resolves with null; the widget's box keeps the words. What throws or rejects
   * rejects `sendMessage` with it, and anything else than a message or `null` rejects a TypeError: nothing is sent then either. Messages keep the
   * order in which they were written. Default: sent as it is.
   *
   * @example beforeSend: ({ text, files }) => (text.includes('password') ? null : { text: text.trim(), files })
   */
  readonly beforeSend?: (message: Required<OutgoingMessage>) => MaybePromise<OutgoingMessage | null>
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
   * one delta never touches the list. A row that has not changed is the same object in every later list.
   */
  readonly $messages: ReadableAtom<Transcript<PublicRow>>
  /** How far the other side has received and read what the visitor wrote; `deliveryOf` tells it of one row. */
  readonly $receipts: ReadableAtom<Receipts>
  /** The answer that is being written, or null. */
  readonly $streaming: ReadableAtom<Extract<PublicRow, { type: 'message' }> | null>
  readonly $status: ReadableAtom<ChatStatus>
  /** Everybody in the conversation. */
  readonly $participants: ReadableAtom<readonly Person[]>
  readonly $queue: ReadableAtom<{ readonly place?: number; readonly wait?: number } | null>
  /** Messages by others since the visitor last looked (see `setVisible`). */
  readonly $unread: ReadableAtom<number>
  readonly $connection: ReadableAtom<ConnectionState>
  /** `closed` at first. */
  readonly $panel: ReadableAtom<PanelState>

  /**
   * Resolves with the message's id when it is in the outbox (not when it is acknowledged), or null when nothing was sent and nothing went wrong:
   * `beforeSend` dropped it (the widget's box keeps the words then), there is nothing to send (no text but spaces, and no file), or the visitor has
   * left meanwhile (`identify`, `reset`). Rejects a TypeError for what is no message, given here or by `beforeSend`. A file that was brought to another conversation is brought once more, and rejects as
   * `uploadFile` does; one of another person rejects `request/invalid`. Then nothing is sent.
   */
  sendMessage(message: string | OutgoingMessage): Promise<Id | null>
  /**
   * Brings a file to the hub, for the next message (`sendMessage({ files })`). Rejects `request/too-large`, `request/invalid` (a kind that
   * is not taken), `request/not-found` (this hub takes no files), `limit/reached` (this conversation holds no more), or else: then the same
   * may be tried again, after `conversation/erased` and `conversation/not-found` in the conversation that comes next.
   */
  uploadFile(file: Blob, options?: UploadOptions): Promise<AttachmentPart>
  /** The bytes of a file that a message holds. Rejects `request/not-found` when there is none any more, `hub/busy` when it was busy five times. */
  readFile(part: AttachmentPart, options?: { readonly signal?: AbortSignal }): Promise<Blob>
  /** An article that an answer rests on, or null when the hub has none of that name. */
  article(id: string, options?: { readonly signal?: AbortSignal }): Promise<Article | null>
  /**
   * All of a conversation that the visitor may see, as a file; default the one that runs. Rejects `request/not-found` when there is none,
   * `request/invalid` for what is no id.
   */
  transcript(format: 'text' | 'json', options?: { readonly conversation?: Id; readonly signal?: AbortSignal }): Promise<Blob>
  /** The visitor's conversations at this hub, newest first, at most 50. Empty before the first. */
  conversations(options?: { readonly signal?: AbortSignal }): Promise<readonly ConversationSummary[]>
  /**
   * Goes on in another conversation of the visitor, in every tab; `null`: the next message begins a new one. What was not sent yet
   * stays with its own. Rejects `request/invalid` for what is no id; one that the hub does not know is left again, with the error `conversation/not-found`.
   */
  openConversation(conversation: Id | null): Promise<void>
  /** Says whether a message was of use; `none` takes it back. */
  rateMessage(message: Id, rating: MessageRating, comment?: string): Promise<void>
  /**
   * Sends a failed message, or one left for later, again under the same id; files that the hub does not have with their bytes, as
   * long as they are at hand.
   */
  retry(message: Id): void
  requestHuman(options?: { readonly reason?: 'visitor-request' }): Promise<void>
  cancelHumanRequest(): Promise<void>
  /**
   * Rates the newest human episode, 1..7; `factors`: the same for single factors by name. Rejects `client/refused` for other scores, and
   * where there is nothing to rate.
   */
  rate(score: number, comment?: string, factors?: Readonly<Record<string, number>>): Promise<void>
  /** When asked whether somebody should come back: yes, `at` (ms since 1970, within a year). */
  scheduleFollowUp(followUp: { readonly at: number; readonly contact?: string; readonly note?: string }): Promise<void>
  /** When asked whether somebody should come back: no. */
  declineFollowUp(): Promise<void>
  /**
   * Fills in a form: one that a message holds, or with `asked` one that stood before the first message. What was not asked is refused by the
   * hub (`form/not-open`).
   */
  submitForm(form: Id, values: Readonly<Record<string, string>>, asked?: AskedForm): Promise<void>
  /** Records that the visitor agrees, or not, to `scope` as told in `version` of its text. Only once the conversation has begun. */
  recordConsent(scope: string, version: string, granted: boolean): Promise<void>
  /** Lets the assistant do what it asks for (`$state` has its `permission`, a row what it is), or not. */
  answerPermission(permission: Id, granted: boolean): Promise<void>
  /** Leaves a message for later. */
  leaveMessage(text: string, contact?: string): Promise<void>
  /** Stops the answer that is being written, also after a reload; what was shown stays. Nothing when there is none. */
  stop(): Promise<void>
  /**
   * Says who the visitor is from here on: `credentials` for every further connection, `id` to tell people apart. A
   * conversation of another id is forgotten, in every tab; `null` goes back to the first credentials and forgets too. Rejects a TypeError for
   * anything else, and changes nothing then.
   */
  identify(who: { readonly id: string; readonly credentials: Credentials } | null): Promise<void>
  /**
   * Tells agents facts about the visitor; `null` removes one. Before the first message they are kept until then, or until the visitor
   * is somebody else. Rejects `client/refused` for a value that is no text, number, boolean or null.
   */
  setAttributes(values: Readonly<Record<string, AttributeValue>>): Promise<void>
  /** The visitor's language as a BCP 47 tag. Before the first message it is kept until then. Rejects `client/refused` for what is no tag. */
  setLocale(language: string): Promise<void>
  endConversation(): Promise<void>
  /** Removes the conversation's contents for good, at the hub and here; what is written next begins another. */
  eraseConversation(): Promise<void>
  /** Whether the panel should be open, and whether any of the widget is on the page. The widget follows them. */
  open(): void
  close(): void
  toggle(): void
  show(): void
  hide(): void
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
