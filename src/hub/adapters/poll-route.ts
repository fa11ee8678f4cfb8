import type { Follow } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import type { HubPorts } from '../ports.ts'
import { readFollows } from './follows.ts'
import type { Ask, Reply } from './reply.ts'
import { admit, identify, json, readJson, requireJson } from './reply.ts'

/** Bytes of a body: a hundred topics with their cursors. */
const LIMIT = 16_384

type Asked =
  | { readonly follow: readonly Follow[] }
  | { readonly link: string; readonly end: true }
  | { readonly link: string; readonly got: number; readonly wait: number }

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

function read(value: unknown): Asked | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { follow, link, got, wait, end } = value as Readonly<Record<string, unknown>>
  if (typeof link === 'string') {
    if (end === true) return { link, end }
    return isCount(got) && isCount(wait) ? { link, got, wait } : undefined
  }
  const topics = link === undefined ? readFollows(follow) : undefined
  return topics && { follow: topics }
}

/** A link by requests: opens it, asks it for what has come, or ends it. */
export async function poll(ports: HubPorts, ask: Ask): Promise<Reply> {
  requireJson(ask)
  const identity = await identify(ports, ask)
  const asked = read(await readJson(ask, LIMIT))
  if (!asked) throw new HandbackError('request/invalid', 'This poll cannot be read.')
  if ('follow' in asked) {
    admit(ports, ask, identity)
    return json(200, ports.polls.open(identity, asked.follow))
  }
  if ('got' in asked) return json(200, await ports.polls.next(identity, asked.link, asked.got, asked.wait, ask.gone))
  ports.polls.end(identity, asked.link)
  return json(200, { frames: [] })
}
