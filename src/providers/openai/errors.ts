import { HandbackError, type ErrorCode } from '../../protocol/index.ts'
import { fields, string, type Fields } from './values.ts'

/** Server's words go into `cause`, never into the message: they may name keys, accounts or prompts. */
const kinds = {
  'provider/unauthorized': ['The model server refused the key.', false],
  'provider/rate-limited': ['The model server asks to come back later.', true],
  'provider/unavailable': ['The model server cannot answer now.', true],
  'provider/bad-request': ['The model server refused the request.', false],
  'provider/bad-response': ['The model server sent something unreadable.', true],
  'provider/truncated': ['The answer broke off.', true],
  'provider/time-out': ['The model server took too long.', true],
  'provider/failed': ['The model server failed.', true],
} as const satisfies Partial<Record<ErrorCode, readonly [string, boolean]>>

export function failure(code: keyof typeof kinds, cause?: unknown, more: { retryAfter?: number; retryable?: boolean } = {}): HandbackError {
  const [message, retryable] = kinds[code]
  return new HandbackError(code, message, { retryable, cause, ...more })
}

/** First hit wins; read against `"<status> <type> <code>"`. */
const table: readonly (readonly [RegExp, keyof typeof kinds])[] = [
  [/^429|rate_?limit|quota/i, 'provider/rate-limited'],
  [/^40[13]|auth|permission|api_key/i, 'provider/unauthorized'],
  [/^408|timeout/i, 'provider/time-out'],
  [/^(?:409|425|5\d\d)|overload|server_?error|internal|unavailable/i, 'provider/unavailable'],
  [/^4\d\d|invalid|tool_use_failed|not_found/i, 'provider/bad-request'],
]

/** The error object of an answer or of an event, in any of the shapes in use; `undefined` when it holds none. */
export function errorIn(value: unknown): Fields | undefined {
  const { error, object, message } = fields(value)
  if (typeof error === 'string') return { message: error }
  if (error) return fields(error)
  return object === 'error' ? { ...fields(value), message } : undefined
}

/** What a server's error means. `status` 0: it came inside a stream, where only its words tell. */
export function serverError(error: Fields, status: number, retryAfter?: number): HandbackError {
  const { code, type, status_code: inner } = error
  const words = `${string(type)} ${string(code)}`
  const text = `${status || [inner, code].find((value) => typeof value === 'number') || ''} ${words}`.trim()
  const kind = table.find(([pattern]) => pattern.test(text))?.[1] ?? 'provider/failed'
  // No waiting fills an empty account.
  const more = /insufficient_quota|billing/i.test(words) ? { retryable: false } : {}
  return failure(kind, { ...error, status }, { ...more, ...(retryAfter === undefined ? {} : { retryAfter }) })
}

/** Milliseconds that the headers ask to wait. */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
  const exact = Number(headers.get('retry-after-ms') ?? Number.NaN)
  const text = headers.get('retry-after') ?? ''
  const ms = Number.isNaN(exact) ? (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now) : exact
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
