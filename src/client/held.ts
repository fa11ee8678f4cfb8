import type { After } from '../internal/backoff.ts'
import { lost, silent } from '../internal/transport-errors.ts'
import type { ClientFrame, HandbackError, Id, ServerFrame } from '../protocol/index.ts'

/** So long (ms) a line may be mute while something is due. */
const PATIENCE = 5_000
/** What comes within this time (ms) of the hello may have been let through with it. */
const BEGINNING = 2_000

export interface Held {
  /** There was a hello: the past is due. */
  greeted(): void
  /** The past is there. */
  synced(): void
  sent(frame: ClientFrame): void
  heard(frame: ServerFrame): void
  stop(): void
}

/**
 * Notices a line that is held back after a good beginning, by a proxy that waits until a buffer is full: the past does not come to
 * its end, or a message was acknowledged, which the answer to its request says, and does not come down the line. One on which
 * things came later than its beginning is only broken, `transport/lost`; otherwise the way is no good, `transport/silent`.
 */
export function createHeld(after: After, onHeld: (error: HandbackError) => void): Held {
  let message: Id | undefined
  let young = false
  let proven = false
  let syncing = false
  let stopYouth: (() => void) | undefined
  let stopTimer: (() => void) | undefined
  const rest = (): void => {
    stopTimer?.()
    stopTimer = undefined
  }
  const wait = (): void => {
    stopTimer ??= after(PATIENCE, () => onHeld(proven ? lost('Mute.') : silent('Held back.')))
  }
  function stop(): void {
    rest()
    stopYouth?.()
    syncing = false
    message = undefined
  }

  return {
    greeted() {
      stop()
      young = syncing = true
      proven = false
      stopYouth = after(BEGINNING, () => (young = false))
      wait()
    },
    synced() {
      if (syncing) rest()
      syncing = false
    },
    sent(frame) {
      if (frame.t === 'command' && frame.command.type === 'message-send') message ??= frame.command.id
    },
    heard(frame) {
      if (frame.t === 'ack') {
        if (frame.command === message) wait()
      } else if (frame.t === 'refused') {
        if (frame.command === message) message = undefined
      } else if (frame.t !== 'page') {
        proven ||= !young
        message = undefined
        rest()
        // a long past on a slow line: each piece of it is a sign of life
        if (syncing) wait()
      }
    },
    stop,
  }
}
