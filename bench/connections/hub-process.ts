import { createServer } from 'node:http'
import type { AIProvider } from '../../src/contracts/index.ts'
import { drain, nodeHandler } from '../../src/hub/adapters/node.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { type HubSettings, KEY } from './settings.ts'
import { hurryTimers } from './timing.ts'

/** A hub in a process of its own: SQLite on disk, Node's http server on a real port. */
const { path, port, scale } = JSON.parse(process.argv[2] ?? '{}') as HubSettings
hurryTimers(scale)

const provider: AIProvider = {
  specVersion: 1,
  name: 'brief',
  supports: { tools: false, images: false },
  async *reply() {
    yield { type: 'text-delta', text: 'One moment.' }
    yield { type: 'finish', reason: 'stop' }
  },
}
const store = sqliteStore({ path })
const hub = createHub({
  store,
  provider,
  tokens: createTokens(KEY),
  // the agent comes back in the end; what is measured is the connection, not the queue
  policy: { agentGrace: 3_600_000 },
  // the default, in hurried seconds
  admission: { burst: 1_000 / scale, perSecond: 250 * scale },
  allowance: { burst: 100_000, perSecond: 10_000 },
})
const chat = nodeHandler(hub)
const server = createServer((request, response) => {
  if (!chat(request, response)) response.writeHead(404).end()
})
server.listen({ port, host: '127.0.0.1', backlog: 10_000 }, () => process.send?.({ listening: server.address() }))

process.on('message', () => server.closeAllConnections())
process.once('SIGTERM', () => {
  void drain({ hub, server })
    .then(() => store.close())
    .then(() => process.exit(0))
})
// nobody may be left behind when the bench itself is gone
process.on('disconnect', () => process.exit(0))
