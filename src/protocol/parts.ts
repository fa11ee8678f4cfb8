/** What a message is made of. A reader skips parts of a type that it does not know. */

export interface TextPart {
  readonly type: 'text'
  /** Markdown when an assistant or an agent wrote it, plain text when a visitor did. At most 16,384 UTF-16 units. */
  readonly text: string
}

/** An article that an answer rests on. */
export interface CitationPart {
  readonly type: 'citation'
  readonly id: string
  readonly title: string
  /** Absolute or site-relative URL. */
  readonly url?: string
}

/** What a quick reply does when it is pressed: `send` posts its text as the visitor's message, the others issue that command. */
export type QuickReplyAction = 'send' | 'handoff-request' | 'conversation-end' | 'ticket-create'

export interface QuickReply {
  readonly action: QuickReplyAction
  /** The label where an integrator or a model wrote it; absent: the dictionary's text for the action. */
  readonly label?: string
}

export interface QuickRepliesPart {
  readonly type: 'quick-replies'
  readonly options: readonly QuickReply[]
}

export type Part = TextPart | CitationPart | QuickRepliesPart

/** The text of a message without its other parts. */
export const textOf = (parts: readonly Part[]): string =>
  parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
