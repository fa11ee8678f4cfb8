import { createParser } from 'eventsource-parser'

const encoder = /* @__PURE__ */ new TextEncoder()

/**
 * One server-sent event whose data is one JSON text. Line breaks, which JSON has only between its tokens, become spaces,
 * so that no text can begin another event.
 *
 * @example formatEvent('{"t":"beat","heads":{}}')
 */
export const formatEvent = (json: string): Uint8Array<ArrayBuffer> => encoder.encode(`data: ${json.replace(/[\r\n]/g, ' ')}\n\n`)

export interface SseOptions {
  /** UTF-16 units that an unfinished event may hold; more throws a `RangeError`. */
  readonly maxBufferSize: number
  /** Aborting ends the iterable quietly; already aborted: nothing is read. */
  readonly signal?: AbortSignal
  /** Called for each chunk that completes no event: a part of a long one, or a heartbeat comment. */
  readonly onActivity?: () => void
}

/**
 * The data of each server-sent event in a body, however its bytes are cut. Pulls: what nobody asks for is not read.
 * A last event without its blank line counts only as a whole JSON object, for servers that forget the blank line.
 * Breaking out of the loop cancels the body. Throws what reading the body throws.
 *
 * @example for await (const json of sseEvents(response.body, { maxBufferSize: 1_048_576 })) read(json)
 */
export async function* sseEvents(body: ReadableStream<Uint8Array>, options: SseOptions): AsyncGenerator<string, undefined, undefined> {
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
  const decoder = new TextDecoder()
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

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
