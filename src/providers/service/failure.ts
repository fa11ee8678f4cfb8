import { type ErrorCode, HandbackError, type HandbackErrorOptions } from '../../protocol/errors.ts'
import { fields, string, type Fields } from './values.ts'

/** What can go wrong with a service; `provider/misuse` is a mistake in our own code, `provider/filtered` the hub's word. */
export type FailureCode = Exclude<Extract<ErrorCode, `provider/${string}`>, 'provider/misuse' | 'provider/filtered'>

/** What each means to the developer who reads a log, and whether asking again can help. */
const meanings: Readonly<Record<FailureCode, readonly [sentence: string, retryable: boolean]>> = {
  'provider/unauthorized': ['The AI service refused the key, or what it may do.', false],
  'provider/rate-limited': ['The AI service takes no more requests for now.', true],
  'provider/unavailable': ['The AI service cannot be reached, or cannot answer now.', true],
  'provider/bad-request': ['The AI service refused the request.', false],
  'provider/bad-response': ['The AI service sent what cannot be read.', true],
  'provider/truncated': ['The AI service broke off its answer.', true],
  'provider/time-out': ['The AI service took too long.', true],
  'provider/failed': ['The AI service failed.', true],
}

/**
 * The error of a service, in words that are safe to log. The service's own words go into `cause`: they may name keys, accounts or prompts.
 * `options` win over what the code means.
 */
export function failure(code: FailureCode, cause?: unknown, options: Omit<HandbackErrorOptions, 'cause'> = {}): HandbackError {
  const [sentence, retryable] = meanings[code]
  return new HandbackError(code, sentence, { retryable, cause, ...options })
}

/** What the words of services mean. The first hit wins, read against `<HTTP status> <type> <code> <status in words>`. */
const words: readonly (readonly [RegExp, FailureCode])[] = [
  [/^429|rate|quota|exhausted/i, 'provider/rate-limited'],
  [/^40[13]|auth|permission|api_key/i, 'provider/unauthorized'],
  [/^408|timeout|deadline/i, 'provider/time-out'],
  [/^(409|425|5)|overload|server|internal|unavailable|throttl/i, 'provider/unavailable'],
  [/^4|invalid|tool_use|not_found/i, 'provider/bad-request'],
]

/** The error object in what a service said, in any of the shapes in use; `undefined` when there is none. */
export function errorIn(chunk: Fields): Fields | undefined {
  const { error, object, type } = chunk
  if (error) return typeof error === 'string' ? { message: error } : fields(error)
  return object === 'error' || type === 'error' ? chunk : undefined
}

/** What a service's error means. `status` 0: it came inside a stream, where only its words tell. */
export function serviceError(error: Fields, status = 0, retryAfter?: number): HandbackError {
  const { code, type, status: state, status_code: inner } = error
  const number = status || [inner, code].find((value) => typeof value === 'number') || ''
  const text = `${number} ${string(type)} ${string(code)} ${string(state)}`.trim()
  const [, meant = 'provider/failed'] = words.find(([pattern]) => pattern.test(text)) ?? []
  return failure(meant, { ...error, status }, {
    // no waiting fills an empty account
    ...(/insufficient_quota|billing/i.test(text) ? { retryable: false } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
}

/** Milliseconds that the headers ask to wait: exact ones, seconds, or a date; `undefined` when they ask for none, or for nonsense. */
export function retryAfterOf(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const text = headers.get('retry-after') ?? ''
  const ms = Number(headers.get('retry-after-ms') || (/^[\d.]+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now))
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
