import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sqliteStore } from '../../../src/stores/sqlite.ts'
import { runChild } from './run-child.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()

describe('the lock between processes', () => {
  test('a file that another process has is refused, and is free the moment that process is killed', async () => {
    const path = join(folder, 'held.db')
    const owner = runChild(['hold', path])
    await owner.line('open')
    expect(() => sqliteStore({ path })).toThrow(expect.objectContaining({ code: 'store/locked', message: expect.stringContaining(path) }))
    expect(await runChild(['open', path]).ended).toEqual(['store/locked false'])
    owner.kill()
    await owner.ended
    await sqliteStore({ path }).close()
  })

  test('a process is refused while this one has the file, and welcome afterwards', async () => {
    const path = join(folder, 'ours.db')
    const store = sqliteStore({ path })
    expect(await runChild(['open', path]).ended).toEqual(['store/locked false'])
    await store.close()
    expect(await runChild(['open', path]).ended).toEqual(['open'])
  })
})

describe('a killed process', () => {
  test('has lost nothing that it acknowledged', async () => {
    for (const acks of [1, 60, 300]) {
      const path = join(folder, `killed-${acks}.db`)
      const writer = runChild(['sequential', path])
      await writer.line(`ack ${acks}`)
      writer.kill()
      const told = (await writer.ended).filter((line) => line.startsWith('ack ')).length
      const store = sqliteStore({ path })
      const events = await store.read('conversation-1', { after: { log: 1, seq: 0 }, limit: 100_000 })
      // It may have died between a commit and telling it.
      expect([told, told + 1]).toContain(events.length)
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
      expect((await store.load('conversation-1'))?.seq).toBe(events.length)
      await store.close()
    }
  })
})
