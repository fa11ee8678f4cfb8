import type { After } from '../internal/backoff.ts'
import { silent } from '../internal/transport-errors.ts'
import type { ClientFrame, HandbackError, Id, ServerFrame } from '../protocol/index.ts'

/** A message that was acknowledged comes back down the line within this time, in ms. */
const PATIENCE = 5_000

export interface Held {
  sent(frame: ClientFrame): void
  heard(frame: ServerFrame): void
  stop(): void
}

/**
 * Notices a line that is held back after a good beginning: a message was acknowledged, which the answer to its request says, and
 * nothing has come down the line since it was sent. Proxies that wait until a buffer is full let the first, long snapshot pass.
 */
export function createHeld(after: After, onHeld: (error: HandbackError) => void): Held {
  let message: Id | undefined
  let stopTimer: (() => void) | undefined
  function stop(): void {
    stopTimer?.()
    message = stopTimer = undefined
  }
  return {
    sent(frame) {
      if (frame.t === 'command' && frame.command.type === 'message-send') message ??= frame.command.id
    },
    heard(frame) {
      if (frame.t === 'ack') {
        if (frame.command === message) stopTimer ??= after(PATIENCE, () => onHeld(silent('Held back.')))
      } else if (frame.t !== 'refused' && frame.t !== 'page') stop()
    },
    stop,
  }
}
