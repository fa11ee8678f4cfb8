import type { Id } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import { disposition } from '../files/file-name.ts'
import type { HubPorts } from '../ports.ts'
import type { Ask, Reply } from './reply.ts'
import { identify, json, notFound } from './reply.ts'

/** Answers for what a path names. */
type ContentHandler = (ports: HubPorts, ask: Ask, ...named: string[]) => Promise<Reply>

/** Longest name of a file that is looked at, in UTF-16 units. */
const NAME = 2_000

/** For all that is saved and never shown by a browser as a page of this site. */
const saved = { 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'" }

/** What goes wrong after the first byte can only be told by a response that breaks off. */
async function* reporting(ports: HubPorts, body: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* body
  } catch (error) {
    ports.onError(error)
    throw error
  }
}

async function exported(ports: HubPorts, ask: Ask, conversation: Id = ''): Promise<Reply> {
  const identity = await identify(ports, ask)
  const format = ask.query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'text') throw new HandbackError('request/invalid', 'A conversation is told as json or text.')
  const text = format === 'text'
  const body = await (text ? ports.transcript(identity, conversation) : ports.record(identity, conversation))
  if (!body) throw notFound()
  return {
    type: 'file',
    body: reporting(ports, body),
    headers: {
      ...saved,
      'content-type': `${text ? 'text/plain' : 'application/json'}; charset=utf-8`,
      'content-disposition': `attachment; filename="conversation-${conversation}.${text ? 'txt' : 'json'}"`,
      'cache-control': 'no-store',
    },
  }
}

async function bring(ports: HubPorts, ask: Ask, conversation: Id = ''): Promise<Reply> {
  const identity = await identify(ports, ask)
  const length = ask.header('content-length')
  const incoming = { length: length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined, body: ask.body }
  const name = (ask.query.get('name') ?? '').slice(0, NAME)
  return json(201, { part: await ports.files.bring(identity, conversation, name, incoming) })
}

async function read(ports: HubPorts, ask: Ask, conversation: Id = '', blob: Id = ''): Promise<Reply> {
  const { info, bytes, late, sent } = await ports.files.read(await identify(ports, ask), conversation, blob)
  return {
    type: 'bytes',
    body: bytes,
    late,
    sent,
    headers: {
      ...saved,
      'content-type': info.media === 'text/plain' ? 'text/plain; charset=utf-8' : info.media,
      'content-disposition': disposition(info.name),
      'cache-control': 'private, no-store',
    },
  }
}

async function article(ports: HubPorts, ask: Ask, name = ''): Promise<Reply> {
  ports.charge(await identify(ports, ask), 1)
  const found = await ports.article(decoded(name))
  if (!found) throw notFound()
  const { id, title, url, text } = found
  return json(200, { id, title, ...(url === undefined ? {} : { url }), text })
}

/** A name with its escapes resolved; one that has none is nobody's. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // half an escape
    throw notFound()
  }
}

async function conversations(ports: HubPorts, ask: Ask): Promise<Reply> {
  const identity = await identify(ports, ask)
  ports.charge(identity, 1)
  return json(200, { conversations: await ports.conversations(identity) })
}

/** Routes whose path names what is asked for. */
export const contentRoutes: readonly (readonly [pattern: RegExp, handler: ContentHandler])[] = [
  [/^GET \/conversations$/, conversations],
  [/^GET \/conversations\/([\w-]{8,64})\/export$/, exported],
  [/^POST \/conversations\/([\w-]{8,64})\/files$/, bring],
  [/^GET \/conversations\/([\w-]{8,64})\/files\/([\w-]{8,64})$/, read],
  [/^GET \/articles\/([^/]{1,1000})$/, article],
]
