import { type After, after } from '../internal/backoff.ts'
import type { WayMemory } from './ways.ts'

/** What the connection policy needs from around it. */
export interface ConnectionEnvironment {
  readonly after: After
  /** Milliseconds of a clock that goes on while the device sleeps. */
  now(): number
  /** Uniform in [0, 1). */
  random(): number
  /** Calls `wake` whenever a connection may have become possible, until `signal` aborts. */
  onChance(wake: () => void, signal: AbortSignal): void
  /** Calls `lose` whenever every connection is gone, though it may look as if it stood. */
  onOffline(lose: () => void, signal: AbortSignal): void
  /** Which way to the hub worked last, for all pages of this origin. */
  readonly memory: WayMemory
}

/** Under which key of `localStorage`. Written only where the best way does not work. */
const WAY = 'handback:way'

/** Where nothing can be kept, a page finds out for itself. */
function wayMemory(): WayMemory {
  let name: string | null = null
  return {
    get() {
      try {
        return localStorage.getItem(WAY)
      } catch {
        return name
      }
    },
    set(next) {
      name = next
      try {
        if (next) localStorage.setItem(WAY, next)
        else localStorage.removeItem(WAY)
      } catch {
        // kept by this page alone
      }
    },
  }
}

/** Timers and chance of the platform; in a page, chances are `online`, coming back to it (`pageshow`) and its becoming visible. */
export const browserEnvironment = (): ConnectionEnvironment => ({
  after,
  now: () => Date.now(),
  random: Math.random,
  onChance(wake, signal) {
    const page = globalThis as Partial<Pick<typeof globalThis, 'addEventListener' | 'document'>>
    page.addEventListener?.('online', wake, { signal })
    page.addEventListener?.('pageshow', wake, { signal })
    page.document?.addEventListener('visibilitychange', () => page.document?.visibilityState === 'visible' && wake(), { signal })
  },
  onOffline(lose, signal) {
    const page = globalThis as Partial<Pick<typeof globalThis, 'addEventListener'>>
    page.addEventListener?.('offline', lose, { signal })
  },
  memory: wayMemory(),
})
