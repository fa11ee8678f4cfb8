import { HandbackError, erasedData } from '../protocol/index.ts'
import type { Cursor, StoredEvent } from '../protocol/index.ts'

/** The same log with the data of all events, or of those with the given seqs, replaced. Numbers, authors, types and causes stay. */
export function erasedEvents(events: readonly StoredEvent[], what: 'all' | readonly number[]): StoredEvent[] {
  const seqs = what === 'all' ? undefined : new Set(what)
  return events.map((event) => (!seqs ? { ...event, data: { erased: true } } : seqs.has(event.seq) ? { ...event, data: erasedData(event) } : event))
}

/** Throws `request/invalid` when a refolded header does not stand at the head that an erasure has made. */
export function checkRefold(head: Cursor, header: Cursor): void {
  if (header.log !== head.log || header.seq !== head.seq) throw new HandbackError('request/invalid', 'The refolded header does not match the log.')
}
