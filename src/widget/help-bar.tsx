import type { Chat } from '../client/api.ts'
import { Icon } from '../ui/icons.tsx'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'

export interface HelpBarProps {
  readonly chat: Chat
  readonly strings: Strings
  /** An answer offers a person: this is the button for it. */
  readonly wanted: boolean
  readonly onRequest: () => void
  readonly onCancel: () => void
  readonly onStop: () => void
}

/** The way to a person: always at the same place, except while one is there. Beside it the end of an answer that is being written. */
export function HelpBar({ chat, strings, wanted, onRequest, onCancel, onStop }: HelpBarProps) {
  const { phase, waiting, answering } = useStore(chat.$state)
  if (phase === 'human') return null
  return (
    <div class="help" part="help">
      {waiting
        ? (
          <>
            <button class="pill waiting" part="help-button" disabled><Icon name="person" size={16} />{strings.waitingForPerson}</button>
            <button class="text" onClick={onCancel}>{strings.cancelRequest}</button>
          </>
        )
        : (
          <button class={`pill${wanted ? ' wanted' : ''}`} part="help-button" onClick={onRequest}>
            <Icon name="person" size={16} />{strings.talkToHuman}
          </button>
        )}
      {answering && <button class="pill stop" onClick={onStop}><Icon name="stop" size={14} />{strings.stop}</button>}
    </div>
  )
}
