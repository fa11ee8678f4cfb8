import { allow } from '../conversation/index.ts'
import { type Check, id, int, list, nullable, optional, shape, text } from '../protocol/codec-check.ts'
import type { Actor, Command, Cursor, Id, Refusal } from '../protocol/index.ts'

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

const outgoing = shape({
  command: shape({ id, type: text, data: shape({}) }),
  seen: nullable(shape({ log: int, seq: int })),
  at: int,
  refusal: optional(shape({ code: text, message: text })),
  acked: (value) => value === undefined,
})
const withText: Check = shape({ command: shape({ data: shape({ parts: list(shape({ type: text, text })) }) }) })

/** Whether a value that was stored can be sent and shown. */
export const isOutgoing = (value: unknown): value is Outgoing =>
  outgoing(value) && ((value as Outgoing).command.type !== 'message-send' || withText(value))

/** Commands in the order in which they were made. */
export interface Outbox {
  readonly all: readonly Outgoing[]
  /** Those that outlive the page. */
  readonly stored: readonly Outgoing[]
  /** Those that the hub has to be told, oldest first. */
  unsent(): readonly Outgoing[]
  add(outgoing: Outgoing): void
  /** Its effect is in the view, or there is none to wait for. */
  remove(id: Id): boolean
  acknowledge(id: Id, at: Cursor): Outgoing | undefined
  refuse(id: Id, refusal: Refusal): Outgoing | undefined
  /** Sends a refused one again under its id. */
  revive(id: Id): boolean
  /** Drops acknowledged ones that a cursor has reached: a snapshot may begin after their events. */
  reached(cursor: Cursor): boolean
  /** Another conversation: what is not told yet and can begin one goes along, as if it had been made there. */
  move(): void
}

const behind = (at: Cursor, cursor: Cursor): boolean => (cursor.log === at.log ? cursor.seq >= at.seq : cursor.log > at.log)

export function createOutbox(first: readonly Outgoing[], onChange: (stored: readonly Outgoing[]) => void): Outbox {
  let all = first
  const stored = (): readonly Outgoing[] => all.filter(({ acked }) => !acked)
  const set = (next: readonly Outgoing[]): void => {
    all = next
    onChange(stored())
  }
  const replace = (id: Id, change: (outgoing: Outgoing) => Outgoing): Outgoing | undefined => {
    const found = all.find(({ command }) => command.id === id)
    if (found) set(all.map((outgoing) => (outgoing === found ? change(outgoing) : outgoing)))
    return found
  }
  const filter = (keep: (outgoing: Outgoing) => boolean): boolean => {
    const next = all.filter(keep)
    const changed = next.length < all.length
    if (changed) set(next)
    return changed
  }
  return {
    get all() {
      return all
    },
    get stored() {
      return stored()
    },
    unsent: () => all.filter(({ acked, refusal }) => !acked && !refusal),
    add: (outgoing) => set([...all, outgoing]),
    remove: (id) => filter(({ command }) => command.id !== id),
    acknowledge: (id, at) => replace(id, (outgoing) => ({ ...outgoing, acked: at })),
    refuse: (id, refusal) => replace(id, (outgoing) => ({ ...outgoing, refusal })),
    revive(id) {
      return replace(id, ({ refusal: _, ...outgoing }) => outgoing) !== undefined
    },
    reached: (cursor) => filter(({ acked }) => !acked || !behind(acked, cursor)),
    move: () => set(all.filter(({ command, acked }) => !acked && !allow(null, command, visitor)).map((one) => ({ ...one, seen: null }))),
  }
}
