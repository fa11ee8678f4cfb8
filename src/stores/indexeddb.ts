import type { EventStore } from '../contracts/index.ts'
import { storeClosed, storeFeeds } from '../internal/store-feeds.ts'
import { type StoreChannel, others } from './indexeddb/channel.ts'
import { conversations } from './indexeddb/conversations.ts'
import { type DatabaseFactory, database } from './indexeddb/database.ts'
import { leaseTable } from './indexeddb/leases.ts'
import { appendRows } from './indexeddb/rows.ts'

export type { StoreChannel } from './indexeddb/channel.ts'
export type { DatabaseFactory } from './indexeddb/database.ts'

export interface IndexedDbStoreOptions {
  /** The database. Default `handback-hub`. */
  readonly name?: string
  /** Default: `globalThis.indexedDB`, read when the database is opened. */
  readonly indexedDB?: DatabaseFactory
  /** How the tabs of this origin hear of each other. Default: a `BroadcastChannel`. */
  readonly channel?: (name: string) => StoreChannel
  /** Milliseconds since 1970, for leases. Default `Date.now`. */
  readonly now?: () => number
}

export interface IndexedDbStore extends EventStore {
  /** 32 random bytes, made once for this database and kept in it: a key for tokens. Whoever can read the database has it. */
  secret(): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * Keeps conversations in the IndexedDB of a browser profile, for hubs that run in its pages. Any number of tabs may use one
 * database at the same time: an append is one transaction that compares the log's head (`durability: 'strict'`), and tabs
 * tell each other what has grown, without polling. Nothing is opened before the first call.
 *
 * Whoever owns the browser profile can read and change all of it, and the browser may throw it away when the disk is
 * short: for demos, tests and kiosks. What is erased is overwritten by the browser at a time of its own.
 *
 * Calls reject `store/full` (retryable: this site may store no more; nothing is half written), `store/locked` (retryable:
 * another tab has an older version of the database open), `store/newer` (this page is older than the database),
 * `store/unavailable` (storage is denied, or fails).
 *
 * @example
 * const store = indexedDbStore()
 * serveTabs({ store, provider: knowledgeProvider({ articles }) })
 */
export function indexedDbStore(options: IndexedDbStoreOptions = {}): IndexedDbStore {
  const name = options.name ?? 'handback-hub'
  const now = (): number => (options.now ?? Date.now)()
  let closed = false
  const open = (): void => {
    if (closed) throw storeClosed()
  }
  const tabs = others(`handback-store:${name}`, options.channel ?? ((channel) => new BroadcastChannel(channel)), {
    grown: (id) => feeds.changed(id),
    signal: (topic, signal) => feeds.publish(topic, signal),
  })
  const db = database(name, () => options.indexedDB ?? (globalThis as Partial<typeof globalThis>).indexedDB, open)
  // Told inside the transaction: a tab that dies at its end has told of it, and who reads because of it waits for that end.
  const logs = conversations(db, (id) => {
    open()
    tabs.grown(id)
  })
  const leases = leaseTable(db)
  const feeds = storeFeeds(logs)
  /** Before the feed begins, so that nothing falls between. */
  const listening = <A extends unknown[], R>(feed: (...args: A) => R) => (...args: A): R => {
    if (!closed) tabs.listen()
    return feed(...args)
  }

  return {
    name: 'indexeddb',
    supports: { durable: true, shared: true, freshIndex: true },

    load: logs.header,

    async append(id, batch) {
      await logs.append(id, appendRows(id, batch))
      feeds.changed(id)
    },

    caused: logs.caused,
    read: logs.read,
    list: logs.list,

    async erase(id, what, refold) {
      const head = await logs.erase(id, what === 'all' ? what : [...what], refold)
      feeds.changed(id)
      return head
    },

    async lease(key, { holder, ttl, value }) {
      return leases.take(key, now(), { holder, ttl, ...(value === undefined ? {} : { value: JSON.stringify(value) }) })
    },

    leases: (prefix) => leases.living(prefix, now()),

    watch: listening(feeds.watch),
    watchIndex: listening(feeds.watchIndex),
    publish(topic, signal) {
      if (closed) return
      feeds.publish(topic, signal)
      tabs.publish(topic, signal)
    },
    subscribe: listening(feeds.subscribe),

    secret: () => db.write(['secrets'], 'strict', async (tx) => {
      const secrets = tx.objectStore('secrets')
      const kept = await secrets.get('tokens')
      if (kept) return kept
      const made = crypto.getRandomValues(new Uint8Array(32))
      await secrets.put(made, 'tokens')
      return made
    }),

    async close() {
      if (closed) return
      closed = true
      feeds.close()
      tabs.close()
      await db.close()
    },
  }
}
