import type { EventStore } from '../contracts/index.ts'
import { project, projectForStaff } from '../conversation/index.ts'
import type { Cursor, Id, StoredEvent } from '../protocol/index.ts'
import { EVENT_BYTES, bytesOf } from './wire.ts'

/** How many visible events a snapshot ends with. */
const TAIL = 50

/**
 * The newest events before a cursor that one side may see, oldest first: `limit` of them, or as many as one frame holds.
 * There is at least one if there is any.
 */
export async function tailBefore(store: EventStore, conversation: Id, before: Cursor, staff: boolean, limit = TAIL): Promise<StoredEvent[]> {
  const tail: StoredEvent[] = []
  let left = EVENT_BYTES
  let cursor = before
  for (;;) {
    const events = await store.read(conversation, { before: cursor, limit })
    const first = events[0]
    // a log that was replaced meanwhile is read from its end, again and again
    if (!first || first.seq >= cursor.seq) return tail.reverse()
    for (const event of events.toReversed()) {
      const open = staff ? projectForStaff(event) : project(event)
      if (!open) continue
      left -= bytesOf(open)
      if (left < 0 && tail.length > 0) return tail.reverse()
      tail.push(open)
      if (tail.length === limit) return tail.reverse()
    }
    cursor = { log: before.log, seq: first.seq }
  }
}
