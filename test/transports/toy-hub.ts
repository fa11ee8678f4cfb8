import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ClientFrame, type ServerFrame, decodeClientBody, encodeFrame } from '../../src/protocol/index.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void | Promise<void>

export const hello: ServerFrame = { t: 'hello', link: 'link-0001', protocol: 1, now: 1 }
export const beat = (seq: number): ServerFrame => ({ t: 'beat', heads: { 'conversation-1': { log: 1, seq } } })
export const ack = (command: string): ServerFrame => ({ t: 'ack', command, at: { log: 1, seq: 1 } })
export const command = (id: string, data: unknown = {}): ClientFrame => ({
  t: 'command',
  conversation: 'conversation-1',
  seen: null,
  command: { id, type: 'message-send', data },
})
export const event = (frame: ServerFrame): string => `data: ${encodeFrame(frame)}\n\n`

/** A loopback server that speaks the wire of a hub, badly where a test wants it. */
export interface ToyHub {
  readonly endpoint: string
  /** Everything that was asked, oldest first. */
  readonly requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[]
  /** Frames that came up, oldest first. */
  readonly received: ClientFrame[]
  /** The newest open stream. */
  stream(): ServerResponse
  /** Resolves when `condition` holds, looking after each request and each end of a response. */
  until(condition: () => boolean): Promise<void>
  /** What to answer; each may be replaced by a test. */
  answers: { stream: Answer; frames: Answer; session: Answer }
  close(): Promise<void>
}

export async function toyHub(): Promise<ToyHub> {
  const streams: ServerResponse[] = []
  const listeners = new Set<() => void>()
  const changed = (): void => listeners.forEach((listener) => listener())

  const hub: ToyHub = {
    endpoint: '',
    requests: [],
    received: [],
    stream: () => streams.at(-1) as ServerResponse,
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition()) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        look()
      }),
    answers: {
      stream(_request, response) {
        openStream(response)
        response.write(event(hello))
      },
      frames(_request, response, body) {
        const frames = decodeClientBody(body)?.frames ?? []
        hub.received.push(...frames)
        json(response, 200, { frames: frames.flatMap((frame) => (frame.t === 'command' ? [ack(frame.command.id)] : [])) })
      },
      session(_request, response) {
        json(response, 500, {})
      },
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const body = Buffer.concat(chunks).toString()
      const kind = path.startsWith('/hub/stream') ? 'stream' : path === '/hub/frames' ? 'frames' : 'session'
      if (kind === 'stream') streams.push(response)
      response.on('close', () => setImmediate(changed))
      hub.requests.push({ method: request.method ?? '', path, headers: request.headers, body })
      void hub.answers[kind](request, response, body)
      changed()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(hub, { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub` })
}

export function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  response.flushHeaders()
}

export function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}
