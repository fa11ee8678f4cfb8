import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { causedSql } from '../../src/stores/sqlite/conversations.ts'
import { listSql } from '../../src/stores/sqlite/index-lists.ts'
import { openFile } from '../../src/stores/sqlite/open.ts'
import { eventStoreSuite } from '../../src/testing/event-store-suite.ts'
import { refoldOf, scribe, storeBatch } from '../../src/testing/store-fixtures.ts'
import { kitTest } from './kit-test.ts'
import { tempFolder } from './sqlite/temp-folder.ts'

const folder = tempFolder()
const START = { log: 1, seq: 0 }

describe('the SQLite store keeps the contract', () => {
  let files = 0
  let path = ''
  eventStoreSuite(kitTest, {
    supports: { durable: true, shared: false, freshIndex: true },
    create() {
      files += 1
      path = join(folder, `suite-${files}.db`)
      return sqliteStore({ path })
    },
    async reopen(store) {
      await store.close()
      return sqliteStore({ path })
    },
  })
})

describe('one transaction for the appends of a tick', () => {
  test('a conflict, a broken batch and a broken value are refused alone', async () => {
    const store = sqliteStore({ path: join(folder, 'group.db') })
    const ids = ['conversation-1', 'conversation-2', 'conversation-3'] as const
    const two = storeBatch(ids[1], { expect: null, count: 2 })
    const outcomes = await Promise.allSettled([
      store.append(ids[0], storeBatch(ids[0], { expect: null })),
      store.append(ids[0], storeBatch(ids[0], { expect: null, cause: 'loser-0001' })),
      store.append(ids[1], { ...two, events: two.events.toReversed() }),
      store.append(ids[1], storeBatch(ids[1], { expect: null, data: 1n })),
      // The second event has no cause: SQLite refuses it after the first is already written.
      store.append(ids[1], { ...two, events: two.events.map((event, index) => (index === 0 ? event : { ...event, cause: null as never })) }),
      store.append(ids[2], storeBatch(ids[2], { expect: null, count: 3 })),
      store.append(ids[0], storeBatch(ids[0], { expect: { log: 1, seq: 1 } })),
    ])
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'ok' : outcome.reason.code ?? outcome.reason.name)))
      .toEqual(['ok', 'store/conflict', 'request/invalid', 'TypeError', 'store/unavailable', 'ok', 'ok'])
    expect((await Promise.all(ids.map((id) => store.read(id, { after: START, limit: 9 })))).map((events) => events.length)).toEqual([2, 0, 3])
    await store.close()
  })

  test('closing writes what was asked for before it', async () => {
    const path = join(folder, 'closing.db')
    const store = sqliteStore({ path })
    const written = scribe(store, 'conversation-1').write({ count: 2 })
    await store.close()
    await written
    const again = sqliteStore({ path })
    expect((await again.load('conversation-1'))?.seq).toBe(2)
    await again.close()
  })
})

test('each list and each search is a range of an index, without sorting', () => {
  const { db, close } = openFile(join(folder, 'plans.db'))
  const plan = (sql: string): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => String(row['detail'])).join('; ')
  for (const view of ['queue', 'open', 'all', 'visitor', 'holder', 'due'] as const) {
    expect(plan(listSql(view))).toMatch(new RegExp(`^SEARCH entries USING INDEX entries_${view} \\([^;]*$`))
  }
  expect(plan(causedSql)).toMatch(/^SEARCH events USING INDEX events_cause \([^;]*$/)
  close()
})

describe('erasing', () => {
  // SQLite copies rows between pages and leaves the old bytes, so this needs many rows of many sizes before it means anything.
  async function filled(path: string) {
    const store = sqliteStore({ path })
    const writers = Array.from({ length: 60 }, (_, index) => scribe(store, `conversation-${index}`))
    let random = 1
    const next = (to: number): number => {
      random = (random * 48_271) % 2_147_483_647
      return random % to
    }
    for (let round = 0; round < 60; round += 1) {
      await Promise.all(writers.filter(() => next(3) > 0).map((writer) => {
        const size = next(10) === 0 ? next(9000) : next(400)
        const secret = `SECRET of ${writer.id}.`
        // Header and entry change their sizes too, as in real conversations.
        const records = { header: { preview: secret.repeat(next(9)) }, entry: { preview: secret.repeat(next(3)) } }
        return writer.write({ data: { text: `${secret}${'x'.repeat(size)}` }, ...records })
      }))
    }
    return store
  }
  // By another process: closing a file here would drop the locks that SQLite holds on it for this one.
  const filesWith = (path: string, text: string): string[] => {
    const names = readdirSync(folder).map((name) => join(folder, name)).filter((name) => name.startsWith(path))
    const { status, stdout, stderr } = spawnSync('grep', ['-l', '-a', '-F', text, ...names], { encoding: 'utf8' })
    if (status !== 0 && status !== 1) throw new Error(stderr)
    return stdout.split('\n').filter((line) => line !== '')
  }

  test('leaves no erased text in the file or beside it, while the store is open', async () => {
    const path = join(folder, 'erase.db')
    const store = await filled(path)
    expect(filesWith(path, 'SECRET of conversation-1.')).not.toEqual([])
    const ids = Array.from({ length: 40 }, (_, index) => `conversation-${index}`)
    await Promise.all(ids.map((id) => store.erase(id, 'all', refoldOf(id))))
    for (const id of ids) expect([id, ...filesWith(path, `SECRET of ${id}.`)]).toEqual([id])
    expect(filesWith(path, 'SECRET of conversation-40.')).not.toEqual([])
    await store.close()
    expect(filesWith(path, 'SECRET of conversation-1.')).toEqual([])
  })

  test('tells when a reader of the file keeps the old bytes, and can be repeated', async () => {
    const path = join(folder, 'reader.db')
    const store = sqliteStore({ path })
    await scribe(store, 'conversation-1').write({ data: { text: 'SECRET' } })
    const reader = new DatabaseSync(path, { readOnly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM events').get()
    const erase = () => store.erase('conversation-1', 'all', refoldOf('conversation-1'))
    await expect(erase()).rejects.toMatchObject({ code: 'store/unavailable', retryable: true })
    reader.close()
    expect(await erase()).toEqual({ log: 3, seq: 1 })
    await store.close()
    expect(filesWith(path, 'SECRET')).toEqual([])
  })
})
