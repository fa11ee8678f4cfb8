import type { RefObject } from 'preact'
import { textOf } from '../protocol/parts.ts'
import { type TicketDraft, TicketForm } from '../ui/forms/ticket-form.tsx'
import type { OffersProps } from './offers.tsx'

export { css } from '../ui/forms/ticket-form.tsx'

/** What a message for later begins with: what the visitor has said last. */
function lastWords(messages: OffersProps['messages']): string {
  const row = messages.findLast((each) => each.type === 'message' && each.author.kind === 'visitor')
  return row?.type === 'message' ? textOf(row.parts) : ''
}

export interface LeaveMessageProps extends Pick<OffersProps, 'chat' | 'messages' | 'strings' | 'run'> {
  /** Where it is kept when it is left half written. */
  readonly kept: RefObject<TicketDraft | null>
  /** Whether the visitor has neither written nor said anything since. */
  readonly takesFocus: () => boolean
  /** It was left, or is not to be. */
  readonly onEnd: () => void
}

/** A message for later, in place of what else is offered. */
export const LeaveMessage = ({ chat, messages, strings, run, kept, takesFocus, onEnd }: LeaveMessageProps) => (
  <TicketForm
    strings={strings}
    text={lastWords(messages)}
    kept={kept}
    takesFocus={takesFocus}
    onCancel={onEnd}
    onLeave={async (text, contact) => {
      const left = await run(chat.leaveMessage(text, contact))
      if (left) onEnd()
      return left
    }}
  />
)
