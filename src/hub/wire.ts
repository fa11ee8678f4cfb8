import type { ServerFrame } from '../protocol/index.ts'
import { encodeFrame } from '../protocol/index.ts'
import { formatEvent } from '../internal/sse.ts'

/** A frame as every sink takes it: one server-sent event. Made once, written to any number of links. */
export const wire = (frame: ServerFrame): Uint8Array => formatEvent(encodeFrame(frame))
