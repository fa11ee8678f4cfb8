import type { ReplyPart } from '../../contracts/index.ts'
import { serviceEvents } from '../service-events.ts'
import { isHandbackError } from '../../protocol/index.ts'
import { chatAnswer } from './chunks.ts'
import { failure } from './errors.ts'

/** Longest single event, in UTF-16 units. */
const maxBufferSize = 1_048_576

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Words after a call of a tool for which this is true are dropped. Default: none are. */
  readonly mute?: (tool: string) => boolean
  /** Before each wait for the server, and whenever it shows a sign of life. */
  readonly onWait?: () => void
  /** After each wait. `begun`: the model has begun to write, think or call. */
  readonly onEvent?: (begun: boolean) => void
}

/**
 * The parts of a streamed chat completion, however its bytes are cut: words as they come, then refusal, tool calls and
 * `finish`. Aborting ends it quietly.
 *
 * @throws HandbackError `provider/truncated` when the body ends or breaks without saying that it is complete,
 *   `provider/bad-response` when it cannot be read, and what an error in the stream means
 * @example for await (const part of readChatCompletions(response.body)) use(part)
 */
export async function* readChatCompletions(body: ReadableStream<Uint8Array>, options: ReadOptions = {}): AsyncGenerator<ReplyPart, void, undefined> {
  const { signal, mute = () => false, onWait, onEvent } = options
  const answer = chatAnswer(mute)
  const events = serviceEvents(body, { maxBufferSize, ...(signal ? { signal } : {}), ...(onWait ? { onActivity: onWait } : {}) })
  try {
    while (!answer.done) {
      onWait?.()
      const event = await events.next()
      if (signal?.aborted) return
      const text = event.done ? '' : answer.take(event.value)
      onEvent?.(answer.begun)
      if (text) yield { type: 'text-delta', text }
      if (event.done) break
    }
  } catch (error) {
    if (isHandbackError(error)) throw error
    throw failure(error instanceof RangeError ? 'provider/bad-response' : 'provider/truncated', error)
  } finally {
    await events.return(undefined)
  }
  yield* answer.end()
}

/** The same of an answer that came as one JSON text, from servers and proxies that do not stream. */
export function readWhole(json: string, mute: (tool: string) => boolean): ReplyPart[] {
  const answer = chatAnswer(mute)
  const text = answer.take(json)
  return [...(text ? [{ type: 'text-delta', text } as const] : []), ...answer.end()]
}
