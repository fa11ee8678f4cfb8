import type { ChatState } from '../client/api.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { QuickReply } from '../protocol/index.ts'
import type { Strings } from '../ui/strings.ts'
import { replyLabel } from '../ui/reply-label.ts'
import { openReplies } from '../ui/thread-items.ts'

export interface Replies {
  readonly options: readonly QuickReply[]
  /** One of them is the way to a person, which is always there: its button is not shown twice. */
  readonly human: boolean
}

/** The quick replies that may be pressed now. */
export function repliesNow(messages: Transcript<PublicRow>, { phase, waiting, erased }: ChatState, strings: Strings): Replies {
  const open = phase === 'human' || waiting || erased ? [] : openReplies(messages)
  const asks = ({ action, label }: QuickReply) => action === 'handoff-request' && !label
  return { options: open.filter((option) => !asks(option) && replyLabel(strings, option)), human: open.some(asks) }
}
