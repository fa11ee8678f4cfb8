import { type After, after } from '../internal/backoff.ts'

/** What the connection policy needs from around it. */
export interface ConnectionEnvironment {
  readonly after: After
  /** Uniform in [0, 1). */
  random(): number
  /** Calls `wake` whenever a connection may have become possible, until `signal` aborts. */
  onChance(wake: () => void, signal: AbortSignal): void
}

/** Timers and chance of the platform; in a page, chances are `online`, coming back to it (`pageshow`) and its becoming visible. */
export const browserEnvironment = (): ConnectionEnvironment => ({
  after,
  random: Math.random,
  onChance(wake, signal) {
    const page = globalThis as Partial<Pick<typeof globalThis, 'addEventListener' | 'document'>>
    page.addEventListener?.('online', wake, { signal })
    page.addEventListener?.('pageshow', wake, { signal })
    page.document?.addEventListener('visibilitychange', () => page.document?.visibilityState === 'visible' && wake(), { signal })
  },
})
