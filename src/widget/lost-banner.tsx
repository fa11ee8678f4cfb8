import { useEffect } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { statusText } from './status-text.ts'
import { isLive } from './use-lost.ts'

export interface LostBannerProps {
  readonly chat: Chat
  readonly strings: Strings
  /** Whether there was ever a connection: without one nobody knows that there will be. */
  readonly met: boolean
  readonly say: (text: string) => void
}

/** Tells that the connection is lost, and that nothing else is; and when it is back, who is there. */
export function LostBanner({ chat, strings, met, say }: LostBannerProps) {
  const text = met ? strings.reconnecting : strings.loading
  const hint = met && strings.offlineHint
  useEffect(() => {
    say(hint ? `${text} ${hint}` : text)
    return () => {
      if (isLive(chat.$connection.get())) say(statusText(strings, chat.$status.get()).text)
    }
  }, [met])
  return <div class="banner" part="banner">{text}{hint && <small>{hint}</small>}</div>
}
