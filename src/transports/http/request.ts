import { after } from '../../internal/backoff.ts'
import { reach, unreachable } from '../../internal/transport-errors.ts'
import { SERVER_FRAME_BYTES } from '../../protocol/codec.ts'

/** What is due may come so much later (ms), and so long may be between two pieces of a body. */
export const LATE = 10_000
/** UTF-16 units of a page without success after which no more of it is read. */
const PAGE = 4_096

/** The part of a `Response` that is used. */
export interface FetchResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: ReadableStream<Uint8Array> | null
}

/** The part of `fetch` that is used. */
export type FetchLike = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string | Blob
    readonly cache: 'no-store'
    /** The request is to outlive the page. Set only where that matters, and may be ignored. */
    readonly keepalive?: boolean
    readonly signal: AbortSignal
  },
) => Promise<FetchResponse>

/** An answer whose body was read, as far as it may be long. */
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
  /** Present: a POST, text as JSON. Absent: a GET. */
  readonly body?: string | Blob | undefined
  readonly keepalive?: boolean
  readonly signal: AbortSignal
}

/** One request; resolves with any status. */
export const request = (url: string, { fetch = globalThis.fetch, token, headers, body, ...init }: RequestOptions): Promise<FetchResponse> =>
  fetch(url, {
    ...init,
    ...(body && { body }),
    method: body ? 'POST' : 'GET',
    headers: {
      ...headers,
      ...bearer(token),
      ...(typeof body === 'string' && { 'content-type': 'application/json' }),
    },
    cache: 'no-store',
  })

export const bearer = (token: string | undefined): { readonly authorization?: string } =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

/**
 * A response with its body: of one that is too long the beginning, which no reader takes for a whole one. What is no UTF-8 breaks the body of a
 * success, which would otherwise hold other words than were sent. `onPart` is called with what there is after each piece.
 */
export async function answerOf({ status, headers, body }: FetchResponse, onPart?: (text: string) => void): Promise<Answer> {
  const reader = body?.getReader()
  const good = status === 200
  const decoder = new TextDecoder('utf-8', { fatal: good })
  let text = ''
  while (reader && text.length <= (good ? SERVER_FRAME_BYTES : PAGE)) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return { status, headers, text }
    onPart?.(text)
  }
  // what is not read is not to come either
  reader?.cancel().catch(() => {})
  return { status, headers, text }
}

export interface ExchangeOptions extends Omit<RequestOptions, 'signal'> {
  /** How long the first piece of the body may take, in ms; later rejects `transport/unreachable`, as do 10 s between two pieces. */
  readonly timeout: number
  /** Called with what there is after each piece of the body. */
  readonly onPart?: (text: string) => void
  readonly signal?: AbortSignal | undefined
}

/**
 * Work that ends with `signal`, rejecting with its reason, and that may keep us waiting for `timeout` ms, or for as long as it says itself; later
 * rejects `transport/unreachable`, as does what is no error of ours. Its own signal aborts when it fails, and only then: browsers call a request that
 * is aborted with its last byte a failed one.
 */
export async function timed<T>(
  timeout: number,
  signal: AbortSignal | undefined,
  work: (own: AbortSignal, patient: (ms: number) => void) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const own = new AbortController()
  let stopTimer: (() => void) | undefined
  const patient = (ms: number): void => {
    stopTimer?.()
    stopTimer = after(ms, () => own.abort(unreachable('No answer.')))
  }
  const leave = (): void => own.abort(signal?.reason)
  signal?.addEventListener('abort', leave)
  patient(timeout)
  try {
    return await reach(own.signal, () => work(own.signal, patient))
  } catch (error) {
    own.abort()
    throw error
  } finally {
    stopTimer?.()
    signal?.removeEventListener('abort', leave)
  }
}

/**
 * One request and its whole answer, of any status. Rejects `transport/unreachable` when no answer came, or none that can be read; aborting rejects
 * with `signal.reason`.
 */
export const exchange = (url: string, { timeout, signal, onPart, ...options }: ExchangeOptions): Promise<Answer> =>
  timed(timeout, signal, async (own, patient) =>
    answerOf(await request(url, { ...options, signal: own }), (text) => {
      patient(LATE)
      onPart?.(text)
    }),
  )
