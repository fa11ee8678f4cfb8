import type { Identity } from '../../contracts/index.ts'
import type { ClientFrame, Follow, Id, ServerFrame, WireError } from '../../protocol/index.ts'
import { CLIENT_BODY_BYTES, HandbackError, decodeClientBody, encodeFrame, isHandbackError, parseFollow, toWire } from '../../protocol/index.ts'
import type { HubPorts } from '../hub.ts'

/** The part of a request that the routes use, whatever brought it. */
export interface Ask {
  readonly method: string
  /** Below the hub's own path, such as `/stream`. */
  readonly path: string
  readonly query: URLSearchParams
  header(name: string): string | undefined
  /** The body as text; rejects `request/too-large` beyond a number of bytes. */
  body(limit: number): Promise<string>
}

export type Reply =
  | { readonly type: 'json'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** Text that is too long to be held at once. */
  | { readonly type: 'file'; readonly headers: Readonly<Record<string, string>>; readonly body: AsyncIterable<string> }
  | { readonly type: 'stream'; readonly headers: Readonly<Record<string, string>>; readonly identity: Identity; readonly follow: readonly Follow[] }

const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  type: 'json',
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
  body: typeof value === 'string' ? value : JSON.stringify(value),
})

const statusOf: Readonly<Record<string, number>> = {
  'transport/unauthorized': 401,
  'request/not-found': 404,
  'request/too-large': 413,
  'request/invalid': 400,
  'request/rate-limited': 429,
  'store/full': 507,
  'store/unavailable': 503,
  'store/closed': 503,
}

const failure = (error: unknown): Reply => {
  const wire: WireError = toWire(error)
  const after = wire.retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(wire.retryAfter / 1000)) }
  return json(statusOf[wire.code] ?? (isHandbackError(error) && !error.retryable ? 400 : 503), { error: wire }, after)
}

const notFound = (): HandbackError => new HandbackError('request/not-found', 'There is nothing here.')

async function identify(ports: HubPorts, ask: Ask): Promise<Identity> {
  const token = /^Bearer ([\w.-]+)$/i.exec(ask.header('authorization') ?? '')?.[1]
  const identity = token === undefined ? undefined : await ports.tokens.verify(token)
  if (!identity) throw new HandbackError('transport/unauthorized', 'This needs a valid token.')
  return identity
}

/** A form on another site can post text, but not JSON: only scripts that we allow get this far. */
function requireJson(ask: Ask): void {
  if (!/^application\/json\b/i.test(ask.header('content-type') ?? '')) throw new HandbackError('request/invalid', 'Send application/json.')
}

async function session(ports: HubPorts, ask: Ask): Promise<Reply> {
  requireJson(ask)
  let refresh: unknown
  try {
    refresh = (JSON.parse((await ask.body(8_192)) || '{}') as { refresh?: unknown } | null)?.refresh
  } catch (error) {
    if (isHandbackError(error)) throw error
    throw new HandbackError('request/invalid', 'The body is not JSON.', { cause: error })
  }
  const opened = await ports.tokens.session(typeof refresh === 'string' ? refresh : undefined)
  if (!opened) throw new HandbackError('transport/unauthorized', 'This session is over.')
  return json(200, opened)
}

async function frames(ports: HubPorts, ask: Ask): Promise<Reply> {
  requireJson(ask)
  const identity = await identify(ports, ask)
  const sent = decodeClientBody(await ask.body(CLIENT_BODY_BYTES))
  if (!sent) throw new HandbackError('request/invalid', 'The frames cannot be read.')
  const linkId = ask.header('handback-link')
  const link = linkId === undefined ? undefined : ports.linkOf(identity, linkId)
  const answers = sent.refused.map(encodeFrame)
  for (const frame of sent.frames) {
    const answered = await one(ports, identity, frame, link)
    if (answered) answers.push(encodeFrame(answered))
  }
  return json(200, `{"frames":[${answers.join(',')}]}`)
}

/** Commands and pages are answered on their own request, everything else on the link. */
async function one(ports: HubPorts, identity: Identity, frame: ClientFrame, link: ReturnType<HubPorts['linkOf']>): Promise<ServerFrame | undefined> {
  if (frame.t === 'command' || frame.t === 'page') return ports.answer(identity, frame)
  if (!link) throw notFound()
  await link.receive(frame)
  return undefined
}

async function stream(ports: HubPorts, ask: Ask): Promise<Reply> {
  const identity = await identify(ports, ask)
  const follow = ask.query.getAll('follow').map(parseFollow)
  if (!follow.every((one) => one !== undefined)) throw new HandbackError('request/invalid', 'A topic cannot be read.')
  return {
    type: 'stream',
    identity,
    follow,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // tells nginx not to hold the stream back
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    },
  }
}

/** What goes wrong after the first byte can only be told by a response that breaks off. */
async function* reporting(ports: HubPorts, body: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* body
  } catch (error) {
    ports.onError(error)
    throw error
  }
}

async function record(ports: HubPorts, ask: Ask, conversation: Id): Promise<Reply> {
  const body = await ports.record(await identify(ports, ask), conversation)
  if (!body) throw notFound()
  return {
    type: 'file',
    body: reporting(ports, body),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="conversation-${conversation}.json"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  }
}

type Handler = (ports: HubPorts, ask: Ask) => Promise<Reply>

const routes: Readonly<Record<string, Handler>> = {
  'POST /session': session,
  'POST /frames': frames,
  'GET /stream': stream,
}

function handlerOf(key: string): Handler {
  const conversation = /^GET \/conversations\/([\w-]{8,64})\/export$/.exec(key)?.[1]
  if (conversation !== undefined) return (ports, ask) => record(ports, ask, conversation)
  const handler = Object.hasOwn(routes, key) ? routes[key] : undefined
  if (!handler) throw notFound()
  return handler
}

/** CORS for the origins that the hub allows, and for no other. */
function cors(ports: HubPorts, ask: Ask): Readonly<Record<string, string>> {
  const origin = ask.header('origin')
  if (origin === undefined || !ports.origins.includes(origin)) return ports.origins.length > 0 ? { vary: 'origin' } : {}
  return { 'access-control-allow-origin': origin, vary: 'origin' }
}

const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, handback-link',
  'access-control-max-age': '86400',
}

/** The part of an address below the hub's own, or `undefined` when it lies elsewhere. */
export function below(base: string, pathname: string): string | undefined {
  if (pathname === base) return '/'
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined
}

/** Answers a request; never rejects. */
export async function route(ports: HubPorts, ask: Ask): Promise<Reply> {
  const allowed = cors(ports, ask)
  try {
    if (ask.method === 'OPTIONS') return { type: 'json', status: 204, headers: { ...allowed, ...preflight }, body: '' }
    const reply = await handlerOf(`${ask.method} ${ask.path}`)(ports, ask)
    return { ...reply, headers: { ...reply.headers, ...allowed } }
  } catch (error) {
    if (!isHandbackError(error)) ports.onError(error)
    const reply = failure(error)
    return { ...reply, headers: { ...reply.headers, ...allowed } }
  }
}
