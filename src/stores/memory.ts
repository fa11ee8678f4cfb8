import type { EventStore, Lease, Query } from '../contracts/index.ts'
import { checkAppend } from '../internal/append-check.ts'
import { checkRefold, erasedEvents } from '../internal/erased-events.ts'
import { compareKeys, indexKey, pageOf, parsePage } from '../internal/index-order.ts'
import { seqIn, storeClosed, storeFeeds } from '../internal/store-feeds.ts'
import { HandbackError } from '../protocol/index.ts'
import type { Cursor, Header, Id, IndexEntry, StoredEvent } from '../protocol/index.ts'

export { memoryBlobs } from './memory-blobs.ts'

export interface MemoryStoreOptions {
  /** Milliseconds since 1970, for leases. Default `Date.now`. */
  readonly now?: () => number
}

/** Values are kept as JSON text: what goes in and what comes out is a copy. */
interface Log {
  head: Cursor
  readonly events: { readonly cause: Id; readonly text: string }[]
  header: string
  entry: string
}

/**
 * Keeps conversations in this process, for tests, demos and pages without a server: the reference for every other store.
 * Everything is gone when the process ends, and nothing is ever evicted.
 *
 * @example
 * const store = memoryStore()
 * await store.append(id, { expect: null, events, header, entry })
 */
export function memoryStore(options: MemoryStoreOptions = {}): EventStore {
  const now = (): number => (options.now ?? Date.now)()
  const logs = new Map<Id, Log>()
  const leases = new Map<string, Lease>()
  let closed = false
  const open = (): void => {
    if (closed) throw storeClosed()
  }
  const parse = <T>(text: string): T => JSON.parse(text) as T
  const copy = <T>(value: T): T => parse(JSON.stringify(value))
  const slice = (id: Id, from: number, to: number): StoredEvent[] =>
    (logs.get(id)?.events ?? []).slice(Math.max(0, from), Math.max(0, to)).map((event) => parse<StoredEvent>(event.text))

  const feeds = storeFeeds({
    head: (id) => logs.get(id)?.head,
    after: (id, seq, limit) => slice(id, seq, seq + limit),
    entry: (id) => {
      const log = logs.get(id)
      return log && parse<IndexEntry>(log.entry)
    },
  })

  return {
    name: 'memory',
    supports: { durable: false, shared: false, freshIndex: true },

    async load(id) {
      open()
      const log = logs.get(id)
      return log && parse<Header>(log.header)
    },

    async append(id, batch) {
      open()
      const log = logs.get(id)
      checkAppend(log?.head, batch)
      // Made before anything is changed: a value that is not JSON must not leave half an append behind.
      const events = batch.events.map((event) => ({ cause: event.cause, text: JSON.stringify(event) }))
      const head = { log: batch.header.log, seq: batch.header.seq }
      const record = { head, header: JSON.stringify(batch.header), entry: JSON.stringify(batch.entry) }
      if (log) {
        Object.assign(log, record)
        for (const event of events) log.events.push(event)
      } else {
        logs.set(id, { ...record, events })
      }
      feeds.changed(id)
    },

    async caused(id, command, after) {
      open()
      const log = logs.get(id)
      const from = after === null ? 0 : seqIn(log?.head, after)
      return (log?.events ?? []).slice(from).filter((event) => event.cause === command).map((event) => parse<StoredEvent>(event.text))
    },

    async read(id, range) {
      open()
      const head = logs.get(id)?.head
      if ('after' in range) {
        const from = seqIn(head, range.after)
        return slice(id, from, from + range.limit)
      }
      const to = Math.min(head?.seq ?? 0, head?.log === range.before.log ? range.before.seq - 1 : Infinity)
      return slice(id, to - range.limit, to)
    },

    async list(query, { limit, page }) {
      open()
      const start = page === undefined ? undefined : parsePage(query.view, page)
      const found = [...logs.values()]
        .map((log) => parse<IndexEntry>(log.entry))
        .filter((entry) => belongs(query, entry) && (!start || compareKeys(indexKey(query.view, entry), start) > 0))
        .sort((a, b) => compareKeys(indexKey(query.view, a), indexKey(query.view, b)))
      return pageOf(query.view, found, limit)
    },

    async erase(id, what, refold) {
      open()
      const log = logs.get(id)
      if (!log) throw new HandbackError('conversation/not-found', 'There is no such conversation.')
      const events = erasedEvents(slice(id, 0, Infinity), what)
      const texts = events.map((event) => ({ cause: event.cause, text: JSON.stringify(event) }))
      const head = { log: log.head.log + 1, seq: log.head.seq }
      const { header, entry } = refold(events, head.log)
      checkRefold(head, header)
      logs.set(id, { head, events: texts, header: JSON.stringify(header), entry: JSON.stringify(entry) })
      feeds.changed(id)
      return { ...head }
    },

    async lease(key, { holder, ttl, value }) {
      open()
      const current = leases.get(key)
      if (current && current.until > now() && current.holder !== holder) return { held: false, holder: current.holder }
      leases.delete(key)
      if (ttl <= 0) return { held: false, holder }
      leases.set(key, { key, holder, until: now() + ttl, ...(value === undefined ? {} : { value: copy(value) }) })
      return { held: true, holder }
    },

    async leases(prefix) {
      open()
      const living = [...leases.values()].filter((lease) => lease.key.startsWith(prefix) && lease.until > now())
      return copy(living)
    },

    watch: feeds.watch,
    watchIndex: feeds.watchIndex,
    publish: feeds.publish,
    subscribe: feeds.subscribe,

    async close() {
      closed = true
      feeds.close()
    },
  }
}

function belongs(query: Query, entry: IndexEntry): boolean {
  switch (query.view) {
    case 'queue': return entry.phase === 'queued'
    case 'open': return entry.phase !== 'closed'
    case 'all': return true
    case 'visitor': return entry.visitor === query.visitor
    case 'holder': return entry.holder === query.holder
    case 'due': return entry.due !== undefined && entry.due <= query.upTo
  }
}
