const real = globalThis.setTimeout

/** Waits for so many milliseconds of the clock on the wall, whatever {@link hurryTimers} did. */
export const rest = (ms: number): Promise<void> => new Promise((resolve) => real(resolve, ms))

/**
 * Every timer of this process that is set from here on runs `scale` times faster. The parts under test read the platform's timers at
 * each call, so that waits of 40 s are measured within 4 s; the network and the disk stay as they are.
 */
export function hurryTimers(scale: number): void {
  if (scale === 1) return
  const { setTimeout, setInterval } = globalThis
  const hurry = (timer: typeof setTimeout | typeof setInterval) => (run: () => void, ms = 0, ...args: []) => timer(run, ms / scale, ...args)
  globalThis.setTimeout = hurry(setTimeout) as typeof setTimeout
  globalThis.setInterval = hurry(setInterval) as typeof setInterval
}

/** Resolves with what `condition` gives as soon as that is something, or `undefined` after `ms` of the clock on the wall. */
export async function until<T>(condition: () => T | Promise<T>, ms: number): Promise<T | undefined> {
  const end = performance.now() + ms
  for (;;) {
    const value = await condition()
    if (value) return value
    if (performance.now() > end) return undefined
    await rest(5)
  }
}
