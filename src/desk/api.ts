import type { ReadableAtom } from 'nanostores'
import type { Credentials, Transport } from '../contracts/index.ts'
import type { Context, StaffRow } from '../conversation/rows.ts'
import type { ConnectionState } from '../client/api.ts'
import type { HandbackError, Header, Id, IndexEntry, Person, Refusal } from '../protocol/index.ts'

export interface DeskOptions {
  readonly transport: Transport
  readonly credentials: Credentials
  /** Who is at this desk, as in the token. */
  readonly me: Person
}

/** A refused or failed command; `refused` for refusals of the machine (such as `floor/claimed`, with who did). */
export type DeskResult = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/** One open conversation at the desk. */
export interface DeskThread {
  readonly conversation: Id
  /** null until the snapshot is there. */
  readonly $header: ReadableAtom<Header | null>
  readonly $rows: ReadableAtom<readonly StaffRow[]>
  /** The bot's answer that is being written, or null. */
  readonly $streaming: ReadableAtom<Extract<StaffRow, { type: 'message' }> | null>
  readonly $context: ReadableAtom<Context | null>
  readonly $visitorTyping: ReadableAtom<boolean>
  readonly $hasEarlier: ReadableAtom<boolean>
  /** True when the conversation does not exist for this desk. */
  readonly $gone: ReadableAtom<boolean>
  claim(): Promise<DeskResult>
  /** Pending at once, then confirmed. Writing in `bot` or `queued` also claims. */
  sendMessage(text: string): Promise<DeskResult>
  handBack(): Promise<DeskResult>
  /** Back into the queue for another agent. */
  transfer(): Promise<DeskResult>
  resolve(): Promise<DeskResult>
  addNote(text: string): Promise<DeskResult>
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
  /** Opens, or returns the already open thread. */
  open(conversation: Id): DeskThread
  destroy(): void
}
