import type { EventStore } from '../contracts/index.ts'
import { MACHINE_VERSION, emptyHeader, evolveHeader } from '../conversation/index.ts'
import type { Cursor, Header, Id, StoredEvent } from '../protocol/index.ts'

const PAGE = 500

/** Every event of a conversation after a cursor, in pages. */
export async function* eventsAfter(store: EventStore, id: Id, after: Cursor): AsyncGenerator<StoredEvent> {
  let cursor = after
  for (;;) {
    const events = await store.read(id, { after: cursor, limit: PAGE })
    yield* events
    const last = events.at(-1)
    if (!last || events.length < PAGE) return
    cursor = { log: after.log, seq: last.seq }
  }
}

/** The newest header; one that another version of the machine wrote is folded again from the log. */
export async function loadHeader(store: EventStore, id: Id): Promise<Header | undefined> {
  const header = await store.load(id)
  if (!header || header.machine === MACHINE_VERSION) return header
  let next: Header = { ...emptyHeader(header.visitor), log: header.log }
  for await (const event of eventsAfter(store, id, { log: header.log, seq: 0 })) next = evolveHeader(next, event)
  return next
}
