import type { ReadableAtom } from 'nanostores'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ConnectionState } from '../client/api.ts'
import { useStore } from '../ui/use-store.ts'

/** Shorter losses of the connection are nobody's business, in milliseconds. */
const patience = 5000

/** Whether what others do arrives as they do it. */
export const isLive = (connection: ConnectionState): boolean => connection === 'live' || connection === 'polling'

/** Whether the hub could not be reached for five seconds, whatever was tried in between; and whether it was ever reached before. */
export function useLost($connection: ReadableAtom<ConnectionState>): readonly [lost: boolean, met: boolean] {
  const connection = useStore($connection)
  const [lost, setLost] = useState(false)
  const met = useRef(false)
  met.current ||= connection === 'syncing' || isLive(connection)
  const away = connection !== 'idle' && !isLive(connection)
  useEffect(() => {
    if (!away) return setLost(false)
    const timer = setTimeout(() => setLost(true), patience)
    return () => clearTimeout(timer)
  }, [away])
  return [lost, met.current]
}
