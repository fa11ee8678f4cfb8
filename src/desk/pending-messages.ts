import type { MessageRow } from '../conversation/rows.ts'
import type { Cursor, Id, Part, Person } from '../protocol/index.ts'

/** Own messages that are not in the log yet, shown after what is. The id of a message is the id of its command. */
export interface PendingMessages {
  rows(): readonly MessageRow[]
  add(id: Id, parts: readonly Part[]): void
  /** Its event is in the log, or it was refused. */
  remove(id: Id): void
  acknowledge(id: Id, at: Cursor): void
  /** Drops what the log already contains: a snapshot may begin after the event of an acknowledged message. */
  reached(cursor: Cursor): void
}

const contains = (cursor: Cursor, at: Cursor): boolean => (cursor.log === at.log ? cursor.seq >= at.seq : cursor.log > at.log)

export function createPendingMessages(me: Person): PendingMessages {
  const pending = new Map<Id, { row: MessageRow; at?: Cursor }>()
  return {
    rows: () => [...pending.values()].map(({ row }) => row),
    add(id, parts) {
      pending.set(id, { row: { type: 'message', id, seq: 0, at: Date.now(), author: me, parts, delivery: 'sending' } })
    },
    remove: (id) => void pending.delete(id),
    acknowledge(id, at) {
      const known = pending.get(id)
      if (known) pending.set(id, { row: { ...known.row, delivery: 'sent' }, at })
    },
    reached(cursor) {
      for (const [id, { at }] of pending) if (at && contains(cursor, at)) pending.delete(id)
    },
  }
}
