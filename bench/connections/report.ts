import { none } from './comparison.ts'
import type { Outcome } from './stage.ts'

/** What all runs of a row have shown together. */
export interface Total extends Outcome {
  readonly runs: number
}

const counts = Object.keys(none()) as (keyof ReturnType<typeof none>)[]

export function total(outcomes: readonly Outcome[]): Total {
  const sum = { ...none(), apart: 0 }
  for (const each of outcomes) for (const field of [...counts, 'apart'] as const) sum[field] += each[field]
  const names = [...new Set(outcomes.flatMap(({ figures }) => Object.keys(figures)))]
  // of what was measured once per run, the worst is what has to hold
  const figures = names.map((name) => [name, Math.max(...outcomes.flatMap((each) => each.figures[name] ?? []))] as const)
  return {
    ...sum,
    words: [],
    broken: outcomes.flatMap(({ broken }) => broken),
    runs: outcomes.length,
    firstAck: outcomes.flatMap(({ firstAck }) => firstAck),
    equal: outcomes.flatMap(({ equal }) => equal),
    figures: Object.fromEntries(figures),
  }
}

/** Lost, duplicated, reordered and phantom messages. */
export const defects = ({ lost, duplicated, reordered, phantom }: Outcome): number => lost + duplicated + reordered + phantom

export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
}

const ms = (value: number | undefined): string => (value === undefined ? '–' : Math.round(value).toLocaleString('en'))

const columns: readonly (readonly [name: string, width: number, (total: Total) => string])[] = [
  ['runs', 5, ({ runs }) => String(runs)],
  ['attempted', 10, ({ attempted }) => String(attempted)],
  ['acked', 7, ({ acked }) => String(acked)],
  ['refused', 8, ({ refused }) => String(refused)],
  ['unknown', 8, ({ unknown }) => String(unknown)],
  ['seen', 7, ({ seen }) => String(seen)],
  ['lost', 5, ({ lost }) => String(lost)],
  ['doubled', 8, ({ duplicated }) => String(duplicated)],
  ['reordered', 10, ({ reordered }) => String(reordered)],
  ['phantom', 8, ({ phantom }) => String(phantom)],
  ['apart', 6, ({ apart }) => String(apart)],
  ['ack p50', 8, ({ firstAck }) => ms(percentile(firstAck, 0.5))],
  ['p99', 7, ({ firstAck }) => ms(percentile(firstAck, 0.99))],
  ['equal p50', 10, ({ equal }) => ms(percentile(equal, 0.5))],
  ['p99', 7, ({ equal }) => ms(percentile(equal, 0.99))],
]

const NAME = 62

export const heading = (): string => ['fault'.padEnd(NAME), ...columns.map(([name, width]) => name.padStart(width))].join('')

export const line = (name: string, sum: Total): string =>
  [
    name.padEnd(NAME),
    ...columns.map(([, width, show]) => show(sum).padStart(width)),
    ...Object.entries(sum.figures).map(([name, value]) => `  ${name} ${ms(value)}`),
  ].join('')
