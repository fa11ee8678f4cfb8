import type { Command, Cursor, Id, Refusal } from '../protocol/index.ts'
import { isId } from '../protocol/index.ts'

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

export function isOutgoing(value: unknown): value is Outgoing {
  const { command, at } = (value ?? {}) as Partial<Outgoing>
  return isId(command?.id) && typeof command.type === 'string' && typeof at === 'number'
}

/** Commands in the order in which they were made. */
export interface Outbox {
  readonly all: readonly Outgoing[]
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
}

const behind = (at: Cursor, cursor: Cursor): boolean => (cursor.log === at.log ? cursor.seq >= at.seq : cursor.log > at.log)

export function createOutbox(first: readonly Outgoing[], onChange: (stored: readonly Outgoing[]) => void): Outbox {
  let all = first
  const set = (next: readonly Outgoing[]): void => {
    all = next
    onChange(all.filter(({ acked }) => !acked))
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
    unsent: () => all.filter(({ acked, refusal }) => !acked && !refusal),
    add: (outgoing) => set([...all, outgoing]),
    remove: (id) => filter(({ command }) => command.id !== id),
    acknowledge: (id, at) => replace(id, (outgoing) => ({ ...outgoing, acked: at })),
    refuse: (id, refusal) => replace(id, (outgoing) => ({ ...outgoing, refusal })),
    revive(id) {
      return replace(id, ({ refusal: _, ...outgoing }) => outgoing) !== undefined
    },
    reached: (cursor) => filter(({ acked }) => !acked || !behind(acked, cursor)),
  }
}
