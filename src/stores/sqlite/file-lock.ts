import { closeSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { HandbackError } from '../../protocol/index.ts'
import { isBusy } from './errors.ts'

/**
 * Creates an empty file that only its owner may read, unless there is one. An existing file is not even opened: closing
 * any descriptor of it would drop the locks that this process holds on it.
 */
export function createPrivate(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/**
 * Takes the file for this store alone. The lock is one of the operating system on `<path>.lock`, held by SQLite, so it
 * also refuses a second store in this process and is free the moment its owner dies. The file beside it always stays:
 * removing it would let two owners lock two files of the same name. Returns the release.
 */
export function lockFile(path: string): () => void {
  createPrivate(`${path}.lock`)
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new HandbackError('store/locked', `"${path}" is in use by another store. Stop that one, or give this one another file.`)
    throw error
  }
  return () => lock.close()
}
