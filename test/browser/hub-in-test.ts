import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHub, createTokens } from 'handback/hub'
import type { HubOptions } from 'handback/hub'
import { browserFiles, nodeHandler } from 'handback/hub/node'
import { memoryStore } from 'handback/stores/memory'
import { secure } from '../../examples/help-site/http.ts'
import { signIn } from '../../examples/help-site/sign-in.ts'
import { site } from '../../examples/help-site/site.ts'

/** The help site's pages and a hub in the test's own process, so that a test can hold its provider, its clock and its tokens. */
export async function hubInTest(options: Pick<HubOptions, 'provider'> & Partial<HubOptions>): Promise<{ readonly base: string; stop(): Promise<void> }> {
  const { tokens = createTokens(crypto.getRandomValues(new Uint8Array(32))) } = options
  const store = memoryStore()
  const hub = createHub({ store, ...options, tokens })
  const handlers = [site({ articles: [], search: async () => [] }), signIn(tokens), browserFiles(), nodeHandler(hub)]
  const server = createServer((request, response) => {
    secure(response)
    if (!handlers.some((handle) => handle(request, response))) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    async stop() {
      await hub.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await store.close()
    },
  }
}
