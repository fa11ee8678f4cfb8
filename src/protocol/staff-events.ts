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
  }
  /** Nobody took the request up in time. */
  'assist-expired': { readonly request: Id }
  /** Words that the assistant offers to the holder; ends in `draft-used` or `draft-dropped`. */
  'draft-offered': {
    readonly draft: Id
    /** What it is made of, in this order. */
    readonly parts: readonly Part[]
  }
  /** A draft was sent, changed or not. */
  'draft-used': {
    readonly draft: Id
    /** The message that came of it. */
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
