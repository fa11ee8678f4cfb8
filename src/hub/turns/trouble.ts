import type { HandbackError } from '../../protocol/index.ts'
import { shorten } from '../words.ts'

/** Longest words of a service in a log line, in UTF-16 units. */
const WORDS = 300

/** What whoever runs the hub must know of a failure: what it means, and what the service said. For logs only, never for visitors. */
export function troubleOf({ code, message, retryAfter, cause }: HandbackError): object {
  const { status, message: said } = (typeof cause === 'object' && cause !== null ? cause : {}) as { readonly status?: unknown; readonly message?: unknown }
  return {
    code,
    message,
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof said === 'string' ? { said: shorten(said, WORDS) } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}
