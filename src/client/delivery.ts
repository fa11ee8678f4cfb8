import { backoff } from '../internal/backoff.ts'
import type { ClientFrame, Id, Refusal } from '../protocol/index.ts'
import { isHandbackError } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'

/**
 * Brings the outbox to the hub: one command at a time, the next when the hub has answered, so that what was written first
 * is there first whatever gets lost; again after each loss, and after a long silence, under the same id.
 */
export interface Delivery {
  /** Sends the oldest command that waits, unless one is on its way. */
  flush(): void
  /** The hub has acknowledged or refused a command. */
  answered(id: Id): void
  /** A new connection: everything that is not acknowledged goes out again. */
  reconnected(): void
  /** The connection is gone; nothing is sent until the next. */
  lost(): void
}

export interface DeliveryOptions {
  readonly ledger: Ledger
  /** Whether this tab sends what all tabs have written. */
  readonly leads: () => boolean
  readonly send: (frame: ClientFrame) => Promise<void>
  /** This command can never be sent, by its size or its form. */
  readonly impossible: (id: Id, refusal: Refusal) => void
}

/** A hub answers a command within this time (ms), or has lost it. */
const ANSWER = 30_000

/** One try of one command; another try of the same is another object. */
interface Attempt {
  readonly id: Id
}

export function createDelivery({ ledger, leads, send, impossible }: DeliveryOptions): Delivery {
  const pause = backoff({ cap: 5_000 })
  let connected = false
  let current: Attempt | null = null
  /** Belongs to `current`. */
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = (): void => {
    clearTimeout(timer)
    current = null
  }
  const repeat = (ms: number): void => {
    timer = setTimeout(() => {
      end()
      flush()
    }, ms)
  }

  /** The request failed though the connection stands: the same again after a while. */
  const failed = (attempt: Attempt, error: unknown): void => {
    if (current !== attempt) return
    // trying again would fail for ever, and keep back all that comes after it
    if (isHandbackError(error) && error.code.startsWith('request/') && !error.retryable) {
      return impossible(attempt.id, { code: error.code, message: error.message })
    }
    repeat(pause.next(isHandbackError(error) ? error.retryAfter : undefined))
  }
  const sent = (attempt: Attempt): void => {
    if (current === attempt) repeat(ANSWER + pause.next())
  }

  const flush = (): void => {
    const next = ledger.outbox.unsent()[0]
    const conversation = next?.conversation ?? ledger.conversation
    if (!connected || current !== null || conversation === null || !next || !leads()) return
    const { command, seen } = next
    const attempt = { id: command.id }
    current = attempt
    send({ t: 'command', conversation, seen, command }).then(() => sent(attempt), (error: unknown) => failed(attempt, error))
  }

  const lost = (): void => {
    connected = false
    end()
  }
  return {
    flush,
    answered(id) {
      if (current?.id === id) {
        end()
        pause.reset()
      }
      flush()
    },
    reconnected() {
      end()
      connected = true
      flush()
    },
    lost,
  }
}
