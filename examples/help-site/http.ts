import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

/** What every response of this server carries. Scripts come from files only, and nothing makes markup from text. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-cache' })
  response.end(body)
}

export const sendPage = (response: ServerResponse, status: number, { html }: { readonly html: string }): void =>
  send(response, status, 'text/html; charset=utf-8', html)

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, 'application/json', JSON.stringify(value))

/** Sends one file of a folder; a name with anything but plain characters is nobody's. Resolves with whether there was one. */
export async function sendFile(response: ServerResponse, folder: string, name: string): Promise<boolean> {
  const type = types[extname(name)]
  if (type === undefined || !/^[\w-]+(\.[\w-]+)+$/.test(name)) return false
  const body = await readFile(join(folder, name)).catch(() => undefined)
  if (body) send(response, 200, type, body)
  return body !== undefined
}

/** The body of a small JSON request, or `undefined` when it is none. */
export async function readJson(request: IncomingMessage, limit = 1024): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
