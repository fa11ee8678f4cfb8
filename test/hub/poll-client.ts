import type { ServerFrame } from '../../src/protocol/index.ts'
import { decodeServerFrames } from '../../src/protocol/index.ts'
import type { AskHub } from './http-world.ts'
import { bearer, json } from './http-world.ts'

export interface Polled {
  readonly status: number
  readonly frames: readonly ServerFrame[]
  readonly text: string
}

/** One request to `/poll`. */
export async function pollWith(ask: AskHub, token: string, body: unknown, signal?: AbortSignal): Promise<Polled> {
  const response = await ask('/poll', {
    method: 'POST',
    headers: { ...json, ...bearer(token) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })
  const text = await response.text()
  return { status: response.status, frames: (response.ok && decodeServerFrames(text)) || [], text }
}

/** A link by polling that counts its answers, as a client does. */
export async function openPoll(ask: AskHub, token: string, follow: readonly string[]) {
  const opened = await pollWith(ask, token, { follow })
  const hello = opened.frames.find((frame) => frame.t === 'hello')
  let got = 1
  const frames: ServerFrame[] = [...opened.frames]
  return {
    opened,
    link: hello?.link ?? '',
    /** Everything that came so far. */
    frames,
    get got() {
      return got
    },
    /** One more answer. */
    async next(wait = 0): Promise<Polled> {
      const answer = await pollWith(ask, token, { link: hello?.link, got, wait })
      if (answer.status === 200) {
        got += 1
        frames.push(...answer.frames)
      }
      return answer
    },
    /** A request as it is, without counting. */
    raw: (body: object, signal?: AbortSignal) => pollWith(ask, token, { link: hello?.link, ...body }, signal),
  }
}
