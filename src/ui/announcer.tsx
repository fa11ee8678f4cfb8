import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import type { VNode } from 'preact'
import type { Transcript } from '../conversation/index.ts'
import type { StaffRow } from '../conversation/rows.ts'
import { useStore } from './use-store.ts'

/** How long an announcement stays, in milliseconds. */
const stay = 2000
/** More new rows than this at once are announced by their number. */
const atOnce = 5

export interface Announcer {
  /** Has a text read out once, politely. */
  say(text: string): void
  /** The one live region. Belongs outside of the log. */
  Region(): VNode
  stop(): void
}

/**
 * One polite live region for everything worth hearing. Each text is a line of its own, so that several at once are all read.
 *
 * @example announcer.say('Sarah: Hello')
 */
export function createAnnouncer(): Announcer {
  const $lines = atom<readonly { readonly key: number; readonly text: string }[]>([])
  let key = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    say(text) {
      if (!text) return
      $lines.set([...$lines.get().slice(-9), { key: key++, text }])
      clearTimeout(timer)
      timer = setTimeout(() => $lines.set([]), stay)
    },
    Region: () => (
      <div class="sr" aria-live="polite">
        {useStore($lines).map((line) => <p key={line.key}>{line.text}</p>)}
      </div>
    ),
    stop: () => clearTimeout(timer),
  }
}

export interface AnnounceRows {
  readonly say: (text: string) => void
  /** What is said of a row of somebody else; empty for nothing. */
  readonly text: (row: StaffRow) => string
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
