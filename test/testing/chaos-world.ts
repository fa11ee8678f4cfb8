import { once } from 'node:events'
import { type RequestListener, createServer as createHttpServer } from 'node:http'
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ChaosFaults, type ChaosProxy, chaosProxy } from '../../src/testing/index.ts'

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

async function through(target: number, faults: ChaosFaults, seed: number): Promise<ChaosProxy> {
  const proxy = await chaosProxy({ target, seed })
  onTestFinished(proxy.close)
  proxy.set(faults)
  return proxy
}

/** A proxy in front of a server of plain TCP. */
export const beforeSockets = async (serve: (socket: Socket) => void, faults: ChaosFaults = {}, seed = 1): Promise<ChaosProxy> =>
  through(
    await listen(
      createServer({ allowHalfOpen: true }, (socket) => {
        socket.on('error', () => socket.destroy())
        serve(socket)
      }),
    ),
    faults,
    seed,
  )

/** A proxy in front of a real server of HTTP. */
export const beforeHttp = async (serve: RequestListener, faults: ChaosFaults = {}, seed = 1): Promise<ChaosProxy> =>
  through(await listen(createHttpServer(serve)), faults, seed)

/** What one connection has received, piece by piece, and how it ended. */
export interface Caller {
  readonly socket: Socket
  readonly pieces: Buffer[]
  text(): string
  /** `FIN`, or the code of an error. */
  readonly ended: Promise<string>
}

export async function call(proxy: ChaosProxy, send = ''): Promise<Caller> {
  const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true })
  const pieces: Buffer[] = []
  socket.on('data', (piece) => pieces.push(piece))
  const ended = new Promise<string>((resolve) => {
    socket.on('end', () => resolve('FIN'))
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
  })
  onTestFinished(() => {
    socket.destroy()
  })
  // who is reset at once may never hear that it was connected
  await Promise.race([new Promise((resolve) => socket.on('connect', resolve)), ended])
  if (send) socket.write(send)
  return { socket, pieces, text: () => Buffer.concat(pieces).toString(), ended }
}

export const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nhost: x\r\n${more}\r\n`
export const post = (path: string, body: string): string => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
