import type { WritableAtom } from 'nanostores'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import { newId } from '../internal/ids.ts'
import { createReadMarks } from '../internal/read-marks.ts'
import type { Command, Id } from '../protocol/index.ts'

/** What the visitor has seen: counts unread messages of others, and marks them read while the thread is on screen. A row more costs the same however many there are. */
export interface Attention {
  readonly visible: boolean
  setVisible(visible: boolean): void
  /** The rows or the read mark in the header have changed. */
  update(rows: Transcript<PublicRow>, readInHeader: number): void
  /** The hub has answered a command that is none of the outbox's. */
  answered(command: Id): void
  /** A new connection: a mark that nobody has answered goes out again. */
  reconnected(): void
  /** Another conversation begins: nothing of it was seen. */
  forget(): void
  stop(): void
}

export interface AttentionOptions {
  readonly $unread: WritableAtom<number>
  readonly onUnread: (count: number) => void
  /** Tells the hub; may get lost. */
  readonly mark: (command: Command) => void
  /** Tells that everything up to a seq is here, at most once in two seconds; may get lost. */
  readonly deliver: (seq: number) => void
}

// a question of the assistant waits for an answer too
const byOthers = (row: PublicRow): boolean => (row.type === 'message' && row.author.kind !== 'visitor') || row.type === 'permission'

export function createAttention({ $unread, onUnread, mark, deliver }: AttentionOptions): Attention {
  const create = () =>
    createReadMarks((seq) => {
      sent = { id: newId(), seq }
      mark({ id: sent.id, type: 'read-mark', data: { seq } })
    })
  /** The newest mark, until it is answered. */
  let sent: { readonly id: Id; readonly seq: number } | null = null
  let marks = create()
  let deliveries = createReadMarks(deliver)
  let visible = false
  let seen = 0
  let latest: readonly [rows: Transcript<PublicRow>, read: number] = [[], 0]
  /** Rows from the first of these seqs to the second were looked at; the newest message of others among them, and all that are not read, oldest first. */
  let low = 0
  let high = 0
  let newest = 0
  let unread: number[] = []

  function taken(seq: number): void {
    if (!sent || seq < sent.seq) return
    marks.taken(sent.seq)
    sent = null
  }

  function forget(): void {
    marks.stop()
    marks = create()
    deliveries.stop()
    deliveries = createReadMarks(deliver)
    sent = null
    seen = 0
    high = 0
  }

  /** What is new stands at the ends, so that each row is looked at once. */
  function look(rows: Transcript<PublicRow>, read: number): void {
    const first = rows.at(0)?.seq ?? 0
    // another list, which does not go on where the old one was
    if (first === 0 || first > high) {
      low = first
      high = first - 1
      newest = 0
      unread = []
    }
    const older: number[] = []
    const newer: number[] = []
    let row: PublicRow | undefined
    for (let at = 0; (row = rows.at(at)) && row.seq < low; at += 1) if (byOthers(row) && row.seq > read) older.push(row.seq)
    for (let at = 1; (row = rows.at(-at)) && !(row.seq && row.seq <= high); at += 1) {
      if (!byOthers(row)) continue
      newest = Math.max(newest, row.seq)
      if (row.seq > read) newer.push(row.seq)
    }
    unread.unshift(...older)
    unread.push(...newer.reverse())
    low = Math.min(low, first)
    high = Math.max(high, rows.findLast(({ seq }) => seq)?.seq ?? 0)
  }

  function update(rows: Transcript<PublicRow>, readInHeader: number): void {
    // the log was replaced: its numbers begin anew
    if (high > 0 && !rows.at(0)?.seq) forget()
    latest = [rows, readInHeader]
    taken(readInHeader)
    const read = Math.max(seen, readInHeader)
    look(rows, read)
    const news = newest > read
    if (news && visible) {
      seen = newest
      marks.seen(newest)
    } else if (sent) marks.again()
    // what is read is delivered
    if (news && !visible) deliveries.seen(newest)
    while ((unread[0] ?? Infinity) <= Math.max(seen, read)) unread.shift()
    if (unread.length === $unread.get()) return
    $unread.set(unread.length)
    onUnread(unread.length)
  }

  return {
    get visible() {
      return visible
    },
    update,
    setVisible(next) {
      visible = next
      update(...latest)
    },
    answered(command) {
      if (sent?.id === command) taken(sent.seq)
    },
    reconnected() {
      if (sent) marks.again()
    },
    forget,
    stop() {
      marks.stop()
      deliveries.stop()
    },
  }
}
