import type { ConnectionState } from '../desk/index.ts'
import type { ErrorCode } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import type { StringKey } from './strings.ts'

/** How nobody being let in is said: in short, and with what to do about it. */
export interface SignInError {
  readonly state: StringKey
  readonly text: StringKey
}

const errors: Readonly<Partial<Record<ErrorCode, SignInError>>> = {
  'transport/unauthorized': { state: 'connectionSignedOut', text: 'errorUnauthorized' },
  'desk/no-agent': { state: 'connectionStranger', text: 'errorNoAgent' },
  'desk/other-agent': { state: 'connectionStranger', text: 'errorOtherAgent' },
}

/** What to say of an error that a sign-in is to blame for; nothing while another sign-in may yet be taken. */
export const signInError = (code: ErrorCode | undefined, connection: ConnectionState): SignInError | undefined =>
  code && (code !== 'transport/unauthorized' || connection === 'offline') ? errors[code] : undefined

/** Why nobody is signed in here. */
export function useSignInError(): SignInError | undefined {
  const { desk } = useEnvironment()
  return signInError(useStore(desk.$error)?.code, useStore(desk.$connection))
}
