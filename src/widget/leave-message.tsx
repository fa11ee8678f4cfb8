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
  /** Whether the visitor does nothing else meanwhile: then it takes the focus. */
  readonly isWanted: () => boolean
  /** It was left, or is not to be. */
  readonly onEnd: () => void
}

/** A message for later, in place of what else is offered. */
export const LeaveMessage = ({ chat, messages, strings, run, kept, isWanted, onEnd }: LeaveMessageProps) => (
  <TicketForm
    strings={strings}
    text={lastWords(messages)}
    kept={kept}
    isWanted={isWanted}
    onCancel={onEnd}
    onLeave={async (text, contact) => {
      const left = await run(chat.leaveMessage(text, contact))
      if (left) onEnd()
      return left
    }}
  />
)
