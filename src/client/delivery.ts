import { backoff } from '../internal/backoff.ts'
import type { ClientFrame, Id, Refusal } from '../protocol/index.ts'
import { isHandbackError } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'

/**
 * Brings the outbox to the hub: one command at a time, the next when the hub has answered, so that what was written first
 * is there first whatever gets lost; again after each loss, under the same id.
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
  readonly send: (frame: ClientFrame) => Promise<void>
  /** This command can never be sent, by its size or its form. */
  readonly impossible: (id: Id, refusal: Refusal) => void
}

export function createDelivery({ ledger, send, impossible }: DeliveryOptions): Delivery {
  const pause = backoff({ cap: 5_000 })
  let connected = false
  let current: Id | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  /** The request failed though the connection stands: the same again after a while. */
  const failed = (id: Id, error: unknown): void => {
    if (!connected || current !== id) return
    // trying again would fail for ever, and keep back all that comes after it
    if (isHandbackError(error) && error.code.startsWith('request/') && !error.retryable) {
      return impossible(id, { code: error.code, message: error.message })
    }
    const again = (): void => {
      timer = undefined
      current = null
      flush()
    }
    timer = setTimeout(again, pause.next(isHandbackError(error) ? error.retryAfter : undefined))
  }

  const flush = (): void => {
    const { conversation } = ledger
    const next = ledger.outbox?.unsent()[0]
    if (!connected || current !== null || conversation === null || !next) return
    const { command, seen } = next
    current = command.id
    send({ t: 'command', conversation, seen, command }).then(pause.reset, (error: unknown) => failed(command.id, error))
  }

  const lost = (): void => {
    connected = false
    clearTimeout(timer)
    timer = undefined
    current = null
  }
  return {
    flush,
    answered(id) {
      if (current === id) current = null
      flush()
    },
    reconnected() {
      lost()
      connected = true
      flush()
    },
    lost,
  }
}
