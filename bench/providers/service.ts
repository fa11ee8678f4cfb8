import { once } from 'node:events'
import { type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request to the service, and what can be done about it. */
export interface Call {
  /** 0 for the first. */
  readonly index: number
  /** Sends the head, once; the first `write` does it by itself. */
  head(status?: number, headers?: Readonly<Record<string, string>>): void
  /** Resolves when the bytes are with the socket, so that each write is a chunk of its own. False: nobody listens any more. */
  write(bytes: string | Uint8Array): Promise<boolean>
  end(bytes?: string): void
  /** Tears the connection. */
  destroy(): void
  /** Resolves when nothing can be written any more, whoever ended it. */
  readonly over: Promise<void>
}

/** What became of a request. */
export interface Asked {
  /** When it came, in ms of `performance.now`. */
  readonly at: number
  /** When the other side left before the end, if it did. */
  left?: number
  /** Neither side has ended it yet. */
  open: boolean
}

/** A service on loopback that answers as it is told to. */
export interface Service {
  readonly url: string
  readonly asked: readonly Asked[]
  close(): Promise<void>
}

export type Answer = (call: Call) => void | Promise<void>

const STREAM = { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }

function callOf(response: ServerResponse, index: number, asked: Asked): Call {
  let ours = false
  async function ended(): Promise<void> {
    await once(response, 'close')
    asked.open = false
    if (!ours) asked.left = performance.now()
  }
  const over = ended()
  const head: Call['head'] = (status = 200, headers = STREAM) => {
    if (response.headersSent || response.destroyed) return
    response.writeHead(status, headers)
    response.flushHeaders()
  }
  return {
    index,
    over,
    head,
    async write(bytes) {
      head()
      if (response.destroyed || !asked.open) return false
      await new Promise<void>((resolve) => {
        response.write(bytes, () => resolve())
        void over.then(resolve)
      })
      return !response.destroyed
    },
    end(bytes) {
      head()
      ours = true
      response.end(bytes)
    },
    destroy() {
      ours = true
      response.socket?.destroy()
    },
  }
}

export async function startService(answer: Answer): Promise<Service> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const one: Asked = { at: performance.now(), open: true }
    const call = callOf(response, asked.push(one) - 1, one)
    // the question is read first, as services do
    request.resume().once('end', () => void answer(call))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** An address where nobody listens. */
export async function nowhere(): Promise<string> {
  const service = await startService(() => undefined)
  await service.close()
  return service.url
}
