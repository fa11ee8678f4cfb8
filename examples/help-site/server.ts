import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHub, createTokens } from 'handback/hub'
import { browserFiles, drain, nodeHandler } from 'handback/hub/node'
import { knowledge } from 'handback/knowledge'
import { folderBlobs } from 'handback/stores/folder'
import { sqliteStore } from 'handback/stores/sqlite'
import { addressOf, readArticles } from './articles.ts'
import { complaint } from './complaint.ts'
import { makeFolder } from './folder.ts'
import { secure } from './http.ts'
import { signingKey } from './key.ts'
import { chooseProvider } from './model.ts'
import { signIn } from './sign-in.ts'
import { site } from './site.ts'

/**
 * Hazelbank's help site with its chat and its agents' console, in one process.
 * `PORT` (4280; 0 takes any free one), `HOST` (127.0.0.1: only this machine, because the development sign-in asks for no password), `HANDBACK_DIR` (.handback).
 * An empty one counts as none.
 */
const port = Number(process.env['PORT'] || 4280)
const host = process.env['HOST'] || '127.0.0.1'
const folder = resolve(process.env['HANDBACK_DIR'] || fileURLToPath(new URL('../../.handback', import.meta.url)))

function give(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

async function start(): Promise<void> {
  makeFolder(folder)
  const tokens = createTokens(signingKey(join(folder, 'key')))
  const articles = readArticles(fileURLToPath(new URL('knowledge', import.meta.url)))
  const search = knowledge({ articles, url: addressOf })
  const store = sqliteStore({ path: join(folder, 'handback.sqlite') })
  const blobs = folderBlobs(join(folder, 'files'))
  const hub = createHub({ store, blobs, tokens, knowledge: search, provider: chooseProvider(search, process.env) })

  const handlers = [
    site({ articles, search: async question => (await search.search(question, { limit: 8 })).map(found => found.article.id) }),
    signIn(tokens),
    browserFiles(),
    nodeHandler(hub),
  ]
  const server = createServer((request, response) => {
    secure(response)
    if (!handlers.some(handle => handle(request, response))) response.writeHead(404).end()
  })

  const stop = async (): Promise<void> => {
    await drain({ hub, server })
    await store.close()
  }

  await new Promise<void>((listening, refused) => server.once('error', refused).listen(port, host, listening))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  const base = `http://localhost:${(server.address() as AddressInfo).port}`
  process.stdout.write(`Help site        ${base}/\nAgents' console  ${base}/console\n`)
}

if (!Number.isInteger(port) || port < 0 || port > 65_535) give(`PORT is "${process.env['PORT']}": set it to a number from 0 (any free one) to 65535.`)
try {
  await start()
} catch (error) {
  const sentence = complaint(error, { port, folder })
  if (sentence === undefined) throw error
  give(sentence)
}
