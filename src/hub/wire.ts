import type { Id, ServerFrame, StoredEvent } from '../protocol/index.ts'
import { encodeFrame } from '../protocol/index.ts'
import { formatEvent } from '../internal/sse.ts'

/** How many bytes of events one frame holds, whenever it holds more than one event: far below what a client reads at most. */
export const EVENT_BYTES = 262_144

/** Bytes that the past of one conversation takes at most: who gets several is given the next when there is room for it. */
export const PAST_BYTES = 600_000

const encoder = new TextEncoder()

/** What a value takes in a frame. */
export const bytesOf = (value: object): number => encoder.encode(JSON.stringify(value)).length

/** A frame as every sink takes it: one server-sent event. Made once, written to any number of links. */
export const wire = (frame: ServerFrame): Uint8Array => formatEvent(encodeFrame(frame))

/** Events as frames that every client can read; those too long for one are halved, because nearly all fit at once. */
export function wireEvents(conversation: Id, log: number, events: readonly StoredEvent[]): Uint8Array[] {
  const bytes = wire({ t: 'events', conversation, log, events })
  if (bytes.length <= EVENT_BYTES || events.length < 2) return [bytes]
  const half = events.length >> 1
  return [...wireEvents(conversation, log, events.slice(0, half)), ...wireEvents(conversation, log, events.slice(half))]
}
