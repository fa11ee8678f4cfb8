import type { Connection, ConnectOptions, Transport } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import type { ClientFrame, ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import type { Dice } from './dice.ts'
import { give } from './until.ts'

const lost = (): HandbackError => new HandbackError('transport/lost', 'The line broke.', { retryable: true })

export interface FaultyLine extends Transport {
  /** From now on nothing goes wrong any more. */
  heal(): void
  readonly cuts: number
  readonly open: number
}

/**
 * A line to a hub that breaks at any frame, in either direction; loses acknowledgements; brings frames twice; and brings
 * acknowledgements late, since they come another way than events. What the contract rules out it does not do: events of
 * one connection stay in their order.
 */
export function faultyLine(through: Transport, dice: Dice): FaultyLine {
  let healthy = false
  let cuts = 0
  let open = 0

  async function connect(options: ConnectOptions): Promise<Connection> {
    if (!healthy && dice.once(8)) throw new HandbackError('transport/unreachable', 'Nobody is there.', { retryable: true })
    const connection = await through.connect(options)
    const queue = asyncQueue<ServerFrame>({ limit: 10_000, onReturn: () => void connection.close() })
    let over = false
    open += 1
    const end = (error?: HandbackError): void => {
      if (over) return
      over = true
      open -= 1
      if (error) queue.fail(error)
      else queue.end()
      void connection.close()
    }
    const cut = (): void => {
      if (!over) cuts += 1
      end(lost())
    }
    options.signal.addEventListener('abort', () => end())
    const pass = (frame: ServerFrame): void => {
      queue.push(frame)
      if (!healthy && frame.t !== 'hello' && dice.once(6)) queue.push(frame)
    }
    const pump = async (): Promise<void> => {
      for await (const frame of connection.frames) {
        if (over) return
        if (frame.t === 'ack' && !healthy && dice.once(3)) {
          // it comes after what came after it, or is lost with the line
          const wait = 1 + dice.below(30)
          const gone = dice.once(2)
          void give(wait).then(() => (gone && !healthy ? cut() : pass(frame)))
          continue
        }
        pass(frame)
        if (!healthy && frame.t !== 'hello' && dice.once(14)) cut()
      }
    }
    pump().then(
      () => end(),
      () => end(lost()),
    )
    return {
      frames: queue,
      async send(frame: ClientFrame) {
        if (over) throw new HandbackError('transport/closed', 'Closed.')
        const fault = healthy ? 9 : dice.below(10)
        // before the hub has it, after the hub has it, or twice
        if (fault === 0) {
          cut()
          throw lost()
        }
        await connection.send(frame)
        if (fault === 1) {
          cut()
          throw lost()
        }
        if (fault === 2) await connection.send(frame)
      },
      close: async () => end(),
    }
  }

  return {
    name: 'faulty',
    mode: 'push',
    supports: { signals: true },
    connect,
    get cuts() {
      return cuts
    },
    get open() {
      return open
    },
    heal() {
      healthy = true
    },
  }
}
