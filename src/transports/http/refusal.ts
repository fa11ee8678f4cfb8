import { tooLong, unreachable } from '../../internal/transport-errors.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { Answer } from './request.ts'

/**
 * What an answer without success means. 401: `transport/unauthorized`. 413: `request/too-large`. 408, 425, 429 and 5xx: `transport/unreachable`,
 * retryable, with the hub's Retry-After. All others: `transport/protocol`.
 */
export function refusalOf({ status, headers, text }: Answer): HandbackError {
  const message = messageIn(text) ?? `The hub answered ${status}.`
  if (status === 401) return new HandbackError('transport/unauthorized', message)
  if (status === 413) return tooLong()
  if (status < 500 && ![408, 425, 429].includes(status)) return new HandbackError('transport/protocol', message)
  return unreachable(message, { retryAfter: parseRetryAfter(headers.get('retry-after')) })
}

/** Milliseconds that a Retry-After asks for: seconds, or an HTTP date. */
function parseRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined
  const seconds = Number(value)
  const ms = seconds >= 0 ? seconds * 1000 : Date.parse(value) - Date.now()
  return ms >= 0 ? ms : undefined
}

/** The hub's words in `{ "error": { "code", "message" } }`; from the pages of proxies nothing is taken. */
function messageIn(text: string): string | undefined {
  try {
    const { code, message } = (JSON.parse(text) as { error: Record<string, unknown> }).error
    return typeof code === 'string' && typeof message === 'string' ? `${message.slice(0, 200)} (${code.slice(0, 40)})` : undefined
  } catch {
    return undefined
  }
}
