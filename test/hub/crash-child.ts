import { writeSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AIProvider, ReplyPart } from '../../src/contracts/index.ts'
import { nodeHandler } from '../../src/hub/adapters/node.ts'
import { createHub, createTokens } from '../../src/hub/index.ts'
import { sqliteStore } from '../../src/stores/sqlite.ts'

/** A hub in a process of its own, which kills itself at the nth time that it comes to a point. `never` lives on. */
const [path = '', port = '0', point = 'never', count = '1'] = process.argv.slice(2)
let left = Number(count)

/** Says which message it answers, word by word, so that a stream has a middle. */
const provider: AIProvider = {
  specVersion: 1,
  name: 'echo',
  supports: { tools: false, images: false },
  async *reply({ messages }, { signal }): AsyncIterable<ReplyPart> {
    const last = messages.findLast(({ role }) => role === 'visitor')?.text ?? ''
    for (const word of ['This ', 'answers ', last]) {
      if (signal.aborted) return
      yield { type: 'text-delta', text: word }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    yield { type: 'finish', reason: 'stop' }
  },
}

const log = { info: () => undefined, warn: () => undefined, error: (_fields: object, message: string) => void writeSync(2, `${message}\n`) }

const hub = createHub({
  store: sqliteStore({ path }),
  provider,
  tokens: createTokens(new Uint8Array(32).fill(7)),
  // it stays with the bot, so that every life has turns to be killed in
  policy: { onFailure: 'notice', turnRetry: 10 },
  log,
  failPoint(at) {
    if (at !== point) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  },
})
const handle = nodeHandler(hub)
const server = createServer((request, response) => {
  if (!handle(request, response)) response.writeHead(404).end()
})
server.listen(Number(port), '127.0.0.1', () => writeSync(1, `listening ${(server.address() as AddressInfo).port}\n`))
