import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../test/browser/rig.ts'
import { startAgent } from '../test/engines/agent.ts'
import { conversation } from '../test/engines/conversation.ts'
import { driven } from '../test/engines/driven.ts'
import type { Client } from '../test/engines/driven.ts'
import { firefox, firefoxMissing } from '../test/engines/firefox.ts'
import { startFront } from '../test/engines/front.ts'
import { latePiece } from '../test/engines/late-piece.ts'
import { walk } from '../test/engines/steps.ts'
import type { Count } from '../test/engines/steps.ts'
import { visitor } from '../test/engines/visitor.ts'
import { webkit, webkitMissing } from '../test/engines/webkit.ts'

/**
 * One whole conversation in real Firefox and real WebKit, against the help site; `--only firefox` or `--only webkit` takes one of them.
 * The last line is `engines: N steps, N failed`. Without such a browser it says what to install, and fails.
 */

const engines = [
  { key: 'firefox', missing: firefoxMissing, start: firefox },
  { key: 'webkit', missing: webkitMissing, start: webkit },
] as const

type Engine = (typeof engines)[number]

/** Which are meant, or what is wrong with that, as one sentence. */
function wanted([flag, key, ...rest]: readonly string[]): readonly Engine[] | string {
  if (flag === undefined) return engines
  const only = engines.filter((engine) => engine.key === key)
  return flag === '--only' && only.length === 1 && rest.length === 0 ? only : 'Usage: npm run test:engines -- [--only firefox|webkit]'
}

// browsers have process groups of their own, which no terminal ends
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error(`ended by ${signal}`)))
const stopped = new Promise<never>((_, reject) => stop.signal.addEventListener('abort', () => reject(stop.signal.reason)))

/** Each engine has a server, an agent and data of its own. */
async function drive(start: () => Promise<Client>, count: Count): Promise<void> {
  await using ends = new AsyncDisposableStack()
  const server = await startServer()
  ends.defer(() => server.stop())
  const front = await startFront(server.base)
  ends.defer(() => front.stop())
  const agent = startAgent(server.base)
  ends.defer(() => agent.end())
  const client = await start()
  ends.defer(() => client.close())
  process.stdout.write(`${client.name}\n`)
  const person = visitor(driven(client))
  const picture = async (): Promise<string> => {
    const path = join(mkdtempSync(join(tmpdir(), 'handback-engines-')), 'failed.png')
    writeFileSync(path, await client.screenshot())
    return path
  }
  const visits = async (): Promise<void> => {
    await walk(conversation(person, agent, `http://localhost:${front.port}/`), count, picture)
    // another origin is another visitor
    await walk(latePiece(person, agent, `http://127.0.0.1:${front.port}/`, front), count, picture)
  }
  await Promise.race([visits(), stopped])
}

const chosen = wanted(process.argv.slice(2))
const lacking = typeof chosen === 'string' ? [chosen] : chosen.flatMap(({ missing }) => missing() ?? [])
if (lacking.length > 0 || typeof chosen === 'string') {
  process.stderr.write(`${lacking.join('\n')}\n`)
  process.exitCode = 1
} else {
  const count = { steps: 0, failed: 0 }
  for (const { key, start } of chosen) {
    if (stop.signal.aborted) break
    try {
      await drive(start, count)
    } catch (error) {
      // it did not start, or not all of it ended
      count.failed += 1
      process.stdout.write(`  FAILED  ${key}: ${String(error)}\n`)
    }
  }
  process.stdout.write(`engines: ${count.steps} steps, ${count.failed} failed\n`)
  process.exitCode = count.failed > 0 ? 1 : 0
}
