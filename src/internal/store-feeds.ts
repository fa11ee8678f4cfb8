import { HandbackError } from '../protocol/index.ts'
import type { Cursor, Id, IndexEntry, Signal, StoredEvent } from '../protocol/index.ts'
import { tail } from './tail.ts'

type Soon<T> = T | Promise<T>

/** How the feeds read the store that they belong to. */
export interface FeedSource {
  head(id: Id): Soon<Cursor | undefined>
  /** At most `limit` events after `seq`, ascending. */
  after(id: Id, seq: number, limit: number): Soon<readonly StoredEvent[]>
  entry(id: Id): Soon<IndexEntry | undefined>
}

interface Scope {
  readonly signal: AbortSignal
}

const PAGE = 256
// The bus is lossy: a subscriber with more than this many unread signals misses the newest until it catches up.
const UNREAD_SIGNALS = 1024

/**
 * The live half of a store that hears of every change: log and index watchers, and the bus. Watchers hold no events, only
 * a place in the log, so a slow one costs nothing and misses nothing.
 */
export function storeFeeds(source: FeedSource) {
  const logs = listeners<void>()
  const index = listeners<Id>()
  const signals = listeners<string>()
  let closed = false
  const open = (): void => {
    if (closed) throw storeClosed()
  }

  return {
    /** To be called when a log has grown or was erased: here after it is durable, elsewhere when it is told. */
    changed(id: Id): void {
      logs.emit(id)
      index.emit('', id)
    },
    watch(id: Id, { after, signal }: Scope & { readonly after: Cursor }): AsyncIterable<StoredEvent> {
      // Settled at the first pull. From then on only `seq` counts: an erasure keeps every seq, so it makes no gap and no repeat.
      let seen: number | undefined
      return tail({
        signal,
        listen: (ring) => logs.on(id, ring),
        async pull() {
          open()
          seen ??= seqIn(await source.head(id), after)
          const events = await source.after(id, seen, PAGE)
          seen = events.at(-1)?.seq ?? seen
          return events
        },
      })
    },
    watchIndex({ signal }: Scope): AsyncIterable<IndexEntry> {
      // Ids and not entries: what is read late is read once, in its newest form.
      const dirty = new Set<Id>()
      return tail({
        signal,
        listen: (ring) => index.on('', (id) => {
          if (id !== undefined) dirty.add(id)
          ring()
        }),
        async pull() {
          open()
          const ids = [...dirty].slice(0, PAGE)
          for (const id of ids) dirty.delete(id)
          const entries = await Promise.all(ids.map((id) => source.entry(id)))
          return entries.filter((entry) => entry !== undefined)
        },
      })
    },
    publish(topic: string, value: Signal): void {
      if (!closed && signals.has(topic)) signals.emit(topic, JSON.stringify(value))
    },
    subscribe(topic: string, { signal }: Scope): AsyncIterable<Signal> {
      let unread: Signal[] = []
      return tail({
        signal,
        listen: (ring) => signals.on(topic, (text) => {
          if (text !== undefined && unread.length < UNREAD_SIGNALS) unread.push(JSON.parse(text) as Signal)
          ring()
        }),
        pull() {
          open()
          const taken = unread
          unread = []
          return taken
        },
      })
    },
    /** Ends every running feed with `store/closed`. */
    close(): void {
      closed = true
      for (const feed of [logs, index, signals]) feed.wakeAll()
    },
  }
}

export const storeClosed = (): HandbackError => new HandbackError('store/closed', 'The store is closed.')

/** The `seq` that a cursor means in the log with this head: of another incarnation nothing counts as seen. */
export const seqIn = (head: Cursor | undefined, cursor: Cursor): number => (head?.log === cursor.log ? cursor.seq : 0)

function listeners<T>() {
  const byKey = new Map<string, Set<(value?: T) => void>>()
  return {
    has: (key: string) => byKey.has(key),
    on(key: string, listener: (value?: T) => void): () => void {
      const set = byKey.get(key) ?? new Set()
      byKey.set(key, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && byKey.get(key) === set) byKey.delete(key)
      }
    },
    emit(key: string, value?: T): void {
      for (const listener of byKey.get(key) ?? []) listener(value)
    },
    wakeAll(): void {
      for (const set of byKey.values()) for (const listener of set) listener()
    },
  }
}
