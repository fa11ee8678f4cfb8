import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test, vi } from 'vitest'
import { sqliteStore } from '../../../src/stores/sqlite.ts'
import { APPLICATION_ID, migrations, pragma } from '../../../src/stores/sqlite/migrations.ts'
import { checkDurable, checkVersion, openFile } from '../../../src/stores/sqlite/open.ts'
import { scribe, storeBatch, storeEntry, storeHeader } from '../../../src/testing/store-fixtures.ts'
import { tempFolder } from './temp-folder.ts'

const folder = tempFolder()
const opening = (path: string) => (): unknown => sqliteStore({ path })
const failure = (code: string, message = /./) => expect.objectContaining({ code, message: expect.stringMatching(message) })

describe('durability', () => {
  test('the connection syncs every commit and zeroes what it overwrites', () => {
    const { db, close } = openFile(join(folder, 'pragmas.db'))
    expect(['journal_mode', 'synchronous', 'secure_delete', 'busy_timeout', 'user_version'].map((name) => pragma(db, name)))
      .toEqual(['wal', 2, 1, 2000, migrations.length])
    close()
  })

  test('it does so after opening again, and another connection sees the log beside the file', async () => {
    const path = join(folder, 'again.db')
    openFile(path).close()
    const { db, close } = openFile(path)
    expect(pragma(db, 'synchronous')).toBe(2)
    const other = new DatabaseSync(path, { readOnly: true })
    expect([pragma(other, 'journal_mode'), pragma(other, 'user_version')]).toEqual(['wal', migrations.length])
    other.close()
    close()
  })

  test('a connection that would not sync every commit is refused', () => {
    const db = new DatabaseSync(join(folder, 'lazy.db'))
    expect(() => checkDurable(db)).toThrow('journal_mode delete')
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    expect(() => checkDurable(db)).toThrow('synchronous 1')
    db.exec('PRAGMA synchronous = FULL')
    expect(() => checkDurable(db)).not.toThrow()
    db.close()
  })

  test('a file on which the settings do not take is refused at once', () => {
    const { exec } = DatabaseSync.prototype
    const spy = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
      exec.call(this, sql.replace('synchronous = FULL', 'synchronous = NORMAL'))
    })
    expect(opening(join(folder, 'hurried.db'))).toThrow(failure('store/unavailable', /synchronous 1/))
    spy.mockRestore()
    expect(opening(join(folder, 'hurried.db'))).not.toThrow()
  })

  test('a SQLite that can damage the file is refused', () => {
    for (const version of ['3.51.2', '3.50.9', '3.7.17', '2.99.99']) expect(() => checkVersion(version)).toThrow(version)
    for (const version of ['3.51.3', '3.53.4', '3.100.0', '4.0.0']) expect(() => checkVersion(version)).not.toThrow()
  })
})

describe('the place of the file', () => {
  test('a missing folder is made, and a tree of them is refused with the first that is missing', () => {
    const path = join(folder, 'mistyped', 'data', 'store.db')
    const missing = join(folder, 'mistyped')
    expect(opening(path)).toThrow(failure('store/unavailable', new RegExp(`"${path}": there is no folder "${missing}"\\. Make it`)))
    expect(opening(join(missing, 'a', 'b', 'store.db'))).toThrow(failure('store/unavailable', new RegExp(`no folder "${missing}"`)))
    expect(existsSync(missing)).toBe(false)
  })

  test('only the owner may read the files, and the folder that is made for them', async () => {
    const path = join(folder, 'new', 'store.db')
    const store = sqliteStore({ path })
    expect((statSync(join(folder, 'new')).mode & 0o777).toString(8)).toBe('700')
    await scribe(store, 'conversation-1').write()
    for (const name of [path, `${path}-wal`, `${path}-shm`, `${path}.lock`]) {
      expect([name, (statSync(name).mode & 0o777).toString(8)]).toEqual([name, '600'])
    }
    await store.close()
  })

  test('a place that cannot be used is refused with its path and the reason', () => {
    writeFileSync(join(folder, 'a-file'), '')
    mkdirSync(join(folder, 'a-folder.db'))
    const places = { 'a-file/store.db': 'not a folder', 'a-folder.db': 'unable to open' }
    for (const [place, why] of Object.entries(places)) {
      const path = join(folder, place)
      expect(opening(path)).toThrow(failure('store/unavailable', new RegExp(`^The store cannot use "${path}": .*${why}.*\\.$`)))
    }
  })

  test('a path that is not one of a file is refused', () => {
    for (const path of ['', ':memory:', 'file:store.db']) expect(opening(path)).toThrow(failure('store/unavailable', /memoryStore/))
    expect(existsSync(':memory:.lock')).toBe(false)
  })

  test('a file that is not a database is refused and stays as it is', () => {
    const path = join(folder, 'letter.db')
    writeFileSync(path, 'Dear reader, '.repeat(500))
    expect(opening(path)).toThrow(failure('store/unavailable'))
    expect(readFileSync(path, 'utf8')).toBe('Dear reader, '.repeat(500))
  })

  test('a database of another program is refused and stays as it is', () => {
    const path = join(folder, 'foreign.db')
    const foreign = new DatabaseSync(path)
    foreign.exec('CREATE TABLE recipes (name TEXT)')
    foreign.close()
    const before = readFileSync(path)
    expect(opening(path)).toThrow(failure('store/unavailable', /another program/))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a refused file is not left locked', async () => {
    const path = join(folder, 'letter.db')
    expect(opening(path)).toThrow(failure('store/unavailable'))
    writeFileSync(path, '')
    await sqliteStore({ path }).close()
  })
})

describe('one owner', () => {
  test('a second store on the same file is refused, whatever name it uses, until the first is closed', async () => {
    const path = join(folder, 'owned.db')
    const store = sqliteStore({ path })
    const link = join(folder, 'link.db')
    symlinkSync(path, link)
    for (const name of [path, link, relative(process.cwd(), path)]) expect(opening(name)).toThrow(failure('store/locked', /in use by another store/))
    // The refusals have not loosened the lock.
    expect(opening(path)).toThrow(failure('store/locked'))
    await scribe(store, 'conversation-1').write()
    await store.close()
    await sqliteStore({ path: link }).close()
  })
})

describe('versions', () => {
  /** A file as the first version wrote it: tables, no indexes. */
  function firstVersion(path: string): void {
    const db = new DatabaseSync(path)
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 1;
      CREATE TABLE events (
        conversation TEXT NOT NULL, seq INTEGER NOT NULL, cause TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (conversation, seq)) WITHOUT ROWID;
      CREATE TABLE headers (conversation TEXT PRIMARY KEY, log INTEGER NOT NULL, seq INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE entries (conversation TEXT PRIMARY KEY, phase TEXT NOT NULL, visitor TEXT NOT NULL, holder TEXT,
        rank REAL NOT NULL, since REAL NOT NULL, recency REAL NOT NULL, due REAL, body TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE leases (key TEXT PRIMARY KEY, holder TEXT NOT NULL, until REAL NOT NULL, value TEXT) WITHOUT ROWID;`)
    const { events } = storeBatch('conversation-1', { expect: null, count: 2 })
    const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?)')
    for (const event of events) insert.run('conversation-1', event.seq, event.cause, JSON.stringify(event))
    const at = { log: 1, seq: 2 }
    db.prepare('INSERT INTO headers VALUES (?, 1, 2, ?)').run('conversation-1', JSON.stringify(storeHeader(at)))
    const entry = db.prepare(`INSERT INTO entries VALUES (?, 'bot', 'visitor-0001', NULL, 0, 1, -2, NULL, ?)`)
    entry.run('conversation-1', JSON.stringify(storeEntry('conversation-1', at)))
    db.close()
  }

  test('a file of an earlier version is migrated with everything in it', async () => {
    const path = join(folder, 'earlier.db')
    firstVersion(path)
    const store = sqliteStore({ path })
    const { events } = storeBatch('conversation-1', { expect: null, count: 2 })
    expect(await store.read('conversation-1', { after: { log: 1, seq: 0 }, limit: 9 })).toEqual(events)
    expect(await store.caused('conversation-1', 'command-1', null)).toEqual(events)
    expect((await store.list({ view: 'visitor', visitor: 'visitor-0001' }, { limit: 9 })).items).toHaveLength(1)
    await store.append('conversation-1', storeBatch('conversation-1', { expect: { log: 1, seq: 2 } }))
    await store.close()
    const { db, close } = openFile(path)
    expect(pragma(db, 'user_version')).toBe(migrations.length)
    const indexes = db.prepare(`SELECT count(*) AS number FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).get()
    expect(indexes?.['number']).toBe(7)
    close()
  })

  test('a migration that fails half-way leaves the file at its version', () => {
    const path = join(folder, 'stuck.db')
    firstVersion(path)
    const db = new DatabaseSync(path)
    db.exec('CREATE TABLE entries_due (name TEXT)')
    db.close()
    expect(opening(path)).toThrow(failure('store/unavailable'))
    const after = new DatabaseSync(path, { readOnly: true })
    expect(pragma(after, 'user_version')).toBe(1)
    expect(after.prepare(`SELECT count(*) AS number FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).get()?.['number']).toBe(0)
    after.close()
  })

  test('a file of a newer version is refused and stays as it is', () => {
    const path = join(folder, 'newer.db')
    openFile(path).close()
    const db = new DatabaseSync(path)
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    db.close()
    const before = readFileSync(path)
    expect(opening(path)).toThrow(failure('store/newer', /newer version/))
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})
