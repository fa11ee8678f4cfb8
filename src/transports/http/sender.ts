import { closed, tooLong, unreachable } from '../../internal/transport-errors.ts'
import { CLIENT_FRAME_BYTES, encodeFrame, fitsBytes } from '../../protocol/codec.ts'
import { isHandbackError } from '../../protocol/errors.ts'
import type { ClientFrame } from '../../protocol/frames.ts'

/** One POST holds at most so many frames, and so many UTF-16 units of them unless one frame alone is longer. */
const BATCH_FRAMES = 20
const BATCH_LENGTH = 16_384
const WAITING = 500

interface Waiting {
  readonly json: string
  resolve(): void
  reject(error: unknown): void
}

/**
 * Puts frames on the wire in the order of `send`: one POST in flight, and what comes meanwhile goes together into the
 * next. A POST that fails rejects its frames and all that wait behind them, so that no later frame overtakes an earlier one.
 * `post` rejects once `signal` is aborted; what comes later rejects `transport/closed`.
 */
export function sender(post: (body: string) => Promise<void>, signal: AbortSignal): (frame: ClientFrame) => Promise<void> {
  const waiting: Waiting[] = []
  let busy = false

  async function flush(): Promise<void> {
    busy = true
    while (waiting.length > 0) {
      let length = 0
      const end = waiting.findIndex(({ json }, at) => (length += json.length) > BATCH_LENGTH && at > 0)
      const flying = waiting.splice(0, end < 0 || end > BATCH_FRAMES ? BATCH_FRAMES : end)
      try {
        await post(`{"frames":[${flying.map(({ json }) => json).join(',')}]}`)
        for (const { resolve } of flying) resolve()
      } catch (error) {
        for (const { reject } of [...flying, ...waiting.splice(0)]) reject(isHandbackError(error) ? error : closed())
      }
    }
    busy = false
  }

  return async (frame) => {
    if (signal.aborted) throw closed()
    const json = encodeFrame(frame)
    if (!fitsBytes(json, CLIENT_FRAME_BYTES)) throw tooLong()
    if (waiting.length >= WAITING) throw unreachable('Too much waits.')
    return new Promise((resolve, reject) => {
      waiting.push({ json, resolve, reject })
      if (!busy) void flush()
    })
  }
}
