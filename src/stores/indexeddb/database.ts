import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames, wrap } from 'idb'
import type { IndexView } from '../../internal/index-order.ts'
import type { Cursor, Id } from '../../protocol/index.ts'
import { blocked, isAbort, isBlocked, missing, storeError } from './errors.ts'

/** Bodies are JSON, so that a value comes back as it went in whatever a browser's copying does to it. */
export interface Schema extends DBSchema {
  events: {
    key: [conversation: Id, seq: number]
    value: { readonly conversation: Id; readonly seq: number; readonly cause: Id; readonly body: string }
    indexes: { cause: [conversation: Id, cause: Id, seq: number] }
  }
  headers: { key: Id; value: Cursor & { readonly body: string } }
  /** One place per list that the conversation stands in; without a place it is not in that list's index. */
  entries: {
    key: Id
    value: { readonly body: string } & { readonly [V in IndexView]?: IDBValidKey[] }
    indexes: Record<IndexView, IDBValidKey[]>
  }
  leases: {
    key: string
    value: { readonly key: string; readonly holder: Id; readonly until: number; readonly value?: string }
    indexes: { until: number }
  }
  secrets: { key: string; value: Uint8Array<ArrayBuffer> }
}

export type Table = StoreNames<Schema>
export type Work<T, M extends IDBTransactionMode> = (transaction: IDBPTransaction<Schema, Table[], M>) => Promise<T>

/** The part of an `IDBFactory` that is used. */
export type DatabaseFactory = Pick<IDBFactory, 'open'>

const views: readonly IndexView[] = ['queue', 'open', 'all', 'visitor', 'holder', 'due']

/** Step n brings a database from version n to n + 1; a released step is never changed. */
const steps: readonly ((db: IDBPDatabase<Schema>) => void)[] = [
  (db) => {
    db.createObjectStore('events', { keyPath: ['conversation', 'seq'] }).createIndex('cause', ['conversation', 'cause', 'seq'])
    db.createObjectStore('headers')
    const entries = db.createObjectStore('entries')
    for (const view of views) entries.createIndex(view, view)
    db.createObjectStore('leases', { keyPath: 'key' }).createIndex('until', 'until')
    db.createObjectStore('secrets')
  },
]

export type Durability = 'strict' | 'relaxed'

export interface Database {
  /** One transaction on some tables. Rejects with errors of ours; what `work` throws itself comes back as it is. */
  read<T>(tables: Table[], work: Work<T, 'readonly'>): Promise<T>
  /** The same for writing: all of it or nothing. Resolves when `durability` is reached. */
  write<T>(tables: Table[], durability: Durability, work: Work<T, 'readwrite'>): Promise<T>
  /** Resolves when everything that runs has ended. Idempotent. */
  close(): Promise<void>
}

/** A database that is opened by its first use, and again when the browser or a newer version has closed it. */
export function database(name: string, factory: () => DatabaseFactory | undefined, onUse: () => void): Database {
  let opening: Promise<IDBPDatabase<Schema>> | undefined
  let closed = false

  function open(): Promise<IDBPDatabase<Schema>> {
    return new Promise((resolve, reject) => {
      const databases = factory()
      if (!databases) throw missing()
      const request = databases.open(name, steps.length)
      request.addEventListener('upgradeneeded', ({ oldVersion }) => {
        for (const step of steps.slice(oldVersion)) step(wrap(request.result) as unknown as IDBPDatabase<Schema>)
      })
      // The request goes on waiting; until it is granted nobody asks again, because every further one would stand behind it.
      request.addEventListener('blocked', () => reject(blocked()))
      request.addEventListener('error', () => {
        opening = undefined
        reject(request.error)
      })
      request.addEventListener('success', () => {
        const db = request.result
        const forget = (): void => {
          opening = undefined
        }
        db.addEventListener('versionchange', () => {
          db.close()
          forget()
        })
        db.addEventListener('close', forget)
        const opened = wrap(db) as unknown as IDBPDatabase<Schema>
        resolve(opened)
        opening = Promise.resolve(opened)
        if (closed) db.close()
      })
    })
  }

  async function opened(): Promise<IDBPDatabase<Schema>> {
    onUse()
    opening ??= open().catch((error: unknown) => {
      // What failed is tried again at the next call; what is blocked still waits for its turn.
      if (!isBlocked(error)) opening = undefined
      throw storeError(error)
    })
    const db = await opening
    // Closed meanwhile: nothing that comes late begins.
    onUse()
    return db
  }

  async function run<T, M extends 'readonly' | 'readwrite'>(tables: Table[], mode: M, durability: Durability, work: Work<T, M>): Promise<T> {
    const db = await opened()
    try {
      const transaction = db.transaction(tables, mode, { durability })
      // Told apart below from what the work itself throws: of a full disk only the transaction knows.
      const done = transaction.done.then(() => undefined, (error: unknown) => ({ error }))
      let value: T
      try {
        value = await work(transaction)
      } catch (error) {
        abort(transaction)
        const ended = await done
        throw isAbort(error) && ended ? ended.error : error
      }
      const failed = await done
      if (failed) throw failed.error
      return value
    } catch (error) {
      throw storeError(error)
    }
  }

  return {
    read: (tables, work) => run(tables, 'readonly', 'relaxed', work),
    write: (tables, durability, work) => run(tables, 'readwrite', durability, work),
    async close() {
      closed = true
      // One that could not be opened is closed.
      const db = await opening?.catch(() => undefined)
      db?.close()
    },
  }
}

/** Several writes of one transaction. One that throws at once leaves no promise of those before it to nobody. */
export const together = (writes: readonly (() => Promise<unknown>)[]): Promise<unknown> => Promise.all(writes.map(async (write) => write()))

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // The browser has ended it already, which is why the work failed.
  }
}
