import type { ClientFrame, ServerFrame } from '../../protocol/index.ts'
import { CLIENT_BODY_BYTES, HandbackError, decodeClientBody, encodeFrame, isHandbackError } from '../../protocol/index.ts'
import type { Identity } from '../../contracts/index.ts'
import type { HubPorts } from '../ports.ts'
import { contentRoutes } from './content-routes.ts'
import { readFollows } from './follows.ts'
import { poll } from './poll-route.ts'
import type { Ask, Reply } from './reply.ts'
import { admit, failure, identify, json, notFound, readJson, readText, requireJson } from './reply.ts'

const encoder = new TextEncoder()

/**
 * Where a stream begins, for the platform's own EventSource: when a stream breaks it comes back after so many milliseconds, not
 * after the three seconds or more that browsers take without a word. Our own client has a policy of its own and reads past it.
 */
const preface = encoder.encode('retry: 1000\n\n')

/** Frames of one body; our own client sends fewer. */
const FRAMES = 50
/** Bytes of answers after which no more pages are added: with the last one still below the 1 MiB that a client reads. */
const ANSWER = 524_288

async function session(ports: HubPorts, ask: Ask): Promise<Reply> {
  requireJson(ask)
  const refresh = ((await readJson(ask, 8_192)) as { refresh?: unknown } | null)?.refresh
  const opened = await ports.tokens.session(typeof refresh === 'string' ? refresh : undefined)
  if (!opened) throw new HandbackError('transport/unauthorized', 'This session is over.')
  return json(200, opened)
}

async function frames(ports: HubPorts, ask: Ask): Promise<Reply> {
  requireJson(ask)
  const identity = await identify(ports, ask)
  const sent = decodeClientBody(await readText(ask, CLIENT_BODY_BYTES))
  if (!sent) throw new HandbackError('request/invalid', 'The frames cannot be read.')
  if (sent.frames.length + sent.refused.length > FRAMES) throw new HandbackError('request/invalid', `At most ${FRAMES} frames at once.`)
  // all or nothing, before anything is done: what was half done would be asked for again, whole
  ports.charge(identity, sent.refused.length + sent.frames.filter(answerable).length)
  const answers = sent.refused.map(encodeFrame)
  let size = 0
  for (const frame of sent.frames) {
    const answered = await one(ports, identity, frame, ask.header('handback-link'), size < ANSWER)
    if (!answered) continue
    const text = encodeFrame(answered)
    answers.push(text)
    size += encoder.encode(text).length
  }
  return json(200, `{"frames":[${answers.join(',')}]}`)
}

type Answerable = Extract<ClientFrame, { t: 'command' | 'page' }>
const answerable = (frame: ClientFrame): frame is Answerable => frame.t === 'command' || frame.t === 'page'

/**
 * Commands and pages are answered on their own request, everything else on the link, wherever that is. So are pages for which
 * the answer has no room, by one event each: whoever asked goes on from there.
 */
async function one(ports: HubPorts, identity: Identity, frame: ClientFrame, id: string | undefined, room: boolean): Promise<ServerFrame | undefined> {
  if (answerable(frame) && (room || frame.t === 'command')) return ports.answer(identity, frame)
  if (frame.t === 'page' && id === undefined) {
    throw new HandbackError('hub/busy', 'Ask for fewer pages at once.', { retryable: true, retryAfter: 1_000 })
  }
  const short = frame.t === 'page' ? { ...frame, limit: 1 } : frame
  const link = id === undefined ? undefined : ports.linkOf(identity, id)
  if (link) await link.receive(short)
  else if (id === undefined || !(await ports.forward(identity, id, short))) throw notFound()
  return undefined
}

async function stream(ports: HubPorts, ask: Ask): Promise<Reply> {
  const identity = await identify(ports, ask)
  const follow = readFollows(ask.query.getAll('follow'))
  if (!follow) throw new HandbackError('request/invalid', 'A topic cannot be read.')
  admit(ports, ask, identity)
  return {
    type: 'stream',
    preface,
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

type Handler = (ports: HubPorts, ask: Ask) => Promise<Reply>

const routes: Readonly<Record<string, Handler>> = {
  'POST /session': session,
  'POST /frames': frames,
  'POST /poll': poll,
  'GET /stream': stream,
}

function handlerOf(key: string): Handler {
  const handler = Object.hasOwn(routes, key) ? routes[key] : undefined
  if (handler) return handler
  for (const [pattern, handle] of contentRoutes) {
    const found = pattern.exec(key)
    if (found) return (ports, ask) => handle(ports, ask, ...found.slice(1))
  }
  throw notFound()
}

/** CORS for the origins that the hub allows, and for no other. */
function cors(ports: HubPorts, ask: Ask): Readonly<Record<string, string>> {
  const origin = ask.header('origin')
  if (origin === undefined || !ports.origins.includes(origin)) return ports.origins.length > 0 ? { vary: 'origin' } : {}
  // how long a busy hub asks to wait would be hidden from the page otherwise
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after', vary: 'origin' }
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
