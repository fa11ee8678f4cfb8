import type { ErrorCode } from '../protocol/index.ts'
import type { StringKey } from './strings.ts'

const texts: Readonly<Partial<Record<ErrorCode, StringKey>>> = {
  'transport/unauthorized': 'errorUnauthorized',
  'desk/no-agent': 'errorNoAgent',
  'desk/other-agent': 'errorOtherAgent',
}

/** What to say of an error of the connection that a sign-in is to blame for. */
export const signInError = (code: ErrorCode | undefined): StringKey | undefined => code && texts[code]

/** Whether the token is not one of whom this desk is for: nothing will come of waiting. */
export const strange = (code: ErrorCode | undefined): boolean => code?.startsWith('desk/') === true
