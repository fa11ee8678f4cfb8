import { useEffect } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'
import { statusText } from './status-text.ts'
import { isLive } from './use-lost.ts'

export interface LostBannerProps {
  readonly chat: Chat
  readonly strings: Strings
  /** Whether there was ever a connection: without one nobody knows that there will be. */
  readonly met: boolean
  readonly say: (text: string) => unknown
}

/** Tells that there is no connection, and that nothing else is lost; and when it is back, who is there. */
export function LostBanner({ chat, strings, met, say }: LostBannerProps) {
  const waits = useStore(chat.$messages).findLast((row) => row.type === 'message' && row.delivery === 'sending') !== undefined
  const text = met ? strings.reconnecting : strings.notReached
  const hint = waits ? strings.keptHint : met && strings.offlineHint
  useEffect(() => {
    say(hint ? `${text} ${hint}` : text)
    return () => {
      if (isLive(chat.$connection.get())) say(statusText(strings, chat.$status.get()).text)
    }
  }, [met, waits])
  return <div class="banner" part="banner">{text}{hint && <small>{hint}</small>}</div>
}
