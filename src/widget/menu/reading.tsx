import { atom } from 'nanostores'
import { useMemo } from 'preact/hooks'
import type { Chat, ConversationSummary } from '../../client/api.ts'
import { readRecord } from '../../client/read-record.ts'
import { deliveryOf } from '../../client/receipts.ts'
import type { MessageRow } from '../../conversation/rows.ts'
import type { Strings } from '../../ui/strings.ts'
import { Thread } from '../../ui/thread.tsx'
import { formatDay } from '../../ui/time.ts'
import { Answer } from './answer.tsx'
import { Sheet } from './sheet.tsx'

export { conversation as css } from '../../ui/styles/conversation.ts'

export interface ReadingProps {
  readonly chat: Chat
  readonly conversation: ConversationSummary
  readonly strings: Strings
  readonly locale: string
  readonly onBack: () => void
  readonly onOpen: () => void
  readonly onError: (error: unknown) => void
}

/** One of the visitor's conversations, to be read: nothing in it can be pressed but its links. */
export function Reading({ chat, conversation, strings, locale, onBack, onOpen, onError }: ReadingProps) {
  const id = conversation.conversation
  const $streaming = useMemo(() => atom<MessageRow | null>(null), [])
  const ask = useMemo(
    () => async ({ signal }: { signal: AbortSignal }) => readRecord(await (await chat.transcript('json', { conversation: id, signal })).text()),
    [chat, id],
  )
  return (
    <Sheet title={`${strings.conversation} · ${formatDay(conversation.updated, Date.now(), locale)}`} strings={strings} onBack={onBack}>
      <div class="past">
        <Answer ask={ask} strings={strings} failure={strings.conversationsFailed} onError={onError}>
          {({ rows, read }) => <Thread rows={rows} stateOf={(row) => deliveryOf(row, { delivered: read, read })} $streaming={$streaming} me="visitor" strings={strings} locale={locale} />}
        </Answer>
      </div>
      <div class="sheet-foot"><button class="primary" onClick={onOpen}>{strings.continueConversation}</button></div>
    </Sheet>
  )
}
