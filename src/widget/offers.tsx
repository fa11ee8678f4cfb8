import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Chat, ChatState } from '../client/api.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { QuickReply } from '../protocol/index.ts'
import type { TicketDraft } from '../ui/forms/ticket-form.tsx'
import { later } from '../ui/later.tsx'
import type { Strings } from '../ui/strings.ts'
import { replyLabel } from '../ui/reply-label.ts'
import type { Failure } from './use-failure.ts'
import { useUnheard } from './use-unheard.ts'

const LeaveMessage = later(() => import('./leave-message.tsx'), (module) => module.LeaveMessage)
const FollowUp = later(() => import('../ui/forms/follow-up.tsx'), (module) => module.FollowUp)

const ticketOffer: QuickReply = { action: 'ticket-create' }
const isOwn = (row: PublicRow): boolean => row.type === 'message' && row.author.kind === 'visitor'
const leaves = ({ action }: QuickReply): boolean => action === 'ticket-create'

export interface OffersProps {
  readonly chat: Chat
  readonly state: ChatState
  readonly messages: Transcript<PublicRow>
  readonly replies: readonly QuickReply[]
  readonly strings: Strings
  readonly locale: string
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly run: Failure['run']
  /** Leaves this conversation where it is, and begins another. */
  readonly onNew: () => void
}

/** What is offered under the newest row: quick replies, a message for later, a call back, and after the end a new beginning. */
export function Offers({ chat, state, messages, replies, strings, locale, input, run, onNew }: OffersProps) {
  /** What the visitor had written and said when a message for later was wanted. */
  const [ticket, setTicket] = useState<string>()
  const kept = useRef<TicketDraft | null>(null)
  const offer = useRef<HTMLButtonElement>(null)
  const unheard = useUnheard(state, messages, offer)
  const options = unheard && !replies.some(leaves) ? [...replies, ticketOffer] : replies
  /** What was pressed takes a moment to be kept: nothing is said twice. */
  const busy = useRef<unknown>(null)
  const go = (work: () => Promise<unknown>) => {
    input.current?.focus()
    busy.current ??= run(work()).then(() => (busy.current = null))
  }
  const written = (): string => `${messages.findLast(isOwn)?.id} ${input.current?.value}`
  const reply = (option: QuickReply) => {
    if (option.action === 'send') go(() => chat.sendMessage(option.label ?? ''))
    else if (option.action === 'handoff-request') go(() => chat.requestHuman())
    else if (option.action === 'conversation-end') go(() => chat.endConversation())
    else setTicket(written())
  }
  const leave = () => {
    setTicket(undefined)
    input.current?.focus()
  }
  if (ticket !== undefined) {
    return <LeaveMessage chat={chat} messages={messages} strings={strings} run={run} kept={kept} takesFocus={() => written() === ticket} onEnd={leave} />
  }
  if (state.followUp) {
    return (
      <FollowUp
        strings={strings}
        locale={locale}
        onSchedule={(followUp) => go(() => chat.scheduleFollowUp(followUp))}
        onDecline={() => go(() => chat.declineFollowUp())}
      />
    )
  }
  const ended = state.phase === 'closed' && !state.erased
  return (ended || options.length > 0) && (
    <div class="replies" part="quick-replies">
      {options.map((option, index) => (
        <button key={index} ref={leaves(option) ? offer : null} class="pill" part="quick-reply" onClick={() => reply(option)}>{replyLabel(strings, option)}</button>
      ))}
      {ended && <button class="pill" part="quick-reply" onClick={onNew}>{strings.newConversation}</button>}
    </div>
  )
}
