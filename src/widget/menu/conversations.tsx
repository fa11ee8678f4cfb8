import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Chat, ConversationSummary } from '../../client/api.ts'
import type { Id } from '../../protocol/index.ts'
import { later } from '../../ui/later.tsx'
import type { Strings } from '../../ui/strings.ts'
import { menu } from '../../ui/styles/late/menu.ts'
import { formatDay, formatFull, formatTime } from '../../ui/time.ts'
import { Answer } from './answer.tsx'
import { pageStyles } from './page-styles.ts'
import { Sheet } from './sheet.tsx'

export const css = menu + pageStyles

const Reading = later(() => import('./reading.tsx'), (module) => module.Reading)

export interface ConversationsProps {
  readonly chat: Chat
  /** The one that is open. */
  readonly current: Id | null
  readonly strings: Strings
  readonly locale: string
  readonly onBack: () => void
  /** Goes on in another one; `null`: in a new one. */
  readonly onOpen: (conversation: Id | null) => void
  readonly onError: (error: unknown) => void
}

const phaseText = (strings: Strings, { phase }: ConversationSummary): string =>
  phase === 'closed' ? ` · ${strings.statusClosed}` : phase === 'queued' ? ` · ${strings.waitingForPerson}` : ''

/** The visitor's other conversations, newest first; each can be read, and gone on with. */
export function Conversations({ chat, current, strings, locale, onBack, onOpen, onError }: ConversationsProps) {
  const [reading, setReading] = useState<ConversationSummary>()
  const list = useRef<HTMLUListElement>(null)
  const left = useRef<Id>(undefined)
  const ask = useMemo(
    () => async (options: { signal: AbortSignal }) => (await chat.conversations(options)).filter((one) => one.conversation !== current),
    [chat, current],
  )
  useLayoutEffect(() => {
    if (!reading && left.current) list.current?.querySelector<HTMLElement>(`[data-conversation="${left.current}"]`)?.focus()
  }, [reading])
  const [readable, setReadable] = useState(Reading.part() !== undefined)
  useEffect(() => void Reading.ready.then(() => setReadable(true)), [])
  const leave = () => setReading(undefined)
  // whoever has gone on to something else keeps the focus there
  const away = () => {
    left.current = undefined
    leave()
  }
  const now = Date.now()
  return (
    <>
      <Sheet title={strings.earlierConversations} strings={strings} hidden={reading !== undefined && readable} onBack={reading ? leave : onBack}>
        <div class="sheet-body">
          <Answer ask={ask} strings={strings} failure={strings.conversationsFailed} onError={onError}>
            {(all) => all.length === 0 ? <p class="quiet">{strings.noConversations}</p> : (
              <ul class="list" ref={list}>
                {all.map((one) => (
                  <li key={one.conversation}>
                    <button
                      class="entry"
                      part="conversation"
                      data-conversation={one.conversation}
                      onClick={() => {
                        left.current = one.conversation
                        setReading(one)
                      }}
                    >
                      <span class="entry-text" dir="auto">{one.preview || strings.conversation}</span>
                      <small title={formatFull(one.updated, locale)}>
                        {formatDay(one.updated, now, locale)} · {formatTime(one.updated, locale)}{phaseText(strings, one)}
                      </small>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Answer>
        </div>
        {current !== null && <div class="sheet-foot"><button class="other" onClick={() => onOpen(null)}>{strings.newConversation}</button></div>}
      </Sheet>
      {reading && (
        <Reading
          chat={chat}
          conversation={reading}
          strings={strings}
          locale={locale}
          onBack={leave}
          onAway={away}
          onOpen={() => onOpen(reading.conversation)}
          onError={onError}
        />
      )}
    </>
  )
}
