import { emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, project } from '../src/conversation/index.ts'
import type { StoredEvent } from '../src/protocol/index.ts'
import { makeLog } from './fold-log.ts'

/**
 * What one event costs the folds, from an event of the log to the whole view, and whether that depends on how long the
 * conversation is. Warm, best of five. Ends with 1 when a limit is broken.
 */

/** One log of 100,000 events may cost this much more than 100 logs of 1,000. */
const RATIO = 1.5
/** 10,000 events, in milliseconds. */
const MOST = 50

const sizes = [1_000, 10_000, 100_000] as const
const [SHORT, , LONG] = sizes

function best(work: () => unknown): number {
  let least = Infinity
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    work()
    least = Math.min(least, performance.now() - start)
  }
  return least
}

const ms = (time: number): string => `${time.toFixed(1).padStart(7)} ms`
const broken: string[] = []

function measure<V extends { readonly transcript: Iterable<unknown> & { readonly length: number } }>(
  name: string,
  empty: V,
  evolve: (view: V, event: StoredEvent) => V,
  log: readonly StoredEvent[],
): void {
  const fold = (events: readonly StoredEvent[]): V => events.reduce(evolve, empty)
  const short = log.slice(0, SHORT)
  const many = (): void => {
    for (let count = 0; count < LONG / SHORT; count += 1) fold(short)
  }
  many()
  const whole = fold(log)

  const rows = [...whole.transcript]
  const floor = best(() => {
    const list: unknown[] = []
    for (const row of rows) list.push(row)
    return list
  })
  const times = sizes.map((size) => ({ size, time: best(() => fold(log.slice(0, size))) }))
  const apart = best(many)
  const long = times.at(-1)?.time ?? Infinity
  const middle = times[1]?.time ?? Infinity
  const ratio = long / apart

  console.log(`${name}: ${log.length} events make ${rows.length} rows`)
  for (const { size, time } of times) console.log(`  ${String(size).padStart(7)} events ${ms(time)}  ${((time * 1_000) / size).toFixed(2)} µs per event`)
  console.log(`  ${LONG / SHORT} logs of ${SHORT} ${ms(apart)}  one log of ${LONG} costs ${ratio.toFixed(2)} × that (at most ${RATIO})`)
  console.log(`  the same rows pushed into a mutable array ${ms(floor)}, the fold costs ${(long / floor).toFixed(0)} × that`)
  if (!(ratio <= RATIO)) broken.push(`${name}: the ratio is ${ratio.toFixed(2)}`)
  if (!(middle < MOST)) broken.push(`${name}: ${sizes[1]} events take ${ms(middle)}`)
}

const log = makeLog(LONG)
const counts = new Map<string, number>()
for (const { type } of log) counts.set(type, (counts.get(type) ?? 0) + 1)
const mix = [...counts].toSorted(([, a], [, b]) => b - a).map(([type, count]) => `${((count * 100) / LONG).toFixed(1)} % ${type}`)
console.log(`Node ${process.version}; ${mix.join(', ')}\n`)

measure('evolvePublic', emptyPublicView, evolvePublic, log.flatMap((event) => project(event) ?? []))
measure('evolveStaff', emptyStaffView('visitor-maria'), evolveStaff, log)
for (const line of broken) console.error(line)
process.exitCode = broken.length > 0 ? 1 : 0
