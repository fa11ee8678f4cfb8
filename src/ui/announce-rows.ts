import type { ReadableAtom } from 'nanostores'
import type { Transcript } from '../conversation/index.ts'
import type { StaffRow } from '../conversation/rows.ts'
import type { Spoken } from './announcer.tsx'

/** More new rows than this at once are announced by their number. */
const atOnce = 5

export interface AnnounceRows {
  readonly say: (text: Spoken) => void
  /** What is said of a row of somebody else; empty for nothing. */
  readonly text: (row: StaffRow) => Spoken
  /** What is said of own messages that were not sent. */
  readonly failed: () => string
  /** Nothing was ever said in this conversation, so that even its first row is news. Otherwise the first look is taken as read. */
  readonly fresh: boolean
  /** What is said instead of very many. */
  readonly many: (count: number) => string
}

/**
 * Announces each row once: what is there at the first look is taken as read, a streamed answer is a row when it is whole, and
 * older rows fetched later stay silent. Returns its stop.
 */
export function announceRows($rows: ReadableAtom<Transcript<StaffRow>>, { say, text, failed, fresh, many }: AnnounceRows): () => void {
  let last = fresh ? 0 : undefined
  let failures: ReadonlySet<string> = new Set()
  return $rows.subscribe((rows) => {
    const news: StaffRow[] = []
    const broken = new Set<string>()
    let newest = 0
    let row: StaffRow | undefined
    // from the end to what was there before: pending rows, then the new ones of the log
    for (let back = 1; (row = rows.at(-back)); back += 1) {
      newest = Math.max(newest, row.seq)
      if (row.seq > 0 && row.seq <= (last ?? newest)) break
      if (row.seq > 0) news.unshift(row)
      else if (row.type === 'message' && row.delivery === 'failed') broken.add(row.id)
    }
    const texts = news.map(text).filter(Boolean)
    for (const id of broken) if (!failures.has(id)) texts.push(failed())
    failures = broken
    if (newest > 0) last = Math.max(last ?? 0, newest)
    if (texts.length > atOnce) say(many(texts.length))
    else texts.forEach(say)
  })
}
