import type { Cursor, Header, Id, IndexEntry, Signal, StoredEvent } from '../protocol/index.ts'

/** What one append writes: all of it, or nothing. */
export interface Append {
  /** The log's head that the events were decided on; `null`: the conversation must not exist yet. */
  readonly expect: Cursor | null
  /** `seq` continues from `expect`. */
  readonly events: readonly StoredEvent[]
  readonly header: Header
  readonly entry: IndexEntry
}

/**
 * Which conversations: `queue` (phase queued; highest priority first, then longest waiting), `open` (every phase but
 * closed, newest activity first), `all` (newest activity first), `visitor`, `holder` (newest activity first),
 * `due` (an earliest deadline at or before `upTo`, earliest first).
 */
export type Query =
  | { readonly view: 'queue' }
  | { readonly view: 'open' }
  | { readonly view: 'all' }
  | { readonly view: 'visitor'; readonly visitor: Id }
  | { readonly view: 'holder'; readonly holder: Id }
  | { readonly view: 'due'; readonly upTo: number }

export interface Page<T> {
  readonly items: readonly T[]
  /** Give it back to get the next page; absent on the last. */
  readonly next?: string
}

export interface Lease {
  readonly key: string
  readonly holder: Id
  /** When it ends, ms since 1970, by the store's clock. */
  readonly until: number
  readonly value?: unknown
}

/**
 * Where a hub keeps conversations. Safety is only in `append`: everything else may lag.
 *
 * - *Cancel*: aborting ends an iterable quietly; already aborted: no work starts. Breaking out releases everything.
 * - *Errors*: a `HandbackError`: `store/conflict` (retryable), `store/unavailable` (retryable), `store/full` (retryable), `store/closed`.
 * - Values come back as they went in (JSON), and changing a value after the call changes nothing in the store.
 */
export interface EventStore {
  readonly name: string
  /** `durable`: survives a crash of the process. `shared`: several hubs may use it. `freshIndex`: `list` sees every append at once. */
  readonly supports: { readonly durable: boolean; readonly shared: boolean; readonly freshIndex: boolean }
  /** The newest header, or `undefined` when there is no such conversation. O(1), never stale. */
  load(id: Id): Promise<Header | undefined>
  /** Resolves when durable. Rejects `store/conflict` when the head is not `expect`. */
  append(id: Id, batch: Append): Promise<void>
  /** Events made by `command` after a cursor (`null`: in the whole log), for the life of the log. */
  caused(id: Id, command: Id, after: Cursor | null): Promise<StoredEvent[]>
  /** Strictly after (ascending), or strictly before (the newest `limit` of them, ascending). Another `log` reads from the start (after) or the end (before). */
  read(id: Id, options: { readonly after: Cursor; readonly limit: number } | { readonly before: Cursor; readonly limit: number }): Promise<StoredEvent[]>
  /** History strictly after the cursor, then live; no gap, no duplicate. */
  watch(id: Id, options: { readonly after: Cursor; readonly signal: AbortSignal }): AsyncIterable<StoredEvent>
  list(query: Query, options: { readonly limit: number; readonly page?: string }): Promise<Page<IndexEntry>>
  /** Entries as they change, from now on; at least once; the higher cursor wins. */
  watchIndex(options: { readonly signal: AbortSignal }): AsyncIterable<IndexEntry>
  /**
   * Replaces the data of all events by `{ "erased": true }`, or of those with the given seqs by `erasedData(event)`
   * (handback/protocol), at the same seq, and writes the header and entry that `refold` makes of the result, with `log` one higher. Resolves with the new head.
   */
  erase(id: Id, what: 'all' | readonly number[], refold: (events: readonly StoredEvent[], log: number) => { header: Header; entry: IndexEntry }): Promise<Cursor>
  /** Takes or renews a lease; `held: false` tells who has it. `ttl` in ms; 0 releases. */
  lease(key: string, options: { readonly holder: Id; readonly ttl: number; readonly value?: unknown }): Promise<{ held: boolean; holder: Id }>
  /** Living leases whose key begins with `prefix`. */
  leases(prefix: string): Promise<Lease[]>
  /** Lossy bus, across hubs where `supports.shared`. */
  publish(topic: string, signal: Signal): void
  subscribe(topic: string, options: { readonly signal: AbortSignal }): AsyncIterable<Signal>
  /** Idempotent; afterwards everything else rejects `store/closed`. */
  close(): Promise<void>
}
