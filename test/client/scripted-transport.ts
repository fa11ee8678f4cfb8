import type { ConnectOptions, Transport } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import { lineLives } from '../../src/internal/line-lives.ts'
import type { ClientFrame, Follow, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError, decodeServerFrame, encodeFrame } from '../../src/protocol/index.ts'

const lost = () => new HandbackError('transport/lost', 'Gone.', { retryable: true })
export const unreachable = () => new HandbackError('transport/unreachable', 'Down.', { retryable: true })

type Sent<T extends ClientFrame['t']> = Extract<ClientFrame, { t: T }>

/** A transport whose hub is the test: it sees each frame, says each frame, and cuts the line when it likes. */
export function scriptedTransport() {
  let push: (frame: ServerFrame) => void = () => undefined
  let live: () => void = () => undefined
  let cut: (error: HandbackError) => void = () => undefined
  const fake = {
    name: 'scripted',
    mode: 'push' as const,
    supports: { signals: true },
    /** While set, every attempt ends with it. */
    down: null as HandbackError | null,
    /** While set, every frame is refused with it. */
    deaf: null as HandbackError | null,
    /** While set, the next frame is taken, and its request ends as this does. */
    hang: null as Promise<void> | null,
    /** What its hello says of files; nothing, as an older hub. */
    files: undefined as boolean | undefined,
    attempts: [] as (readonly Follow[])[],
    sent: [] as ClientFrame[],
    open: 0,
    frames: <T extends ClientFrame['t']>(type: T): Sent<T>[] => fake.sent.filter((frame): frame is Sent<T> => frame.t === type),
    /** The hub says something. */
    say: (...frames: ServerFrame[]): void => {
      for (const frame of frames) push(frame)
    },
    drop: (): void => cut(lost()),
    /** Bytes came, but no frame. */
    alive: (): void => live(),
    async connect({ follow, signal, credentials }: ConnectOptions) {
      signal.throwIfAborted()
      fake.attempts.push(follow)
      await credentials('first')
      if (fake.down) throw fake.down
      let over = false
      fake.open += 1
      const end = (): void => {
        if (!over) fake.open -= 1
        over = true
        queue.end()
      }
      const queue = asyncQueue<ServerFrame>({ limit: 500, onReturn: end })
      signal.addEventListener('abort', end)
      push = (frame) => {
        const read = decodeServerFrame(encodeFrame(frame))
        if (!read) throw new Error(`Not a frame of a hub: ${JSON.stringify(frame)}`)
        queue.push(read)
      }
      live = () => void queue.push(lineLives)
      cut = (error) => {
        queue.fail(error)
        end()
      }
      push({ t: 'hello', link: 'link-0001', protocol: 1, now: Date.now(), ...(fake.files !== undefined && { files: fake.files }) })
      return {
        frames: queue,
        async send(frame: ClientFrame) {
          if (over) throw new HandbackError('transport/closed', 'Closed.')
          if (fake.deaf) throw fake.deaf
          fake.sent.push(structuredClone(frame))
          const { hang } = fake
          fake.hang = null
          await hang
        },
        async close() {
          end()
        },
      }
    },
  }
  return fake satisfies Transport & object
}

export type ScriptedTransport = ReturnType<typeof scriptedTransport>
