import { hubAddress } from '../../internal/hub-address.ts'
import { lineLives } from '../../internal/line-lives.ts'
import { sseEvents } from '../../internal/sse.ts'
import { misunderstood } from '../../internal/transport-errors.ts'
import { SERVER_FRAME_BYTES, decodeServerFrame } from '../../protocol/codec.ts'
import { formatFollow } from '../../protocol/codec-follow.ts'
import type { ServerFrame } from '../../protocol/frames.ts'
import type { Line } from './open.ts'
import { refusalOf } from './refusal.ts'
import { answerOf, request } from './request.ts'

/** The frames of a hub's stream; those that this version does not know are passed over. */
export async function* streamed({ options, follow, base, put }: Line): AsyncGenerator<ServerFrame, void, undefined> {
  const query = new URLSearchParams(follow.map((item) => ['follow', formatFollow(item)]))
  const address = hubAddress(options.endpoint, '/stream')
  const response = await request(`${address}?${query}`, { ...base, headers: { accept: 'text/event-stream' } })
  const { status, headers, body } = response
  if (status !== 200) throw refusalOf(await answerOf(response), address)
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream')) throw misunderstood(options.endpoint)
  // A comment tells that the hub lives, as a beat does.
  const onActivity = (): void => put(lineLives)
  for await (const json of sseEvents(body, { maxBufferSize: SERVER_FRAME_BYTES, signal: base.signal, onActivity })) {
    const frame = decodeServerFrame(json)
    if (frame) yield frame
  }
}
