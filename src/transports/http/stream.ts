import { sseEvents } from '../../internal/sse.ts'
import { misunderstood } from '../../internal/transport-errors.ts'
import { SERVER_FRAME_BYTES, type ServerFrame, decodeServerFrame } from '../../protocol/index.ts'
import { refusalOf } from './refusal.ts'
import { type RequestOptions, request, textOf } from './request.ts'

/**
 * Opens a hub's stream and reads its frames; those that this version does not know are passed over.
 * Aborting ends it quietly once the answer is there, and throws `signal.reason` before.
 */
export async function* serverFrames(
  url: string,
  options: RequestOptions & { readonly onActivity: () => void },
): AsyncGenerator<ServerFrame, undefined, undefined> {
  const { signal, onActivity } = options
  const response = await request(url, { ...options, headers: { accept: 'text/event-stream' } })
  const { status, headers, body } = response
  if (status !== 200) throw refusalOf({ status, headers, text: await textOf(response, signal) })
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) throw misunderstood()
  for await (const json of sseEvents(body, { maxBufferSize: SERVER_FRAME_BYTES, signal, onActivity })) {
    const frame = decodeServerFrame(json)
    if (frame) yield frame
  }
}
