import { atom } from 'nanostores'
import type { ReadableAtom } from 'nanostores'
import { render } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import { deliveryOf } from '../client/receipts.ts'
import type { NoticeRow, PublicRow } from '../conversation/rows.ts'
import { ASSISTANT, MACHINE } from '../protocol/index.ts'
import type { Person, QuickReply } from '../protocol/index.ts'
import { createAnnouncer } from '../ui/announcer.tsx'
import type { Announcer } from '../ui/announcer.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Composer } from '../ui/composer.tsx'
import type { Strings } from '../ui/strings.ts'
import { directionOf, localeFor, mergeStrings, replyLabel } from '../ui/strings.ts'
import { uiStyles } from '../ui/styles.ts'
import { adopt } from '../ui/theme.ts'
import { openReplies } from '../ui/thread-items.ts'
import { Thread } from '../ui/thread.tsx'
import { useStore } from '../ui/use-store.ts'
import { announceChat } from './announce.ts'
import { EndQuestion } from './end-question.tsx'
import { Header } from './header.tsx'
import { HelpBar } from './help-bar.tsx'
import { Erased } from './erased.tsx'
import { FollowUp } from './follow-up.tsx'
import { useKeptFocus } from './keep-focus.ts'
import { isLive, OfflineBanner } from './offline-banner.tsx'
import { panelStyles } from './panel-styles.ts'
import { TicketForm } from './ticket-form.tsx'
import { useFailure } from './use-failure.ts'

export interface PanelOptions {
  readonly root: ShadowRoot
  readonly chat: Chat
  readonly strings?: Partial<Strings> | undefined
  readonly locale: string | undefined
  /** Absent where the panel cannot be closed. */
  readonly onClose?: (() => void) | undefined
  /** Something that was pressed did not work. */
  readonly onError: (error: unknown) => void
}

export interface Panel {
  /** Shows it and puts the focus into the message box (unless it is a part of the page, or `focus` is false), or hides it. */
  setOpen(open: boolean, focus?: boolean): void
  destroy(): void
}

interface ViewProps extends Omit<PanelOptions, 'root' | 'strings'> {
  readonly strings: Strings
  readonly $open: ReadableAtom<boolean>
  /** Whether this opening takes the focus. */
  readonly takesFocus: () => boolean
  readonly announcer: Announcer
}

const bot = (strings: Strings): Person => ({ ...ASSISTANT, name: strings.assistantName })

/** That this is a machine is said first, even before a conversation exists; the log's own notice, its first row, takes the place of this one. */
const disclosureBefore = (first: PublicRow | undefined, now: number): NoticeRow | undefined =>
  first?.type === 'notice' && first.key === 'ai-disclosure'
    ? undefined
    : { type: 'notice', id: 'ai-disclosure', seq: 0, at: first?.at ?? now, by: MACHINE, key: 'ai-disclosure', params: {} }

function View({ chat, strings, locale, onClose, onError, $open, takesFocus, announcer }: ViewProps) {
  const open = useStore($open)
  const state = useStore(chat.$state)
  const messages = useStore(chat.$messages)
  const receipts = useStore(chat.$receipts)
  const status = useStore(chat.$status)
  const connection = useStore(chat.$connection)
  const input = useRef<HTMLTextAreaElement>(null)
  const end = useRef<HTMLButtonElement>(null)
  const panel = useKeptFocus(input)
  const [ticket, setTicket] = useState(false)
  const [asking, setAsking] = useState(false)
  const { failed, run } = useFailure(chat, strings, onError)
  const opened = useMemo(() => Date.now(), [])
  const first = messages.at(0)
  const disclosure = useMemo(() => disclosureBefore(first, opened), [first])

  useEffect(() => {
    if (open && onClose && takesFocus()) input.current?.focus({ preventScroll: true })
  }, [open])

  const send = (text: string) => run(chat.sendMessage(text))
  const actions = useMemo(() => ({
    onRetry: (message: string) => chat.retry(message),
    onRate: (score: number, comment?: string) => run(chat.rate(score, comment)),
    onPermit(permission: string, granted: boolean) {
      input.current?.focus()
      return run(chat.answerPermission(permission, granted))
    },
  }), [chat])

  const reply = (option: QuickReply) => {
    input.current?.focus()
    if (option.action === 'send') send(option.label ?? '')
    else if (option.action === 'handoff-request') run(chat.requestHuman())
    else if (option.action === 'conversation-end') run(chat.endConversation())
    else setTicket(true)
  }
  const leave = (text: string, contact?: string) => {
    setTicket(false)
    input.current?.focus()
    run(chat.leaveMessage(text, contact))
  }
  const help = (work: Promise<unknown>) => {
    input.current?.focus()
    run(work)
  }
  const ending = asking && state.phase !== 'closed'
  const stay = () => {
    setAsking(false)
    end.current?.focus()
  }
  const typing = status.type === 'typing' ? status.agent : state.answering ? bot(strings) : null
  const replies = state.phase === 'human' || state.waiting ? [] : openReplies(messages).filter((option) => replyLabel(strings, option))

  return (
    <section
      ref={panel}
      tabIndex={-1}
      class="panel"
      part="panel"
      aria-label={strings.chat}
      lang={strings.language}
      dir={directionOf(strings)}
      hidden={!open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing || !onClose) return
        event.stopPropagation()
        onClose()
      }}
    >
      <Header chat={chat} strings={strings} onEnd={() => setAsking(!ending)} ending={ending} endRef={end} onClose={onClose} />
      {ending && (
        <EndQuestion
          strings={strings}
          onKeep={stay}
          onEnd={() => {
            setAsking(false)
            help(chat.endConversation())
          }}
        />
      )}
      <OfflineBanner $connection={chat.$connection} strings={strings} say={announcer.say} />
      <Thread
        rows={messages}
        head={state.hasEarlier ? undefined : disclosure}
        stateOf={(row) => deliveryOf(row, receipts)}
        $streaming={chat.$streaming}
        me="visitor"
        strings={strings}
        locale={locale}
        survey={state.survey}
        permission={state.permission}
        erased={state.erased}
        typing={isLive(connection) ? typing : null}
        hasEarlier={state.hasEarlier}
        onEarlier={() => run(chat.loadEarlier())}
        intro={state.erased ? <Erased strings={strings} /> : messages.length === 0 && <div class="intro"><Avatar person={bot(strings)} size={56} /><p>{strings.welcome}</p></div>}
        {...actions}
      >
        {ticket
          ? <TicketForm strings={strings} onCancel={() => setTicket(false)} onLeave={leave} />
          : state.followUp
          ? (
            <FollowUp
              strings={strings}
              locale={locale}
              onSchedule={(followUp) => help(chat.scheduleFollowUp(followUp))}
              onDecline={() => help(chat.declineFollowUp())}
            />
          )
          : replies.length > 0 && (
            <div class="replies">
              {replies.map((option, index) => <button key={index} class="pill" onClick={() => reply(option)}>{replyLabel(strings, option)}</button>)}
            </div>
          )}
      </Thread>
      <footer>
        {failed && <p class="failed" role="alert">{failed}</p>}
        <HelpBar
          chat={chat}
          strings={strings}
          onRequest={() => help(chat.requestHuman())}
          onCancel={() => help(chat.cancelHumanRequest())}
          onStop={() => help(chat.stop())}
        />
        <Composer
          label={strings.message}
          placeholder={strings.messagePlaceholder}
          sendLabel={strings.send}
          inputRef={input}
          onSend={send}
          onTyping={() => chat.typing()}
        />
      </footer>
      <announcer.Region />
    </section>
  )
}

/** Renders the panel into a shadow root. Everything in it appears at the first `setOpen(true)`. */
export function createPanel({ root, ...options }: PanelOptions): Panel {
  const strings = mergeStrings(options.strings)
  const $open = atom(false)
  const announcer = createAnnouncer()
  const offStyles = adopt(root, uiStyles, panelStyles)
  const place = root.ownerDocument.createElement('div')
  place.className = 'place'
  root.append(place)
  let focuses = true
  let offAnnounce: (() => void) | undefined
  return {
    setOpen(open, focus = true) {
      focuses = focus
      $open.set(open)
      if (!open || offAnnounce) return
      const locale = localeFor(strings, options.locale)
      offAnnounce = announceChat(options.chat, strings, locale, (text) => $open.get() && announcer.say(text))
      render(<View {...options} strings={strings} locale={locale} $open={$open} takesFocus={() => focuses} announcer={announcer} />, place)
    },
    destroy() {
      offAnnounce?.()
      announcer.stop()
      render(null, place)
      place.remove()
      offStyles()
    },
  }
}
