import { expect } from 'vitest'

// Kept here, so that a test may replace the platform's timers.
const { setTimeout: later, setImmediate: soon } = globalThis

/** Resolves with what `condition` returns as soon as that is something; fails after `ms` with its words. */
export async function until<T>(condition: () => T | Promise<T>, ms = 8_000): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + ms
  for (;;) {
    const value = await condition()
    if (value) {
      // a test that only waits for the right thing has asserted it
      expect(value).toBeTruthy()
      return value as NonNullable<Exclude<T, false>>
    }
    if (performance.now() > end) throw new Error(`This never came true: ${condition.toString()}`)
    await new Promise((resolve) => later(resolve, 2))
  }
}

/** Ends when everything that waits only for promises, for timers of no length and for a store's next commit has run. */
export async function settled(rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await new Promise((resolve) => later(resolve, 0))
    await new Promise((resolve) => soon(resolve))
  }
}
