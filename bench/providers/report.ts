import { percentile } from '../connections/report.ts'
import type { Mode, Verdict } from './fault-run.ts'
import { modes } from './fault-run.ts'
import type { Takeover } from './takeover-run.ts'

const ms = (values: readonly number[], share: number): string =>
  values.length === 0 ? '–' : Math.round(percentile(values, share) ?? 0).toLocaleString('en')
const tenth = (values: readonly number[], share: number): string => (values.length === 0 ? '–' : (percentile(values, share) ?? 0).toFixed(1))

/** What all these have in common, or each of them. */
const together = (values: readonly string[]): string => [...new Set(values)].join(' or ') || '–'

type Column<T> = readonly [name: string, width: number, (rows: readonly T[]) => string]

const line = (name: string, width: number, cells: readonly (readonly [string, number])[]): string =>
  [name.padEnd(width), ...cells.map(([text, wide]) => text.padStart(wide))].join('')

function table<T>(first: string, width: number, columns: readonly Column<T>[], rows: readonly (readonly [string, readonly T[]])[]): string {
  const head = line(first, width, columns.map(([name, wide]) => [name, wide]))
  return [head, ...rows.map(([name, items]) => line(name, width, columns.map(([, wide, show]) => [show(items), wide])))].join('\n')
}

const grouped = <T>(items: readonly T[], nameOf: (item: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item])
  return [...groups]
}

const stated = (rows: readonly Verdict[]): string => `${rows.filter(({ left }) => left !== 'nothing').length} of ${rows.length}`
const deadEnds = (rows: readonly Verdict[]): number => rows.filter(({ left }) => left === 'nothing').length
const times = (rows: readonly Verdict[]): number[] => rows.map(({ time }) => time)
const shownText = (rows: readonly Verdict[]): string => {
  const parts = rows.filter(({ fault }) => fault.end === 'part')
  return parts.length === 0 ? '–' : `${parts.filter(({ marked }) => marked).length} of ${parts.length}`
}

const inMode = (mode: Mode): Column<Verdict> => [mode, 18, (rows) => together(rows.flatMap((row) => (row.mode === mode ? row.left : [])))]
const faultColumns: readonly Column<Verdict>[] = [
  ...modes.map(inMode),
  ['asked', 7, (rows) => together(rows.flatMap(({ mode, asked }) => (mode === 'alone' ? String(asked) : [])))],
  ['marked', 10, shownText],
  ['stated', 10, stated],
  ['dead ends', 11, (rows) => String(deadEnds(rows))],
  ['time p50', 10, (rows) => ms(times(rows), 0.5)],
  ['max', 8, (rows) => ms(times(rows), 1)],
  ['hung up', 9, (rows) => String(rows.filter(({ hungUp }) => hungUp).length)],
  ['open after', 12, (rows) => ms(rows.map(({ open }) => open), 1)],
]

const adapterColumns: readonly Column<Verdict>[] = [
  ['runs', 6, (rows) => String(rows.length)],
  ['answer', 8, (rows) => String(rows.filter(({ left }) => left === 'answer').length)],
  ['part', 6, (rows) => String(rows.filter(({ left }) => left === 'part').length)],
  ['person', 8, (rows) => String(rows.filter(({ left }) => left === 'person').length)],
  ['notice', 8, (rows) => String(rows.filter(({ left }) => left === 'notice').length)],
  ['marked', 10, shownText],
  ['dead ends', 11, (rows) => String(deadEnds(rows))],
  ['broken', 8, (rows) => String(rows.filter(({ broken }) => broken.length > 0).length)],
  ['time p50', 10, (rows) => ms(times(rows), 0.5)],
  ['max', 8, (rows) => ms(times(rows), 1)],
  ['hung up', 9, (rows) => String(rows.filter(({ hungUp }) => hungUp).length)],
  ['open after', 12, (rows) => ms(rows.map(({ open }) => open), 1)],
]

/** F16: by what the service does, then by adapter. */
export const faultTables = (verdicts: readonly Verdict[]): string =>
  [
    table('the service', 38, faultColumns, grouped(verdicts, ({ fault }) => fault.name)),
    table('adapter', 20, adapterColumns, grouped(verdicts, ({ format }) => format.name)),
  ].join('\n\n')

const closed = (rows: readonly Takeover[]): number[] => rows.flatMap((row) => row.closed ?? [])
const takeoverColumns: readonly Column<Takeover>[] = [
  ['runs', 6, (rows) => String(rows.length)],
  ['leaked messages', 17, (rows) => String(sum(rows, 'messages'))],
  ['leaked deltas', 15, (rows) => String(sum(rows, 'deltas'))],
  ['broken', 8, (rows) => String(rows.filter(({ broken }) => broken.length > 0).length)],
  ['cut off', 9, (rows) => String(closed(rows).length)],
  ['closed p50', 12, (rows) => tenth(closed(rows), 0.5)],
  ['max', 7, (rows) => tenth(closed(rows), 1)],
  ['wasted words', 14, (rows) => String(sum(rows, 'wasted'))],
  ['max', 5, (rows) => String(Math.max(...rows.map(({ wasted }) => wasted)))],
]
export const sum = (rows: readonly Takeover[], of: 'messages' | 'deltas' | 'wasted'): number => rows.reduce((total, row) => total + row[of], 0)

/** F13: by the moment, then by adapter. */
export const takeoverTables = (takeovers: readonly Takeover[]): string =>
  [
    table('a person takes over', 24, takeoverColumns, grouped(takeovers, ({ point }) => point.name)),
    table('adapter', 24, takeoverColumns, grouped(takeovers, ({ format }) => format.name)),
  ].join('\n\n')

/** The one line that counts. */
export function summary(verdicts: readonly Verdict[], takeovers: readonly Takeover[]): string {
  const dead = deadEnds(verdicts)
  const share = verdicts.length === 0 ? 0 : Math.floor(((verdicts.length - dead) / verdicts.length) * 1000) / 10
  return `stated outcomes ${share} %, dead ends ${dead}, leaked messages ${sum(takeovers, 'messages')}, leaked deltas ${sum(takeovers, 'deltas')}`
}
