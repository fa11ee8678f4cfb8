import type { EventStore } from '../contracts/index.ts'
import { narrowPublic } from '../conversation/index.ts'
import type { CommandMap, Header, Id, StoredEvent } from '../protocol/index.ts'

const PAGE = 200
/** Events that one rating makes a hub look through: a long log is no way to keep it busy. */
const FURTHEST = 2_000

type Rating = Pick<CommandMap['message-rate'], 'rating' | 'comment'>

/** What an event says of the rating of a message; one that begins it says `none`. */
function said(event: StoredEvent, message: Id): Rating | undefined {
  const known = narrowPublic(event)
  if (known?.type === 'message-rated' && known.data.message === message) return known.data
  return known?.type === 'message-sent' && known.data.message === message ? { rating: 'none' } : undefined
}

/**
 * Whether a message is rated like this already, so that there is nothing to write: looks from the newest event back to the message, or as far
 * as it goes. Further back it cannot be told, and the same is written again, which changes nothing for anybody.
 */
export async function isRated(store: EventStore, conversation: Id, { log, seq }: Header, data: CommandMap['message-rate']): Promise<boolean> {
  const same = ({ rating, comment }: Rating): boolean => rating === data.rating && (data.comment === undefined || data.comment === comment)
  const end = Math.max(1, seq + 1 - FURTHEST)
  for (let before = seq + 1; before > end;) {
    const events = await store.read(conversation, { before: { log, seq: before }, limit: PAGE })
    for (const event of events.toReversed()) {
      const found = said(event, data.message)
      if (found) return same(found)
    }
    const first = events[0]?.seq ?? 1
    // a log that was replaced meanwhile is read from its end, again and again: the append finds out
    if (first >= before) return false
    before = first
  }
  return end === 1 && same({ rating: 'none' })
}
