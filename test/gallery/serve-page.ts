import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { bundle } from '../../examples/gallery/bundle.ts'

/** An empty page with one module of the tests, built from the sources; `handle` is asked first. */
export async function servePage(path: string, handle?: (request: IncomingMessage, response: ServerResponse) => boolean): Promise<{ readonly base: string; stop(): Promise<void> }> {
  const scripts = await bundle(path)
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Page</title><script type="module" src="/${basename(path, '.ts')}.js"></script>`
  const server = createServer((request, response) => {
    if (handle?.(request, response)) return
    const script = scripts.get(request.url ?? '')
    response.setHeader('content-type', `${script === undefined ? 'text/html' : 'text/javascript'}; charset=utf-8`)
    response.end(script ?? page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
