import type { HubRequest } from '../../contracts/index.ts'
import { hubAddress } from '../../internal/hub-address.ts'
import { unreachable } from '../../internal/transport-errors.ts'
import { refusalOfAsked } from './refusal.ts'
import { type FetchLike, type FetchResponse, LATE, answerOf, bearer, request, timed } from './request.ts'

/** Bytes in a millisecond of the slowest line on which a file is waited for. */
const SLOW = 10

/** The part of an `XMLHttpRequest` that is used; alone it tells how much of a file has left. */
export interface UploadLike {
  readonly status: number
  readonly responseText: string
  readonly upload: { addEventListener(type: 'progress', listener: (event: { readonly loaded: number }) => void): void }
  addEventListener(type: 'load' | 'error', listener: () => void): void
  open(method: string, url: string): void
  setRequestHeader(name: string, value: string): void
  getResponseHeader(name: string): string | null
  send(body: Blob): void
  abort(): void
}

export interface AskOptions {
  /** Where the hub answers: absolute, or relative to the page. */
  readonly endpoint: string
  readonly fetch?: FetchLike | undefined
  readonly XMLHttpRequest?: (new () => UploadLike) | undefined
  readonly sendTimeout?: number | undefined
}

/** Asks a hub by HTTP, once, as `Transport.request` says. The whole answer is read before it is given. */
export const askHub = (
  { endpoint, fetch, XMLHttpRequest: Uploading = globalThis.XMLHttpRequest, sendTimeout = 15_000 }: AskOptions,
  { method, path, body: given, signal, credentials, onProgress }: HubRequest,
): Promise<Response> => {
  const body = method === 'POST' ? (given ?? new Blob()) : undefined
  return timed(sendTimeout + (body?.size ?? 0) / SLOW, signal, async (own, patient) => {
    const token = await credentials('first')
    own.throwIfAborted()
    const url = hubAddress(endpoint, path)
    const response = await (body && onProgress && (Uploading as unknown)
      ? upload(new Uploading(), url, token, body, onProgress, own)
      : request(url, { fetch, token, body, signal: own }))
    const { status, headers } = response
    if (status !== 200 && status !== 201) throw refusalOfAsked(await answerOf(response), url)
    const reader = response.body?.getReader()
    const pieces: BlobPart[] = []
    while (reader) {
      patient(LATE)
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(value as BlobPart)
    }
    return new Response(new Blob(pieces), { status, headers: { 'content-type': headers.get('content-type') ?? '' } })
  })
}

const upload = (
  asking: UploadLike,
  url: string,
  token: string | undefined,
  body: Blob,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<FetchResponse> =>
  new Promise((resolve, reject) => {
    asking.open('POST', url)
    for (const [name, value] of Object.entries(bearer(token))) asking.setRequestHeader(name, value)
    asking.upload.addEventListener('progress', ({ loaded }) => onProgress(Math.min(loaded, body.size)))
    asking.addEventListener('load', () =>
      resolve({
        status: asking.status,
        headers: { get: (name) => asking.getResponseHeader(name) },
        body: new Blob([asking.responseText]).stream(),
      }))
    asking.addEventListener('error', () => reject(unreachable('No answer.')))
    signal.addEventListener('abort', () => asking.abort())
    asking.send(body)
  })
