import type { StaffView } from '../conversation/index.ts'
import { evolveStaff, prependStaff, staffView } from '../conversation/index.ts'
import type { Cursor, Header, ServerFrame, StoredEvent } from '../protocol/index.ts'

type Frame<T extends ServerFrame['t']> = Extract<ServerFrame, { t: T }>

/** One conversation's confirmed state, kept without gap or repetition. */
export interface ThreadLog {
  view(): StaffView | null
  cursor(): Cursor | null
  /** The three answers of a hub; true when the view changed. */
  snapshot(frame: Frame<'snapshot'>): boolean
  events(frame: Frame<'events'>): boolean
  page(frame: Frame<'page'>): boolean
  /** The log was replaced: what is here is dropped and taken anew. */
  reset(): void
  /** The newest event that the hub knows of. */
  head(head: Cursor): void
}

export interface ThreadLogOptions {
  /** Asks for what lies after a cursor, or for a snapshot. */
  readonly ask: (after: Cursor | null) => void
  /** Each event that becomes part of the view. */
  readonly applied: (event: StoredEvent) => void
}

export function createThreadLog({ ask, applied }: ThreadLogOptions): ThreadLog {
  let view: StaffView | null = null
  let cursor: Cursor | null = null
  let asked: Cursor | null = null

  /** Once per gap: what comes in while the answer is on its way must not ask again. */
  function fill(gap: Cursor): void {
    if (asked === gap) return
    asked = gap
    ask(gap)
  }

  function renew(): void {
    view = null
    cursor = null
    ask(null)
  }

  return {
    view: () => view,
    cursor: () => cursor,
    snapshot({ at, header, tail }) {
      const stale = cursor && (at.log < cursor.log || (at.log === cursor.log && at.seq < cursor.seq))
      if (stale) return false
      // A hub sends its whole record to staff; the frame's type names the part that everyone gets.
      view = staffView(header as Header, tail)
      cursor = at
      for (const event of tail) applied(event)
      return true
    },
    events({ log, events }) {
      if (!cursor || !view || log < cursor.log) return false
      if (log > cursor.log) {
        renew()
        return true
      }
      const start = cursor.seq
      const fresh = events.filter(({ seq }) => seq > start)
      for (const event of fresh) {
        if (event.seq !== cursor.seq + 1) {
          fill(cursor)
          break
        }
        view = evolveStaff(view, event)
        cursor = { log, seq: event.seq }
        applied(event)
      }
      return cursor.seq > start
    },
    page({ before, events }) {
      if (!view || !cursor || before.log !== cursor.log || before.seq !== view.start) return false
      view = prependStaff(view, events)
      return true
    },
    reset: renew,
    head(head) {
      if (!cursor || head.log > cursor.log) renew()
      else if (head.log === cursor.log && head.seq > cursor.seq) ask(cursor)
    },
  }
}
