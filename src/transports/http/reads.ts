import { polled } from './poll.ts'
import type { Read } from './open.ts'
import { streamed } from './stream.ts'

/** How each way brings frames down. */
export const reads = {
  sse: streamed,
  'long-poll': (line) => polled(line, line.options.wait ?? 20_000, 0),
  'short-poll': (line) => polled(line, 0, line.options.interval ?? 3_000),
} satisfies Readonly<Record<string, Read>>
