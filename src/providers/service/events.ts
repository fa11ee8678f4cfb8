import { createParser } from 'eventsource-parser'
import { type SseOptions, isObject } from '../internal/sse.ts'

/**
 * The data of each server-sent event in a body, however its bytes are cut. Pulls: what nobody asks for is not read.
 * A last event without its blank line counts only as a whole JSON object, for servers that forget the blank line.
 * Breaking out of the loop cancels the body. Throws what reading the body throws, and a `TypeError` for what is no UTF-8.
 * Pages read their own hub's streams by a smaller reader ({@link SseOptions}); foreign services are read by a well-kept parser.
 *
 * @example for await (const json of serviceEvents(response.body, { maxBufferSize: 1_048_576 })) read(json)
 */
export async function* serviceEvents(body: ReadableStream<Uint8Array>, options: SseOptions): AsyncGenerator<string, undefined, undefined> {
  const { maxBufferSize, signal, onActivity } = options
  const reader = body.getReader()
  let ready: string[] = []
  let overflow = false
  const parser = createParser({
    maxBufferSize,
    onEvent: (event) => ready.push(event.data),
    onError: (error) => {
      overflow ||= error.type === 'max-buffer-size-exceeded'
    },
  })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  // A body that broke rejects its cancellation with the error that was thrown already.
  const cancel = (): Promise<void> => reader.cancel().catch(() => undefined)
  signal?.addEventListener('abort', cancel)
  try {
    while (!signal?.aborted) {
      const { done, value } = await reader.read()
      parser.feed(done ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true }))
      if (overflow) throw new RangeError('An event is too long.')
      const events = done ? ready.filter(isObject) : ready
      ready = []
      if (!done && events.length === 0) onActivity?.()
      for (const data of events) {
        if (signal?.aborted) return
        yield data
      }
      if (done) return
    }
  } catch (error) {
    if (!signal?.aborted) throw error
  } finally {
    signal?.removeEventListener('abort', cancel)
    void cancel()
  }
}
