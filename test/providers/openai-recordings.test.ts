import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReplyPart } from '../../src/contracts/index.ts'
import { isHandbackError } from '../../src/protocol/index.ts'
import { openaiResponses } from '../../src/providers/openai-responses.ts'
import { openai } from '../../src/providers/openai.ts'
import { bytes, chunk, collect, cutAt, question, random, server, single, sse, whole, type Outcome } from './streams.ts'

interface Expectation {
  readonly protocol: string
  readonly httpStatus?: number
  readonly errorBody?: { readonly error: Record<string, unknown> }
  readonly expected?: {
    readonly text?: string
    readonly toolCalls?: readonly { readonly id: string; readonly name: string; readonly arguments: string }[]
    readonly usage?: { readonly input: number; readonly output: number }
    readonly error?: Record<string, unknown>
    readonly finishUnified: string
  }
}

/** Where our reading differs from the expectation on purpose, and why. */
const ours: Readonly<Record<string, string>> = {
  // no finish reason, but `[DONE]`: the answer is complete, and this server never says more
  'snowflake/text.sse': 'stop',
}

/** Where a cut leaves something that is an answer by itself, and how it then ends. */
const ownEnds: Readonly<Record<string, readonly string[]>> = {
  // said `length` twice before it said why: without the error it is an answer that was too long
  'openrouter/error-last-chunk.sse': ['length'],
  // four responses, recorded one behind the other: the first three are whole ones that call a tool
  'vercel-openai/openai-reasoning-encrypted-content.1.sse': ['tool-call'],
}

const finishes: Readonly<Record<string, string>> = { 'tool-calls': 'tool-call', 'content-filter': 'filtered' }

const chunkings: Readonly<Record<string, (data: Uint8Array) => Uint8Array[]>> = {
  'in one piece': whole,
  'byte by byte': single,
  'cut at random': (data) => random(data, data.length),
}

const folder = process.env['HANDBACK_RECORDINGS'] ?? join(import.meta.dirname, '../../../shared/recordings')
const present = existsSync(join(folder, 'expected.json'))
const expectations = present ? readFileSync(join(folder, 'expected.json'), 'utf8') : '{}'
const all = JSON.parse(expectations) as Record<string, Expectation>
const recordings = Object.entries(all).filter(([, { protocol }]) => /^openai-(chat|responses)$/.test(protocol))
const streams = recordings.flatMap(([file, each]) => (each.expected ? [{ file, each, data: new Uint8Array(readFileSync(join(folder, file))) }] : []))
const counted = (wanted: string): number => recordings.filter(([, { protocol }]) => protocol === wanted).length
console.log(
  present
    ? `Recordings read: ${counted('openai-chat')} chat completions, ${counted('openai-responses')} responses.`
    : `No recorded streams in ${folder}: only those of this file are read.`,
)

const ask = (protocol: string, fetch: ReturnType<typeof server>['fetch']): Promise<Outcome> => {
  const provider = protocol === 'openai-chat' ? openai({ model: 'm', fetch }) : openaiResponses({ model: 'm', fetch })
  return collect(provider.reply(question('Hi'), { signal: new AbortController().signal }))
}
const read = (protocol: string, pieces: readonly Uint8Array[]): Promise<Outcome> => ask(protocol, server(pieces).fetch)

interface Learned {
  readonly text: string
  readonly tools: readonly object[]
  readonly usage: object | undefined
  readonly finish: string | undefined
  readonly error: unknown
}

/** What a consumer learns, in the words of the expectations. */
function learned({ parts, text, error }: Outcome): Learned {
  const finish = parts.find((part): part is Extract<ReplyPart, { type: 'finish' }> => part.type === 'finish')
  return {
    text,
    tools: parts.flatMap((part) => (part.type === 'tool-call' ? [{ id: part.id, name: part.name, input: part.input }] : [])),
    usage: finish?.usage,
    finish: isHandbackError(error) ? (error.code === 'provider/truncated' ? 'truncated' : 'error') : finish?.reason,
    error: isHandbackError(error) ? (error.cause as { message?: unknown } | undefined)?.message : error,
  }
}

function wanted(file: string, { expected }: Expectation): Learned {
  const { text = '', toolCalls = [], usage, error, finishUnified = '' } = expected ?? {}
  return {
    text,
    tools: toolCalls.map(({ id, name, arguments: input }) => ({ id, name, input: JSON.parse(input) as unknown })),
    // an error ends an answer before its usage matters
    usage: usage && !error ? { inputTokens: usage.input, outputTokens: usage.output } : undefined,
    finish: ours[file] ?? finishes[finishUnified] ?? finishUnified,
    error: error?.['message'],
  }
}

/** A prefix may only be an error, or the complete answer of which nothing but usage and marks is missing. */
async function honest(file: string, protocol: string, data: Uint8Array, end: number, full: Learned): Promise<void> {
  const outcome = await read(protocol, [data.subarray(0, end)])
  const cut = learned(outcome)
  const where = `${file} cut at ${end}`
  if (cut.finish === 'truncated') {
    expect(outcome.error, where).toMatchObject({ retryable: true })
    expect(outcome.parts.some(({ type }) => type === 'finish' || type === 'tool-call'), where).toBe(false)
    expect(full.text.startsWith(cut.text), where).toBe(true)
  } else if (!ownEnds[file]?.includes(cut.finish ?? '')) expect(cut, where).toEqual({ ...full, usage: cut.usage })
}

describe('recorded answers', () => {
  it('are there, or are said to be missing', () => {
    expect(streams.length > 0).toBe(present)
  })

  for (const { file, each, data } of streams) {
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`gives what ${file} says, ${cut}`, async () => {
        expect(learned(await read(each.protocol, pieces(data)))).toEqual(wanted(file, each))
      })
    }

    it(`gives the same parts of ${file} wherever it is cut`, async () => {
      const { parts } = await read(each.protocol, [data])
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(data.length), { minLength: 1, maxLength: 6 }), async (cuts) => {
          expect((await read(each.protocol, cutAt(data, cuts))).parts).toEqual(parts)
        }),
        { seed: 5, numRuns: 12 },
      )
    })

    it(`never takes ${file} for whole when its end is missing`, async () => {
      const full = wanted(file, each)
      // each byte of what is short, and of the end of what is long
      const most = Math.min(700, 6_000_000 / data.length)
      const step = Math.ceil(data.length / most)
      for (let end = 0; end < data.length; end += data.length - end < most ? 1 : step) await honest(file, each.protocol, data, end, full)
    })
  }

  for (const [file, { protocol, httpStatus = 0, errorBody }] of recordings.filter(([, { errorBody }]) => errorBody)) {
    it(`raises what ${file} means`, async () => {
      const { error } = await ask(protocol, server(new Response(readFileSync(join(folder, file)), { status: httpStatus })).fetch)
      const codes: Record<number, string> = { 401: 'provider/unauthorized', 429: 'provider/rate-limited' }
      expect(error).toMatchObject({ code: codes[httpStatus] ?? 'provider/bad-request', cause: { message: errorBody?.error['message'] } })
      expect(String(error)).not.toContain(errorBody?.error['message'])
    })
  }
})

describe('answers written by hand', () => {
  const handWords = sse(chunk({ role: 'assistant', content: '' }), chunk({ content: 'Grüße ' }), chunk({ content: '😀' }))
  const handText = `: hello\r\n\r\n${handWords.replaceAll('\n', '\r\n')}${sse(
    chunk({}, 'stop'),
    { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
    '[DONE]',
  )}`
  const handTool = sse(
    chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'look_up', arguments: '' } }] }),
    chunk({ tool_calls: [{ index: 0, function: { arguments: '{"order":' } }] }),
    chunk({ tool_calls: [{ index: 0, function: { arguments: '7}' } }] }),
    chunk({}, 'tool_calls'),
  ).trimEnd()
  const handResponse = sse(
    { type: 'response.output_item.added', output_index: 0, item: { type: 'message', content: [] } },
    { type: 'response.output_text.delta', output_index: 0, delta: 'Grüße 😀' },
    { type: 'response.output_item.added', output_index: 1, item: { type: 'function_call', call_id: 'a', name: 'look_up', arguments: '' } },
    { type: 'response.function_call_arguments.delta', output_index: 1, delta: '{"order":7}' },
    { type: 'response.completed', response: { status: 'completed', usage: { input_tokens: 3, output_tokens: 2 } } },
  )
  const none = { text: '', tools: [], usage: undefined, error: undefined }
  const tools = [{ id: 'a', name: 'look_up', input: { order: 7 } }]
  const usage = { inputTokens: 3, outputTokens: 2 }
  const cases: readonly (readonly [name: string, protocol: string, text: string, full: Learned])[] = [
    ['text', 'openai-chat', handText, { ...none, text: 'Grüße 😀', usage, finish: 'stop' }],
    ['a tool call without a blank line at the end', 'openai-chat', handTool, { ...none, tools, finish: 'tool-call' }],
    ['a response', 'openai-responses', handResponse, { ...none, text: 'Grüße 😀', tools, usage, finish: 'tool-call' }],
  ]
  for (const [name, protocol, text, full] of cases) {
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`reads ${name}, ${cut}`, async () => {
        expect(learned(await read(protocol, pieces(bytes(text))))).toEqual(full)
      })
    }
    it(`never takes ${name} for whole when its end is missing`, async () => {
      const data = bytes(text)
      for (let end = 0; end < data.length; end += 1) await honest(name, protocol, data, end, full)
      expect(learned(await read(protocol, [data]))).toEqual(full)
    })
  }
})
