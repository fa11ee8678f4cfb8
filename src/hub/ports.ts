import type { Identity, Link } from '../contracts/index.ts'
import type { ClientFrame } from '../protocol/index.ts'
import type { Exporter } from './export.ts'
import type { Polls } from './polls.ts'
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
  readonly polls: Polls
  /** The open link with this id, if it belongs to this identity. */
  linkOf(identity: Identity, id: string): Link | undefined
  /** Gives a frame to the hub that has this link, over the store's bus; `false` when none has it, `hub/busy` when that could not be found out. */
  forward(identity: Identity, link: string, frame: ClientFrame): Promise<boolean>
  readonly onError: (error: unknown) => void
}
