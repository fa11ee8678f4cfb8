import { after } from '../../internal/backoff.ts'
import { reach, unreachable } from '../../internal/transport-errors.ts'

/** The part of a `Response` that is used. */
export interface FetchResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: ReadableStream<Uint8Array> | null
  arrayBuffer(): Promise<ArrayBuffer>
}

/** The part of `fetch` that is used. */
export type FetchLike = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
    readonly cache: 'no-store'
    /** The request is to outlive the page. Set only where that matters, and may be ignored. */
    readonly keepalive?: boolean
    readonly signal: AbortSignal
  },
) => Promise<FetchResponse>

/** An answer whose body was read. */
export interface Answer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly text: string
}

export interface RequestOptions {
  /** Default: `globalThis.fetch`, read at the call. */
  readonly fetch: FetchLike | undefined
  readonly token?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
  /** Present: a POST of this JSON. Absent: a GET. */
  readonly body?: string
  readonly keepalive?: boolean
  readonly signal: AbortSignal
}

/** One request; resolves with any status. */
export const request = (url: string, { fetch = globalThis.fetch, token, headers, ...init }: RequestOptions): Promise<FetchResponse> =>
  fetch(url, {
    ...init,
    method: init.body ? 'POST' : 'GET',
    headers: {
      ...headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(init.body && { 'content-type': 'application/json' }),
    },
    cache: 'no-store',
  })

/** A response with its body. What is no UTF-8 breaks the body of a success, which would otherwise hold other words than were sent. */
export const answerOf = async (response: FetchResponse): Promise<Answer> => {
  const { status, headers } = response
  return { status, headers, text: new TextDecoder('utf-8', { fatal: status === 200 }).decode(await response.arrayBuffer()) }
}

export interface ExchangeOptions extends Omit<RequestOptions, 'signal'> {
  /** In ms; later rejects `transport/unreachable`. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

/**
 * One request and its whole answer, of any status. Rejects `transport/unreachable` when no answer came, or none that can be read; aborting rejects
 * with `signal.reason`.
 */
export async function exchange(url: string, { timeout, signal, ...options }: ExchangeOptions): Promise<Answer> {
  signal?.throwIfAborted()
  const own = new AbortController()
  const abort = (): void => own.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  const stopTimer = after(timeout, () => own.abort(unreachable('No answer.')))
  try {
    return await reach(own.signal, async () => answerOf(await request(url, { ...options, signal: own.signal })))
  } finally {
    stopTimer()
    signal?.removeEventListener('abort', abort)
  }
}
