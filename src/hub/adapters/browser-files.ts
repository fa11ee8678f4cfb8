import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { below } from './routes.ts'

/** A part that several entries share has its content's hash in its name, so it never changes. */
const hashed = /-[A-Z0-9]{8}\.js$/

/** Pages of any origin, and of none such as a sandboxed frame's, may load what the package holds for everybody; a browser asks for that even for a script. */
const anywhere = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

interface BrowserFile {
  readonly body: Buffer
  readonly etag: string
  readonly headers: Readonly<Record<string, string | number>>
}

function fileOf(folder: string, name: string): BrowserFile {
  const body = readFileSync(join(folder, name))
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': body.length,
    'x-content-type-options': 'nosniff',
    ...anywhere,
    'cache-control': hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
  }
  return { body, etag, headers }
}

/**
 * The package's own builds for pages without a bundler (`element.js`, `snippet.js`, `widget.js`, `themes.js`, `locales/de.js`, `console.js` and what they load)
 * below the hub's path (`path`, default `/handback`), for pages of every origin. They are read once, at the call; nothing else of the disk can be asked for.
 *
 * @returns a handler that answers for these files and returns `false` for everything else.
 * @throws Error of `node:fs` or `node:module` when the package is not whole.
 * @example
 * const files = browserFiles() // <script type="module" src="/handback/element.js"></script>
 * const chat = nodeHandler(hub)
 * createServer((request, response) => files(request, response) || chat(request, response) || site(request, response))
 */
export function browserFiles({ path = '/handback' }: { readonly path?: string } = {}): (request: IncomingMessage, response: ServerResponse) => boolean {
  const folder = dirname(createRequire(import.meta.url).resolve('handback/browser/element.js'))
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll(sep, '/'))
  const names = all.filter((name) => /^(locales\/)?[\w-]+\.js$/.test(name))
  const files = new Map(names.map((name) => [name, fileOf(folder, name)]))
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const url = URL.parse(request.url ?? '/', 'http://localhost')
    const file = url ? files.get(below(path, url.pathname)?.slice(1) ?? '') : undefined
    if (!file) return false
    if (request.headers['if-none-match'] === file.etag) response.writeHead(304, { ...anywhere, etag: file.etag }).end()
    else response.writeHead(200, file.headers).end(file.body)
    return true
  }
}
