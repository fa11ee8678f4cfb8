import { isHandbackError } from '../protocol/errors.ts'
import type { Refusal } from '../protocol/index.ts'
import { refusalText } from '../ui/refusal-text.ts'
import type { Strings } from '../ui/strings.ts'

/** The machine's reason, where there is one. */
function codeOf(error: unknown): string | undefined {
  if (!isHandbackError(error)) return undefined
  return error.code === 'client/refused' ? (error.cause as Refusal | undefined)?.code : error.code
}

/** Why something did not work, where that is known. */
export const failureText = (strings: Strings, error: unknown): string | undefined => refusalText(strings, codeOf(error))

/** Late refusals that no message gets: a message stands in the thread and tells of its own. Only a ticket can be one too many. */
export const isToldHere = (error: unknown): boolean => /\/not-open$|^conversation\/(closed|wrong-phase)$|^limit/.test(codeOf(error) ?? '')
