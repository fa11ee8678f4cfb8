import type { ConnectionState } from '../desk/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { strange } from './sign-in-error.ts'
import type { StringKey } from './strings.ts'

const connectionTexts: Readonly<Record<ConnectionState, StringKey>> = {
  idle: 'connectionIdle',
  connecting: 'connectionConnecting',
  syncing: 'connectionSyncing',
  live: 'connectionLive',
  polling: 'connectionPolling',
  offline: 'connectionOffline',
}

/** Whose desk this is, and whether it is in touch with the hub. */
export function Header({ onSignOut }: { readonly onSignOut?: (() => void) | undefined }) {
  const { desk, say } = useEnvironment()
  const connection = useStore(desk.$connection)
  const code = useStore(desk.$error)?.code
  // who is not let in is not offline: that is said once, and what to do about it
  const refused = code === 'transport/unauthorized' && connection === 'offline'
  const shown = strange(code) ? 'connectionStranger' : refused ? 'connectionSignedOut' : connectionTexts[connection]
  return (
    <header class="header">
      <h1 class="title">{say('consoleTitle')}</h1>
      <p class="connection" role="status" data-state={strange(code) ? 'offline' : connection}>
        {say(shown)}
      </p>
      <div class="account">
        <Avatar person={desk.me} size={28} />
        <span class="account-name">{desk.me.name}</span>
        <slot name="account">
          {onSignOut && (
            <button type="button" class="button quiet" onClick={onSignOut}>
              {say('signOut')}
            </button>
          )}
        </slot>
      </div>
    </header>
  )
}
