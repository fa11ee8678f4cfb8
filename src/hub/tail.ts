import type { EventStore } from '../contracts/index.ts'
import { project, projectForStaff } from '../conversation/index.ts'
import type { Cursor, Id, StoredEvent } from '../protocol/index.ts'

/** How many visible events a snapshot ends with. */
const TAIL = 50

/** The newest events before a cursor that one side may see, oldest first. */
export async function tailBefore(store: EventStore, conversation: Id, before: Cursor, staff: boolean, limit = TAIL): Promise<StoredEvent[]> {
  const tail: StoredEvent[] = []
  let cursor = before
  while (tail.length < limit && cursor.seq > 1) {
    const events = await store.read(conversation, { before: cursor, limit })
    const first = events[0]
    if (!first) break
    tail.unshift(...events.flatMap((event) => (staff ? projectForStaff(event) : project(event)) ?? []))
    cursor = { log: before.log, seq: first.seq }
  }
  return tail.slice(-limit)
}
