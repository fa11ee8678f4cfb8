import { emptyHeader, entryOf, evolveHeader, project, projectForStaff, publicHeader } from '../../conversation/index.ts'
import type { ConversationRecord, Cursor, Header, ServerFrame, StoredEvent } from '../../protocol/index.ts'

/** A record as one side sees it up to a moment, and the frames that show it. */
export interface Stage {
  /** `seq` of the newest event that has happened; 0: none. */
  readonly seq: number
  /** `seq` of the last. */
  readonly end: number
  /** What this side has been told. Going back begins another log, because nobody takes back what a log holds. */
  readonly cursor: Cursor
  /** The moment after this one: everything that happened at the same time, and how long after (ms). `undefined` at the end. */
  next(): { readonly seq: number; readonly wait: number } | undefined
  /** Goes to where no later event than `seq` has happened. True when that was back. */
  move(seq: number): boolean
  /** The conversation before its first event. */
  beginning(): ServerFrame
  /** What this side has seen after a seq. */
  since(seq: number): ServerFrame
  /** What it saw before a seq, the newest `limit` of it. */
  page(before: Cursor, limit: number): ServerFrame
  /** The conversation in the desk's lists. */
  listed(): ServerFrame
}

export function createStage({ conversation, visitor, log, events }: ConversationRecord, staff: boolean): Stage {
  const seen: readonly StoredEvent[] = events.flatMap((event) => (staff ? projectForStaff(event) : project(event)) ?? [])
  let rewinds = 0
  let happened = 0
  let header: Header
  const empty = (): Header => ({ ...emptyHeader(visitor), log: log + rewinds })
  header = empty()
  const at = (): number => (staff ? header.seq : header.shown)

  /** How many of the seen events have no later seq, by halving. */
  function countTo(seq: number): number {
    let [low, high] = [0, seen.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((seen[middle]?.seq ?? 0) <= seq) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get seq() {
      return header.seq
    },
    end: events.at(-1)?.seq ?? 0,
    get cursor() {
      return { log: header.log, seq: at() }
    },
    next() {
      const first = events[happened]
      if (!first) return undefined
      let last = happened
      while (events[last + 1]?.at === first.at) last += 1
      return { seq: events[last]?.seq ?? first.seq, wait: happened === 0 ? 0 : first.at - header.at }
    },
    move(seq) {
      const back = seq < header.seq
      if (back) {
        rewinds += 1
        happened = 0
        header = empty()
      }
      for (let event = events[happened]; event && event.seq <= seq; event = events[happened]) {
        header = evolveHeader(header, event)
        happened += 1
      }
      return back
    },
    beginning: () => ({
      t: 'snapshot',
      conversation,
      at: { log: header.log, seq: 0 },
      header: staff ? empty() : publicHeader(empty()),
      tail: [],
      signals: [],
    }),
    since: (seq) => ({ t: 'events', conversation, log: header.log, events: seen.slice(countTo(seq), countTo(header.seq)) }),
    page(before, limit) {
      const to = countTo(Math.min(before.seq - 1, header.seq))
      const from = Math.max(0, to - limit)
      return { t: 'page', conversation, before, events: seen.slice(from, to), more: from > 0 }
    },
    listed: () => ({ t: 'desk', entries: [entryOf(conversation, header)] }),
  }
}
