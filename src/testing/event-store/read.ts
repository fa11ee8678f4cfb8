import { same } from '../check.ts'
import { scribe } from '../store-fixtures.ts'
import type { StoreCheck } from '../event-store-suite.ts'

const ID = 'conversation-1'

export const readChecks: readonly StoreCheck[] = [
  ['reads what comes strictly after a cursor, oldest first, up to the limit', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 10 })
    const after = async (seq: number, limit: number, log = 1) => (await store.read(ID, { after: { log, seq }, limit })).map((event) => event.seq)
    same(await after(0, 3), [1, 2, 3], 'from the start')
    same(await after(3, 4), [4, 5, 6, 7], 'from the middle')
    same(await after(8, 100), [9, 10], 'to the end')
    same(await after(10, 5), [], 'after the head')
    same(await after(99, 5), [], 'after a place that is not reached yet')
    same(await after(7, 2, 2), [1, 2], 'after a cursor of another log')
  }],

  ['reads the newest before a cursor, oldest first, up to the limit', async (store) => {
    const writer = scribe(store, ID)
    await writer.write({ count: 10 })
    const before = async (seq: number, limit: number, log = 1) => (await store.read(ID, { before: { log, seq }, limit })).map((event) => event.seq)
    same(await before(8, 3), [5, 6, 7], 'from the middle')
    same(await before(3, 100), [1, 2], 'to the start')
    same(await before(1, 5), [], 'before the first')
    same(await before(11, 2), [9, 10], 'just before the next')
    same(await before(99, 2), [9, 10], 'before a place that is not reached yet')
    same(await before(2, 3, 7), [8, 9, 10], 'before a cursor of another log')
  }],

  ['what was read once is the beginning of every later read', async (store) => {
    const writer = scribe(store, ID)
    const reads: unknown[][] = []
    for (let round = 0; round < 6; round += 1) {
      await writer.write({ count: 2 })
      reads.push(await store.read(ID, { after: { log: 1, seq: 0 }, limit: 100 }))
    }
    const last = reads.at(-1) ?? []
    for (const read of reads) same(read, last.slice(0, read.length), `the read of ${read.length} events`)
  }],
]
