import { useRef } from 'preact/hooks'
import type { StaffRow, Transcript } from '../conversation/index.ts'

interface Found<R> {
  /** Number of the log that they are of. */
  readonly log: number
  /** Seqs of the oldest and the newest row that was looked at. */
  readonly low: number
  readonly high: number
  readonly rows: readonly R[]
}

/**
 * The rows of one type, oldest first. Each row of a log is looked at once: what is new stands at its ends. Something was removed where the
 * log is another one, although its numbers are the same.
 */
export function useRowsOf<T extends StaffRow['type']>(all: Transcript<StaffRow>, type: T, log: number): readonly Extract<StaffRow, { type: T }>[] {
  const found = useRef<Found<Extract<StaffRow, { type: T }>>>({ log, low: 0, high: 0, rows: [] })
  const first = all.at(0)?.seq ?? 0
  // another list, which does not go on where the old one was
  if (log !== found.current.log || first === 0 || first > found.current.high) found.current = { log, low: first, high: first - 1, rows: [] }
  const { low, high, rows } = found.current
  const wanted = (row: StaffRow): row is Extract<StaffRow, { type: T }> => row.type === type
  const older: StaffRow[] = []
  const newer: StaffRow[] = []
  let row: StaffRow | undefined
  for (let at = 0; (row = all.at(at)) && row.seq < low; at += 1) older.push(row)
  // pending rows have no seq and stand behind
  for (let back = 1; (row = all.at(-back)) && (row.seq === 0 || row.seq > high); back += 1) if (row.seq > 0) newer.push(row)
  if (older.length + newer.length === 0) return rows
  found.current = {
    log,
    low: Math.min(low, first),
    high: newer[0]?.seq ?? high,
    rows: [...older.filter(wanted), ...rows, ...newer.reverse().filter(wanted)],
  }
  return found.current.rows
}
