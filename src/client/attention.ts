import type { WritableAtom } from 'nanostores'
import type { PublicRow } from '../conversation/rows.ts'
import { createReadMarks } from '../internal/read-marks.ts'

/** What the visitor has seen: counts unread messages of others, and marks them read while the thread is on screen. */
export interface Attention {
  setVisible(visible: boolean): void
  /** The rows or the read mark in the header have changed. */
  update(rows: readonly PublicRow[], readInHeader: number): void
  /** Another conversation begins: nothing of it was seen. */
  forget(): void
  stop(): void
}

export interface AttentionOptions {
  readonly $unread: WritableAtom<number>
  readonly onUnread: (count: number) => void
  /** Tells the hub; may get lost. */
  readonly mark: (seq: number) => void
}

const byOthers = (row: PublicRow): boolean => row.type === 'message' && row.author.kind !== 'visitor'

export function createAttention({ $unread, onUnread, mark }: AttentionOptions): Attention {
  let marks = createReadMarks(mark)
  let visible = false
  let seen = 0
  let latest: readonly [rows: readonly PublicRow[], read: number] = [[], 0]

  function update(rows: readonly PublicRow[], readInHeader: number): void {
    latest = [rows, readInHeader]
    const read = Math.max(seen, readInHeader)
    const newest = rows.findLast(byOthers)?.seq ?? 0
    if (visible && newest > read) {
      seen = newest
      marks.seen(newest)
    }
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
    forget() {
      marks.stop()
      marks = createReadMarks(mark)
      seen = 0
    },
    stop: () => marks.stop(),
  }
}
