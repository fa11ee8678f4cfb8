import { HandbackError, isHandbackError } from '../../protocol/index.ts'

const FULL = 13
const BUSY = 5
// What no later attempt can change: not a database, damaged, or a value that SQLite cannot hold.
const LASTING = new Set([11, 18, 19, 20, 26])

/** SQLite's primary result code of an error of `node:sqlite`, or `undefined` for anything else. */
function resultCode(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

export const isBusy = (error: unknown): boolean => resultCode(error) === BUSY

/**
 * The one error channel: SQLite's own texts may hold values of a statement, so they stay in `cause`.
 * What SQLite did not throw (an error of a caller's function) passes unchanged.
 */
export function storeError(error: unknown): unknown {
  const code = resultCode(error)
  if (isHandbackError(error) || code === undefined) return error
  if (code === FULL) return new HandbackError('store/full', 'The disk of the store is full.', { retryable: true, cause: error })
  return new HandbackError('store/unavailable', 'The store cannot read or write at the moment.', { retryable: !LASTING.has(code), cause: error })
}
