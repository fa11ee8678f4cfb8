import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Chat } from '../../client/api.ts'
import type { Strings } from '../../ui/strings.ts'
import { useStore } from '../../ui/use-store.ts'
import { EndQuestion } from '../end-question.tsx'
import type { FootProps } from '../foot.tsx'

export interface AskedEndProps extends Pick<FootProps, 'help'> {
  readonly chat: Chat
  readonly strings: Strings
  /** It was asked for from there. */
  readonly button: RefObject<HTMLButtonElement | null>
  /** Leaves the page that stands over the thread. */
  readonly drop: () => void
  readonly onClose: () => void
}

/** Whether to end the conversation that is open now: what was asked of one that has ended meanwhile is not asked of the next. */
export function AskedEnd({ chat, strings, button, help, drop, onClose }: AskedEndProps) {
  const { conversation, phase } = useStore(chat.$state)
  const asked = useRef(conversation)
  const over = phase === 'closed' || conversation !== asked.current
  useLayoutEffect(() => {
    if (over) onClose()
  }, [over])
  return !over && (
    <EndQuestion
      strings={strings}
      onKeep={() => {
        onClose()
        button.current?.focus()
      }}
      onEnd={() => {
        onClose()
        // the thread that ends lies under it
        drop()
        void help(chat.endConversation())
      }}
    />
  )
}
