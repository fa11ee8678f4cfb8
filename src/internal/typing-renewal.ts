import { TYPING_RENEW } from '../protocol/index.ts'

/** At most one renewal in `TYPING_RENEW` milliseconds; `reset` lets the next keystroke through at once. */
export function createTypingRenewal(send: () => void): { typed(): void; reset(): void } {
  let last = -Infinity
  return {
    typed() {
      const now = Date.now()
      // A clock that was set back must not silence the typing for hours.
      if (now >= last && now - last < TYPING_RENEW) return
      last = now
      send()
    },
    reset() {
      last = -Infinity
    },
  }
}
