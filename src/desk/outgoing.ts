import { after, backoff } from '../internal/backoff.ts'
import { isHandbackError, type ClientFrame } from '../protocol/index.ts'

/** Hands frames to the wire. What fails while the connection stands is tried again; what fails because it does not is sent at the next hello. */
export interface Outgoing {
  /** Frames whose effect is repeated by `again`: follows, pages, commands. */
  send(frame: ClientFrame): void
  /** Frames that may get lost. */
  signal(frame: ClientFrame): void
  /** Everything was sent again: a try that waits is not needed. */
  settled(): void
  stop(): void
}

export interface OutgoingOptions {
  readonly wire: (frame: ClientFrame) => Promise<void>
  /** Sends everything that is not confirmed. */
  readonly again: () => void
  /** This frame can never be sent, by its size or its form. */
  readonly impossible: (frame: ClientFrame, error: { readonly code: string; readonly message: string }) => void
}

export function createOutgoing({ wire, again, impossible }: OutgoingOptions): Outgoing {
  const pause = backoff({ cap: 5_000 })
  let cancel: (() => void) | undefined
  let stopped = false

  function failed(frame: ClientFrame, error: unknown): void {
    const known = isHandbackError(error) ? error : undefined
    if (known?.code.startsWith('request/') && !known.retryable) return impossible(frame, known)
    if (stopped || cancel || known?.code === 'transport/closed' || known?.code === 'transport/lost') return
    cancel = after(pause.next(known?.retryAfter), () => {
      cancel = undefined
      again()
    })
  }

  return {
    send(frame) {
      // what waits for its next try goes first, and `again` sends this one too
      if (!cancel || frame.t === 'unfollow') void wire(frame).catch((error: unknown) => failed(frame, error))
    },
    // lossy by contract: the next renewal or question takes its place
    signal: (frame) => void wire(frame).catch(() => undefined),
    settled() {
      cancel?.()
      cancel = undefined
      pause.reset()
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
