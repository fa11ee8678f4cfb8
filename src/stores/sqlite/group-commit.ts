import type { DatabaseSync } from 'node:sqlite'
import { storeError } from './errors.ts'

export interface Writer {
  /**
   * Runs `work` inside a transaction that it shares with everything else of this tick. Resolves after the commit is on
   * disk. When `work` throws, its own writes are undone, the others stay. `after` runs once per group after the commit,
   * however many ask for it; when it throws, the promises of those who asked reject.
   */
  run<T>(work: () => T, after?: () => void): Promise<T>
  /** Commits what waits, at once. */
  flush(): void
}

interface Job {
  /** Undoes its own writes and keeps its error, unless that error took the whole transaction with it. */
  attempt(): void
  /** What it wants done after the commit, once it has succeeded. */
  after(): (() => void) | undefined
  settle(): void
  fail(error: unknown): void
}

/**
 * One sync for all writes of one tick: they are collected until the event loop has read everything that is ready, then
 * committed together. So there are never more syncs than acknowledgements, and no acknowledgement before its sync.
 */
export function groupCommit(db: Pick<DatabaseSync, 'exec' | 'isTransaction'>): Writer {
  let waiting: Job[] = []

  function commit(group: readonly Job[]): void {
    try {
      db.exec('BEGIN IMMEDIATE')
      for (const job of group) job.attempt()
      db.exec('COMMIT')
    } catch (error) {
      // After some errors SQLite has left the transaction by itself.
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  function flush(): void {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      commit(group)
    } catch (error) {
      for (const job of group) job.fail(storeError(error))
      return
    }
    const failures = new Map<() => void, unknown>()
    for (const after of new Set(group.map((job) => job.after()))) {
      try {
        after?.()
      } catch (error) {
        if (after) failures.set(after, storeError(error))
      }
    }
    for (const job of group) {
      const after = job.after()
      if (after && failures.has(after)) job.fail(failures.get(after))
      else job.settle()
    }
  }

  return {
    flush,
    run: (work, after) => new Promise((resolve, reject) => {
      let outcome: { readonly value: ReturnType<typeof work> } | { readonly error: unknown }
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({
        attempt() {
          db.exec('SAVEPOINT job')
          try {
            outcome = { value: work() }
          } catch (error) {
            if (!db.isTransaction) throw error
            db.exec('ROLLBACK TO job')
            outcome = { error }
          }
          db.exec('RELEASE job')
        },
        after: () => ('value' in outcome ? after : undefined),
        settle() {
          if ('value' in outcome) resolve(outcome.value)
          else reject(storeError(outcome.error))
        },
        fail: reject,
      })
    }),
  }
}
