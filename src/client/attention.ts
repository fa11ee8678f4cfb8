import type { WritableAtom } from 'nanostores'
import type { PublicRow } from '../conversation/rows.ts'
import { newId } from '../internal/ids.ts'
import { createReadMarks } from '../internal/read-marks.ts'
import type { Command, Id } from '../protocol/index.ts'

/** What the visitor has seen: counts unread messages of others, and marks them read while the thread is on screen. */
export interface Attention {
  setVisible(visible: boolean): void
  /** The rows or the read mark in the header have changed. */
  update(rows: readonly PublicRow[], readInHeader: number): void
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
}

const byOthers = (row: PublicRow): boolean => row.type === 'message' && row.author.kind !== 'visitor'

export function createAttention({ $unread, onUnread, mark }: AttentionOptions): Attention {
  const create = () =>
    createReadMarks((seq) => {
      sent = { id: newId(), seq }
      mark({ id: sent.id, type: 'read-mark', data: { seq } })
    })
  /** The newest mark, until it is answered. */
  let sent: { readonly id: Id; readonly seq: number } | null = null
  let marks = create()
  let visible = false
  let seen = 0
  let latest: readonly [rows: readonly PublicRow[], read: number] = [[], 0]

  function taken(seq: number): void {
    if (!sent || seq < sent.seq) return
    marks.taken(sent.seq)
    sent = null
  }

  function update(rows: readonly PublicRow[], readInHeader: number): void {
    latest = [rows, readInHeader]
    taken(readInHeader)
    const read = Math.max(seen, readInHeader)
    const newest = rows.findLast(byOthers)?.seq ?? 0
    if (visible && newest > read) {
      seen = newest
      marks.seen(newest)
    } else if (sent) marks.again()
    const unread = visible ? 0 : rows.filter((row) => byOthers(row) && row.seq > read).length
    if (unread === $unread.get()) return
    $unread.set(unread)
    onUnread(unread)
  }

  return {
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
    forget() {
      marks.stop()
      marks = create()
      sent = null
      seen = 0
    },
    stop: () => marks.stop(),
  }
}
