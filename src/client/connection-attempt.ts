import type { Connection, Credentials, Transport } from '../contracts/index.ts'
import type { After } from '../internal/backoff.ts'
import { lost } from '../internal/transport-errors.ts'
import type { Follow, HandbackError, ServerFrame } from '../protocol/index.ts'
import { failure } from './connection-stores.ts'

/** A connection without a frame for this long (ms) is lost; a hub sends a `beat` every 15 s. */
const SILENCE = 37_500
/** A timer that comes so much later (ms) than it was due was held up itself: by sleep, or in a hidden page. */
const LATE = 5_000
/** What came meanwhile then has this time (ms) to be heard. */
const GRACE = 10_000

export interface AttemptOptions {
  readonly transport: Transport
  readonly credentials: Credentials
  readonly after: After
  now(): number
  readonly signal: AbortSignal
  follow(): readonly Follow[]
  /** Must not throw. Never called after the end. */
  onFrame(frame: ServerFrame, connection: Connection): void
}

export interface Attempt {
  /** Why it ended; never rejects. */
  readonly over: Promise<HandbackError>
  /** Default reason: that of `signal`. */
  end(reason?: HandbackError): void
}

/** One connection from its first to its last moment. */
export function attempt({ transport, credentials, after, now, signal, follow, onFrame }: AttemptOptions): Attempt {
  const own = new AbortController()
  const end = (reason?: HandbackError): void => own.abort(reason ?? signal.reason)
  const abort = (): void => end()
  let stop: (() => void) | undefined
  let heard = now()
  /** Frames come by the hundred in a second: one timer, that looks how long ago the last was. */
  function listen(ms: number, grace = false): void {
    stop = after(ms, () => {
      const rest = heard + SILENCE - now()
      if (rest > 0) listen(Math.min(rest, SILENCE))
      else if (!grace && rest < -LATE) listen(GRACE, true)
      else end(lost('Silence.'))
    })
  }
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  async function run(): Promise<HandbackError> {
    try {
      listen(SILENCE)
      const connection = await transport.connect({ follow: follow(), signal: own.signal, credentials })
      for await (const frame of connection.frames) {
        if (own.signal.aborted) break
        heard = now()
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
  return { over: run(), end }
}
