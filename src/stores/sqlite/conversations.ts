import type { DatabaseSync } from 'node:sqlite'
import type { Append } from '../../contracts/index.ts'
import { checkAppend } from '../../internal/append-check.ts'
import { checkRefold, erasedEvents } from '../../internal/erased-events.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { Cursor, Header, Id, IndexEntry, StoredEvent } from '../../protocol/index.ts'

type Refold = (events: readonly StoredEvent[], log: number) => { header: Header; entry: IndexEntry }

interface HeaderRow extends Cursor {
  readonly body: string
}

interface EntryRow {
  readonly phase: string
  readonly visitor: Id
  readonly holder: Id | null
  readonly rank: number
  readonly since: number
  readonly recency: number
  readonly due: number | null
  readonly body: string
}

/** An append as rows. Made when the append is asked for, so that what its caller changes before the commit is not written. */
export interface AppendRows {
  readonly expect: Cursor | null
  readonly events: readonly { readonly seq: number; readonly cause: Id; readonly body: string }[]
  readonly header: HeaderRow
  readonly entry: EntryRow
}

const headerRow = (header: Header): HeaderRow => ({ log: header.log, seq: header.seq, body: JSON.stringify(header) })
const entryRow = (entry: IndexEntry): EntryRow => {
  const { phase, visitor, holder = null, priority, since, updated, due = null } = entry
  return { phase, visitor, holder, rank: -priority, since, recency: -updated, due, body: JSON.stringify(entry) }
}

export const appendRows = (batch: Append): AppendRows => ({
  expect: batch.expect && { ...batch.expect },
  events: batch.events.map((event) => ({ seq: event.seq, cause: event.cause, body: JSON.stringify(event) })),
  header: headerRow(batch.header),
  entry: entryRow(batch.entry),
})

const parse = <T>(row: Record<string, unknown> | undefined): T | undefined => (row ? JSON.parse(String(row['body'])) as T : undefined)
const parseAll = (rows: readonly Record<string, unknown>[]): StoredEvent[] => rows.map((row) => JSON.parse(String(row['body'])) as StoredEvent)

// Named, because without statistics SQLite takes the primary key and reads the whole log after the cursor.
export const causedSql = 'SELECT body FROM events INDEXED BY events_cause WHERE conversation = ? AND cause = ? AND seq > ? ORDER BY seq'

/** The logs and the records beside them. Writing happens inside a transaction of the caller. */
export function conversations(db: DatabaseSync) {
  const one = {
    head: db.prepare('SELECT log, seq FROM headers WHERE conversation = ?'),
    header: db.prepare('SELECT body FROM headers WHERE conversation = ?'),
    entry: db.prepare('SELECT body FROM entries WHERE conversation = ?'),
  }
  const some = {
    after: db.prepare('SELECT body FROM events WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT ?'),
    before: db.prepare('SELECT body FROM events WHERE conversation = ? AND seq < ? ORDER BY seq DESC LIMIT ?'),
    caused: db.prepare(causedSql),
  }
  const write = {
    event: db.prepare('INSERT INTO events (conversation, seq, cause, body) VALUES (?, ?, ?, ?)'),
    erased: db.prepare('UPDATE events SET body = ? WHERE conversation = ? AND seq = ?'),
    header: db.prepare(`INSERT INTO headers (conversation, log, seq, body) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET log = excluded.log, seq = excluded.seq, body = excluded.body`),
    entry: db.prepare(`INSERT INTO entries (conversation, phase, visitor, holder, rank, since, recency, due, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET phase = excluded.phase, visitor = excluded.visitor, holder = excluded.holder, rank = excluded.rank,
        since = excluded.since, recency = excluded.recency, due = excluded.due, body = excluded.body`),
  }

  function head(id: Id): Cursor | undefined {
    const row = one.head.get(id)
    return row && { log: Number(row['log']), seq: Number(row['seq']) }
  }

  function record(id: Id, header: HeaderRow, entry: EntryRow): void {
    write.header.run(id, header.log, header.seq, header.body)
    write.entry.run(id, entry.phase, entry.visitor, entry.holder, entry.rank, entry.since, entry.recency, entry.due, entry.body)
  }

  const after = (id: Id, seq: number, limit: number): StoredEvent[] => parseAll(some.after.all(id, seq, limit))

  return {
    head,
    header: (id: Id) => parse<Header>(one.header.get(id)),
    entry: (id: Id) => parse<IndexEntry>(one.entry.get(id)),
    after,
    before: (id: Id, seq: number, limit: number): StoredEvent[] => parseAll(some.before.all(id, seq, limit)).reverse(),
    caused: (id: Id, command: Id, seq: number): StoredEvent[] => parseAll(some.caused.all(id, command, seq)),

    append(id: Id, rows: AppendRows): void {
      checkAppend(head(id), rows)
      for (const event of rows.events) write.event.run(id, event.seq, event.cause, event.body)
      record(id, rows.header, rows.entry)
    },

    erase(id: Id, what: 'all' | readonly number[], refold: Refold): Cursor {
      const old = head(id)
      if (!old) throw new HandbackError('conversation/not-found', 'There is no such conversation.')
      const next = { log: old.log + 1, seq: old.seq }
      const events = erasedEvents(after(id, 0, -1), what)
      for (const event of events) write.erased.run(JSON.stringify(event), id, event.seq)
      const { header, entry } = refold(events, next.log)
      checkRefold(next, header)
      record(id, headerRow(header), entryRow(entry))
      return next
    },
  }
}
