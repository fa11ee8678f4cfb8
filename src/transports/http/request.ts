import { after } from '../../internal/backoff.ts'
import { reach, unreachable } from '../../internal/transport-errors.ts'
import type { Answer } from './refusal.ts'

/** The part of a `Response` that is used. */
export interface FetchResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: ReadableStream<Uint8Array> | null
  text(): Promise<string>
}

/** The part of `fetch` that is used. */
export type FetchLike = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
    readonly cache: 'no-store'
    readonly signal: AbortSignal
  },
) => Promise<FetchResponse>

export interface RequestOptions {
  /** Default: `globalThis.fetch`, read at the call. */
  readonly fetch: FetchLike | undefined
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Present: a POST of this JSON. Absent: a GET. */
  readonly body?: string
  readonly signal: AbortSignal
}

/**
 * One request; resolves with any status. Rejects `transport/unreachable` when no answer came; aborting rejects with
 * `signal.reason`.
 */
export function request(url: string, { fetch, token, body, signal, ...rest }: RequestOptions): Promise<FetchResponse> {
  const headers: Record<string, string> = { ...rest.headers }
  if (token !== undefined) headers.authorization = `Bearer ${token}`
  if (body !== undefined) headers['content-type'] = 'application/json'
  const init = { headers, cache: 'no-store', signal } as const
  return reach(signal, () => (fetch ?? globalThis.fetch)(url, body === undefined ? { ...init, method: 'GET' } : { ...init, method: 'POST', body }))
}

/** The body of a response. Rejects like {@link request}. */
export const textOf = (response: FetchResponse, signal: AbortSignal): Promise<string> => reach(signal, () => response.text())

/** One request and its whole answer, within `timeout` ms: later rejects `transport/unreachable`. */
export async function exchange(
  url: string,
  { timeout, signal, ...options }: Omit<RequestOptions, 'signal'> & { readonly timeout: number; readonly signal?: AbortSignal },
): Promise<Answer> {
  const own = new AbortController()
  const abort = (): void => own.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  const stop = after(timeout, () => own.abort(unreachable('No answer.')))
  try {
    signal?.throwIfAborted()
    const response = await request(url, { ...options, signal: own.signal })
    return { status: response.status, headers: response.headers, text: await textOf(response, own.signal) }
  } finally {
    stop()
    signal?.removeEventListener('abort', abort)
  }
}
