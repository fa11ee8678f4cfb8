import type { EventStore } from '../../contracts/index.ts'
import type { Header, Id, StoredEvent } from '../../protocol/index.ts'
import { heldAction } from './held-action.ts'

/** How much of the log a turn looks at, in events. */
const CONTEXT = 200
/** How much further back an action may have been held that is approved now: a person may have talked for long before. */
const FURTHEST = 5_000

/** The newest events of a conversation, oldest first, and before them the action that was approved, however long ago it was held. */
export async function recent(store: EventStore, conversation: Id, { log, seq, granted, assist }: Header): Promise<readonly StoredEvent[]> {
  const read = (before: number): Promise<StoredEvent[]> => store.read(conversation, { before: { log, seq: before }, limit: CONTEXT })
  const events = await read(seq + 1)
  const action = granted?.action ?? assist?.action
  let first = events[0]?.seq ?? 0
  while (action !== undefined && !heldAction(events, action) && first > Math.max(1, seq - FURTHEST)) {
    const older = await read(first)
    const held = older.find((event) => heldAction([event], action))
    if (held) return [held, ...events]
    first = older[0]?.seq ?? 0
  }
  return events
}
