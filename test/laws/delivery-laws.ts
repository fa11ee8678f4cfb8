import { isDeepStrictEqual } from 'node:util'
import type { StaffView } from '../../src/conversation/index.ts'
import { emptyHeader, evolveHeader, evolveStaff, prependStaff, project, projectForStaff, publicHeader, staffView } from '../../src/conversation/index.ts'
import { createPublicLog } from '../../src/client/public-log.ts'
import type { ThreadLog } from '../../src/internal/thread-log.ts'
import { createThreadLog } from '../../src/internal/thread-log.ts'
import type { Cursor, Header, Id, PublicHeader, StoredEvent } from '../../src/protocol/index.ts'
import type { Dice } from './dice.ts'
import type { Book } from './laws.ts'
import type { Played } from './machine-run.ts'

const conversation: Id = 'conversation-1'

/** A line that delivers pieces of a log in any order, twice, and not at all; what is asked for it answers, sooner or later. */
function deliver(
  make: (ask: (after: Cursor | null) => void, applied: (event: StoredEvent) => void) => ThreadLog<{ readonly header: PublicHeader }>,
  events: readonly StoredEvent[],
  snapshotAt: (count: number) => PublicHeader,
  dice: Dice,
): { readonly view: { readonly header: PublicHeader } | null; readonly applied: readonly number[]; readonly start: number } {
  const asked: (Cursor | null)[] = []
  const applied: number[] = []
  const log = make((after) => asked.push(after), (event) => applied.push(event.seq))
  const seqAt = (count: number): number => events[count - 1]?.seq ?? 0
  const snapshot = (count: number): void => {
    log.snapshot({ t: 'snapshot', conversation, at: { log: 1, seq: seqAt(count) }, header: snapshotAt(count), tail: events.slice(0, count), signals: [] })
  }
  const tell = (some: readonly StoredEvent[]): void => void log.events({ t: 'events', conversation, log: 1, events: some })
  const answer = (): void => {
    const after = asked.shift()
    if (after === undefined) return
    if (after) tell(events.filter(({ seq }) => seq > after.seq))
    else snapshot(events.length)
  }
  const start = dice.below(events.length + 1)
  snapshot(start)
  for (let step = 0; step < 12; step += 1) {
    const from = dice.below(events.length + 1)
    if (dice.once(4)) answer()
    else if (dice.once(8)) snapshot(dice.below(events.length + 1))
    else tell(events.slice(from, from + 1 + dice.below(6)))
  }
  // the newest is announced by a heartbeat, and then nothing more is lost
  log.head({ log: 1, seq: seqAt(events.length) })
  for (let left = asked.length; left > 0 || asked.length > 0; left -= 1) answer()
  return { view: log.view(), applied, start: seqAt(start) }
}

/** What is applied is applied in the order of the log, and nothing that has a hole before it. */
function ordered(book: Book, events: readonly StoredEvent[], applied: readonly number[], who: string): void {
  const place = new Map(events.map(({ seq }, at) => [seq, at]))
  let at = -1
  const wrong = applied.find((seq) => {
    const next = place.get(seq) ?? -1
    // a snapshot begins again from the front and may jump ahead; one event never does
    const fine = next === at + 1 || next === 0 || next <= at
    at = Math.max(next, at)
    return !fine
  })
  book.check('A4', wrong === undefined, () => `${who}: event ${wrong} was applied over a gap`)
}

/** A4 for the visitor's and the staff's logs: any order with duplicates leads to the same state. */
export function delivered(book: Book, { log, header, view, staff }: Played, dice: Dice): void {
  if (!header) return
  const headers: Header[] = []
  log.reduce((last, event) => {
    const next = evolveHeader(last, event)
    headers.push(next)
    return next
  }, emptyHeader(header.visitor))
  const open = log.flatMap((event) => project(event) ?? [])
  const at = (seq: number): Header => headers[seq - 1] ?? emptyHeader(header.visitor)

  const page = deliver((ask, applied) => createPublicLog({ ask, applied }), open, (count) => publicHeader(at(open[count - 1]?.seq ?? 0)), dice)
  book.check('A4', isDeepStrictEqual(page.view?.header, view.header), () => `the visitor ends at ${JSON.stringify(page.view?.header)}`)
  ordered(book, open, page.applied, 'the visitor')

  const all = log.map(projectForStaff)
  const make = (ask: (after: Cursor | null) => void, applied: (event: StoredEvent) => void): ThreadLog<StaffView> =>
    createThreadLog<StaffView>({
      open: (first, tail) => staffView(first as Header, tail),
      evolve: evolveStaff,
      prepend: prependStaff,
      next: (event, seq) => event.seq === seq + 1,
      ask,
      applied,
    })
  const desk = deliver(make, all, (count) => at(count), dice)
  book.check('A4', isDeepStrictEqual(desk.view?.header, staff.header), () => `staff end at ${JSON.stringify(desk.view?.header)}`)
  ordered(book, all, desk.applied, 'staff')
}
