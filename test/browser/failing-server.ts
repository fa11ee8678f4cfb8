import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHub, createTokens } from 'handback/hub'
import { browserFiles, nodeHandler } from 'handback/hub/node'
import { knowledge } from 'handback/knowledge'
import { knowledgeProvider } from 'handback/providers/knowledge'
import { sqliteStore } from 'handback/stores/sqlite'
import { addressOf, readArticles } from '../../examples/help-site/articles.ts'
import { secure } from '../../examples/help-site/http.ts'
import { signingKey } from '../../examples/help-site/key.ts'
import { signIn } from '../../examples/help-site/sign-in.ts'
import { site } from '../../examples/help-site/site.ts'

/** The help site with a hub that kills its own process at the n-th visit of a fail point: `HANDBACK_FAIL_AT=after-append:3`. */

const folder = process.env['HANDBACK_DIR'] ?? '.'
const [point, visit = '1'] = (process.env['HANDBACK_FAIL_AT'] ?? '').split(':')
let left = Number(visit)

const tokens = createTokens(signingKey(join(folder, 'key')))
const articles = readArticles(fileURLToPath(new URL('../../examples/help-site/knowledge', import.meta.url)))
const search = knowledge({ articles, url: addressOf })
const hub = createHub({
  store: sqliteStore({ path: join(folder, 'handback.sqlite') }),
  tokens,
  knowledge: search,
  provider: knowledgeProvider({ knowledge: search }),
  failPoint(reached) {
    if (reached === point && --left === 0) process.kill(process.pid, 'SIGKILL')
  },
})
const handlers = [site({ articles, search: async () => [] }), signIn(tokens), browserFiles(), nodeHandler(hub)]
createServer((request, response) => {
  secure(response)
  if (!handlers.some((handle) => handle(request, response))) response.writeHead(404).end()
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
