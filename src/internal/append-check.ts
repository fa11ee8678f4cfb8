import { HandbackError } from '../protocol/index.ts'
import type { Cursor } from '../protocol/index.ts'

/**
 * Guards the numbering of a log, so that a mistake of a caller can never become a hole on disk.
 * Throws `store/conflict` when the head is not the expected one, `request/invalid` when the batch does not continue it.
 */
export function checkAppend(
  head: Cursor | undefined,
  batch: { readonly expect: Cursor | null; readonly events: readonly { readonly seq: number }[]; readonly header: Cursor },
): void {
  const { expect, events, header } = batch
  if (head?.log !== expect?.log || head?.seq !== expect?.seq) {
    throw new HandbackError('store/conflict', 'The conversation has moved on.', { retryable: true })
  }
  const from = expect?.seq ?? 0
  const continues = events.every((event, index) => event.seq === from + index + 1)
    && header.seq === from + events.length
    && (expect === null || header.log === expect.log)
  if (!continues) throw new HandbackError('request/invalid', 'The events do not continue the log.')
}
