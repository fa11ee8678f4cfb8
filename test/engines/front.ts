import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inPage } from './in-page.ts'

export interface Front {
  readonly port: number
  /** Answers 503 as often as that to files whose path the expression finds, and then lets them through. */
  fail(path: RegExp, times: number): void
  /** How many of them are still to fail. */
  readonly left: number
  stop(): Promise<void>
}

/** A server before the server: it puts `inPage` first into each page, and can fail what is fetched. */
export async function startFront(to: string): Promise<Front> {
  let failing = { path: /$^/, left: 0 }

  function page(from: IncomingMessage, response: ServerResponse): void {
    const { 'content-length': _, ...headers } = from.headers
    let html = ''
    from.setEncoding('utf8').on('data', (text: string) => (html += text))
    from.on('end', () => response.writeHead(from.statusCode ?? 502, headers).end(html.replace('<head>', '<head><script src="/in-page.js"></script>')))
  }

  const server = createServer((request, response) => {
    const { url = '/', method, headers } = request
    if (url === '/in-page.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(`(${inPage.toString()})()`)
    if (failing.left > 0 && failing.path.test(url)) {
      failing.left -= 1
      return void response.writeHead(503).end()
    }
    // a compressed page could not be read here
    const onward = ask(to + url, { method, headers: { ...headers, 'accept-encoding': 'identity' } }, (from) => {
      if (from.headers['content-type']?.startsWith('text/html')) return page(from, response)
      response.writeHead(from.statusCode ?? 502, from.headers)
      // a stream's head is news too
      response.flushHeaders()
      from.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    fail(path, times) {
      failing = { path, left: times }
    },
    get left() {
      return failing.left
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
