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

export interface PollBody {
  readonly follow?: readonly string[]
  readonly link?: string
  readonly got?: number
  readonly wait?: number
  readonly end?: true
}

/** A loopback server that speaks the wire of a hub, badly where a test wants it. */
export interface ToyHub {
  readonly endpoint: string
  /** Everything that was asked, oldest first. */
  readonly requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[]
  /** Frames that came up, oldest first. */
  readonly received: ClientFrame[]
  /** The newest open stream. */
  stream(): ServerResponse
  /** Bodies of polls, oldest first. */
  polls(): PollBody[]
  /** Frames for whoever is connected, by stream or by poll. */
  tell(...frames: readonly ServerFrame[]): void
  /** The frames of the answer that opens a link by polls: `hello` alone, unless a test wants more. */
  readonly opening: ServerFrame[]
  /** Resolves when `condition` holds, looking after each request and each end of a response. */
  until(condition: () => boolean): Promise<void>
  /** What to answer; each may be replaced by a test. */
  answers: { stream: Answer; frames: Answer; session: Answer; poll: Answer }
  close(): Promise<void>
}

export async function toyHub(): Promise<ToyHub> {
  const streams: ServerResponse[] = []
  const listeners = new Set<() => void>()
  /** What polls have not taken yet, the poll that waits for it, and the answers given so far. */
  let untold: ServerFrame[] = []
  let held: ServerResponse | undefined
  let given = 0
  const release = (): void => {
    if (held) answerPoll(held)
  }
  const answerPoll = (response: ServerResponse): void => {
    held = undefined
    given += 1
    json(response, 200, { frames: untold.splice(0) })
  }
  const changed = (): void => listeners.forEach((listener) => listener())

  const hub: ToyHub = {
    endpoint: '',
    requests: [],
    received: [],
    opening: [hello],
    stream: () => streams.at(-1) as ServerResponse,
    polls: () => hub.requests.filter(({ path }) => path === '/hub/poll').map(({ body }) => JSON.parse(body) as PollBody),
    tell(...frames) {
      const stream = streams.at(-1)
      if (stream) return void stream.write(frames.map(event).join(''))
      untold.push(...frames)
      release()
    },
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
        response.write(`retry: 1000\n\n${event(hello)}`)
      },
      frames(_request, response, body) {
        const frames = decodeClientBody(body)?.frames ?? []
        hub.received.push(...frames)
        json(response, 200, { frames: frames.flatMap((frame) => (frame.t === 'command' ? [ack(frame.command.id)] : [])) })
      },
      poll(_request, response, body) {
        const { link, got, wait = 0, end } = JSON.parse(body) as PollBody
        if (link === undefined) {
          given = 0
          untold = [...hub.opening]
          return answerPoll(response)
        }
        if (end) {
          release()
          return json(response, 200, { frames: [] })
        }
        if (got !== given) return json(response, 404, { error: { code: 'request/not-found', message: 'Not found.' } })
        if (untold.length > 0 || wait === 0) return answerPoll(response)
        held = response
        setTimeout(() => held === response && release(), wait).unref()
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
      const kind = path.startsWith('/hub/stream') ? 'stream' : path === '/hub/frames' ? 'frames' : path === '/hub/poll' ? 'poll' : 'session'
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

/** An answer without end: spaces, as fast as they are taken. Tells how many bytes were given so far. */
export function endless(response: ServerResponse, status = 200): () => number {
  const piece = Buffer.alloc(65_536, ' ')
  let given = 0
  const more = (): void => {
    do given += piece.length
    while (!response.destroyed && response.write(piece))
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.on('drain', more)
  more()
  return () => given
}
