import type { Identity, Link, ReplyArticle } from '../contracts/index.ts'
import type { ClientFrame } from '../protocol/index.ts'
import type { Exporter } from './export.ts'
import type { Files } from './files/files.ts'
import type { Polls } from './polls.ts'
import type { ConversationSummary } from './conversation-list.ts'
import type { Receiver } from './receive.ts'
import type { Tokens } from './tokens.ts'

/** What adapters need of a hub beside links. */
export interface HubPorts {
  readonly tokens: Tokens
  readonly path: string
  readonly origins: readonly string[]
  /** Bytes that may wait for one connection before it is cut. */
  readonly buffer: number
  /** Asked before each link that a client opens; throws `hub/busy` with the time to wait when too many come at once. */
  admit(identity: Identity): void
  readonly charge: Receiver['charge']
  readonly answer: Receiver['answer']
  /** The record of a conversation as JSON text in pieces, if it exists for this identity. */
  readonly record: Exporter['seenBy']
  /** The same as plain text, as the visitor sees it. */
  readonly transcript: Exporter['textFor']
  readonly files: Pick<Files, 'bring' | 'read'>
  /** An article of the site. */
  article(id: string): Promise<ReplyArticle | undefined>
  /** A visitor's own conversations, newest first. */
  conversations(identity: Identity): Promise<readonly ConversationSummary[]>
  readonly polls: Polls
  /** The open link with this id, if it belongs to this identity. */
  linkOf(identity: Identity, id: string): Link | undefined
  /** Gives a frame to the hub that has this link, over the store's bus; `false` when none has it, `hub/busy` when that could not be found out. */
  forward(identity: Identity, link: string, frame: ClientFrame): Promise<boolean>
  readonly onError: (error: unknown) => void
}
