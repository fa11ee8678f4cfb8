import { createParser } from 'eventsource-parser'
import { type BodyOptions, LONGEST, textOf } from './body.ts'

/** So much of the end of a body is kept, in UTF-16 units, for an error that is no event. */
const TAIL = 16_384

// spelt out, for CR and LF are also the two halves of one line end
const BLANK_LINE = /\r\n\r\n|\n\n|\r\r/

/** What stands behind the last blank line. */
const lastBlock = (text: string): string => text.split(BLANK_LINE).at(-1)?.trim() ?? ''

/**
 * The data of each server-sent event in a body, however its bytes are cut. Pulls: what nobody asks for is not read.
 * What the end of the body leaves open counts when it is whole JSON: an event without its blank line, or a bare error that is no event
 * at all, as Gemini sends it. Breaking out of the loop cancels the body. Throws what {@link textOf} throws, and a `RangeError` for an
 * event that is too long.
 */
export async function* serviceEvents(body: ReadableStream<Uint8Array>, options: BodyOptions): AsyncGenerator<string, undefined, undefined> {
  const { signal, onTorn } = options
  const complete: string[] = []
  let tail = ''
  const parser = createParser({
    maxBufferSize: LONGEST,
    onEvent: ({ data }) => {
      complete.push(data)
    },
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') throw new RangeError('Too long.')
    },
  })
  for await (const text of textOf(body, options)) {
    parser.feed(text)
    tail += text
    // not at each piece: a body may come byte by byte
    if (tail.length > 2 * TAIL) tail = tail.slice(-TAIL)
    for (const data of complete.splice(0)) {
      if (signal.aborted) return
      yield data
    }
  }
  if (signal.aborted) return
  // an event without its blank line is complete now, a bare error is found in the tail; there cannot be both, for they are the same block
  parser.feed('\n\n')
  const last = [...complete, lastBlock(tail.trim())].find(isWhole)
  if (last !== undefined) yield last
  else if (lastBlock(tail)) onTorn?.()
}

/** Whether it was not cut: a JSON object, for half a number is one too, or the mark that is no JSON. */
function isWhole(text: string): boolean {
  try {
    return text === '[DONE]' || typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
