import type { After } from '../../src/internal/backoff.ts'

/** Timers that run only when a test says so. */
export function fakeTimers() {
  let now = 0
  let timers: { readonly at: number; readonly run: () => void }[] = []
  const after: After = (ms, run) => {
    const timer = { at: now + ms, run }
    timers.push(timer)
    return () => {
      timers = timers.filter((item) => item !== timer)
    }
  }
  return {
    after,
    get now() {
      return now
    },
    get size() {
      return timers.length
    },
    /** Lets `ms` pass: each timer fires at its time, and what it set off has settled before the next. */
    async advance(ms: number): Promise<void> {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        now = Math.max(now, next.at)
        timers = timers.filter((item) => item !== next)
        next.run()
        await settle()
      }
      now = end
    },
  }
}

/** Ends when everything that only waits for promises has run. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
