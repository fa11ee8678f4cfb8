import type { After } from '../../internal/backoff.ts'

/** Two clocks over one answer: one until its first token, one over each silence of the server. */
export interface Watchdog {
  /** We wait for the server, or it showed a sign of life. */
  wait(): void
  /** We do not wait: whoever consumes the answer may take their time. */
  rest(): void
  /** The first token is there. */
  begun(): void
  stop(): void
}

export function watchdog(times: { readonly first: number; readonly idle: number }, after: After, bite: () => void): Watchdog {
  const stopFirst = after(times.first, bite)
  let stopIdle = (): void => undefined
  const rest = (): void => stopIdle()
  return {
    wait() {
      stopIdle()
      stopIdle = after(times.idle, bite)
    },
    rest,
    begun: stopFirst,
    stop() {
      stopFirst()
      rest()
    },
  }
}
