import type { HandoffReason } from './events.ts'
import type { Part } from './parts.ts'
import type { Id, Person } from './values.ts'

/** An article that was given or found. */
export interface ArticleRef {
  /** Its name among the articles. */
  readonly id: string
  /** As readers see it. */
  readonly title: string
  /** Absolute or site-relative URL. */
  readonly url?: string
}

/** An action that waits for approval, in full: what is approved is what runs. */
export interface HeldAction {
  readonly action: Id
  /** Name of the tool, at most 64 characters. */
  readonly tool: string
  /** What it will be given, as JSON of at most 8,000 characters. */
  readonly input: string
  /** What it does, in a few words, as whoever approves it reads it; at most 200 characters. */
  readonly title: string
  /** What exactly is done, in at most 2,000 characters. */
  readonly details?: string
  /** Who must agree: the visitor, or a person of the team. */
  readonly approval: 'visitor' | 'agent'
}

/** What an attempt at an answer has used. */
export interface Meter {
  /** Name of the service that was asked, at most 80 characters. */
  readonly provider: string
  /** Tokens that it has read. */
  readonly inputTokens: number
  /** Tokens that it has written. */
  readonly outputTokens: number
  /** In the currency of the deployment, when it is known. */
  readonly cost?: number
}

/** Data of the events that only staff may see; a visitor's frame has no place for them. */
export interface StaffEventMap {
  /** The visitor's messages need no answer (thanks, goodbyes). */
  'turn-skipped': {
    /** Up to this seq. */
    readonly upTo: number
  }
  /** A note among colleagues. */
  'note-added': {
    readonly note: Id
    /** Plain text, for colleagues. */
    readonly text: string
    /** Who wrote it, as shown to colleagues. */
    readonly person?: Person
  }
  /** What the next person should know: why the handoff happened and what was found out so far. */
  'context-added': {
    readonly reason: HandoffReason
    /** The rule that asked for a person, when one did. */
    readonly rule?: string
    /** What has happened so far, in a few sentences. */
    readonly summary?: string
    /** 0..1, that the assistant's answers were right. */
    readonly confidence?: number
    /** -1..1, of the visitor. */
    readonly sentiment?: number
    /** Facts that the visitor has given, by name. */
    readonly fields?: Readonly<Record<string, string>>
    /** What the assistant has drawn on. */
    readonly articles?: readonly ArticleRef[]
  }
  /** Where the conversation belongs in the queue. */
  'conversation-routed': {
    /** Name of the team that should take it. */
    readonly team?: string
    /** Higher is served first. */
    readonly priority?: number
    /** Who should take it, if free. */
    readonly agent?: Id
  }
  /** A colleague may write beside the holder. */
  'participant-invited': { readonly agent: Id }
  /** The holder asks a supervisor for help. */
  'supervisor-requested': {
    /** What it is about. */
    readonly note?: string
  }
  /** Somebody reads along, and does not write. */
  'shadow-started': { readonly person: Person }
  /** Who read along has left. */
  'shadow-ended': { readonly person: Person }
  /** The holder asks the assistant for something, such as a draft or a fact. */
  'assist-requested': {
    readonly request: Id
    /** What is asked for. */
    readonly text: string
    /** How long it waits to be taken up, ms since 1970. */
    readonly until: number
    /** The held action that the holder has approved, for the assistant to carry out. */
    readonly action?: Id
  }
  /** Nobody took the request up in time. */
  'assist-expired': { readonly request: Id }
  /** Words, or an action, that the assistant offers to the holder; ends in `draft-used` or `draft-dropped`. */
  'draft-offered': {
    readonly draft: Id
    /** What it is made of, in this order. */
    readonly parts: readonly Part[]
    /** The held action that the words describe: it is approved, not sent. */
    readonly action?: Id
  }
  /** A draft was sent, changed or not. */
  'draft-used': {
    readonly draft: Id
    /** The message that came of it, or the request by which an action was approved. */
    readonly message: Id
  }
  /** A draft was not wanted, or came too late. */
  'draft-dropped': { readonly draft: Id }
  /** The assistant is to write down what the person did. */
  'summary-asked': {
    /** Number of the floor that the person held. */
    readonly episode: number
    /** How long it may take, ms since 1970. */
    readonly until: number
  }
  /** What happened while a person held the floor, for the team. */
  'summary-written': {
    readonly episode: number
    /** What the person did, in a few sentences. */
    readonly text: string
  }
  /** No summary came in time. */
  'summary-expired': { readonly episode: number }
  /** The assistant is about to run a tool: logged before it runs, so that none runs again by itself. */
  'tool-called': {
    /** Names this call for the tool too, so that it can tell a repetition. */
    readonly call: Id
    readonly turn: Id
    readonly attempt: number
    /** Name of the tool. */
    readonly tool: string
    /** What it is given, as JSON. */
    readonly input: string
  }
  /** What came of the call. Without it nobody knows whether the tool has run. */
  'tool-returned': {
    readonly call: Id
    /** JSON or plain text. */
    readonly output: string
    /** It did not work, and `output` says why. */
    readonly failed?: true
  }
  /** The assistant wants to do something that needs approval: exactly what may run once it has it. */
  'action-held': HeldAction
  /** What an attempt at an answer has used. */
  'turn-metered': {
    readonly turn: Id
    readonly attempt: number
    /** Name of the service that was asked. */
    readonly provider: string
    /** Tokens that it has read. */
    readonly inputTokens: number
    /** Tokens that it has written. */
    readonly outputTokens: number
    /** In the currency of the deployment, when it is known. */
    readonly cost?: number
  }
  /** The site's own system has taken a message for later. */
  'ticket-filed': {
    readonly ticket: Id
    /** What it is called there, at most 200 characters. */
    readonly reference?: string
  }
  /** A tag was put on the conversation. */
  'tag-added': {
    /** At most 40 characters. */
    readonly tag: string
  }
  /** A tag was taken off. */
  'tag-removed': { readonly tag: string }
  /** Facts about the visitor; `null` removes one. */
  'attributes-updated': { readonly values: Readonly<Record<string, AttributeValue>> }
}

/** A fact about the visitor: a text of at most 400 characters, a number, yes or no; `null` removes it. */
export type AttributeValue = string | number | boolean | null

/** Types of the events that only staff may see. */
export type StaffEventType = keyof StaffEventMap
