import { useEffect, useState } from 'preact/hooks'
import type { ReadableAtom } from 'nanostores'
import type { ConnectionState } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'

/** Shorter losses of the connection are nobody's business, in milliseconds. */
const patience = 5000

export interface OfflineBannerProps {
  readonly $connection: ReadableAtom<ConnectionState>
  readonly strings: Strings
  readonly say: (text: string) => void
}

/** Told after five seconds without a connection; the attempts in between do not start the count again. */
export function OfflineBanner({ $connection, strings, say }: OfflineBannerProps) {
  const connection = useStore($connection)
  const [lost, setLost] = useState(false)
  const [shown, setShown] = useState(false)
  if (connection === 'offline' && !lost) setLost(true)
  if (lost && connection !== 'offline' && connection !== 'connecting') setLost(false)
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
