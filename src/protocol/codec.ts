import type { ClientFrame, ServerFrame } from './frames.ts'
import {
  type Check,
  type Fields,
  anything,
  flag,
  id,
  int,
  list,
  nullable,
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
/** The longest frame of a hub, in bytes of UTF-8. */
export const SERVER_FRAME_BYTES = 1_048_576

const DEPTH = 32

// Words that may grow (phases, kinds, reasons, codes) are plain text here: a reader treats an unknown one by itself.
export const cursor = shape({ log: int, seq: int })
const actor = shape({ kind: text, id })
const audience = oneOf('everyone', 'staff')
/** One entry of a log. */
export const event = shape({ seq: int, at: int, by: actor, type: text, audience, prev: int, cause: id })
export const signalData = tagged(
  'type',
  {
    'text-delta': { message: id, attempt: int, offset: int, text },
    'stream-ask': { message: id },
    queue: { place: int, wait: optional(int) },
    delivered: { seq: int },
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
  ticket: optional(flag),
  away: optional(flag),
  helpers: optional(list(id)),
  language: optional(text),
  followUp: optional(shape({ state: text, at: optional(int) })),
  permission: optional(id),
  erased: optional(flag),
})
const serverFrame = tagged(
  't',
  {
    hello: { link: id, protocol: int, now: int, expires: optional(int), you: optional(actor), files: optional(flag) },
    snapshot: { conversation: id, at: cursor, header, tail: list(event), signals: list(signal) },
    events: { conversation: id, log: int, events: list(event) },
    page: { conversation: id, before: cursor, events: list(event), more: flag },
    ack: { command: id, at: cursor },
    refused: { command: id, refusal: shape({ code: text, message: text, phase: optional(text), holder: optional(text) }) },
    gone: { topic },
    signal: { topic, signal },
    // told apart by whoever follows a desk, so that no page carries it
    desk: { entries: list(anything) },
    reset: { conversation: id, log: int },
    bye: { code: text, after: optional(int) },
    beat: { heads: record(cursor) },
  } satisfies Record<ServerFrame['t'], Fields>,
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

/**
 * The frames in the body of an answer, `{"frames":[…]}`: those that can be read, in order, or `undefined` when it is not
 * such a body. At most 1 MiB.
 */
export const decodeServerFrames = (json: string): readonly ServerFrame[] | undefined =>
  framesIn(json, SERVER_FRAME_BYTES)?.filter((frame) => readableAs(frame, serverFrame)) as readonly ServerFrame[] | undefined

/**
 * Whether a text takes at most so many bytes as UTF-8.
 *
 * @example fitsBytes('é', 2) // true
 */
export const fitsBytes = (value: string, bytes: number): boolean =>
  value.length * 3 <= bytes || (value.length <= bytes && new TextEncoder().encode(value).length <= bytes)

/** Each frame counts by itself: one that is nested too deeply takes no other with it. */
export const readableAs = (value: unknown, check: Check): boolean => clean(value, DEPTH) && check(value)

/** What stands in `{"frames":[…]}`. */
export function framesIn(json: string, bytes: number): readonly unknown[] | undefined {
  const frames = (parse(json, bytes) as { frames?: unknown } | null | undefined)?.frames
  return Array.isArray(frames) ? frames : undefined
}

/** What a text holds, if it passes. */
export function read(json: string, bytes: number, check: Check): unknown {
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
