import { closed, tooLong, unreachable } from '../../internal/transport-errors.ts'
import { CLIENT_FRAME_BYTES, type ClientFrame, type HandbackError, encodeFrame, fitsBytes } from '../../protocol/index.ts'

/** One POST holds at most so many frames, and so many UTF-16 units of them unless one frame alone is longer. */
const BATCH_FRAMES = 20
const BATCH_LENGTH = 16_384
const WAITING = 500

interface Waiting {
  readonly json: string
  resolve(): void
  reject(error: unknown): void
}

export interface Sender {
  /** Resolves when the frame's POST was answered with success. */
  send(frame: ClientFrame): Promise<void>
  /** Rejects all that wait with `reason`; all that comes later rejects `transport/closed`. */
  close(reason: HandbackError): void
}

/**
 * Puts frames on the wire in the order of `send`: one POST in flight, and what comes meanwhile goes together into the
 * next. A POST that fails rejects its frames and all that wait behind them, so that no later frame overtakes an earlier one.
 */
export function sender(post: (body: string) => Promise<void>): Sender {
  let waiting: Waiting[] = []
  let flying: Waiting[] = []
  let over = false

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      flying = waiting.splice(0, batchSize(waiting))
      try {
        await post(`{"frames":[${flying.map(({ json }) => json).join(',')}]}`)
        for (const { resolve } of flying) resolve()
      } catch (error) {
        for (const { reject } of [...flying, ...waiting]) reject(error)
        waiting = []
      }
    }
    flying = []
  }

  return {
    async send(frame) {
      if (over) throw closed()
      const json = encodeFrame(frame)
      if (!fitsBytes(json, CLIENT_FRAME_BYTES)) throw tooLong()
      if (waiting.length >= WAITING) throw unreachable('Too much waits.')
      return new Promise((resolve, reject) => {
        waiting.push({ json, resolve, reject })
        if (flying.length === 0) void flush()
      })
    },
    close(reason) {
      over = true
      for (const { reject } of [...flying, ...waiting]) reject(reason)
      waiting = []
    },
  }
}

function batchSize(waiting: readonly Waiting[]): number {
  let length = 0
  const end = waiting.slice(0, BATCH_FRAMES).findIndex(({ json }) => (length += json.length) > BATCH_LENGTH)
  return end === -1 ? Math.min(waiting.length, BATCH_FRAMES) : Math.max(1, end)
}
