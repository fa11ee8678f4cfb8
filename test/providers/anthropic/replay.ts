/** Recorded and written bodies, read by a provider as if a service had sent them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AIProvider, ReplyPart, ReplyRequest } from '../../../src/contracts/index.ts'
import { isHandbackError } from '../../../src/protocol/index.ts'
import type { FetchLike } from '../../../src/providers/service/service.ts'
import { bodyOf, bytes, collect, random, single, whole, type Outcome } from '../streams.ts'

/** What makes a provider that asks by this `fetch`. */
export type Make = (fetch: FetchLike) => AIProvider

export const request = (more: Partial<ReplyRequest> = {}): ReplyRequest => ({
  conversation: 'conversation-1',
  turn: 'turn-0001',
  system: 'Be brief.',
  messages: [{ role: 'visitor', text: 'Hi' }],
  articles: [],
  ...more,
})

/** What was sent, parsed. */
export interface Sent {
  url: string
  headers: Record<string, string>
  body: Record<string, unknown>
}

/** Asks once with `more` and tells what the provider sent. */
export async function sentBy(make: Make, more: Partial<ReplyRequest> = {}): Promise<Sent> {
  let sent: Sent | undefined
  const fetch: FetchLike = (url, init) => {
    sent = { url, headers: init.headers as Record<string, string>, body: JSON.parse(String(init.body)) as Record<string, unknown> }
    return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }))
  }
  await collect(make(fetch).reply(request(more), { signal: new AbortController().signal }))
  if (!sent) throw new Error('Nothing was sent.')
  return sent
}

export interface Answered {
  readonly type?: string
  readonly status?: number
  readonly more?: Partial<ReplyRequest>
  readonly onActivity?: (begun: boolean) => void
}

/** What a provider makes of a body that comes in these pieces. */
export function answer(
  make: Make,
  pieces: readonly Uint8Array[],
  { type = 'text/event-stream', status = 200, more, onActivity }: Answered = {},
): Promise<Outcome> {
  const fetch: FetchLike = () => Promise.resolve(new Response(bodyOf(pieces), { status, headers: { 'content-type': type } }))
  return collect(make(fetch).reply(request(more), { signal: new AbortController().signal, ...(onActivity ? { onActivity } : {}) }))
}

export const textAnswer = (make: Make, text: string, options?: Answered): Promise<Outcome> => answer(make, [bytes(text)], options)

export const part = <T extends ReplyPart['type']>({ parts }: Outcome, type: T): Extract<ReplyPart, { type: T }>[] =>
  parts.filter((each): each is Extract<ReplyPart, { type: T }> => each.type === type)

/** The calls of an outcome, without their types. */
export const callsIn = (outcome: Outcome): unknown[] => part(outcome, 'tool-call').map(({ id, name, input }) => ({ id, name, input }))

export const chunkings: Readonly<Record<string, (data: Uint8Array) => Uint8Array[]>> = {
  'in one piece': whole,
  'byte by byte': single,
  'cut at random': (data) => random(data, data.length),
}

export interface Expectation {
  readonly protocol: string
  readonly httpStatus?: number
  readonly errorBody?: { readonly error: Record<string, unknown> }
  readonly expected?: {
    readonly text?: string
    readonly toolCalls?: readonly { readonly id: string; readonly name: string; readonly arguments: unknown }[]
    readonly usage?: { readonly input: number; readonly output: number; readonly thoughts?: number | null }
    readonly error?: Record<string, unknown>
    readonly finishUnified: string
  }
}

const folder = process.env['HANDBACK_RECORDINGS'] ?? join(import.meta.dirname, '../../../../shared/recordings')

/** The recordings of one protocol; none where they are not found. */
export function recordings(protocol: string): readonly (readonly [file: string, expectation: Expectation, data: Uint8Array])[] {
  const index = join(folder, 'expected.json')
  if (!existsSync(index)) {
    console.log(`No recorded streams in ${folder}: the ${protocol} recordings are not read.`)
    return []
  }
  const all = JSON.parse(readFileSync(index, 'utf8')) as Record<string, Expectation>
  const found = Object.entries(all).filter(([, each]) => each.protocol === protocol)
  console.log(`${found.length} ${protocol} recordings in ${folder}`)
  return found.map(([file, each]) => [file, each, readFileSync(join(folder, file))] as const)
}

/**
 * Where to cut a body: at every byte of a short one; of a longer one at fewer places, because what is left of each cut is read, and at every
 * byte near its end, where the marks are.
 */
export function cuts({ length }: Uint8Array): number[] {
  const step = Math.ceil(length / Math.min(2000, Math.max(200, 4_000_000 / length)))
  return Array.from({ length }, (_, at) => at).filter((at) => at % step === 0 || at > length - 400)
}

/** What a consumer learns, in the words of the expectations. */
export interface Learned {
  text: string
  tools: unknown[]
  usage: { inputTokens: number; outputTokens: number } | undefined
  finish: string | undefined
  error: unknown
}

export function learned(outcome: Outcome): Learned {
  const { error, text } = outcome
  const [finish] = part(outcome, 'finish')
  return {
    text,
    tools: callsIn(outcome),
    usage: finish?.usage,
    finish: isHandbackError(error) ? (error.code === 'provider/truncated' ? 'truncated' : 'error') : finish?.reason,
    error: isHandbackError(error) ? (error.cause as { message?: unknown } | undefined)?.message : undefined,
  }
}

const finishes: Readonly<Record<string, string>> = { 'tool-calls': 'tool-call', 'content-filter': 'filtered', pause: 'tool-call', other: 'stop' }

export function wanted({ expected }: Expectation): Learned {
  const { text = '', toolCalls = [], usage, error, finishUnified = '' } = expected ?? {}
  const failed = error !== undefined || finishUnified === 'truncated'
  return {
    text,
    tools: toolCalls.map(({ id, name, arguments: input }, at) => ({
      // an id that the service did not give is ours
      id: id || `call_0_${at}`,
      name,
      input: typeof input === 'string' ? (JSON.parse(input || '{}') as unknown) : (input ?? {}),
    })),
    // an error ends an answer before its usage matters
    usage: usage && !failed ? { inputTokens: usage.input, outputTokens: usage.output + (usage.thoughts ?? 0) } : undefined,
    finish: finishes[finishUnified] ?? finishUnified,
    error: error?.['message'],
  }
}
