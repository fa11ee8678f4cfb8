import type { ConnectOptions, Connection, Transport } from '../../src/contracts/index.ts'
import type { ServerFrame } from '../../src/protocol/index.ts'
import { HandbackError, isHandbackError } from '../../src/protocol/index.ts'
import { type FetchLike, sse } from '../../src/transports/http.ts'

/** Faults that only a bad network shows, each made by breaking a good transport. */

/** Comes back by itself after a loss, to where it began. */
export function resumesByItself(endpoint: string): Transport {
  const good = sse({ endpoint })
  async function connect(options: ConnectOptions): Promise<Connection> {
    let connection = await good.connect(options)
    async function* frames(): AsyncGenerator<ServerFrame> {
      for (;;) {
        try {
          yield* connection.frames
          return
        } catch (error) {
          if (!isHandbackError(error) || error.code !== 'transport/lost') throw error
          connection = await good.connect(options)
        }
      }
    }
    return { frames: frames(), send: (frame) => connection.send(frame), close: () => connection.close() }
  }
  return { ...good, connect }
}

/** Has a fetch that helps where nobody asked for help. */
export function fetchesAgain(endpoint: string): Transport {
  const fetch: FetchLike = (url, init) => globalThis.fetch(url, init).catch(() => globalThis.fetch(url, init))
  return sse({ endpoint, fetch })
}

/** Nobody would come back after such a loss. */
export function losesForGood(endpoint: string): Transport {
  const good = sse({ endpoint })
  async function connect(options: ConnectOptions): Promise<Connection> {
    const connection = await good.connect(options)
    async function* frames(): AsyncGenerator<ServerFrame> {
      try {
        yield* connection.frames
      } catch (cause) {
        throw new HandbackError('transport/lost', 'Gone.', { retryable: false, cause })
      }
    }
    return { ...connection, frames: frames() }
  }
  return { ...good, connect }
}

/** Decodes every piece of a stream as if characters were never cut. */
export function cutsCharacters(endpoint: string): Transport {
  const fetch: FetchLike = async (url, init) => {
    const response = await globalThis.fetch(url, init)
    if (init.method !== 'GET') return response
    const decoded = new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, out) => out.enqueue(new TextEncoder().encode(new TextDecoder().decode(piece))),
    })
    const { status, headers, body } = response
    return { status, headers, body: body && body.pipeThrough(decoded), arrayBuffer: () => response.arrayBuffer() }
  }
  return sse({ endpoint, fetch })
}
