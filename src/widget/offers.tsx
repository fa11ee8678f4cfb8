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
import { replyLabel } from '../ui/strings.ts'
import { openReplies } from '../ui/thread-items.ts'

const TicketForm = later(() => import('../ui/forms/ticket-form.tsx'), (module) => module.TicketForm)
const FollowUp = later(() => import('../ui/forms/follow-up.tsx'), (module) => module.FollowUp)

export interface Replies {
  readonly options: readonly QuickReply[]
  /** One of them is the way to a person, which is always there: its button is not shown twice. */
  readonly human: boolean
}

/** The quick replies that may be pressed now. */
export function repliesNow(messages: Transcript<PublicRow>, { phase, waiting }: ChatState, strings: Strings): Replies {
  const open = phase === 'human' || waiting ? [] : openReplies(messages)
  const asks = ({ action, label }: QuickReply) => action === 'handoff-request' && !label
  return { options: open.filter((option) => !asks(option) && replyLabel(strings, option)), human: open.some(asks) }
}

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
  readonly run: (work: Promise<unknown>) => unknown
}

/** What is offered under the newest row: quick replies, a message for later, a call back. */
export function Offers({ chat, state, messages, replies, strings, locale, input, run }: OffersProps) {
  const [ticket, setTicket] = useState(false)
  const kept = useRef<TicketDraft | null>(null)
  const go = (work: Promise<unknown>) => {
    input.current?.focus()
    run(work)
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
        onLeave={(text, contact) => {
          leave()
          run(chat.leaveMessage(text, contact))
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
  return replies.length === 0 ? null : (
    <div class="replies" part="quick-replies">
      {replies.map((option, index) => (
        <button key={index} class="pill" part="quick-reply" onClick={() => reply(option)}>{replyLabel(strings, option)}</button>
      ))}
    </div>
  )
}
