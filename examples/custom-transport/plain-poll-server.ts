import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { HubLink, Identity, Link } from 'handback/contracts'
import { CLIENT_BODY_BYTES, HandbackError, decodeClientBody, encodeFrame, isHandbackError } from 'handback/protocol'

/** How long a poll is held, and how long a line lives that nobody polls, in ms. */
const HOLD = 20_000
const IDLE = 40_000
/** Characters that may wait for a client, and in one answer. */
const WAITING = 1_000_000
const ANSWER = 500_000

/** Frames that wait for their client. They are numbered from 1; `before` is the number of the last one that is no longer here. */
interface Line {
  readonly sub: string
  readonly link: Link
  readonly frames: string[]
  before: number
  ended: boolean
  readonly pollers: Set<() => void>
  readonly idle: NodeJS.Timeout
}

/** The other half of `plainPoll`: `POST /` opens a line, `/<line>/poll`, `/<line>/send` and `/<line>/end` use it. It needs a hub's links, no more. */
export function plainPollServer(hub: HubLink): Server {
  const lines = new Map<string, Line>()

  function open(identity: Identity): Line {
    const frames: string[] = []
    const pollers: Line['pollers'] = new Set()
    const decoder = new TextDecoder()
    const state = { before: 0, ended: false }
    const link = hub.link(identity, {
      // what a hub writes is a server-sent event: the frame is what stands between `data: ` and the blank line
      write(bytes) {
        frames.push(decoder.decode(bytes.subarray(6, -2)))
        for (const wake of pollers) wake()
        return frames.reduce((sum, { length }) => sum + length, 0) > WAITING ? 'full' : 'ok'
      },
      close() {
        line.ended = true
        for (const wake of pollers) wake()
      },
    })
    const idle = setTimeout(() => drop(line), IDLE).unref()
    const line: Line = Object.assign(state, { sub: identity.sub, link, frames, pollers, idle })
    lines.set(link.id, line)
    return line
  }
  function drop(line: Line): void {
    lines.delete(line.link.id)
    clearTimeout(line.idle)
    line.link.close()
  }

  /** What lies after the number that the client has; what it has is forgotten. Asked twice, it says the same twice. */
  async function poll(line: Line, after: number, response: ServerResponse): Promise<object> {
    line.idle.refresh()
    const confirmed = line.frames.splice(0, Math.max(0, after - line.before)).length
    line.before += confirmed
    if (line.frames.length === 0 && !line.ended) await news(line, response)
    line.idle.refresh()
    if (line.frames.length === 0 && line.ended) throw new HandbackError('request/not-found', 'This line has ended.')
    let size = 0
    const some = line.frames.filter(({ length }, index) => (size += length) <= ANSWER || index === 0)
    return { last: line.before + some.length, frames: some.map((frame): unknown => JSON.parse(frame)) }
  }

  async function send(line: Line, body: string): Promise<object> {
    const sent = decodeClientBody(body)
    if (line.ended) throw new HandbackError('request/not-found', 'This line has ended.')
    if (!sent) throw new HandbackError('request/invalid', 'These are no frames.')
    line.frames.push(...sent.refused.map(encodeFrame))
    for (const frame of sent.frames) await line.link.receive(frame)
    return {}
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<object> {
    const body = await textOf(request)
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    const identity = token === undefined ? undefined : await hub.authenticate(token)
    if (!identity) throw new HandbackError('transport/unauthorized', 'This needs a valid token.')
    const [, id = '', verb] = (request.url ?? '').split('/')
    if (verb === undefined) {
      const line = open(identity)
      await send(line, body)
      // whoever asked has gone, and nobody will ever learn of it
      if (response.destroyed) drop(line)
      return { line: line.link.id }
    }
    const line = lines.get(id)
    if (!line || line.sub !== identity.sub) throw new HandbackError('request/not-found', 'There is no such line.')
    if (verb === 'poll') return poll(line, Number((JSON.parse(body) as { readonly after?: unknown }).after) || 0, response)
    if (verb === 'send') return send(line, body)
    drop(line)
    return {}
  }

  return createServer((request, response) => {
    answer(request, response).then((value) => reply(response, 200, value), (error: unknown) => reply(response, statusOf(error), {}))
  })
}

/** Until something comes, the time is over, or nobody waits any more. */
function news({ pollers }: Line, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      pollers.delete(done)
      resolve()
    }
    const timer = setTimeout(done, HOLD)
    pollers.add(done)
    response.once('close', done)
  })
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > CLIENT_BODY_BYTES) throw new HandbackError('request/too-large', 'The body is too long.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const statuses: Readonly<Record<string, number>> = {
  'transport/unauthorized': 401,
  'request/not-found': 404,
  'request/too-large': 413,
  'request/invalid': 400,
}
const statusOf = (error: unknown): number => (isHandbackError(error) ? statuses[error.code] : undefined) ?? 500

function reply(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(value))
}
