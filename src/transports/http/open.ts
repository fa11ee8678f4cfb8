import type { ConnectOptions, Connection } from '../../contracts/index.ts'
import { asyncQueue } from '../../internal/async-queue.ts'
import { after } from '../../internal/backoff.ts'
import { hubAddress } from '../../internal/hub-address.ts'
import { lineLives } from '../../internal/line-lives.ts'
import { closed, lost, misunderstood, reach, silent, unreachable } from '../../internal/transport-errors.ts'
import { decodeServerFrames } from '../../protocol/codec.ts'
import { type HandbackError, isHandbackError } from '../../protocol/errors.ts'
import type { Follow, ServerFrame } from '../../protocol/frames.ts'
import type { HttpOptions } from './options.ts'
import { refusalOf } from './refusal.ts'
import { type ExchangeOptions, type RequestOptions, exchange } from './request.ts'
import { sender } from './sender.ts'

/** Frames that may wait for the owner; more means that he is too slow, and the connection is lost. */
const UNREAD = 1_000

/** What the ways down share: one attempt, from its token to its end. */
export interface Line {
  readonly options: HttpOptions
  readonly follow: readonly Follow[]
  /** What every request of this attempt carries; its signal ends the attempt. */
  readonly base: RequestOptions
  /** The hub's name for this link; empty before `hello`, and when the hub does not know it any more. */
  link: string
  /** Called after each answered POST and at the end; whoever pauses puts his own here. */
  wake(): void
  /** To the owner. Losing the connection when he reads too slowly, and not telling him that the line lives while he has something to read. */
  put(frame: ServerFrame): void
  /** POSTs to the hub and reads the frames of its answer. A 404 after `hello` loses the connection. */
  ask(path: string, body: string, options?: Partial<ExchangeOptions>): Promise<readonly ServerFrame[]>
}

/** How frames come down, `hello` first. A throw after it is the loss of the connection. */
export type Read = (line: Line) => AsyncGenerator<ServerFrame, void, undefined>

/** One attempt to reach a hub: whatever way `read` brings the frames, POSTs take them up. */
export async function open(options: HttpOptions, { follow, signal, credentials }: ConnectOptions, read: Read): Promise<Connection> {
  const { endpoint, fetch, helloTimeout = 4_000, sendTimeout = 15_000 } = options
  const token = await reach(signal, () => credentials('first'))
  signal.throwIfAborted()

  const life = new AbortController()
  const close = (): void => life.abort(closed())
  const queue = asyncQueue<ServerFrame>({ limit: UNREAD, onReturn: close })
  const base = { fetch, token, signal: life.signal }
  const line: Line = {
    options,
    follow,
    base,
    link: '',
    wake: () => undefined,
    put(frame) {
      if ((frame !== lineLives || (line.link && queue.size === 0)) && !queue.push(frame)) lose(lost('Read too slowly.'))
    },
    async ask(path, body, more) {
      const address = hubAddress(endpoint, path)
      const answer = await exchange(address, { ...base, body, timeout: sendTimeout, ...more })
      if (answer.status === 404 && line.link) {
        line.link = ''
        throw lose(lost('Unknown link.'))
      }
      if (answer.status !== 200) throw refusalOf(answer, address)
      const frames = decodeServerFrames(answer.text)
      if (!frames) throw misunderstood(address)
      return frames
    },
  }
  function lose(error: HandbackError): HandbackError {
    queue.fail(error)
    life.abort(error)
    return error
  }
  const connection: Connection = {
    frames: queue,
    send: sender(async (body) => {
      const answers = await line.ask('/frames', body, { headers: { 'handback-link': line.link } })
      answers.forEach(line.put)
      line.wake()
    }, life.signal),
    async close() {
      close()
    },
  }

  return new Promise((resolve, reject) => {
    const stopTimer = after(helloTimeout, () => lose(silent('No answer.')))
    signal.addEventListener('abort', () => life.abort(signal.reason), { signal: life.signal })
    life.signal.addEventListener('abort', () => {
      stopTimer()
      queue.end()
      line.wake()
      reject(life.signal.reason)
    })
    async function pump(): Promise<void> {
      try {
        for await (const frame of read(line)) {
          if (!line.link) {
            if (frame.t !== 'hello') throw misunderstood(endpoint)
            line.link = frame.link
            stopTimer()
            resolve(connection)
          }
          line.put(frame)
        }
        throw unreachable('Ended.')
      } catch (cause) {
        const error = isHandbackError(cause) ? cause : unreachable('No answer.', { cause })
        lose(line.link && error.code !== 'transport/unauthorized' ? lost('Ended.', { cause, retryAfter: error.retryAfter }) : error)
      }
    }
    void pump()
  })
}
