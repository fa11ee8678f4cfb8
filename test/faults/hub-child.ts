import { createServer } from 'node:http'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import { createHub } from '../../src/hub/index.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'
import { greeter } from './greeter.ts'
import { tokens } from './tokens.ts'

/** A hub over a SQLite file in a process of its own. It ends with the process that started it. */
export type HubArguments = readonly [file: string, host: string, port: string]
const [path, host, port] = process.argv.slice(2) as unknown as HubArguments

const hub = createHub({ store: sqliteStore({ path }), provider: greeter(), tokens })
const handle = nodeHandler(hub)
createServer((request, response) => {
  if (!handle(request, response)) response.writeHead(404).end()
}).listen(Number(port), host, () => process.send?.('listening'))
process.once('disconnect', () => process.exit())
