import type { ConnectionState } from '../desk/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import type { SignInError } from './sign-in-error.ts'
import type { StringKey } from './strings.ts'

const connectionTexts: Readonly<Record<ConnectionState, StringKey>> = {
  idle: 'connectionIdle',
  connecting: 'connectionConnecting',
  syncing: 'connectionSyncing',
  live: 'connectionLive',
  polling: 'connectionPolling',
  offline: 'connectionOffline',
}

export interface HeaderProps {
  /** Why nobody is signed in. Who is not let in is not offline. */
  readonly error?: SignInError | undefined
  readonly onSignOut?: (() => void) | undefined
}

/** Whose desk this is, and whether it is in touch with the hub. */
export function Header({ error, onSignOut }: HeaderProps) {
  const { desk, say } = useEnvironment()
  const connection = useStore(desk.$connection)
  return (
    <header class="header">
      <h1 class="title">{say('consoleTitle')}</h1>
      <p class="connection" role="status" data-state={error ? 'offline' : connection}>
        {say(error?.state ?? connectionTexts[connection])}
      </p>
      <div class="account">
        <Avatar person={desk.me} size={28} />
        <span class="account-name">{desk.me.name}</span>
        <slot name="account">
          {onSignOut && !error && (
            <button type="button" class="button quiet" onClick={onSignOut}>
              {say('signOut')}
            </button>
          )}
        </slot>
      </div>
    </header>
  )
}
