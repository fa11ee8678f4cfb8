import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Chat, ChatState } from '../client/api.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { QuickReply } from '../protocol/index.ts'
import { textOf } from '../protocol/parts.ts'
import type { TicketDraft } from '../ui/forms/ticket-form.tsx'
import { later } from '../ui/later.tsx'
import type { Strings } from '../ui/strings.ts'
import { replyLabel } from '../ui/reply-label.ts'
import type { Failure } from './use-failure.ts'
import { useUnheard } from './use-unheard.ts'

const TicketForm = later(() => import('../ui/forms/ticket-form.tsx'), (module) => module.TicketForm)
const FollowUp = later(() => import('../ui/forms/follow-up.tsx'), (module) => module.FollowUp)

const ticketOffer: QuickReply = { action: 'ticket-create' }
const leaves = ({ action }: QuickReply): boolean => action === 'ticket-create'

/** What a message for later begins with: what the visitor has said last. */
function lastWords(messages: Transcript<PublicRow>): string {
  const row = messages.findLast((each) => each.type === 'message' && each.author.kind === 'visitor')
  return row?.type === 'message' ? textOf(row.parts) : ''
}

export interface OffersProps {
  readonly chat: Chat
  readonly state: ChatState
  readonly messages: Transcript<PublicRow>
  readonly replies: readonly QuickReply[]
  readonly strings: Strings
  readonly locale: string
  readonly input: RefObject<HTMLElement | null>
  readonly run: Failure['run']
  /** Leaves this conversation where it is, and begins another. */
  readonly onNew: () => void
}

/** What is offered under the newest row: quick replies, a message for later, a call back, and after the end a new beginning. */
export function Offers({ chat, state, messages, replies, strings, locale, input, run, onNew }: OffersProps) {
  const [ticket, setTicket] = useState(false)
  const kept = useRef<TicketDraft | null>(null)
  const offer = useRef<HTMLButtonElement>(null)
  const unheard = useUnheard(state, messages, offer)
  const options = unheard && !replies.some(leaves) ? [...replies, ticketOffer] : replies
  const go = (work: Promise<unknown>) => {
    input.current?.focus()
    void run(work)
  }
  const reply = (option: QuickReply) => {
    if (option.action === 'send') go(chat.sendMessage(option.label ?? ''))
    else if (option.action === 'handoff-request') go(chat.requestHuman())
    else if (option.action === 'conversation-end') go(chat.endConversation())
    else setTicket(true)
  }
  const leave = () => {
    setTicket(false)
    input.current?.focus()
  }
  if (ticket) {
    return (
      <TicketForm
        strings={strings}
        text={lastWords(messages)}
        kept={kept}
        onCancel={leave}
        onLeave={async (text, contact) => {
          const left = await run(chat.leaveMessage(text, contact))
          if (left) leave()
          return left
        }}
      />
    )
  }
  if (state.followUp) {
    return (
      <FollowUp
        strings={strings}
        locale={locale}
        onSchedule={(followUp) => go(chat.scheduleFollowUp(followUp))}
        onDecline={() => go(chat.declineFollowUp())}
      />
    )
  }
  const ended = state.phase === 'closed' && !state.erased
  return options.length === 0 && !ended ? null : (
    <div class="replies" part="quick-replies">
      {options.map((option, index) => (
        <button key={index} ref={leaves(option) ? offer : null} class="pill" part="quick-reply" onClick={() => reply(option)}>{replyLabel(strings, option)}</button>
      ))}
      {ended && <button class="pill" part="quick-reply" onClick={onNew}>{strings.newConversation}</button>}
    </div>
  )
}
