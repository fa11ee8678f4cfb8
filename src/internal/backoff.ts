/** Starts a timer and returns its stop. */
export type After = (ms: number, run: () => void) => () => void

/** {@link After} on `setTimeout`. */
export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** What another side may make us wait at most, in ms: one hour. Above 2^31 a timer would fire at once. */
const LONGEST = 3_600_000

export interface Backoff {
  /**
   * Milliseconds until the next try: uniform in `[0, min(cap, base · 2^n))` at the n-th call since `reset`, n from 0.
   * `retryAfter` (ms, at most an hour counts) is added, so nobody comes early and not all come at once.
   */
  next(retryAfter?: number): number
  reset(): void
}

/**
 * Capped exponential backoff with full jitter.
 *
 * @example
 * const pause = backoff()
 * await sleep(pause.next(error.retryAfter), signal)
 */
export function backoff(options: { readonly base?: number; readonly cap?: number; readonly random?: () => number } = {}): Backoff {
  const { base = 500, cap = 30_000, random = Math.random } = options
  let tries = 0
  return {
    next(retryAfter = 0) {
      const width = Math.min(cap, base * 2 ** tries)
      tries += 1
      return Math.min(LONGEST, Math.max(0, retryAfter)) + random() * width
    },
    reset() {
      tries = 0
    },
  }
}

/**
 * Resolves after `ms`. Aborting rejects with `signal.reason`; already aborted: no timer starts.
 *
 * @example await sleep(500, signal)
 */
export function sleep(ms: number, signal: AbortSignal, timer: After = after): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const abort = (): void => {
      stop()
      reject(signal.reason)
    }
    const stop = timer(ms, () => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
    signal.addEventListener('abort', abort, { once: true })
  })
}
