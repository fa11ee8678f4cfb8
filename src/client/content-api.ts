import type { AttachmentPart, Id, Phase } from '../protocol/index.ts'

/** What the visitor says: words, files, or both. */
export interface OutgoingMessage {
  /** Default none. */
  readonly text?: string
  /** What `uploadFile` gave; at most 5. Default none. */
  readonly files?: readonly AttachmentPart[]
}

export interface UploadOptions {
  /** Default: the file's own, else `file`. */
  readonly name?: string
  readonly signal?: AbortSignal
  /** 0..1 of the bytes. */
  readonly onProgress?: (share: number) => void
}

export interface Article {
  readonly id: string
  readonly title: string
  /** Absolute or site-relative URL. */
  readonly url?: string
  /** Markdown. */
  readonly text: string
}

/** One of a visitor's conversations, in a list. */
export interface ConversationSummary {
  readonly conversation: Id
  readonly phase: Phase
  /** When anything last happened, ms since 1970. */
  readonly updated: number
  /** The visitor's newest words, at most 120 characters. */
  readonly preview: string
}
