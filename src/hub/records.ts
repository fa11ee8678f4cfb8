import type { EventStore, Query } from '../contracts/index.ts'
import { MACHINE_VERSION, emptyHeader, evolveHeader } from '../conversation/index.ts'
import type { Cursor, Header, Id, IndexEntry, StoredEvent } from '../protocol/index.ts'

const PAGE = 500
const ENTRIES = 100

/** Every event of a conversation after a cursor, in pages; ends early when the log is replaced meanwhile. */
export async function* eventsAfter(store: EventStore, id: Id, after: Cursor): AsyncGenerator<StoredEvent> {
  let cursor = after
  for (;;) {
    const events = await store.read(id, { after: cursor, limit: PAGE })
    const first = events[0]
    // another log is read from its start, again and again
    if (!first || first.seq <= cursor.seq) return
    yield* events
    const last = events.at(-1)
    if (!last || events.length < PAGE) return
    cursor = { log: after.log, seq: last.seq }
  }
}

/** Every entry of a list, in pages. */
export async function* entriesOf(store: EventStore, query: Query): AsyncGenerator<IndexEntry> {
  let page: string | undefined
  do {
    const found = await store.list(query, { limit: ENTRIES, ...(page === undefined ? {} : { page }) })
    yield* found.items
    page = found.next
  } while (page !== undefined)
}

/** The newest header; one that another version of the machine wrote is folded again from the log. */
export async function loadHeader(store: EventStore, id: Id): Promise<Header | undefined> {
  const header = await store.load(id)
  if (!header || header.machine === MACHINE_VERSION) return header
  let next: Header = { ...emptyHeader(header.visitor), log: header.log }
  for await (const event of eventsAfter(store, id, { log: header.log, seq: 0 })) next = evolveHeader(next, event)
  return next
}
