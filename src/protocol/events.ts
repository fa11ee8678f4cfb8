import type { NoticeKey } from './notices.ts'
import type { FormPart, Part } from './parts.ts'
import type { Id, Person } from './values.ts'

/** Why a person is wanted. Open: a reader treats an unknown reason like `rule`. */
export type HandoffReason = 'visitor-request' | 'assistant-request' | 'assistant-failed' | 'rule' | 'transfer' | 'agent-lost' | 'reopened'

/** What the bot does after a person handed back, in this order. `summary` is for the team and waits for nobody. */
export type ClosingTask = 'survey' | 'summary' | 'follow-up' | 'anything-else'

/** What a visitor thinks of one message; `none` takes it back. */
export type MessageRating = 'up' | 'down' | 'none'

/** The questions that a form has asked. */
export type AskedForm = Pick<FormPart, 'title' | 'fields'>

/** What an event without data of its own carries. */
export type Nothing = Readonly<Record<never, never>>

/**
 * Data of the events that everyone in a conversation may see. An event type only ever gains optional fields; a change of
 * meaning is a new type. Staff see `StaffEventMap` too.
 */
export interface PublicEventMap {
  /** The first event of a conversation: who it is with. */
  'conversation-started': {
    readonly visitor: Person
    /** BCP 47 tag of the visitor's language. */
    readonly locale?: string
    /** Address of the page that it began on. */
    readonly page?: string
  }
  /** Words of anybody. */
  'message-sent': {
    readonly message: Id
    /** What it is made of, in this order. */
    readonly parts: readonly Part[]
    /** The visitor stopped this answer: what is here is all that there was. */
    readonly stopped?: true
    /** It broke off here, or was too long: what is here is all that there was. */
    readonly cut?: true
    /** A person sent what the assistant had drafted. */
    readonly assisted?: true
  }
  /** A text of the machine. */
  notice: {
    readonly key: NoticeKey
    /** Values for the text, such as `agent`. */
    readonly params: Readonly<Record<string, string | number>>
  }
  /** The visitor has filled in a form. */
  'form-submitted': {
    readonly form: Id
    /** Answers by the names of the form's fields. */
    readonly values: Readonly<Record<string, string>>
    /** What was asked, where no message of the log holds the form: one that stands before the first message. */
    readonly asked?: AskedForm
  }
  /** The visitor has said whether a message was of use. */
  'message-rated': {
    readonly message: Id
    /** The newest of a message wins. */
    readonly rating: MessageRating
    /** What the visitor adds in words. */
    readonly comment?: string
  }
  /** A person is wanted: the conversation waits in the queue. */
  'handoff-requested': {
    readonly reason: HandoffReason
    /** Until when at most, ms since 1970. */
    readonly until: number
  }
  /** The visitor no longer wants to wait. */
  'handoff-cancelled': Nothing
  /** Nobody came in time. */
  'handoff-expired': {
    /** `bot`: the assistant is back. `ticket`: it was tried too often, and what the visitor wanted is kept for later. */
    readonly outcome: 'bot' | 'ticket'
  }
  /** A person takes the floor. */
  'floor-claimed': { readonly agent: Person }
  /** The person gives the floor back to the assistant. */
  'floor-returned': {
    /** What the assistant does next, in this order. */
    readonly tasks: readonly ClosingTask[]
  }
  /** The person gives the floor to the next free colleague. */
  'floor-transferred': {
    readonly reason: HandoffReason
    /** Until when at most, ms since 1970. */
    readonly until: number
  }
  /** The holder's connection is lost. */
  'agent-dropped': {
    /** How long the holder has to come back, ms since 1970. */
    readonly until: number
  }
  /** The holder is back. */
  'agent-returned': Nothing
  /** Somebody writes beside the holder. */
  'participant-joined': { readonly person: Person }
  /** Who wrote beside the holder no longer does. */
  'participant-left': Nothing
  /** The assistant asks for a rating. */
  'survey-asked': {
    /** Number of the floor that the person held. */
    readonly episode: number
    /** How long it waits for the answer, ms since 1970. */
    readonly until: number
  }
  /** The visitor's rating. */
  'survey-answered': {
    readonly episode: number
    /** 1..7, the higher the better. */
    readonly score: number
    /** What the visitor adds in words. */
    readonly comment?: string
    /** Ratings 1..7 of single factors by name, such as `information-quality`. */
    readonly factors?: Readonly<Record<string, number>>
  }
  /** The visitor does not want to rate, and is not asked again; a rating is still welcome. */
  'survey-declined': { readonly episode: number }
  /** No rating came in time; one is still welcome. */
  'survey-expired': { readonly episode: number }
  /** The assistant asks whether somebody should come back to the visitor. */
  'follow-up-asked': {
    /** How long it waits for the answer, ms since 1970. */
    readonly until: number
  }
  /** Somebody will come back to the visitor. */
  'follow-up-scheduled': {
    /** When, ms since 1970. */
    readonly at: number
    /** How to reach the visitor. */
    readonly contact?: string
    /** What it is about. */
    readonly note?: string
  }
  /** The visitor needs nobody to come back. */
  'follow-up-declined': Nothing
  /** It is time to come back to the visitor. */
  'follow-up-due': Nothing
  /** The assistant asks whether anything else is wanted. */
  'anything-else-asked': {
    /** How long it waits for the answer, ms since 1970. */
    readonly until: number
  }
  /** The closing tasks are over: the assistant is there for everything. */
  'tasks-ended': {
    /** `question`: the visitor wanted something else. `claim`: a person took over. `done`: nothing was left to do. */
    readonly reason: 'question' | 'claim' | 'done'
  }
  /** The assistant begins to answer; its words are signals until the answer is one event. */
  'turn-started': {
    readonly turn: Id
    /** From 1; another attempt at the same turn has a higher number. */
    readonly attempt: number
    /** Id that the answer will have. */
    readonly message: Id
    /** How long it may take, ms since 1970. */
    readonly until: number
    /** `assist`: for the person who holds the floor; such a turn is seen by staff only. Default: an answer to the visitor. */
    readonly kind?: 'assist'
  }
  /** The answer is given. */
  'turn-done': { readonly turn: Id; readonly attempt: number }
  /** The turn was ended from outside: nothing of it may follow. */
  'turn-aborted': {
    readonly turn: Id
    readonly attempt: number
    /** `handoff`: a person is wanted. `claim`: a person took over. `question`: asked again. `stop`: stopped by the visitor. `end`: it is over. */
    readonly reason: 'handoff' | 'claim' | 'question' | 'stop' | 'end'
  }
  /** The turn came to nothing. */
  'turn-failed': {
    readonly turn: Id
    readonly attempt: number
    /** Another attempt follows then, ms since 1970; absent: the turn is given up. */
    readonly retryAt?: number
    /** The error's code. Never shown to visitors. */
    readonly code?: string
  }
  /** The assistant wants to do something, and does it only if the visitor agrees. */
  'permission-asked': {
    readonly permission: Id
    /** What it wants to do, in a few words. */
    readonly title: string
    /** What exactly would be done. */
    readonly details?: string
  }
  /** The visitor has agreed, or not. */
  'permission-answered': {
    readonly permission: Id
    /** Whether the visitor agreed. */
    readonly granted: boolean
  }
  /** Its writer's side has read everything up to here. */
  'read-marked': {
    /** The newest event that was read. */
    readonly seq: number
  }
  /** A message for later, when nobody is there. */
  'ticket-created': {
    readonly ticket: Id
    /** What the visitor wants. */
    readonly text: string
    /** How to reach the visitor. */
    readonly contact?: string
    /** The site's own system is to be given it: it waits for that until `ticket-filed`. */
    readonly file?: true
  }
  /** The visitor goes on in another language. */
  'language-changed': {
    /** BCP 47 tag. */
    readonly language: string
  }
  /** What the visitor has agreed to, or not. */
  'consent-recorded': {
    /** What for, such as `assistant`, `storage`, `transcript`. Open. */
    readonly scope: string
    /** Version of the text that was shown. */
    readonly version: string
    /** Whether the visitor agreed. */
    readonly granted: boolean
  }
  /** Contents of single events were removed for good. */
  'events-redacted': {
    /** Which events. */
    readonly seqs: readonly number[]
    /** Number of the log that they were removed from; the next log has a higher one. */
    readonly log: number
  }
  /** All contents of the conversation were removed for good; nothing follows. */
  'conversation-erased': {
    /** Number of the log that was erased; absent once it is. */
    readonly log?: number
  }
  /** The conversation is over, unless the visitor writes again. */
  'conversation-closed': {
    /** `resolved`: by a person. `ended`: by the visitor. `done`: nothing was left. `idle`: nobody spoke. `ticket`: it is kept for later. */
    readonly reason: 'resolved' | 'ended' | 'done' | 'idle' | 'ticket'
  }
  /** The visitor has written again. */
  'conversation-reopened': {
    /** Who receives it. */
    readonly to: 'bot' | 'queue' | 'last-agent'
  }
}
