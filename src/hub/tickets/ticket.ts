import type { Id } from '../../protocol/index.ts'

/** A message that a visitor has left for later, for the site's own system. */
export interface Ticket {
  /** Names it for good: the same may come twice, and must be one there. */
  readonly ticket: Id
  readonly conversation: Id
  /** The visitor's words; empty where they had asked for a person without any. */
  readonly text: string
  /** How to reach the visitor, as they wrote it. Not checked by anybody. */
  readonly contact?: string
  /** When it was left, ms since 1970. */
  readonly at: number
  /** The visitor, as the conversation knows them. */
  readonly visitor: { readonly id: Id; readonly name: string }
  /** What was said before, as plain text: what the visitor may see, its newest 50,000 characters at most. */
  readonly transcript: string
}

/** The site's own system for messages that visitors leave. */
export interface Tickets {
  /**
   * Called at least once for each, by any hub of the store, and again until it resolves: after a failure, 30 s without an answer, or a
   * crash. Use `ticket` to know one that you have. What it is called there, if you say so, is kept in the conversation.
   */
  create(ticket: Ticket, options: { readonly signal: AbortSignal }): Promise<{ readonly reference?: string } | void>
}
