import type { ReadableAtom } from 'nanostores'
import { useEffect, useState } from 'preact/hooks'
import type { ConnectionState } from '../client/api.ts'
import type { Strings } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'

/** Shorter losses of the connection are nobody's business, in milliseconds. */
const patience = 5000

/** Whether what others do arrives as they do it. */
export const isLive = (connection: ConnectionState): boolean => connection === 'live' || connection === 'polling'

/** Whether the hub could not be reached for five seconds, whatever was tried in between. */
export function useLost($connection: ReadableAtom<ConnectionState>): boolean {
  const connection = useStore($connection)
  const [lost, setLost] = useState(false)
  const away = connection !== 'idle' && !isLive(connection)
  useEffect(() => {
    if (!away) return setLost(false)
    const timer = setTimeout(() => setLost(true), patience)
    return () => clearTimeout(timer)
  }, [away])
  return lost
}

/** Tells that the connection is lost, and that nothing else is. */
export function Banner({ strings, say }: { readonly strings: Strings; readonly say: (text: string) => void }) {
  useEffect(() => say(`${strings.reconnecting} ${strings.offlineHint}`), [])
  return <div class="banner" part="banner">{strings.reconnecting}<small>{strings.offlineHint}</small></div>
}
