import { useEffect } from 'preact/hooks'
import type { Strings } from '../ui/strings.ts'

export interface LostBannerProps {
  readonly strings: Strings
  /** Whether there was ever a connection: without one nobody knows that there will be. */
  readonly met: boolean
  readonly say: (text: string) => void
}

/** Tells that the connection is lost, and that nothing else is. */
export function LostBanner({ strings, met, say }: LostBannerProps) {
  const text = met ? strings.reconnecting : strings.loading
  const hint = met && strings.offlineHint
  useEffect(() => say(hint ? `${text} ${hint}` : text), [met])
  return <div class="banner" part="banner">{text}{hint && <small>{hint}</small>}</div>
}
