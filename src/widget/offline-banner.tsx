import { useEffect, useState } from 'preact/hooks'
import type { ReadableAtom } from 'nanostores'
import type { ConnectionState } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'

/** Shorter losses of the connection are nobody's business, in milliseconds. */
const patience = 5000

/** Whether what others do arrives as they do it. */
export const isLive = (connection: ConnectionState): boolean => connection === 'live' || connection === 'polling'

export interface OfflineBannerProps {
  readonly $connection: ReadableAtom<ConnectionState>
  readonly strings: Strings
  readonly say: (text: string) => void
}

/** Told after five seconds without a live connection, whatever is tried in between. */
export function OfflineBanner({ $connection, strings, say }: OfflineBannerProps) {
  const connection = useStore($connection)
  const [shown, setShown] = useState(false)
  const lost = connection !== 'idle' && !isLive(connection)
  useEffect(() => {
    if (!lost) return setShown(false)
    const timer = setTimeout(() => {
      setShown(true)
      say(strings.reconnecting)
    }, patience)
    return () => clearTimeout(timer)
  }, [lost])
  return shown ? <div class="banner" part="banner">{strings.reconnecting}</div> : null
}
