import type { Connection, Credentials, Transport } from '../contracts/index.ts'
import type { After } from '../internal/backoff.ts'
import { lost } from '../internal/transport-errors.ts'
import { type Follow, HandbackError, type ServerFrame, isHandbackError } from '../protocol/index.ts'

/** A connection without a frame for this long (ms) is lost; a hub sends a `beat` every 15 s. */
const SILENCE = 40_000

export interface AttemptOptions {
  readonly transport: Transport
  readonly credentials: Credentials
  readonly after: After
  readonly signal: AbortSignal
  follow(): readonly Follow[]
  /** Must not throw. Never called after the abort. */
  onFrame(frame: ServerFrame, connection: Connection): void
}

/** One connection from its first to its last moment. Resolves with why it ended; never rejects. */
export async function attempt({ transport, credentials, after, signal, follow, onFrame }: AttemptOptions): Promise<HandbackError> {
  const own = new AbortController()
  const abort = (): void => own.abort(signal.reason)
  let stop: (() => void) | undefined
  const heard = (): void => {
    stop?.()
    stop = after(SILENCE, () => own.abort(lost('Silence.')))
  }
  signal.addEventListener('abort', abort)
  try {
    heard()
    const connection = await transport.connect({ follow: follow(), signal: own.signal, credentials })
    for await (const frame of connection.frames) {
      if (own.signal.aborted) break
      heard()
      onFrame(frame, connection)
      if (frame.t === 'bye') return lost(frame.code, { retryAfter: frame.after })
    }
    return own.signal.aborted ? failure(own.signal.reason) : lost('Ended.')
  } catch (error) {
    return failure(error)
  } finally {
    stop?.()
    signal.removeEventListener('abort', abort)
    own.abort()
  }
}

/** What others threw, as an error of ours. */
export const failure = (error: unknown): HandbackError => 
  isHandbackError(error) ? error : new HandbackError('transport/protocol', 'Unusable.', { cause: error })
