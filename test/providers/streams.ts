/** Bodies and providers for the tests of this folder. */
import type { ReplyPart, ReplyRequest } from '../../src/contracts/index.ts'

const encoder = new TextEncoder()

/** A body that gives these pieces one by one. */
export function bodyOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0
  return new ReadableStream({
    pull(controller) {
      const piece = pieces[next++]
      if (piece) controller.enqueue(piece)
      else controller.close()
    },
  })
}

export const bytes = (text: string): Uint8Array => encoder.encode(text)

/** Events of a stream, framed as servers do. */
export const sse = (...events: readonly unknown[]): string =>
  events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join('')

export const chunk = (delta: object, finish: string | null = null): object => ({
  object: 'chat.completion.chunk',
  choices: [{ index: 0, delta, finish_reason: finish }],
})

/** A generator of numbers 0..1 that is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const whole = (data: Uint8Array): Uint8Array[] => [data]
export const single = (data: Uint8Array): Uint8Array[] => Array.from(data, (_, i) => data.subarray(i, i + 1))
export function random(data: Uint8Array, seed: number): Uint8Array[] {
  const next = seeded(seed)
  const pieces: Uint8Array[] = []
  for (let at = 0; at < data.length;) {
    const end = Math.min(data.length, at + 1 + Math.floor(next() * 200))
    pieces.push(data.subarray(at, end))
    at = end
  }
  return pieces
}

export interface Outcome {
  readonly parts: readonly ReplyPart[]
  readonly text: string
  readonly error?: unknown
}

/** All parts, and the error that ended them. */
export async function collect(parts: AsyncIterable<ReplyPart>): Promise<Outcome> {
  const seen: ReplyPart[] = []
  let text = ''
  try {
    for await (const part of parts) {
      seen.push(part)
      if (part.type === 'text-delta') text += part.text
    }
    return { parts: seen, text }
  } catch (error) {
    return { parts: seen, text, error }
  }
}

export const question = (text: string, more: Partial<ReplyRequest> = {}): ReplyRequest => ({
  messages: [{ role: 'visitor', text }],
  instructions: 'Be brief.',
  articles: [],
  ...more,
})
