import type { Cursor, PublicHeader, ServerFrame, StoredEvent } from '../protocol/index.ts'

type Frame<T extends ServerFrame['t']> = Extract<ServerFrame, { t: T }>

/** One conversation's confirmed state as one side sees it, kept without gap or repetition. */
export interface ThreadLog<V> {
  view(): V | null
  cursor(): Cursor | null
  /** The three answers of a hub; true when the view changed. */
  snapshot(frame: Frame<'snapshot'>): boolean
  events(frame: Frame<'events'>): boolean
  page(frame: Frame<'page'>): boolean
  /** The log was replaced: what is here is dropped and taken anew. */
  reset(): void
  /** Drops everything without asking for anything. */
  forget(): void
  /** The newest event that the hub knows of. */
  head(head: Cursor): void
}

export interface ThreadLogOptions<V> {
  /** A view from a snapshot, with one more event, and with a page of older events in front. */
  readonly open: (header: PublicHeader, tail: readonly StoredEvent[]) => V
  readonly evolve: (view: V, event: StoredEvent) => V
  readonly prepend: (view: V, events: readonly StoredEvent[]) => V
  /** Whether an event is the next one after a seq: by `seq` for staff, by `prev` for those who do not see every event. */
  readonly next: (event: StoredEvent, seq: number) => boolean
  /** Asks for what lies after a cursor, or for a snapshot. */
  readonly ask: (after: Cursor | null) => void
  /** Each event that becomes part of the view; `live`: it has just happened. */
  readonly applied: (event: StoredEvent, live: boolean) => void
}

export function createThreadLog<V extends { readonly start: number }>(options: ThreadLogOptions<V>): ThreadLog<V> {
  const { ask, applied } = options
  let view: V | null = null
  let cursor: Cursor | null = null
  let asked: Cursor | null = null

  /** Once per gap: what comes in while the answer is on its way must not ask again. */
  function fill(gap: Cursor): void {
    if (asked === gap) return
    asked = gap
    ask(gap)
  }

  function forget(): void {
    view = null
    cursor = null
  }

  function renew(): void {
    forget()
    ask(null)
  }

  function go(log: number, events: readonly StoredEvent[], live: boolean): boolean {
    if (!cursor || !view || log < cursor.log) return false
    if (log > cursor.log) {
      renew()
      return true
    }
    const start = cursor.seq
    for (const event of events) {
      if (event.seq <= cursor.seq) continue
      if (!options.next(event, cursor.seq)) {
        fill(cursor)
        break
      }
      view = options.evolve(view, event)
      cursor = { log, seq: event.seq }
      applied(event, live)
    }
    return cursor.seq > start
  }

  return {
    view: () => view,
    cursor: () => cursor,
    snapshot({ at, header, tail }) {
      if (cursor && at.log <= cursor.log) {
        if (at.log < cursor.log || at.seq <= cursor.seq) return false
        const { seq } = cursor
        // somebody else of this party asked: what goes on from here costs nobody the pages he has
        if (tail.some((event) => options.next(event, seq))) return go(at.log, tail, false)
      }
      view = options.open(header, tail)
      cursor = at
      for (const event of tail) applied(event, false)
      return true
    },
    events: ({ log, events }) => go(log, events, true),
    page({ before, events }) {
      if (!view || !cursor || before.log !== cursor.log || before.seq !== view.start) return false
      view = options.prepend(view, events)
      return true
    },
    reset: renew,
    forget,
    head(head) {
      if (!cursor || head.log > cursor.log) renew()
      else if (head.log === cursor.log && head.seq > cursor.seq) ask(cursor)
    },
  }
}
