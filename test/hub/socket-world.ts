import { type IncomingMessage, createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ClientOptions, WebSocket } from 'ws'
import { nodeHandler, socketHandler } from '../../src/hub/adapters/node.ts'
import type { Hub } from '../../src/hub/index.ts'
import { type ServerFrame, decodeServerFrame } from '../../src/protocol/index.ts'
import type { Of } from './recorded-link.ts'

export interface SocketWorld {
  /** `http://127.0.0.1:<port>/handback` */
  readonly endpoint: string
  readonly port: number
  /** Requests for a socket as they came. */
  readonly requests: readonly IncomingMessage[]
  /** The newest connection on the hub's side. */
  readonly newest: () => Socket
  /** Cuts every connection. */
  cut(): void
}

/** A hub behind a real server of Node that takes sockets too. */
export async function serveSockets(hub: Pick<Hub, 'link' | 'ports'> & Partial<Hub>): Promise<SocketWorld> {
  const answers = nodeHandler(hub as Hub)
  const sockets = socketHandler(hub)
  const requests: IncomingMessage[] = []
  const open = new Set<Socket>()
  let newest: Socket | undefined
  const server = createServer((request, response) => answers(request, response) || response.writeHead(404).end())
  server.on('connection', (socket) => {
    newest = socket
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('upgrade', (request, socket, head) => {
    requests.push(request)
    if (!sockets(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\nconnection: close\r\n\r\nelsewhere')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => open.forEach((socket) => socket.destroy())
  onTestFinished(() => {
    cut()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/handback`,
    port,
    requests,
    newest() {
      if (!newest) throw new Error('Nobody has come yet.')
      return newest
    },
    cut,
  }
}

export interface Peer {
  readonly ws: WebSocket
  /** Messages as they came. */
  readonly texts: readonly string[]
  readonly frames: readonly ServerFrame[]
  of<T extends ServerFrame['t']>(type: T): Of<T>[]
  /** Resolves with the status of the answer, 101 for a socket. */
  readonly status: Promise<number>
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  /** Says a value as JSON, or a text as it is. */
  say(message: unknown): void
}

/** A raw peer of a hub's socket. */
export function peerOf({ port }: { readonly port: number }, options: ClientOptions = {}, path = '/handback/socket'): Peer {
  const ws = new WebSocket(`ws://127.0.0.1:${port}${path}`, options)
  onTestFinished(() => ws.terminate())
  const texts: string[] = []
  const frames: ServerFrame[] = []
  ws.on('message', (data, binary) => {
    if (binary) throw new Error('The hub says binary things.')
    const text = String(data)
    const frame = decodeServerFrame(text)
    if (!frame) throw new Error(`The hub says what no client can read: ${text.slice(0, 300)}`)
    texts.push(text)
    frames.push(frame)
  })
  const status = new Promise<number>((resolve, reject) => {
    ws.on('upgrade', () => resolve(101))
    ws.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      ws.terminate()
    })
    ws.on('error', reject)
  })
  // a peer that is refused or cut is what many tests are about
  status.catch(() => undefined)
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  return {
    ws,
    texts,
    frames,
    of: <T extends ServerFrame['t']>(type: T) => frames.filter((frame): frame is Of<T> => frame.t === type),
    status,
    closed,
    say: (message) => ws.send(typeof message === 'string' ? message : JSON.stringify(message)),
  }
}

/** A peer that has said its first message. */
export async function enteredPeer(
  server: { readonly port: number },
  token: string,
  follow: readonly string[] = [],
  options?: ClientOptions,
): Promise<Peer> {
  const peer = peerOf(server, options)
  await peer.status
  peer.say({ token, follow })
  return peer
}

export const saying = (id: string, text = id, conversation = 'conversation-1') =>
  ({ t: 'command', conversation, seen: null, command: { id, type: 'message-send', data: { parts: [{ type: 'text', text }] } } }) as const
