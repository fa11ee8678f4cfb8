const encoder = /* @__PURE__ */ new TextEncoder()

/**
 * One server-sent event whose data is one JSON text. Line breaks, which JSON has only between its tokens, become spaces,
 * so that no text can begin another event.
 *
 * @example formatEvent('{"t":"beat","heads":{}}')
 */
export const formatEvent = (json: string): Uint8Array<ArrayBuffer> => encoder.encode(`data: ${json.replace(/[\r\n]/g, ' ')}\n\n`)

/** The JSON text in bytes that {@link formatEvent} made, for whoever is no event stream. Nothing is copied. */
export const eventData = (bytes: Uint8Array): Uint8Array => bytes.subarray(6, bytes.length - 2)

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
 * Breaking out of the loop cancels the body. Throws what reading the body throws, and a `TypeError` for what is no UTF-8.
 *
 * @example for await (const json of sseEvents(response.body, { maxBufferSize: 1_048_576 })) read(json)
 */
export async function* sseEvents(body: ReadableStream<Uint8Array>, options: SseOptions): AsyncGenerator<string, undefined, undefined> {
  const { maxBufferSize, signal, onActivity } = options
  const reader = body.getReader()
  // Lenient decoding would quietly change somebody's words.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  /** The line that is not over yet, and the data of the event that is not over yet, each of its lines with its end. */
  let line = ''
  let data = ''
  /** The last piece ended with CR; an LF that comes next belongs to it. */
  let cr = false
  // A body that broke rejects its cancellation with the error that was thrown already.
  const cancel = (): Promise<void> => reader.cancel().catch(() => undefined)
  signal?.addEventListener('abort', cancel)
  try {
    while (!signal?.aborted) {
      const { done, value } = await reader.read()
      const piece = done ? `${decoder.decode()}\n\n` : decoder.decode(value, { stream: true })
      // Only what is new is searched, so that a long line in many pieces costs no more than its length.
      const [rest, ...lines] = (cr ? piece.replace(/^\n/, '') : piece).split(/\r\n?|\n/)
      if (piece) cr = piece.endsWith('\r')
      line += rest
      let quiet = true
      for (const next of lines) {
        const field = /^data(?:: ?|$)(.*)/s.exec(line)
        if (field) data += `${field[1]}\n`
        if (!line && data) {
          const event = data.slice(0, -1)
          data = ''
          quiet = false
          if (signal?.aborted) return
          if (!done || isObject(event)) yield event
        }
        line = next
      }
      if (done) return
      if (line.length + data.length > maxBufferSize) throw new RangeError('An event is too long.')
      if (quiet) onActivity?.()
    }
  } catch (error) {
    if (!signal?.aborted) throw error
  } finally {
    signal?.removeEventListener('abort', cancel)
    void cancel()
  }
}

/** Whether a text is one whole JSON object or list. */
function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
