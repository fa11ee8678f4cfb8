import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Chat, ChatState } from '../client/api.ts'
import { deliveryOf } from '../client/receipts.ts'
import type { Transcript } from '../conversation/index.ts'
import type { NoticeRow, PublicRow } from '../conversation/rows.ts'
import { ASSISTANT, MACHINE } from '../protocol/values.ts'
import type { QuickReply } from '../protocol/index.ts'
import type { ThreadActions } from '../ui/thread-actions.ts'
import { Thread } from '../ui/thread.tsx'
import { useStore } from '../ui/use-store.ts'
import { isLive } from './banner.tsx'
import { Intro } from './intro.tsx'
import type { IntroProps } from './intro.tsx'
import { Offers } from './offers.tsx'
import type { Failure } from './use-failure.ts'
import type { WordsNow } from './words.ts'

export interface VisitorThreadProps extends WordsNow, Pick<IntroProps, 'preChat' | 'onAnswers'> {
  readonly chat: Chat
  readonly state: ChatState
  readonly messages: Transcript<PublicRow>
  readonly actions: ThreadActions
  readonly replies: readonly QuickReply[]
  readonly input: RefObject<HTMLElement | null>
  readonly run: Failure['run']
}

/** That this is a machine is said first, even before a conversation exists; the log's own notice, its first row, takes the place of this one. */
const disclosureBefore = (first: PublicRow | undefined, now: number): NoticeRow | undefined =>
  first?.type === 'notice' && first.key === 'ai-disclosure'
    ? undefined
    : { type: 'notice', id: 'ai-disclosure', seq: 0, at: first?.at ?? now, by: MACHINE, key: 'ai-disclosure', params: {} }

/** The conversation as its visitor sees it, with what is offered under its newest row. */
export function VisitorThread({ chat, state, messages, actions, replies, strings, locale, preChat, onAnswers, input, run }: VisitorThreadProps) {
  const receipts = useStore(chat.$receipts)
  const status = useStore(chat.$status)
  const connection = useStore(chat.$connection)
  const opened = useMemo(() => Date.now(), [])
  const first = messages.at(0)
  const disclosure = useMemo(() => disclosureBefore(first, opened), [first])
  const typing = status.type === 'typing' ? status.agent : state.answering ? { ...ASSISTANT, name: strings.assistantName } : null
  return (
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
      onEarlier={() => void run(chat.loadEarlier())}
      actions={actions}
      intro={(messages.length === 0 || state.erased) && <Intro strings={strings} erased={state.erased} preChat={preChat} onAnswers={onAnswers} />}
    >
      <Offers chat={chat} state={state} messages={messages} replies={replies} strings={strings} locale={locale} input={input} run={run} />
    </Thread>
  )
}
