import type { Append } from '../../contracts/index.ts'
import { indexKey } from '../../internal/index-order.ts'
import type { IndexKey, IndexView } from '../../internal/index-order.ts'
import type { Cursor, Header, Id, IndexEntry, StoredEvent } from '../../protocol/index.ts'
import type { Schema } from './database.ts'

type EventRow = Schema['events']['value']
type HeaderRow = Schema['headers']['value']
type EntryRow = Schema['entries']['value']

/** An append as rows. Made when it is asked for, so that what its caller changes before the transaction is not written. */
export interface AppendRows {
  readonly expect: Cursor | null
  readonly events: readonly EventRow[]
  readonly header: HeaderRow
  readonly entry: EntryRow
}

export const eventRow = (conversation: Id, event: StoredEvent): EventRow =>
  ({ conversation, seq: event.seq, cause: event.cause, body: JSON.stringify(event) })

export const headerRow = (header: Header): HeaderRow => ({ log: header.log, seq: header.seq, body: JSON.stringify(header) })

/** The places of an entry, each after what its list is about. Arrays come after everything else in the order of keys. */
export function entryRow(entry: IndexEntry): EntryRow {
  const { phase, visitor, holder, due } = entry
  const at = (view: IndexView): IndexKey => indexKey(view, entry)
  return {
    body: JSON.stringify(entry),
    all: [...at('all')],
    visitor: [visitor, ...at('visitor')],
    ...(phase === 'queued' ? { queue: [...at('queue')] } : {}),
    ...(phase === 'closed' ? {} : { open: [...at('open')] }),
    ...(holder === undefined ? {} : { holder: [holder, ...at('holder')] }),
    ...(due === undefined ? {} : { due: [...at('due')] }),
  }
}

export const appendRows = (conversation: Id, batch: Append): AppendRows => ({
  expect: batch.expect && { ...batch.expect },
  events: batch.events.map((event) => eventRow(conversation, event)),
  header: headerRow(batch.header),
  entry: entryRow(batch.entry),
})
