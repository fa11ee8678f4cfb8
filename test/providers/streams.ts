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
  conversation: 'conversation-1',
  turn: 'turn-0001',
  system: 'Be brief.',
  messages: [{ role: 'visitor', text }],
  articles: [],
  ...more,
})

/** The same bytes in pieces that end at these places. */
export const cutAt = (data: Uint8Array, places: readonly number[]): Uint8Array[] => {
  const at = [0, ...places.toSorted((a, b) => a - b), data.length]
  return at.slice(1).map((end, i) => data.subarray(at[i], end))
}

/** What a provider has sent to {@link server}. */
export interface Sent {
  readonly url: string
  readonly init: RequestInit
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

/** A `fetch` that answers with these pieces of a stream, or with a response, and what it was asked. */
export function server(answer: string | readonly Uint8Array[] | Response): {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly sent: Sent[]
} {
  const sent: Sent[] = []
  return {
    sent,
    fetch: (url, init) => {
      sent.push({ url, init, headers: init.headers as Sent['headers'], body: JSON.parse(String(init.body)) as Sent['body'] })
      const pieces = typeof answer === 'string' ? [bytes(answer)] : answer
      return Promise.resolve(pieces instanceof Response ? pieces : new Response(bodyOf(pieces), { headers: { 'content-type': 'text/event-stream' } }))
    },
  }
}

/** A whole answer in one JSON text, as servers and proxies that do not stream send it. */
export const json = (value: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init })
