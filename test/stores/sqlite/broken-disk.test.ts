import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqliteStore } from '../../../src/stores/sqlite.ts'
import { appendRows, conversations } from '../../../src/stores/sqlite/conversations.ts'
import { groupCommit } from '../../../src/stores/sqlite/group-commit.ts'
import { openFile } from '../../../src/stores/sqlite/open.ts'
import { storeBatch } from '../../../src/testing/store-fixtures.ts'
import { runChild } from './run-child.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()

/** A disk of 4 MB that only the wrapped command sees and that is gone with it. */
const onSmallDisk = (place: string): string[] => ['unshare', '-m', 'sh', '-c', 'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@"', place]
const [probe = '', ...probeArgs] = [...onSmallDisk(folder), 'true']
const canMount = spawnSync(probe, probeArgs).status === 0
const canTrace = spawnSync('strace', ['-o', join(folder, 'probe'), 'true']).status === 0

test('a full file refuses appends with store/full until there is room, and loses nothing', async () => {
  const { db, close } = openFile(join(folder, 'limited.db'))
  const logs = conversations(db)
  const writer = groupCommit(db)
  let seq = 0
  const write = async (): Promise<void> => {
    const batch = storeBatch('conversation-1', { expect: seq === 0 ? null : { log: 1, seq }, data: 'x'.repeat(9000) })
    await writer.run(() => logs.append('conversation-1', appendRows(batch)))
    seq += 1
  }
  const fill = async (): Promise<never> => {
    for (;;) await write()
  }
  db.exec('PRAGMA max_page_count = 60')
  await expect(fill()).rejects.toMatchObject({ code: 'store/full', retryable: true })
  expect(seq).toBeGreaterThan(3)
  expect(logs.head('conversation-1')).toEqual({ log: 1, seq })
  db.exec('PRAGMA max_page_count = 600')
  await write()
  expect(logs.after('conversation-1', 0, -1).map((event) => event.seq)).toEqual(Array.from({ length: seq }, (_, index) => index + 1))
  close()
})

if (canMount) {
  test('a full disk refuses appends with store/full, and the same store goes on when there is room again', async () => {
    const place = join(folder, 'small-disk')
    mkdirSync(place)
    expect(await runChild(['fill', join(place, 'store.db')], onSmallDisk(place)).ended).toEqual([
      'full: store/full true', 'still full: store/full true', 'readable: true', 'room again: ok', 'kept all: true',
    ])
  })
} else {
  test('this machine lets no disk be mounted: only a full file was tried', () => {
    console.warn('broken-disk: no disk can be mounted here, so only a full file was tried and not a full disk.')
    expect(spawnSync(probe, probeArgs).status).not.toBe(0)
  })
}

if (canTrace) {
  describe('a disk that fails to sync', () => {
    test('refuses the append with store/unavailable, acknowledges nothing in vain, and the same store goes on', async () => {
      const path = join(folder, 'failing.db')
      openFile(path).close()
      // Opening a finished file needs only a few syncs; of those that follow every third fails.
      const failing = ['-e', 'trace=fsync,fdatasync', '-e', 'inject=fsync,fdatasync:error=EIO:when=12+3']
      const lines = await runChild(['sequential', path, '30'], ['strace', '-f', '-o', join(folder, 'failing.trace'), ...failing]).ended
      const acks = lines.filter((line) => line.startsWith('ack '))
      const refusals = lines.filter((line) => line.startsWith('refused '))
      expect(new Set(refusals)).toEqual(new Set(['refused store/unavailable true']))
      expect([acks.length + refusals.length, refusals.length > 5, acks.length > 5]).toEqual([30, true, true])
      const store = sqliteStore({ path })
      expect(await store.read('conversation-1', { after: { log: 1, seq: 0 }, limit: 100 })).toHaveLength(acks.length)
      await store.close()
    })
  })
} else {
  test('strace is not usable on this machine: no failing disk was tried', () => {
    console.warn('broken-disk: strace is not usable here, so no failing disk was tried.')
    expect(spawnSync('strace', ['-o', join(folder, 'probe'), 'true']).status).not.toBe(0)
  })
}
