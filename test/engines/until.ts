import { setTimeout as pause } from 'node:timers/promises'

/** What anything may take, in ms: a browser's first page on a busy machine, too. */
export const PATIENCE = 20_000

/** Asks until there is an answer other than undefined and false, and gives it; fails with what it waited for. */
export async function until<T>(ask: () => T | Promise<T>, what: string, timeout = PATIENCE): Promise<Exclude<T, undefined | false>> {
  const end = performance.now() + timeout
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>
    if (performance.now() > end) throw new Error(`Not within ${timeout} ms: ${what}`)
    await pause(25)
  }
}
