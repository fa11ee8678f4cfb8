import type { EventStore, Page, Query } from '../../contracts/index.ts'
import { checkAppend } from '../../internal/append-check.ts'
import { checkRefold, erasedEvents } from '../../internal/erased-events.ts'
import { pageOf, parsePage } from '../../internal/index-order.ts'
import { seqIn } from '../../internal/store-feeds.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { Cursor, Header, Id, IndexEntry, StoredEvent } from '../../protocol/index.ts'
import { type Database, together } from './database.ts'
import { type AppendRows, entryRow, eventRow, headerRow } from './rows.ts'

type Range = Parameters<EventStore['read']>[1]
type Refold = Parameters<EventStore['erase']>[2]

/** The most that a browser takes as a number of rows. */
const MOST = 0xffff_ffff

const parse = <T>(row: { readonly body: string }): T => JSON.parse(row.body) as T
const parseAll = (rows: readonly { readonly body: string }[]): StoredEvent[] => rows.map((row) => parse<StoredEvent>(row))
const cursorOf = (row: Cursor | undefined): Cursor | undefined => row && { log: row.log, seq: row.seq }
/** From after one seq to before another; both are left out. */
const between = (id: Id, after: number, before: number): IDBKeyRange => IDBKeyRange.bound([id, after], [id, before], true, true)

/** The logs and the records beside them. `announce` is told of a write while its transaction runs. */
export function conversations(db: Database, announce: (id: Id) => void) {
  const head = async (id: Id): Promise<Cursor | undefined> => cursorOf(await db.read(['headers'], (tx) => tx.objectStore('headers').get(id)))

  return {
    head,
    async header(id: Id): Promise<Header | undefined> {
      const row = await db.read(['headers'], (tx) => tx.objectStore('headers').get(id))
      return row && parse<Header>(row)
    },
    async entry(id: Id): Promise<IndexEntry | undefined> {
      const row = await db.read(['entries'], (tx) => tx.objectStore('entries').get(id))
      return row && parse<IndexEntry>(row)
    },
    after: async (id: Id, seq: number, limit: number): Promise<StoredEvent[]> =>
      parseAll(await db.read(['events'], (tx) => tx.objectStore('events').getAll(between(id, seq, Infinity), limit))),

    async caused(id: Id, command: Id, after: Cursor | null): Promise<StoredEvent[]> {
      const rows = await db.read(['headers', 'events'], async (tx) => {
        const from = after === null ? 0 : seqIn(await tx.objectStore('headers').get(id), after)
        return tx.objectStore('events').index('cause').getAll(IDBKeyRange.bound([id, command, from], [id, command, Infinity], true))
      })
      return parseAll(rows)
    },

    async read(id: Id, range: Range): Promise<StoredEvent[]> {
      const limit = Math.min(range.limit, MOST)
      if (limit < 1) return []
      const rows = await db.read(['headers', 'events'], async (tx) => {
        const events = tx.objectStore('events')
        const row = await tx.objectStore('headers').get(id)
        if ('after' in range) return events.getAll(between(id, seqIn(row, range.after), Infinity), limit)
        const end = Math.min((row?.seq ?? 0) + 1, row?.log === range.before.log ? range.before.seq : Infinity)
        // seqs have no gaps, so that the newest before a place need no walk backwards
        return end <= 1 ? [] : events.getAll(between(id, Math.max(0, end - limit - 1), end))
      })
      return parseAll(rows)
    },

    append: (id: Id, rows: AppendRows): Promise<void> =>
      db.write(['headers', 'events', 'entries'], 'strict', async (tx) => {
        const headers = tx.objectStore('headers')
        checkAppend(cursorOf(await headers.get(id)), rows)
        announce(id)
        const [events, entries] = [tx.objectStore('events'), tx.objectStore('entries')]
        const added = rows.events.map((row) => () => events.add(row))
        await together([...added, () => headers.put(rows.header, id), () => entries.put(rows.entry, id)])
      }),

    erase: (id: Id, what: 'all' | readonly number[], refold: Refold): Promise<Cursor> =>
      db.write(['headers', 'events', 'entries'], 'strict', async (tx) => {
        const [headers, events, entries] = [tx.objectStore('headers'), tx.objectStore('events'), tx.objectStore('entries')]
        const old = await headers.get(id)
        if (!old) throw new HandbackError('conversation/not-found', 'There is no such conversation.')
        const kept = erasedEvents(parseAll(await events.getAll(between(id, 0, Infinity))), what)
        const next = { log: old.log + 1, seq: old.seq }
        const { header, entry } = refold(kept, next.log)
        checkRefold(next, header)
        announce(id)
        const replaced = kept.map((event) => () => events.put(eventRow(id, event)))
        await together([...replaced, () => headers.put(headerRow(header), id), () => entries.put(entryRow(entry), id)])
        return next
      }),

    /** Each list is one range of its own index, from a place on: the cost of a page does not depend on what lies before it. */
    async list(query: Query, { limit, page }: { readonly limit: number; readonly page?: string }): Promise<Page<IndexEntry>> {
      const about = query.view === 'visitor' ? [query.visitor] : query.view === 'holder' ? [query.holder] : []
      const start = page === undefined ? [] : parsePage(query.view, page)
      // an empty array stands behind every number and every text
      const end = query.view === 'due' ? [query.upTo, []] : [...about, []]
      // a place behind the end (deadlines that have moved since the page before) is no range at all
      if (query.view === 'due' && Number(start[0] ?? 0) > query.upTo) return { items: [] }
      const rows = await db.read(['entries'], (tx) =>
        tx.objectStore('entries').index(query.view).getAll(IDBKeyRange.bound([...about, ...start], end, true), limit + 1))
      return pageOf(query.view, rows.map((row) => parse<IndexEntry>(row)), limit)
    },
  }
}
