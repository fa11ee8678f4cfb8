import type { ReadableAtom } from 'nanostores'
import type { Credentials, Transports } from '../contracts/index.ts'
import type { Transcript } from '../conversation/index.ts'
import type { Context, Draft, StaffRow } from '../conversation/rows.ts'
import type { Chat, ConnectionState } from '../client/api.ts'
import type { Receipts } from '../client/receipts.ts'
import type { AttachmentPart, AttributeValue, ClosingTask, HandbackError, Header, Id, IndexEntry, Person, Refusal } from '../protocol/index.ts'

export interface DeskOptions {
  /** One way to the hub, or several with the best first; the best that works is taken. */
  readonly transport: Transports
  readonly credentials: Credentials
  /** Who is at this desk, as in the token. */
  readonly me: Person
}

/** A refused or failed command; `refused` for refusals of the machine (such as `floor/claimed`, with who did). */
export type DeskResult = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/** What somebody at the desk can do with a conversation; each resolves with what came of it, and never rejects. `abilitiesOf` says what is possible now. */
export interface ThreadVerbs {
  claim(): Promise<DeskResult>
  /** Pending at once, then confirmed. Writing in `bot` or `queued` also claims. `draft`: the assistant's draft that it was made of, changed or not. `files`: at most 5 that `uploadFile` gave; then the text may be empty. */
  sendMessage(text: string, of?: { readonly draft?: Id; readonly files?: readonly AttachmentPart[] }): Promise<DeskResult>
  /** Default: the closing tasks of the hub's policy. */
  handBack(tasks?: readonly ClosingTask[]): Promise<DeskResult>
  /** Back into the queue for another agent, or for a certain one or a team; `note` is for them. */
  transfer(to?: { readonly agent?: Id; readonly team?: string; readonly note?: string }): Promise<DeskResult>
  resolve(): Promise<DeskResult>
  addNote(text: string): Promise<DeskResult>
  /** Lets a colleague write beside the holder. */
  invite(agent: Id): Promise<DeskResult>
  /** Begins to write beside the holder: supervisors, and who was invited. */
  join(): Promise<DeskResult>
  leave(): Promise<DeskResult>
  requestSupervisor(note?: string): Promise<DeskResult>
  /** Tells colleagues that this agent reads along, or no longer does. */
  shadow(on: boolean): Promise<DeskResult>
  /** Asks the assistant for something; what it writes is a draft. One request at a time. */
  ask(text: string): Promise<DeskResult>
  dropDraft(draft: Id): Promise<DeskResult>
  /** Lets the assistant do exactly what a draft's `action` says; then it goes on by itself. Refused with `turn/running` while it is busy. */
  approve(draft: Id): Promise<DeskResult>
  /** At most 40 characters. */
  addTag(tag: string): Promise<DeskResult>
  removeTag(tag: string): Promise<DeskResult>
  /** Somebody will come back to the visitor. `at`: ms since 1970, within a year. */
  scheduleFollowUp(followUp: { readonly at: number; readonly contact?: string; readonly note?: string }): Promise<DeskResult>
  /** Removes the contents of single events for good, by their `seq`. */
  redact(seqs: readonly number[]): Promise<DeskResult>
}

/** One open conversation at the desk. */
export interface DeskThread extends ThreadVerbs, Pick<Chat, 'uploadFile' | 'readFile'> {
  readonly conversation: Id
  /** null until the snapshot is there. */
  readonly $header: ReadableAtom<Header | null>
  /** Confirmed rows, then own pending ones. A row that has not changed is the same object in every later list. */
  readonly $rows: ReadableAtom<Transcript<StaffRow>>
  /** The bot's answer that is being written, or null. */
  readonly $streaming: ReadableAtom<Extract<StaffRow, { type: 'message' }> | null>
  readonly $context: ReadableAtom<Context | null>
  /** What the assistant offers to whoever holds the floor, oldest first. */
  readonly $drafts: ReadableAtom<readonly Draft[]>
  /** Facts about the visitor, by name. */
  readonly $attributes: ReadableAtom<Readonly<Record<string, Exclude<AttributeValue, null>>>>
  /** How to come back to the visitor and about what, once that is agreed on. */
  readonly $followUp: ReadableAtom<{ readonly contact?: string; readonly note?: string } | null>
  /** How far the visitor has received and read what was written to them; `deliveryOf` tells it of one row. */
  readonly $receipts: ReadableAtom<Receipts>
  readonly $visitorTyping: ReadableAtom<boolean>
  readonly $hasEarlier: ReadableAtom<boolean>
  /** True when the conversation does not exist for this desk. */
  readonly $gone: ReadableAtom<boolean>
  /** To be called at each keystroke. */
  typing(): void
  setVisible(visible: boolean): void
  loadEarlier(): Promise<void>
  /** Stops following. */
  close(): void
}

/**
 * An agent's side of a hub, headless.
 *
 * @example
 * const desk = createDesk({ transport: http({ endpoint: '/handback' }), credentials: () => token, me })
 * const thread = desk.open(desk.$queue.get()[0].conversation)
 * await thread.claim()
 */
export interface Desk {
  readonly me: Person
  readonly $connection: ReadableAtom<ConnectionState>
  /** Waiting for a person, in the order of service. */
  readonly $queue: ReadableAtom<readonly IndexEntry[]>
  /** Held by this agent. */
  readonly $mine: ReadableAtom<readonly IndexEntry[]>
  /** Every other open conversation (with the bot, or with other agents), newest first. */
  readonly $others: ReadableAtom<readonly IndexEntry[]>
  /** Closed lately, and messages left for later. */
  readonly $closed: ReadableAtom<readonly IndexEntry[]>
  readonly $error: ReadableAtom<HandbackError | null>
  /** Whether files can be sent: false once the hub has said at a connection that it takes none. True before. */
  readonly $files: ReadableAtom<boolean>
  /** Opens, or returns the already open thread. */
  open(conversation: Id): DeskThread
  destroy(): void
}
