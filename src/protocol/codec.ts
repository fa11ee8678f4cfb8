import type { ClientFrame, ServerFrame } from './frames.ts'
import type { Id } from './values.ts'
import {
  type Check,
  type Fields,
  anything,
  flag,
  id,
  int,
  list,
  nullable,
  number,
  oneOf,
  optional,
  record,
  shape,
  tagged,
  text,
  topic,
} from './codec-check.ts'

/** The longest frame of a client, and of a hub, in bytes of UTF-8. */
export const CLIENT_FRAME_BYTES = 65_536
export const SERVER_FRAME_BYTES = 1_048_576

/** The longest body of frames by POST: one longest frame, or many short ones. */
export const CLIENT_BODY_BYTES = CLIENT_FRAME_BYTES + 1_024

const DEPTH = 32

// Words that may grow (phases, kinds, reasons, codes) are plain text here: a reader treats an unknown one by itself.
const cursor = shape({ log: int, seq: int })
const actor = shape({ kind: text, id })
const audience = oneOf('everyone', 'staff')
const event = shape({ seq: int, at: int, by: actor, type: text, audience, prev: int, cause: id })
const signalData = tagged(
  'type',
  {
    'text-delta': { message: id, attempt: int, offset: int, text },
    'stream-ask': { message: id },
    queue: { place: int, wait: optional(int) },
    head: { log: int, seq: int },
    presence: { state: text },
  },
  anything,
)
const signal = shape({ key: text, by: actor, audience, ttl: int, data: signalData })
const header = shape({
  log: int,
  shown: int,
  phase: text,
  people: list(shape({ id, kind: text, name: text, avatar: optional(text) })),
  floor: shape({ number: int, holder: nullable(actor) }),
  stream: optional(shape({ message: id, attempt: int })),
  handoff: optional(shape({ since: int, until: int, reason: text })),
  survey: optional(shape({ episode: int, state: text })),
  read: shape({ visitor: int, staff: int }),
  away: optional(flag),
})
const entry = shape({
  conversation: id,
  at: cursor,
  phase: text,
  holder: optional(id),
  holderName: optional(text),
  visitor: id,
  visitorName: text,
  team: optional(text),
  priority: number,
  since: int,
  updated: int,
  reason: optional(text),
  due: optional(int),
  preview: text,
  ticket: optional(flag),
})

const serverFrame = tagged(
  't',
  {
    hello: { link: id, protocol: int, now: int, expires: optional(int) },
    snapshot: { conversation: id, at: cursor, header, tail: list(event), signals: list(signal) },
    events: { conversation: id, log: int, events: list(event) },
    page: { conversation: id, before: cursor, events: list(event), more: flag },
    ack: { command: id, at: cursor },
    refused: { command: id, refusal: shape({ code: text, message: text, holder: optional(text) }) },
    gone: { topic },
    signal: { topic, signal },
    desk: { entries: list(entry) },
    reset: { conversation: id, log: int },
    bye: { code: text, after: optional(int) },
    beat: { heads: record(cursor) },
  } satisfies Record<ServerFrame['t'], Fields>,
)

const clientFrame = tagged(
  't',
  {
    command: { conversation: id, seen: nullable(cursor), command: shape({ id, type: text }) },
    follow: { follow: shape({ topic, after: optional(cursor) }) },
    unfollow: { topic },
    page: { conversation: id, before: cursor, limit: int },
    signal: { topic, signal: shape({ ttl: int, data: signalData }) },
  } satisfies Record<ClientFrame['t'], Fields>,
)

/**
 * One frame as one line of JSON. Lone surrogates are escaped, so that any string survives UTF-8.
 *
 * @example encodeFrame({ t: 'bye', code: 'hub/closed' })
 */
export const encodeFrame = (frame: ClientFrame | ServerFrame): string => JSON.stringify(frame)

/**
 * The frame of a hub that a text holds, or `undefined` for anything else: not JSON, above 1 MiB or 32 levels, another
 * shape, or a type that this version does not know. Structure only: which event types and phases exist is not asked.
 * Keys that could reach a prototype are dropped, unknown fields stay. Never throws.
 *
 * @example decodeServerFrame('{"t":"beat","heads":{}}')
 */
export const decodeServerFrame = (json: string): ServerFrame | undefined => read(json, SERVER_FRAME_BYTES, serverFrame) as ServerFrame | undefined

/** The frame of a client that a text holds, as {@link decodeServerFrame}; at most 64 KiB. */
export const decodeClientFrame = (json: string): ClientFrame | undefined => read(json, CLIENT_FRAME_BYTES, clientFrame) as ClientFrame | undefined

/**
 * The frames in the body of an answer, `{"frames":[…]}`: those that can be read, in order, or `undefined` when it is not
 * such a body. At most 1 MiB.
 */
export const decodeServerFrames = (json: string): readonly ServerFrame[] | undefined =>
  framesIn(json, SERVER_FRAME_BYTES)?.filter((frame) => readableAs(frame, serverFrame)) as readonly ServerFrame[] | undefined

/** What a client's POST holds. */
export interface ClientBody {
  /** The frames that can be read, in order. */
  readonly frames: readonly ClientFrame[]
  /** Answers to commands of which no more than the id can be read: who sent them waits, and holds back what comes after. */
  readonly refused: readonly ServerFrame[]
}

/**
 * The frames in the body of a client's POST, `{"frames":[…]}`. `undefined` when it is not such a body, or has frames of
 * which none can be read. At most 65 KiB. Never throws.
 *
 * @example decodeClientBody('{"frames":[{"t":"unfollow","topic":"desk"}]}')?.frames.length // 1
 */
export function decodeClientBody(json: string): ClientBody | undefined {
  const all = framesIn(json, CLIENT_BODY_BYTES)
  if (!all) return undefined
  const readable = new Set(all.filter((frame) => readableAs(frame, clientFrame)))
  const refused = all.flatMap((frame) => (readable.has(frame) || !named(frame) ? [] : [unreadable((frame as Named).command.id)]))
  return all.length > 0 && readable.size + refused.length === 0 ? undefined : { frames: [...readable] as ClientFrame[], refused }
}

/**
 * Whether a text takes at most so many bytes as UTF-8.
 *
 * @example fitsBytes('é', 2) // true
 */
export const fitsBytes = (value: string, bytes: number): boolean =>
  value.length * 3 <= bytes || (value.length <= bytes && new TextEncoder().encode(value).length <= bytes)

/** A command frame of which at least its id can be read. */
interface Named {
  readonly command: { readonly id: Id }
}
const named = shape({ t: oneOf('command'), command: shape({ id }) })

const unreadable = (command: Id): ServerFrame => ({
  t: 'refused',
  command,
  refusal: { code: 'command/invalid', message: 'This command cannot be read.' },
})

/** Each frame counts by itself: one that is nested too deeply takes no other with it. */
const readableAs = (value: unknown, check: Check): boolean => clean(value, DEPTH) && check(value)

function framesIn(json: string, bytes: number): readonly unknown[] | undefined {
  const frames = (parse(json, bytes) as { frames?: unknown } | null | undefined)?.frames
  return Array.isArray(frames) ? frames : undefined
}

function read(json: string, bytes: number, check: Check): unknown {
  const value = parse(json, bytes)
  return readableAs(value, check) ? value : undefined
}

function parse(json: string, bytes: number): unknown {
  if (!fitsBytes(json, bytes)) return undefined
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Drops dangerous keys in place; `false` when a value is nested too deeply. */
function clean(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  for (const key of ['__proto__', 'constructor', 'prototype']) delete (value as Record<string, unknown>)[key]
  return depth > 0 && Object.values(value).every((item) => clean(item, depth - 1))
}
