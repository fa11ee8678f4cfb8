import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Identity, Link, Sink, Transport } from '../../src/contracts/index.ts'
import { fetchHandler } from '../../src/hub/adapters/fetch.ts'
import { nodeHandler, socketHandler } from '../../src/hub/adapters/node.ts'
import type { Hub } from '../../src/hub/index.ts'
import { createPolls } from '../../src/hub/polls.ts'
import type { KitHub, Served } from '../../src/testing/index.ts'
import type { FetchLike } from '../../src/transports/http.ts'

const BUFFER = 1_048_576

/** The kit's hub as the adapters take a hub. */
function asHub(kit: KitHub): Pick<Hub, 'link' | 'ports'> {
  const links = new Map<string, Link>()
  function link(identity: Identity, sink: Sink): Link {
    let over = false
    const opened = kit.link(identity, {
      write: sink.write,
      close() {
        over = true
        links.delete(opened?.id ?? '')
        sink.close()
      },
    })
    if (!over) links.set(opened.id, opened)
    return opened
  }
  const nothing = async (): Promise<undefined> => undefined
  return {
    link,
    ports: {
      tokens: { verify: kit.authenticate, session: nothing, issue: () => Promise.reject(new Error('The kit issues its own.')) },
      path: '/handback',
      origins: [],
      buffer: BUFFER,
      admit: () => undefined,
      charge: () => undefined,
      answer: kit.answer,
      record: nothing,
      transcript: nothing,
      files: { bring: () => Promise.reject(new Error('The kit takes none.')), read: () => Promise.reject(new Error('The kit has none.')) },
      article: nothing,
      conversations: async () => [],
      polls: createPolls({ link, now: Date.now, buffer: BUFFER }),
      linkOf: (_identity, id) => links.get(id),
      forward: async () => false,
      // a hub that fails on purpose is a check of the kit
      onError: () => undefined,
    },
  }
}

/** The kit's hub as frameworks use a hub, without a server. */
export function mountKit(kit: KitHub): FetchLike {
  const handle = fetchHandler(asHub(kit))
  return (url, init) => (url.includes('/kit/') ? kit.fetch : handle)(new Request(url, init))
}

/** The kit's hub behind a real server of Node, with every way to reach it. */
export async function serveKit(kit: KitHub, transportAt: (endpoint: string) => Transport): Promise<Served> {
  const hub = asHub(kit)
  const handle = nodeHandler(hub)
  const sockets = socketHandler(hub)
  const server = createServer((request, response) => {
    if (request.url?.includes('/kit/')) void question(kit, request, response)
    else if (!handle(request, response)) response.writeHead(404).end()
  })
  server.on('upgrade', (request, socket, head) => {
    if (!sockets(request, socket, head)) socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const through = (at: number): Transport => transportAt(`http://127.0.0.1:${at}/handback`)
  return { transport: through(port), port, through, close: () => stop(server) }
}

/** What is no frame, as a framework would hand it on. */
async function question(kit: KitHub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '', headers } = request
  const body = method === 'GET' ? undefined : await buffer(request)
  const answer = await kit.fetch(new Request(`http://site.example${url}`, { method, headers: { authorization: headers.authorization ?? '' }, ...(body && { body }) }))
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
