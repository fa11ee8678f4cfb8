import { useMemo } from 'preact/hooks'
import { deliveryOf } from '../client/receipts.ts'
import type { NoticeRow, PublicRow } from '../conversation/rows.ts'
import { ASSISTANT, MACHINE } from '../protocol/values.ts'
import { Thread } from '../ui/thread.tsx'
import { useStore } from '../ui/use-store.ts'
import { Intro } from './intro.tsx'
import { Offers } from './offers.tsx'
import { Rehearsal } from './rehearsal.tsx'
import { useThreadActions } from './use-thread-actions.ts'
import { isLive } from './use-lost.ts'
import type { VisitorThreadProps } from './visitor-thread.tsx'

/** That this is a machine is said first, even before a conversation exists; the log's own notice, its first row, takes the place of this one. */
const disclosureBefore = (first: PublicRow | undefined, now: number): NoticeRow | undefined =>
  first?.type === 'notice' && first.key === 'ai-disclosure'
    ? undefined
    : { type: 'notice', id: 'ai-disclosure', seq: 0, at: first?.at ?? now, by: MACHINE, key: 'ai-disclosure', params: {} }

/** A conversation that has begun. */
export function FullThread(props: VisitorThreadProps) {
  const { chat, state, messages, replies, strings, locale, preChat, onAnswers, input, run } = props
  const receipts = useStore(chat.$receipts)
  const status = useStore(chat.$status)
  const connection = useStore(chat.$connection)
  const opened = useMemo(() => Date.now(), [])
  const first = messages.at(0)
  const disclosure = useMemo(() => disclosureBefore(first, opened), [first])
  const typing = status.type === 'typing' ? status.agent : state.answering ? { ...ASSISTANT, name: strings.assistantName } : null
  const actions = useThreadActions(props)
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
      {messages.length < 4 && <Rehearsal strings={strings} />}
      <Offers key={state.conversation} chat={chat} state={state} messages={messages} replies={replies} strings={strings} locale={locale} input={input} run={run} onNew={props.onNew} />
    </Thread>
  )
}
