import type { EventStore } from '../../contracts/index.ts'
import type { EventType, Header, Id, StoredEvent } from '../../protocol/index.ts'

/** How much of the log a turn looks at, in events. */
const CONTEXT = 200
/** How far back facts and held actions are looked for, and how many at a time. */
const FURTHEST = 5_000
const PAGE = 1_000
/** Conversations whose past is remembered. */
const REMEMBERED = 500

/** What a turn must know however long ago it was: who the visitor is, and what somebody may agree to now. */
const lasting: ReadonlySet<string> = new Set<EventType>(['conversation-started', 'attributes-updated', 'action-held'])

/** What lasts of a log from one event on to another; it never changes, unless the log does. */
interface Past {
  readonly log: number
  readonly from: number
  readonly to: number
  readonly events: readonly StoredEvent[]
}

/** The newest events of a conversation, oldest first, and before them what lasts. */
export type Recent = (conversation: Id, header: Header) => Promise<readonly StoredEvent[]>

export function createRecent(store: Pick<EventStore, 'read'>): Recent {
  const known = new Map<Id, Past>()

  /** What lasts of the events before `end`. */
  async function past(conversation: Id, log: number, end: number): Promise<readonly StoredEvent[]> {
    const before = known.get(conversation)
    const start = before?.log === log && before.to <= end ? before : { log, from: end, to: end, events: [] }
    const between: StoredEvent[] = []
    for (let first = end; first > start.to;) {
      const page = await store.read(conversation, { before: { log, seq: first }, limit: Math.min(PAGE, first - start.to) })
      between.unshift(...page.filter(({ type }) => lasting.has(type)))
      first = page[0]?.seq ?? start.to
    }
    const older: StoredEvent[] = []
    let from = start.from
    while (from > Math.max(1, end - FURTHEST)) {
      const page = await store.read(conversation, { before: { log, seq: from }, limit: PAGE })
      older.unshift(...page.filter(({ type }) => lasting.has(type)))
      from = page[0]?.seq ?? 1
    }
    const events = [...older, ...start.events, ...between]
    known.delete(conversation)
    known.set(conversation, { log, from, to: end, events })
    const [oldest] = known.keys()
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
    return events
  }

  return async (conversation, { log, seq }) => {
    const events = await store.read(conversation, { before: { log, seq: seq + 1 }, limit: CONTEXT })
    const first = events[0]?.seq ?? 1
    return first > 1 ? [...(await past(conversation, log, first)), ...events] : events
  }
}
