import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventStore } from '../../src/contracts/index.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'

/** Where conversations are kept during a run. */
export interface Place {
  readonly name: 'memory' | 'sqlite'
  readonly store: EventStore
  /** Ends the store and opens it again, as a restart does; a place in memory stays as it is. */
  restart(): Promise<void>
  /**
   * What a process that died right now would have left behind, as a store to look into. Taken at once, between two
   * instructions; `undefined` where nothing outlives the process.
   */
  leftBehind(): (() => { readonly store: EventStore; close(): Promise<void> }) | undefined
  close(): Promise<void>
}

export type MakePlace = () => Place

export const inMemory: MakePlace = () => {
  const store = memoryStore()
  return { name: 'memory', store, restart: async () => undefined, leftBehind: () => undefined, close: () => store.close() }
}

export const onDisk: MakePlace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-laws-'))
  const path = join(folder, 'laws.db')
  let store = sqliteStore({ path })
  let copies = 0
  return {
    name: 'sqlite',
    get store() {
      return store
    },
    async restart() {
      await store.close()
      store = sqliteStore({ path })
    },
    leftBehind() {
      copies += 1
      const copy = join(folder, `copy-${copies}.db`)
      for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end)
      return () => {
        const left = sqliteStore({ path: copy })
        return {
          store: left,
          async close() {
            await left.close()
            for (const end of ['', '-wal', '-shm', '.lock']) rmSync(copy + end, { force: true })
          },
        }
      }
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
