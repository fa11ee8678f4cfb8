import type { EventStore } from '../contracts/index.ts'
import { seqIn, storeClosed, storeFeeds } from '../internal/store-feeds.ts'
import { appendRows, conversations } from './sqlite/conversations.ts'
import { storeError } from './sqlite/errors.ts'
import { groupCommit } from './sqlite/group-commit.ts'
import { indexLists } from './sqlite/index-lists.ts'
import { leaseTable } from './sqlite/lease-table.ts'
import { openFile } from './sqlite/open.ts'
import { scrub } from './sqlite/scrub.ts'

export interface SqliteStoreOptions {
  /**
   * The file. It, its folder and two or three files beside it are made when missing, readable by their owner only. Where that folder would
   * stand must be there: `data/handback.db` makes `data`, `/srv/data/handback.db` is refused (`store/unavailable`) without `/srv`.
   */
  readonly path: string
  /** Milliseconds since 1970, for leases. Default `Date.now`. */
  readonly now?: () => number
}

/**
 * Keeps conversations in one file, for one process. An append resolves when it is on disk (WAL, `synchronous=FULL`, both
 * read back at start); appends of one tick share one sync. A full disk refuses appends until there is room again; nothing
 * has to be restarted. `erase` writes the whole file anew, so it takes time with its size.
 *
 * Opens at once and throws a `HandbackError`: `store/locked` (another store has the file), `store/newer` (written by a
 * later version), `store/unavailable` (cannot be used; the message says why). Files of earlier versions are migrated.
 *
 * @example
 * const store = sqliteStore({ path: 'data/handback.db' })
 */
export function sqliteStore(options: SqliteStoreOptions): EventStore {
  const now = (): number => (options.now ?? Date.now)()
  const file = openFile(options.path)
  const logs = conversations(file.db)
  const list = indexLists(file.db)
  const leases = leaseTable(file.db)
  const writer = groupCommit(file.db)
  const feeds = storeFeeds({ head: reading(logs.head), after: reading(logs.after), entry: reading(logs.entry) })
  const scrubFile = (): void => scrub(file.db)
  let closed = false

  const open = (): void => {
    if (closed) throw storeClosed()
  }

  return {
    name: 'sqlite',
    supports: { durable: true, shared: false, freshIndex: true },

    async load(id) {
      open()
      return reading(logs.header)(id)
    },

    async append(id, batch) {
      open()
      const rows = appendRows(batch)
      await writer.run(() => logs.append(id, rows))
      feeds.changed(id)
    },

    async caused(id, command, after) {
      open()
      return reading(() => logs.caused(id, command, after === null ? 0 : seqIn(logs.head(id), after)))()
    },

    async read(id, range) {
      open()
      return reading(() => {
        const head = logs.head(id)
        if ('after' in range) return logs.after(id, seqIn(head, range.after), range.limit)
        return logs.before(id, head?.log === range.before.log ? range.before.seq : Infinity, range.limit)
      })()
    },

    async list(query, range) {
      open()
      return reading(list)(query, range)
    },

    async erase(id, what, refold) {
      open()
      const seqs = what === 'all' ? what : [...what]
      try {
        return await writer.run(() => logs.erase(id, seqs, refold), scrubFile)
      } finally {
        feeds.changed(id)
      }
    },

    async lease(key, { holder, ttl, value }) {
      open()
      const text = value === undefined ? null : JSON.stringify(value)
      return writer.run(() => leases.take(key, now(), { holder, ttl, value: text }))
    },

    async leases(prefix) {
      open()
      return reading(leases.living)(prefix, now())
    },

    watch: feeds.watch,
    watchIndex: feeds.watchIndex,
    publish: feeds.publish,
    subscribe: feeds.subscribe,

    async close() {
      if (closed) return
      closed = true
      writer.flush()
      feeds.close()
      file.close()
    },
  }
}

/** The same function with SQLite's errors in the one error channel. */
function reading<A extends unknown[], R>(read: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      return read(...args)
    } catch (error) {
      throw storeError(error)
    }
  }
}
