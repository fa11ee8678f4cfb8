import type { AskedForm, MessageRating, NoticeKey, Part, Person, Actor, HeldAction, Id, ArticleRef } from '../protocol/index.ts'

/** What a thread shows, one row per event that has something to show. */

export interface MessageRow {
  readonly type: 'message'
  /** The message's id. */
  readonly id: Id
  /** 0 while it is only this client's own pending message. */
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Kind from the writer's token, name from the participants at that moment. */
  readonly author: Person
  readonly parts: readonly Part[]
  /** Own messages only: `sending` → `sent`, or `failed` (→ `sending` by retry). Absent on messages of others. */
  readonly delivery?: 'sending' | 'sent' | 'failed'
  /** Code of the refusal, when it failed; readers have words for it. */
  readonly failure?: string
  /** True while a streamed answer is still being written. */
  readonly streaming?: boolean
  /** The visitor stopped this answer. */
  readonly stopped?: true
  /** It broke off here, or was too long. */
  readonly cut?: true
  /** A person sent what the assistant had drafted. */
  readonly assisted?: true
}

export interface NoticeRow {
  readonly type: 'notice'
  readonly id: Id
  readonly seq: number
  readonly at: number
  /** `machine`: a line of its own; `assistant`: a bubble of the assistant. */
  readonly by: Actor
  readonly key: NoticeKey
  readonly params: Readonly<Record<string, string | number>>
}

/** The assistant's request for a rating; open while `header.survey` is `asked` for the same episode. */
export interface SurveyRow {
  readonly type: 'survey'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly episode: number
}

/** The visitor's rating, 1..7. */
export interface RatingRow {
  readonly type: 'rating'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly episode: number
  readonly score: number
  readonly comment?: string
}

/** A message that the visitor left for later. */
export interface TicketRow {
  readonly type: 'ticket'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly text: string
  readonly contact?: string
}

/** What the visitor has filled in. */
export interface FormRow {
  readonly type: 'form'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly form: Id
  readonly values: Readonly<Record<string, string>>
  /** What was asked, where no message holds the form. */
  readonly asked?: AskedForm
}

/** What the visitor thinks of a message. Shown at that message, not in its own place. */
export interface MessageRatingRow {
  readonly type: 'message-rating'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly message: Id
  /** The newest of a message wins; `none` takes it back. */
  readonly rating: MessageRating
  readonly comment?: string
}

/** The assistant asks whether it may do something; open while `header.permission` is the same. */
export interface PermissionRow {
  readonly type: 'permission'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly permission: Id
  /** What it wants to do, in a few words. */
  readonly title: string
  readonly details?: string
}

/** The visitor's answer to that. */
export interface PermissionAnswerRow {
  readonly type: 'permission-answer'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly permission: Id
  readonly granted: boolean
}

/** Staff only: a tool that the assistant has called. */
export interface ToolCallRow {
  readonly type: 'tool-call'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly call: Id
  readonly tool: string
  /** JSON. */
  readonly input: string
}

/** Staff only: what came of the call. */
export interface ToolResultRow {
  readonly type: 'tool-result'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly call: Id
  readonly output: string
  readonly failed?: true
}

/** Staff only: what happened while a person held the floor. */
export interface SummaryRow {
  readonly type: 'summary'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly episode: number
  readonly text: string
}

/** Staff only: the site's own system has taken what the visitor left for later. */
export interface TicketFiledRow {
  readonly type: 'ticket-filed'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly ticket: Id
  /** What it is called there. */
  readonly reference?: string
}

/** Staff only. */
export interface NoteRow {
  readonly type: 'note'
  readonly id: Id
  readonly seq: number
  readonly at: number
  readonly author: Person
  readonly text: string
}

/** What a visitor's thread is made of. */
export type PublicRow = MessageRow | NoticeRow | SurveyRow | RatingRow | TicketRow | FormRow | MessageRatingRow | PermissionRow | PermissionAnswerRow

/** What an agent's thread is made of. */
export type StaffRow = PublicRow | NoteRow | SummaryRow | ToolCallRow | ToolResultRow | TicketFiledRow

/** Words, or an action, that the assistant offers to the person who holds the floor. Staff only. */
export interface Draft {
  readonly id: Id
  readonly parts: readonly Part[]
  /** Exactly what is done once it is approved. */
  readonly action?: Pick<HeldAction, 'tool' | 'input' | 'title' | 'details'>
}

/** What the next person should know; the newest `context-added`, folded. Staff only. */
export interface Context {
  readonly reason: string
  readonly summary?: string
  readonly confidence?: number
  readonly sentiment?: number
  readonly fields: Readonly<Record<string, string>>
  readonly articles: readonly ArticleRef[]
}
