import type { Connection, Transport } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import { HandbackError, type ClientFrame, type Command, type Follow, type ServerFrame } from '../../src/protocol/index.ts'

/** One attempt of the desk to reach a hub, played by the test. */
export interface Attempt {
  readonly follow: readonly Follow[]
  readonly sent: readonly ClientFrame[]
  /** The frames of one kind that came up, in order. */
  of<T extends ClientFrame['t']>(kind: T): readonly Extract<ClientFrame, { t: T }>[]
  /** The commands of one type that came up, in order. */
  commands(type: string): readonly Command[]
  push(...frames: ServerFrame[]): void
  lose(): void
  /** From now on, sending fails with this. */
  refuse(error: HandbackError | null): void
}

export const lost = (): HandbackError => new HandbackError('transport/lost', 'Lost.', { retryable: true })

/** A transport whose hub is the test. */
export function createFakeTransport(): { readonly transport: Transport; readonly attempts: readonly Attempt[] } {
  const attempts: Attempt[] = []
  const transport: Transport = {
    name: 'fake',
    mode: 'push',
    supports: { signals: true },
    connect({ follow, signal }) {
      const sent: ClientFrame[] = []
      const frames = asyncQueue<ServerFrame>({ limit: 1000 })
      let failing: HandbackError | null = null
      signal.addEventListener('abort', () => frames.end())
      attempts.push({
        follow,
        sent,
        of: <T extends ClientFrame['t']>(kind: T) => sent.filter((frame): frame is Extract<ClientFrame, { t: T }> => frame.t === kind),
        commands: (type) => sent.flatMap((frame) => (frame.t === 'command' && frame.command.type === type ? [frame.command] : [])),
        push: (...next) => next.forEach(frames.push),
        lose: () => frames.fail(lost()),
        refuse: (error) => void (failing = error),
      })
      const connection: Connection = {
        frames,
        send(frame) {
          if (failing) return Promise.reject(failing)
          sent.push(frame)
          return Promise.resolve()
        },
        close() {
          frames.end()
          return Promise.resolve()
        },
      }
      return Promise.resolve(connection)
    },
  }
  return { transport, attempts }
}
