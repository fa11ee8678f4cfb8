import { setTimeout as pause } from 'node:timers/promises'

/** What a fault may take until everything is well again, in ms; nothing here comes near it. */
const PATIENCE = 30_000

/** Waits until `condition` gives anything but `false`; fails with its text. */
export async function until(condition: () => unknown, timeout = PATIENCE): Promise<void> {
  const began = performance.now()
  while ((await condition()) === false) {
    if (performance.now() - began > timeout) throw new Error(`Not within ${timeout} ms: ${condition.toString()}`)
    await pause(5)
  }
}

/** Real lengths of what is scaled down otherwise: a beat each 15 s, a read time-out of 60 s, a sleep longer than the watchdog. */
export const real = process.env['REAL'] === '1'

/** One line of figures. */
export function figures(what: string, values: Readonly<Record<string, number | string | boolean>>): void {
  const list = Object.entries(values).map(([name, value]) => `${name} ${typeof value === 'number' ? Math.round(value * 10) / 10 : value}`)
  process.stdout.write(`  ${what}: ${list.join(', ')}\n`)
}

/** Why a test cannot run here or now, as a line of its own; the test is counted as skipped. */
export function leave(skip: (note: string) => void, what: string, why: string): void {
  process.stdout.write(`  ${what}: skipped, because ${why}\n`)
  skip(why)
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
