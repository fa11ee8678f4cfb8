import { part, publicShapes } from '../conversation/shapes.ts'
import { id, int, list, nullable, optional, shape, text } from '../protocol/codec-check.ts'
import type { Actor, Command, Cursor, Id, Refusal } from '../protocol/index.ts'
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
  /** Set when it belongs to another conversation than the one that runs, in which the visitor goes on. */
  readonly conversation?: Id
  /** Set when the hub has refused it; it waits for a retry by hand. */
  readonly refusal?: Refusal
  /** Set when it was acknowledged; it waits for its event. Never stored. */
  readonly acked?: Cursor
}

/** The machine says no. */
export const refusedBy = (refusal: Refusal): HandbackError => new HandbackError('client/refused', refusal.message, { cause: refusal })

const outgoing = shape({
  command: shape({ id, type: text, data: shape({}) }),
  seen: nullable(shape({ log: int, seq: int })),
  at: int,
  conversation: optional(id),
  refusal: optional(shape({ code: text, message: text })),
  acked: (value) => value === undefined,
})
/** What is shown of a command before it is confirmed must have its shape. */
const shown = new Map([
  ['message-send', shape({ parts: list(part) })],
  ['form-submit', shape(publicShapes['form-submitted'])],
  ['message-rate', shape(publicShapes['message-rated'])],
  ['ticket-create', shape({ text, contact: optional(text) })],
])

/** Whether an event shows what such a command has shown. */
export const shows = (type: string): boolean => ['message-sent', 'message-rated', 'form-submitted', 'ticket-created'].includes(type)

/** Whether a command is shown while it waits. */
export const isShown = ({ command }: Outgoing): boolean => shown.has(command.type)

/** Whether a value that was stored can be sent and shown. */
export const isOutgoing = (value: unknown): value is Outgoing =>
  outgoing(value) && (shown.get((value as Outgoing).command.type)?.((value as Outgoing).command.data) ?? true)
