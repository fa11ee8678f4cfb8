import type { HandbackErrorOptions } from '../protocol/index.ts'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import { untilAbort } from './abort.ts'

interface Details {
  /** Milliseconds that the hub asked to wait. */
  readonly retryAfter?: number | undefined
  readonly cause?: unknown
}

const passing =
  (code: 'client/credentials' | 'transport/lost' | 'transport/silent' | 'transport/unreachable') =>
  (message: string, details?: Details): HandbackError =>
    new HandbackError(code, message, { ...details, retryable: true } as HandbackErrorOptions)

/** A connection that stood is gone. Only who builds a page reads the words, so that they are few. */
export const lost = passing('transport/lost')

/** No connection came about. */
export const unreachable = passing('transport/unreachable')

/** Asked, and no `hello` in time. */
export const silent = passing('transport/silent')

/** The page's credentials gave no token. */
export const denied = passing('client/credentials')

/** What `work` resolves to, see {@link untilAbort}; what it throws becomes `transport/unreachable` unless it is an error of ours. */
export const reach = <T>(signal: AbortSignal, work: () => T | Promise<T>): Promise<T> =>
  untilAbort(signal, async () => {
    try {
      return await work()
    } catch (error) {
      throw isHandbackError(error) ? error : unreachable('No answer.', { cause: error })
    }
  })

/** The owner ended it. */
export const closed = (): HandbackError => new HandbackError('transport/closed', 'Closed.')

/** The other side speaks something else. `at`: where it was asked. */
export const misunderstood = (at = ''): HandbackError => new HandbackError('transport/protocol', `Not a hub${at && `: ${at}`}.`)

/** A frame longer than the protocol allows. */
export const tooLong = (): HandbackError => new HandbackError('request/too-large', 'The message is too long.')
