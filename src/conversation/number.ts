import type { DraftEvent, Header, Id, StoredEvent } from '../protocol/index.ts'
import { emptyHeader, evolveHeader } from './header.ts'

/** Gives decided events their place in the log, and folds them into the header that the append writes beside them. */
export function number(
  header: Header | null,
  drafts: readonly DraftEvent[],
  options: { readonly cause: Id; readonly digest: string; readonly now: number; readonly visitor: Id },
): { readonly events: readonly StoredEvent[]; readonly header: Header } {
  let next = header ?? emptyHeader(options.visitor)
  const at = Math.max(options.now, next.at)
  const events = drafts.map((drafted) => {
    const event: StoredEvent = { ...drafted, seq: next.seq + 1, at, prev: next.shown, cause: options.cause, digest: options.digest }
    next = evolveHeader(next, event)
    return event
  })
  return { events, header: next }
}
