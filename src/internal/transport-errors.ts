import { HandbackError, isHandbackError } from '../protocol/index.ts'
import { untilAbort } from './abort.ts'

interface Details {
  /** Milliseconds that the hub asked to wait. */
  readonly retryAfter?: number | undefined
  readonly cause?: unknown
}

const passing = (code: 'transport/lost' | 'transport/unreachable', message: string, { retryAfter, cause }: Details): HandbackError =>
  new HandbackError(code, message, { retryable: true, cause, ...(retryAfter === undefined ? {} : { retryAfter }) })

/** A connection that stood is gone. */
export const lost = (message: string, details: Details = {}): HandbackError => passing('transport/lost', message, details)

/** No connection came about. */
export const unreachable = (message: string, details: Details = {}): HandbackError => passing('transport/unreachable', message, details)

/** What `work` resolves to, see {@link untilAbort}; what it throws becomes `transport/unreachable` unless it is an error of ours. */
export const reach = <T>(signal: AbortSignal, work: () => T | Promise<T>): Promise<T> =>
  untilAbort(signal, async () => {
    try {
      return await work()
    } catch (error) {
      throw isHandbackError(error) ? error : unreachable('The hub cannot be reached.', { cause: error })
    }
  })

/** The owner ended it. */
export const closed = (): HandbackError => new HandbackError('transport/closed', 'The connection is closed.')

/** The other side speaks something else. */
export const misunderstood = (): HandbackError => new HandbackError('transport/protocol', 'The other side does not speak like a hub.')

/** A frame longer than the protocol allows. */
export const tooLong = (): HandbackError => new HandbackError('request/too-large', 'The message is too long.')
