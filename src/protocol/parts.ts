/** What a message is made of. A reader skips parts of a type that it does not know. */
import type { Id } from './values.ts'

/** Words. */
export interface TextPart {
  readonly type: 'text'
  /** Markdown when an assistant or an agent wrote it, plain text when a visitor did. At most 16,384 UTF-16 units. */
  readonly text: string
}

/** An article that an answer rests on. */
export interface CitationPart {
  readonly type: 'citation'
  /** Its name among the articles. */
  readonly id: string
  /** As readers see it. */
  readonly title: string
  /** Absolute or site-relative URL. */
  readonly url?: string
}

/** What a quick reply does when it is pressed: `send` posts its text as the visitor's message, the others issue that command. */
export type QuickReplyAction = 'send' | 'handoff-request' | 'conversation-end' | 'ticket-create'

/** One button. */
export interface QuickReply {
  readonly action: QuickReplyAction
  /** The label where an integrator or a model wrote it; absent: the dictionary's text for the action. */
  readonly label?: string
}

/** Buttons that answer for the visitor. */
export interface QuickRepliesPart {
  readonly type: 'quick-replies'
  /** The buttons, in this order. */
  readonly options: readonly QuickReply[]
}

/** A file that was sent along; its bytes are kept apart from the log. */
export interface AttachmentPart {
  readonly type: 'attachment'
  /** Names the stored file. */
  readonly blob: Id
  /** As its sender called it, at most 200 characters. */
  readonly name: string
  /** Media type by content, such as `image/png`. */
  readonly media: string
  /** Bytes. */
  readonly size: number
  /** What a picture shows, for those who do not see it. */
  readonly alt?: string
}

/** One question of a form. */
export interface FormField {
  /** Key of its answer in `form-submitted`. */
  readonly name: string
  /** The question, as the visitor reads it. */
  readonly label: string
  /** Open: a reader shows an unknown kind as `text`. */
  readonly kind: 'text' | 'email' | 'phone' | 'number' | 'long-text' | 'choice' | 'date'
  /** Default false. */
  readonly required?: boolean
  /** What can be chosen, for `choice`. */
  readonly options?: readonly string[]
}

/** Questions to be filled in; answered by `form-submit`. */
export interface FormPart {
  readonly type: 'form'
  readonly form: Id
  /** What the form is for, as the visitor reads it. */
  readonly title?: string
  readonly fields: readonly FormField[]
}

export type Part = TextPart | CitationPart | QuickRepliesPart | AttachmentPart | FormPart

/** The text of a message without its other parts. */
export const textOf = (parts: readonly Part[]): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
