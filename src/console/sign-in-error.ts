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

/** What to say of an error of the connection that a sign-in is to blame for. */
export const signInError = (code: ErrorCode | undefined): SignInError | undefined => code && errors[code]

/** Why nobody is signed in here; nothing while another sign-in may yet be taken. */
export function useSignInError(): SignInError | undefined {
  const { desk } = useEnvironment()
  const code = useStore(desk.$error)?.code
  const offline = useStore(desk.$connection) === 'offline'
  return code === 'transport/unauthorized' && !offline ? undefined : signInError(code)
}
