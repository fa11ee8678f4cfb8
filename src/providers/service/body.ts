import { valuesOf } from './stream.ts'

/** UTF-16 units that a body may hold when it is read as a whole, and an event of one that is not. */
export const LONGEST = 1_048_576

/** How a service's body is read. */
export interface BodyOptions {
  /** Aborting ends the reading quietly; already aborted: nothing is read. */
  readonly signal: AbortSignal
  /** Called for each chunk of bytes and at the end, also when nothing can be made of it yet. */
  readonly onActivity: () => void
  /** Called when the body ended in the middle of something. */
  readonly onTorn?: () => void
}

/** The text of a body, piece by piece. Throws what reading the body throws, and a `TypeError` named `EncodingError` for what is no UTF-8. */
export async function* textOf(
  body: ReadableStream<Uint8Array>,
  { signal, onActivity, onTorn }: BodyOptions,
): AsyncGenerator<string, undefined, undefined> {
  // lenient decoding would quietly change somebody's words
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of valuesOf(body, signal)) {
    onActivity()
    yield decoded(decoder, bytes)
  }
  if (signal.aborted) return
  onActivity()
  try {
    decoder.decode()
  } catch {
    // half a character is a body that ended early, no worse than half an event
    onTorn?.()
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true })
  } catch (cause) {
    // a body that breaks is a `TypeError` too: only the name tells them apart in every runtime
    throw Object.assign(new TypeError('No UTF-8.', { cause }), { name: 'EncodingError' })
  }
}

/** A body as a whole. Throws a `RangeError` for one that is too long, however much of it would come. */
export async function wholeText(body: ReadableStream<Uint8Array>, options: BodyOptions): Promise<string> {
  let whole = ''
  for await (const text of textOf(body, options)) {
    whole += text
    if (whole.length > LONGEST) throw new RangeError('Too long.')
  }
  return whole
}
