import type { DatabaseSync } from 'node:sqlite'
import { HandbackError } from '../../protocol/index.ts'

/**
 * Leaves no erased text in the file or in the log beside it. `secure_delete` is not enough: when SQLite moves rows from
 * one page to another it leaves the bytes of the old place, and a later erasure finds only the new one. So the whole file
 * is written anew, which costs time with its size; erasing is rare.
 */
export function scrub(db: DatabaseSync): void {
  db.exec('VACUUM')
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {}
  if (busy === 0) return
  const message = 'The events are erased, but a reader of the file keeps their old bytes in it. Erase again when it is gone.'
  throw new HandbackError('store/unavailable', message, { retryable: true })
}
