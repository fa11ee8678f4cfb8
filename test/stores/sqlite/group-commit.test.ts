import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { groupCommit } from '../../../src/stores/sqlite/group-commit.ts'

/** A real database whose `COMMIT` fails as often as told, leaving the transaction open as SQLite may. */
function stubborn() {
  const real = new DatabaseSync(':memory:')
  real.exec('CREATE TABLE numbers (n INTEGER)')
  let failures = 0
  return {
    fail(times: number): void {
      failures = times
    },
    insert: (n: number) => real.prepare('INSERT INTO numbers VALUES (?)').run(n),
    numbers: () => real.prepare('SELECT n FROM numbers').all().map((row) => row['n']),
    exec(sql: string): void {
      if (sql === 'COMMIT' && failures > 0) {
        failures -= 1
        throw Object.assign(new Error('disk I/O error'), { errcode: 10 })
      }
      real.exec(sql)
    },
    get isTransaction() {
      return real.isTransaction
    },
  }
}

const outcomes = async (promises: readonly Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(promises)).map((outcome) => (outcome.status === 'fulfilled' ? 'ok' : outcome.reason.code ?? outcome.reason.message))

test('a commit that fails refuses its whole group, and the next group is not hurt', async () => {
  const db = stubborn()
  const writer = groupCommit(db)
  db.fail(1)
  expect(await outcomes([1, 2].map((n) => writer.run(() => db.insert(n))))).toEqual(['store/unavailable', 'store/unavailable'])
  expect(db.numbers()).toEqual([])
  expect(await outcomes([3, 4].map((n) => writer.run(() => db.insert(n))))).toEqual(['ok', 'ok'])
  expect(db.numbers()).toEqual([3, 4])
})

test('what a failed piece of work has written is undone, the work beside it stays', async () => {
  const db = stubborn()
  const writer = groupCommit(db)
  const failing = writer.run(() => {
    db.insert(2)
    throw new Error('no')
  })
  expect(await outcomes([writer.run(() => db.insert(1)), failing, writer.run(() => db.insert(3))])).toEqual(['ok', 'no', 'ok'])
  expect(db.numbers()).toEqual([1, 3])
})

test('what is asked for after the commit runs once per group, after it, and only for work that was done', async () => {
  const db = stubborn()
  const writer = groupCommit(db)
  const after = vi.fn(() => expect(db.isTransaction).toBe(false))
  await Promise.all([writer.run(() => db.insert(1), after), writer.run(() => db.insert(2), after)])
  expect(after).toHaveBeenCalledTimes(1)
  await outcomes([writer.run(() => {
    throw new Error('no')
  }, after)])
  expect(after).toHaveBeenCalledTimes(1)
})

test('when that fails, only those who asked for it are told, and what was written stays', async () => {
  const db = stubborn()
  const writer = groupCommit(db)
  const after = (): never => {
    throw new Error('not scrubbed')
  }
  expect(await outcomes([writer.run(() => db.insert(1)), writer.run(() => db.insert(2), after)])).toEqual(['ok', 'not scrubbed'])
  expect(db.numbers()).toEqual([1, 2])
})
