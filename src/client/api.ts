import type { ReadableAtom } from 'nanostores'
import type { Credentials } from '../contracts/index.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { AskedForm, AttachmentPart, AttributeValue, Id, MessageRating, Person } from '../protocol/index.ts'
import type { AfterHandback } from './after-handback.ts'
import type { ChatEvents, ChatState, ChatStatus, ConnectionState, PanelState } from './chat-state.ts'
import type { Article, ConversationSummary, OutgoingMessage, UploadOptions } from './content-api.ts'
import type { Receipts } from './receipts.ts'

export type { ChatOptions, ChatStorage } from './chat-options.ts'
export type { ChatEvents, ChatState, ChatStatus, ConnectionState, PanelState } from './chat-state.ts'
export type { Article, ConversationSummary, OutgoingMessage, UploadOptions } from './content-api.ts'

/**
 * A visitor's side of one conversation, headless.
 *
 * What is said (commands) resolves when it is kept here, not when the hub has it, and rejects a `HandbackError`: `client/closed` after `destroy`, and
 * `client/refused` for what cannot be done now, with the machine's own refusal as `cause`: `conversation/not-found` before the conversation, unless the
 * command may begin one, or what its method names. What the hub alone can refuse comes later, as the event `error` with the same code and `cause`.
 *
 * What is asked (files, articles, transcripts, conversations) resolves with the hub's answer. Beside what its method names it rejects `client/closed`,
 * `client/unavailable` (code could not be fetched), `client/credentials`, `transport/…`, `store/…`, `request/rate-limited` and `hub/busy` (five times),
 * and with its `signal`'s reason once that aborts. `retryable` says whether the same may work later. The chat of a widget is loaded when it is first
 * needed: whatever waits for that rejects `client/unavailable` where it fails.
 *
 * @example
 * const chat = createChat({ transport: http({ endpoint: '/handback' }), credentials: visitorSession({ endpoint: '/handback' }) })
 * chat.$messages.subscribe(rows => console.log(rows.length))
 * await chat.sendMessage('My card has not arrived')
 */
export interface Chat extends AfterHandback {
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
   * `uploadFile` does; one of another person rejects `request/invalid`. Then nothing is sent. May begin the conversation.
   *
   * @example await chat.sendMessage({ text: 'My card', files: [await chat.uploadFile(file)] })
   */
  sendMessage(message: string | OutgoingMessage): Promise<Id | null>
  /**
   * Brings a file to the hub, for the next message (`sendMessage({ files })`). Rejects `request/too-large`, `request/invalid` (a kind that
   * is not taken), `request/not-found` (this hub takes no files), `limit/reached` (this conversation holds no more), or else: then the same
   * may be tried again, after `conversation/erased` and `conversation/not-found` in the conversation that comes next.
   *
   * @example const part = await chat.uploadFile(input.files[0], { onProgress: (share) => (bar.value = share) })
   */
  uploadFile(file: Blob, options?: UploadOptions): Promise<AttachmentPart>
  /**
   * The bytes of a file that a message holds. Rejects `request/not-found` when there is none any more, and before the conversation.
   *
   * @example image.src = URL.createObjectURL(await chat.readFile(part))
   */
  readFile(part: AttachmentPart, options?: { readonly signal?: AbortSignal }): Promise<Blob>
  /**
   * An article that an answer rests on, or null when the hub has none of that name.
   *
   * @example const { title, text } = (await chat.article(citation.id)) ?? {}
   */
  article(id: string, options?: { readonly signal?: AbortSignal }): Promise<Article | null>
  /**
   * All of a conversation that the visitor may see, as a file; default the one that runs. Rejects `request/not-found` when there is none,
   * `request/invalid` for what is no id.
   *
   * @example link.href = URL.createObjectURL(await chat.transcript('text'))
   */
  transcript(format: 'text' | 'json', options?: { readonly conversation?: Id; readonly signal?: AbortSignal }): Promise<Blob>
  /**
   * The visitor's conversations at this hub, newest first, at most 50. Empty before the first. Rejects `request/not-found` where no transport can ask.
   *
   * @example for (const { preview, updated } of await chat.conversations()) list(preview, new Date(updated))
   */
  conversations(options?: { readonly signal?: AbortSignal }): Promise<readonly ConversationSummary[]>
  /**
   * Goes on in another conversation of the visitor, in every tab; `null`: the next message begins a new one. What was not sent yet
   * stays with its own. Rejects `request/invalid` for what is no id; one that the hub does not know is left again, with the event `error`
   * (`conversation/not-found`).
   *
   * @example await chat.openConversation(null) // the next message begins another
   */
  openConversation(conversation: Id | null): Promise<void>
  /**
   * Says whether a message was of use; `none` takes it back.
   *
   * @example await chat.rateMessage(row.id, 'down', 'Not my question')
   */
  rateMessage(message: Id, rating: MessageRating, comment?: string): Promise<void>
  /**
   * Sends a failed message, or one left for later, again under the same id; files that the hub does not have with their bytes, as
   * long as they are at hand. Never throws: what goes wrong is the event `error`. Nothing for any other id.
   *
   * @example if (row.delivery === 'failed') chat.retry(row.id)
   */
  retry(message: Id): void
  /**
   * Asks for a person; may begin the conversation. Changes nothing while one is wanted or there. Where nobody of the team is there, a notice says so.
   *
   * @example await chat.requestHuman()
   */
  requestHuman(options?: { readonly reason?: 'visitor-request' }): Promise<void>
  /**
   * Takes that back while the visitor waits. Rejects `client/refused` (`handoff/not-open`) when they do not.
   *
   * @example if (chat.$state.get().waiting) await chat.cancelHumanRequest()
   */
  cancelHumanRequest(): Promise<void>
  /**
   * Fills in a form: one that a message holds, or with `asked` one that stood before the first message, which begins the conversation. Rejects
   * `client/refused` after the end (`conversation/closed`); what was not asked is refused by the hub (`form/not-open`).
   *
   * @example await chat.submitForm(part.form, { order: '7', email: 'maria@example.com' })
   */
  submitForm(form: Id, values: Readonly<Record<string, string>>, asked?: AskedForm): Promise<void>
  /**
   * Records that the visitor agrees, or not, to `scope` as told in `version` of its text; begins the conversation where there is none.
   *
   * @example await chat.recordConsent('assistant', '2026-11', true)
   */
  recordConsent(scope: string, version: string, granted: boolean): Promise<void>
  /**
   * Lets the assistant do what it asks for (`$state` has its `permission`, a row what it is), or not. Rejects `client/refused`
   * (`permission/not-open`) when that is not asked now.
   *
   * @example await chat.answerPermission(row.permission, true)
   */
  answerPermission(permission: Id, granted: boolean): Promise<void>
  /**
   * Leaves a message for later; may begin the conversation. One that the hub refuses (`command/invalid`, `limit/reached`) stands in the thread as a
   * message that failed, and can be sent again by `retry`.
   *
   * @example await chat.leaveMessage('My card is gone', 'maria@example.com')
   */
  leaveMessage(text: string, contact?: string): Promise<void>
  /**
   * Stops the answer that is being written, also after a reload; what was shown stays. Nothing when there is none.
   *
   * @example if (chat.$state.get().answering) await chat.stop()
   */
  stop(): Promise<void>
  /**
   * Says who the visitor is from here on: `credentials` for every further connection, `id` to tell people apart. A
   * conversation of another id is forgotten, in every tab; `null` goes back to the first credentials and forgets too. Rejects a TypeError for
   * anything else, and changes nothing then.
   *
   * @example await chat.identify({ id: user.id, credentials: () => tokenOf(user) })
   */
  identify(who: { readonly id: string; readonly credentials: Credentials } | null): Promise<void>
  /**
   * Tells agents facts about the visitor; `null` removes one. Before the first message they are kept until then, or until the visitor
   * is somebody else. Rejects `client/refused` (`command/invalid`) for what is no object, and for a value that is no text, number, boolean or null.
   *
   * @example await chat.setAttributes({ plan: 'gold', trial: null })
   */
  setAttributes(values: Readonly<Record<string, AttributeValue>>): Promise<void>
  /**
   * The visitor's language as a BCP 47 tag. Before the first message it is kept until then. Rejects `client/refused` for what is no tag.
   *
   * @example await chat.setLocale('de-CH')
   */
  setLocale(language: string): Promise<void>
  /**
   * Ends the conversation; what is written next opens it again. Rejects `client/refused` (`conversation/closed`) when it has ended.
   *
   * @example if (chat.$state.get().phase !== 'closed') await chat.endConversation()
   */
  endConversation(): Promise<void>
  /**
   * Removes the conversation's contents for good, at the hub and here; what is written next begins another. Rejects `client/refused`
   * (`conversation/not-found`) before the conversation.
   *
   * @example await chat.eraseConversation()
   */
  eraseConversation(): Promise<void>
  /** Whether the panel should be open, and whether any of the widget is on the page. The widget follows them. */
  open(): void
  close(): void
  toggle(): void
  show(): void
  hide(): void
  /** To be called at each keystroke; sends at most one signal per 3 s. */
  typing(): void
  /**
   * Fetches older rows; resolves when they are in `$messages`, at once when there are none. Never rejects.
   *
   * @example if (chat.$state.get().hasEarlier) await chat.loadEarlier()
   */
  loadEarlier(): Promise<void>
  /** Tells whether the thread is on screen: clears `$unread` and marks as read. */
  setVisible(visible: boolean): void
  /**
   * Reads the one key and resumes an unfinished conversation, if there is one. Resolves when that is known. Never rejects.
   *
   * @example await chat.resume()
   */
  resume(): Promise<void>
  /**
   * Forgets everything in this browser profile. Never rejects.
   *
   * @example signOutButton.onclick = () => chat.reset()
   */
  reset(): Promise<void>
  /**
   * A listener that throws never hurts the others. Returns its stop.
   *
   * @example const stop = chat.on('error', ({ code }) => console.warn(code))
   */
  on<T extends keyof ChatEvents>(type: T, listener: (detail: ChatEvents[T]) => void): () => void
  /** Ends the connection; stored data stays. Idempotent. */
  destroy(): void
}
