import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Chat, ChatStatus } from '../client/api.ts'
import { BotAvatar } from '../ui/bot-avatar.tsx'
import { Foreign } from '../ui/foreign.tsx'
import { Icon } from '../ui/icons.tsx'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'
import { ThreadPart } from './visitor-thread.tsx'

export interface HeaderProps {
  readonly chat: Chat
  readonly strings: Strings
  /** The hub cannot be reached. */
  readonly lost: boolean
  /** Takes the place of the status line; never throws. */
  readonly renderStatus: ((status: ChatStatus, strings: Strings) => Node | undefined) | undefined
  /** Absent where the panel cannot be closed. */
  readonly onClose: (() => void) | undefined
  /** Before the button that closes. */
  readonly children: ComponentChildren
}

/** Who the visitor is talking to, always in sight. */
export function Header({ chat, strings, lost, renderStatus, onClose, children }: HeaderProps) {
  const status = useStore(chat.$status)
  const offline = useStore(chat.$connection) === 'offline'
  const later = ThreadPart.part()
  const node = useMemo(() => renderStatus?.(status, strings), [status, strings])
  return (
    <header part="header" data-status={lost ? 'closed' : status.type}>
      {later && 'agent' in status ? <later.Avatar person={status.agent} size={40} /> : <BotAvatar size={40} />}
      <div class="who-now">
        <slot name="header"><strong part="title">{strings.title}</strong></slot>
        {/* Its changes are announced by the one live region, once each, hence not from here. */}
        <div role="status" aria-live="off" part="status">
          {node ? <Foreign node={node} />
            : later ? <later.StatusLine strings={strings} status={status} lost={lost} offline={lost || offline} />
            : <span class="state">{strings.statusAssistant(strings.assistantName)}</span>}
        </div>
      </div>
      {children}
      {onClose && (
        <button class="round" part="header-button" aria-label={strings.closeChat} title={strings.closeChat} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  )
}
