import type { Chat } from '../client/api.ts'
import type { Person } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'
import { statusText } from './status-text.ts'

export interface HeaderProps {
  readonly chat: Chat
  readonly strings: Strings
  readonly onEnd: () => void
  /** Absent where the panel cannot be closed. */
  readonly onClose?: (() => void) | undefined
}

/** Who the visitor is talking to, always in sight. */
export function Header({ chat, strings, onEnd, onClose }: HeaderProps) {
  const status = useStore(chat.$status)
  const { conversation, phase } = useStore(chat.$state)
  const { text, details } = statusText(strings, status)
  const person: Person = 'agent' in status ? status.agent : { ...ASSISTANT, name: strings.assistantName }
  return (
    <header part="header" data-status={status.type}>
      <Avatar person={person} size={40} />
      <div class="who-now">
        <strong>{strings.title}</strong>
        {/* Its changes are announced by the one live region, once each, hence not from here. */}
        <div role="status" aria-live="off" part="status">
          <span class="state">{text}</span>
          {details.length > 0 && (
            <span class="detail">
              {details.map((part, index) => [index > 0 && ' ', <span key={part}>{part}{index < details.length - 1 && ' ·'}</span>])}
            </span>
          )}
        </div>
      </div>
      {conversation !== null && phase !== 'closed' && (
        <button class="round" aria-label={strings.endConversation} title={strings.endConversation} onClick={onEnd}><Icon name="end" /></button>
      )}
      {onClose && <button class="round" aria-label={strings.closeChat} title={strings.closeChat} onClick={onClose}><Icon name="close" /></button>}
    </header>
  )
}
