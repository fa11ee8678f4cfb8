import { type HandbackError, isHandbackError } from '../../protocol/errors.ts'
import { errorIn, failure, retryAfterOf, serviceError, type FailureCode } from '../service/failure.ts'
import { fields, string } from '../service/values.ts'

/** Errors that the SDK itself makes have a name and no status; first hit wins. */
const named: readonly (readonly [RegExp, FailureCode])[] = [
  [/LoadAPIKey/, 'provider/unauthorized'],
  [/Respon|Parse|Validation|NoContent/, 'provider/bad-response'],
  [/Setting|Unsupported|NoSuch|Invalid/, 'provider/bad-request'],
]

/**
 * What an error of a model means, thrown or in a part: an `APICallError`, another of the SDK, or what the service said.
 * `otherwise`: when nothing tells.
 */
export function modelError(cause: unknown, otherwise: FailureCode): HandbackError {
  if (isHandbackError(cause)) return cause
  const error = fields(cause)
  const { name, statusCode, responseHeaders, isRetryable, data } = error
  const headers = fields(responseHeaders)
  const retryAfter = retryAfterOf({ get: (header) => string(headers[header]) }, Date.now())
  const told = serviceError(errorIn(fields(data)) ?? errorIn(error) ?? { type: name, ...error }, Number(statusCode))
  const [, own] = named.find(([pattern]) => pattern.test(string(name))) ?? []
  // a call that got no answer at all has no status, and may be made again
  const untold = isRetryable ? 'provider/unavailable' : otherwise
  const code = own ?? (told.code === 'provider/failed' ? untold : (told.code as FailureCode))
  return failure(code, cause, {
    ...(isRetryable === false || (!own && !told.retryable) ? { retryable: false } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  })
}
