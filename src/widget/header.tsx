import type { RefObject } from 'preact'
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
  /** Asked to end the conversation; it is not ended yet. */
  readonly onEnd: () => void
  /** Whether it is being asked. */
  readonly ending: boolean
  readonly endRef: RefObject<HTMLButtonElement | null>
  /** Absent where the panel cannot be closed. */
  readonly onClose?: (() => void) | undefined
}

/** Who the visitor is talking to, always in sight. */
export function Header({ chat, strings, onEnd, ending, endRef, onClose }: HeaderProps) {
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
              {/* A line each; the dot between them is for who hears or copies it as one. */}
              {details.map((part, index) => [index > 0 && <i key={index} class="sr"> · </i>, <span key={part}>{part}</span>])}
            </span>
          )}
        </div>
      </div>
      {conversation !== null && phase !== 'closed' && (
        <button
          ref={endRef}
          class="round"
          aria-label={strings.endConversation}
          aria-expanded={ending}
          title={strings.endConversation}
          onClick={onEnd}
        >
          <Icon name="end" />
        </button>
      )}
      {onClose && <button class="round" aria-label={strings.closeChat} title={strings.closeChat} onClick={onClose}><Icon name="close" /></button>}
    </header>
  )
}
