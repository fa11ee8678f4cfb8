import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drain, nodeHandler } from '../../src/hub/adapters/node.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'

/** A server in a process of its own that is drained by SIGTERM, and says what it has done by its exit code. */
const [path = '', patience = '5000'] = process.argv.slice(2)
const store = sqliteStore({ path })
const hub = createHub({ store, provider: scripted(() => ['All is well.']), tokens: createTokens(new Uint8Array(32).fill(7)) })
const handle = nodeHandler(hub)
const server = createServer((request, response) => {
  if (!handle(request, response)) response.writeHead(404).end()
})
process.once('SIGTERM', () => {
  writeSync(1, 'draining\n')
  void drain({ hub, server, patience: Number(patience) })
    .then(() => store.close())
    .then(() => writeSync(1, 'drained\n'))
})
server.listen(0, '127.0.0.1', () => writeSync(1, `listening ${(server.address() as AddressInfo).port}\n`))
