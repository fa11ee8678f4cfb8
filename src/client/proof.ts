import type { After } from '../internal/backoff.ts'
import { lineLives } from '../internal/line-lives.ts'
import type { ServerFrame } from '../protocol/index.ts'

/** Nothing else may come for this long (ms) before and after the heartbeat: a buffer that is let go brings what it holds at once. */
const ALONE = 200

export interface Proof {
  heard(frame: ServerFrame): void
  stop(): void
}

/**
 * Whether a line brings things when they are sent: `onProven` after a heartbeat that came alone. A proxy that waits until its
 * buffer is full lets a hello and much else through while there is much to tell, and keeps the end of it.
 */
export function createProof(after: After, onProven: () => void): Proof {
  let quiet = false
  let stop: (() => void) | undefined
  return {
    heard(frame) {
      const alone = quiet && frame.t === 'beat' && frame !== lineLives
      quiet = false
      stop?.()
      stop = after(ALONE, () => {
        quiet = true
        if (alone) onProven()
      })
    },
    stop: () => stop?.(),
  }
}
