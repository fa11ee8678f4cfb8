import { id, int, list, nullable, optional, shape, text } from '../protocol/codec-check.ts'
import { cursor } from '../protocol/codec.ts'
import type { Actor, Command, Cursor, Refusal } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'

/** The machine asks for the kind only: which visitor it is comes from the token. */
export const visitor: Actor = { kind: 'visitor', id: 'visitor-me' }

/** A command on its way: kept until the hub has acknowledged or refused it. */
export interface Outgoing {
  readonly command: Command
  /** The cursor when it was first made. */
  readonly seen: Cursor | null
  /** Milliseconds since 1970. */
  readonly at: number
  /** Set when the hub has refused it; it waits for a retry by hand. */
  readonly refusal?: Refusal
  /** Set when it was acknowledged; it waits for its event. Never stored. */
  readonly acked?: Cursor
}

/** The machine says no. */
export const refusedBy = (refusal: Refusal): HandbackError => new HandbackError('client/refused', refusal.message, { cause: refusal })

const outgoing = shape({
  command: shape({ id, type: text, data: shape({}) }),
  seen: nullable(cursor),
  at: int,
  refusal: optional(shape({ code: text, message: text })),
  acked: (value) => value === undefined,
})
const withText = shape({ command: shape({ data: shape({ parts: list(shape({ type: text, text })) }) }) })

/** Whether a value that was stored can be sent and shown. */
export const isOutgoing = (value: unknown): value is Outgoing =>
  outgoing(value) && ((value as Outgoing).command.type !== 'message-send' || withText(value))
