import type { ConnectOptions, Transport } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import { type ClientFrame, HandbackError, type ServerFrame } from '../../src/protocol/index.ts'
import type { fakeTimers } from './fake-timers.ts'

export const hello: ServerFrame = { t: 'hello', link: 'link-0001', protocol: 1, now: 1 }
export const lost = new HandbackError('transport/lost', 'Gone.', { retryable: true })

type Outcome = 'hello' | 'hang' | HandbackError

/** A transport whose attempts end as the test says; `hello` when it says nothing. */
export function fakeTransport(timers: ReturnType<typeof fakeTimers>, mode: Transport['mode'] = 'push', name = 'fake') {
  const fake = {
    name,
    mode,
    supports: { signals: true },
    outcomes: [] as Outcome[],
    /** When each attempt began. */
    times: [] as number[],
    follows: [] as ConnectOptions['follow'][],
    tokens: [] as (string | undefined)[],
    sent: [] as ClientFrame[],
    open: 0,
    push: (_frame: ServerFrame): unknown => undefined,
    drop: (_error?: HandbackError): void => undefined,
    async connect({ follow, signal, credentials }: ConnectOptions) {
      signal.throwIfAborted()
      fake.times.push(timers.now)
      fake.follows.push(follow)
      const outcome = fake.outcomes.shift() ?? 'hello'
      fake.tokens.push(await credentials('first'))
      if (typeof outcome === 'object') throw outcome
      if (outcome === 'hang') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      fake.open += 1
      let over = false
      const end = (): void => {
        if (!over) fake.open -= 1
        over = true
        queue.end()
      }
      const queue = asyncQueue<ServerFrame>({ limit: 100, onReturn: end })
      signal.addEventListener('abort', end)
      fake.push = queue.push
      fake.drop = (error = lost) => {
        queue.fail(error)
        end()
      }
      queue.push(hello)
      return {
        frames: queue,
        async send(frame: ClientFrame) {
          fake.sent.push(frame)
        },
        close: async () => end(),
      }
    },
  }
  return fake satisfies Transport
}
