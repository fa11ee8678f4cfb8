import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { HandbackError, isHandbackError } from '../../protocol/index.ts'
import { createPrivate, lockFile } from './file-lock.ts'
import { checkOwner, migrate, pragma } from './migrations.ts'

export interface OpenFile {
  readonly db: DatabaseSync
  /** Idempotent. Lets go of the file, then of its lock. */
  close(): void
}

/** Opens, checks and migrates the file at `path`, for this process alone. Throws as documented at `sqliteStore`. */
export function openFile(path: string): OpenFile {
  if (path === '' || path.startsWith(':') || path.startsWith('file:')) {
    throw new HandbackError('store/unavailable', `"${path}" is not the path of a file. For a store in memory use memoryStore().`)
  }
  const opened: (() => void)[] = []
  const close = (): void => {
    for (const undo of opened.splice(0).reverse()) undo()
  }
  try {
    const file = realFile(path)
    opened.push(lockFile(file))
    createPrivate(file)
    const db = new DatabaseSync(file)
    opened.push(() => db.close())
    checkVersion(String(Object.values(db.prepare('SELECT sqlite_version()').get() ?? {})[0]))
    checkOwner(db, path)
    // secure_delete: what is overwritten is zeroed; auto-checkpoints keep the log beside the file near 4 MB.
    db.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
    checkDurable(db)
    migrate(db)
    return { db, close }
  } catch (error) {
    close()
    if (isHandbackError(error)) throw error
    throw new HandbackError('store/unavailable', `The store cannot use "${path}": ${reason(error)}.`, { cause: error })
  }
}

/** One name per file, whatever links lead to it, so that the lock beside it is one too. */
function realFile(path: string): string {
  const full = resolve(path)
  makeFolder(dirname(full), path)
  try {
    return realpathSync(full)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    return join(realpathSync(dirname(full)), basename(full))
  }
}

/** Makes a missing folder, and no tree of them: a typing error would keep conversations where nobody looks. */
function makeFolder(folder: string, path: string): void {
  if (existsSync(folder)) return
  let above = dirname(folder)
  if (!existsSync(above)) {
    while (!existsSync(dirname(above))) above = dirname(above)
    const advice = 'Make it, or correct the path: the store makes the last folder only.'
    throw new HandbackError('store/unavailable', `The store cannot use "${path}": there is no folder "${above}". ${advice}`)
  }
  // two processes may start at once
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}

/** SQLite before 3.51.3 can damage a file in WAL mode when two connections checkpoint at once. Throws `store/unavailable`. */
export function checkVersion(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  if (major * 1e6 + minor * 1e3 + patch >= 3_051_003) return
  throw new HandbackError('store/unavailable', `SQLite ${version} is too old: the store needs 3.51.3 or later. Update Node.js.`)
}

/** Asks SQLite what it will really do: without these two an append could be acknowledged and then lost. Throws `store/unavailable`. */
export function checkDurable(db: DatabaseSync): void {
  const mode = pragma(db, 'journal_mode')
  const synchronous = pragma(db, 'synchronous')
  if (mode === 'wal' && synchronous === 2) return
  throw new HandbackError('store/unavailable', `SQLite does not promise durability here (journal_mode ${mode}, synchronous ${synchronous}).`)
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is not a folder',
  ENOENT: 'the folder cannot be made',
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be opened'
  const known = 'code' in error ? reasons[String(error.code)] : undefined
  return known ?? ('errstr' in error ? String(error.errstr) : 'it cannot be opened')
}
