import { HandbackError, isHandbackError } from '../../protocol/index.ts'

/** The part of a `DOMException` that is used: its message may hold values, its name does not. */
const nameOf = (error: unknown): string | undefined =>
  typeof DOMException === 'function' && error instanceof DOMException ? error.name : undefined

// What no later attempt can change: a page that may not store anything, or a database of somebody else.
const LASTING = new Set(['SecurityError', 'NotFoundError', 'InvalidAccessError', 'DataError', 'DataCloneError'])

/**
 * The one error channel: the browser's own texts stay in `cause`. What the browser did not throw (an error of a caller's
 * function) passes unchanged.
 */
export function storeError(error: unknown): unknown {
  const name = nameOf(error)
  if (isHandbackError(error) || name === undefined) return error
  if (name === 'QuotaExceededError') return full(error)
  if (name === 'VersionError') return newer(error)
  return new HandbackError('store/unavailable', `IndexedDB cannot be used at the moment (${name}).`, { retryable: !LASTING.has(name), cause: error })
}

const newer = (cause: unknown): HandbackError =>
  new HandbackError('store/newer', 'This database was written by a newer version of handback. Reload the page.', { cause })

const full = (cause: unknown): HandbackError =>
  new HandbackError('store/full', 'This site may store no more in this browser.', { retryable: true, cause })

export const isAbort = (error: unknown): boolean => nameOf(error) === 'AbortError'

export const missing = (): HandbackError => new HandbackError('store/unavailable', 'This page has no IndexedDB.')

export const isBlocked = (error: unknown): boolean => isHandbackError(error) && error.code === 'store/locked'

export const blocked = (): HandbackError =>
  new HandbackError('store/locked', 'Another tab uses an older version of this database. Close or reload it.', { retryable: true })
