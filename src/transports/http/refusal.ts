import { tooLong, unreachable } from '../../internal/transport-errors.ts'
import { type ErrorCode, HandbackError } from '../../protocol/index.ts'
import type { Answer } from './request.ts'

/**
 * What an answer without success means. 401: `transport/unauthorized`. 413: `request/too-large`. 408, 425, 429 and 5xx: `transport/unreachable`,
 * retryable, with the hub's Retry-After. All others: `transport/protocol`; 404 and 405, which say that there is no hub by whatever way,
 * are retryable, because one may come. `at`: where it was asked, for whoever builds the page.
 */
export function refusalOf({ status, headers, text }: Answer, at: string): HandbackError {
  const { code, message: words } = errorIn(text)
  const message = words === undefined ? `${at} answered ${status}.` : `${words} (${code?.slice(0, 40)})`
  if (status === 401) return new HandbackError('transport/unauthorized', message)
  if (status === 413) return tooLong()
  if (status < 500 && ![408, 425, 429].includes(status)) return new HandbackError('transport/protocol', message, { retryable: status === 404 || status === 405 })
  return unreachable(message, { retryAfter: parseRetryAfter(headers.get('retry-after')) })
}

/** Milliseconds that a Retry-After asks for: seconds, or an HTTP date. */
function parseRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined
  const seconds = Number(value)
  const ms = seconds >= 0 ? seconds * 1000 : Date.parse(value) - Date.now()
  return ms >= 0 ? ms : undefined
}

/** The same for a question that is no frame: what the hub itself says of such questions is kept, `request/…`, `store/…`, `conversation/…`, `limit/reached` and `hub/busy`. */
export function refusalOfAsked(answer: Answer, at: string): HandbackError {
  const { code = '', message = '', retryable, retryAfter } = errorIn(answer.text)
  if (!/^((request|store|conversation|limit)\/[a-z-]{1,40}|hub\/busy)$/.test(code)) return refusalOf(answer, at)
  return new HandbackError(code as ErrorCode, message, { retryable: retryable === true, ...(typeof retryAfter === 'number' && { retryAfter }) })
}

interface HubsError {
  readonly code?: string
  readonly message?: string
  readonly retryable?: unknown
  readonly retryAfter?: unknown
}

/** The hub's words in `{ "error": { "code", "message" } }`; from the pages of proxies nothing is taken. */
function errorIn(text: string): HubsError {
  try {
    const { code, message, ...more } = (JSON.parse(text) as { error: Record<string, unknown> }).error
    return typeof code === 'string' && typeof message === 'string' ? { ...more, code, message: message.slice(0, 200) } : {}
  } catch {
    return {}
  }
}
