import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import { type ChaosFaults, checkFaults } from './chaos/faults.ts'
import { type Line, createLine } from './chaos/line.ts'
import { repeatRequest } from './chaos/repeat.ts'

export type { ChaosFaults } from './chaos/faults.ts'

export interface ChaosProxyOptions {
  /** The port on loopback that it stands in front of. */
  readonly target: number
  /** Default 1. */
  readonly seed?: number
}

export interface ChaosProxy {
  /** Where it listens on loopback. */
  readonly port: number
  /** How many connections are open now. */
  readonly connections: number
  /** What it does from now on, to open and new connections; absent fields are off. Throws a `TypeError` for a number that means nothing. */
  set(faults: ChaosFaults): void
  /** Every open connection ends at once: reset (the default), or with a FIN. What was on its way is gone. */
  cut(how?: 'reset' | 'end'): void
  /** Resets everything and stops listening. Idempotent. */
  close(): Promise<void>
}

/**
 * A TCP proxy on loopback that does what bad networks do. What the n-th request of the m-th connection meets depends on the seed alone;
 * what depends on chunks (`jitter`, `corrupt`) also on how the bytes come in. It understands HTTP/1.1 where a fault is about answers, and
 * passes on whatever else it is given. At most 64 KiB per direction are on their way, besides what `hold` holds; who sends more has to wait.
 *
 * @example
 * const proxy = await chaosProxy({ target: 8080, seed: 7 })
 * proxy.set({ delay: 200, jitter: 100, chunk: 1 })
 * proxy.cut()
 * await proxy.close()
 */
export async function chaosProxy({ target: port, seed = 1 }: ChaosProxyOptions): Promise<ChaosProxy> {
  const lines = new Set<Line>()
  /** Also those whose line is over, until they have really gone. */
  const sockets = new Set<Socket>()
  let faults: ChaosFaults = {}
  let count = 0

  function keep(socket: Socket): void {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  }
  const repeat = (request: Buffer): void => keep(repeatRequest(port, request))
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const number = count++
    keep(client)
    if (faults.refuse) {
      client.resetAndDestroy()
      return
    }
    const target = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const line = createLine({ client, target, number, seed, faults: () => faults, repeat, onClose: () => lines.delete(line) })
    lines.add(line)
  })

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return lines.size
    },
    set(next) {
      checkFaults(next)
      faults = next
      for (const line of lines) line.changed()
    },
    cut(how = 'reset') {
      for (const line of [...lines]) line.cut(how)
    },
    async close() {
      for (const line of [...lines]) line.cut('reset')
      for (const socket of [...sockets]) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}
