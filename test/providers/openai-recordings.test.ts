import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ReplyPart } from '../../src/contracts/index.ts'
import { isHandbackError } from '../../src/protocol/index.ts'
import { openai } from '../../src/providers/openai.ts'
import { readChatCompletions } from '../../src/providers/openai/read-chat-completions.ts'
import { bodyOf, bytes, chunk, collect, question, random, single, sse, whole, type Outcome } from './streams.ts'

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
  // No finish reason, but `[DONE]`: the answer is complete, and this server never says more.
  'snowflake/text.sse': 'stop',
}

const finishes: Readonly<Record<string, string>> = { 'tool-calls': 'tool-call', 'content-filter': 'filtered' }

const chunkings: Readonly<Record<string, (data: Uint8Array) => Uint8Array[]>> = {
  'in one piece': whole,
  'byte by byte': single,
  'cut at random': (data) => random(data, data.length),
}

const folder = process.env['HANDBACK_RECORDINGS'] ?? join(import.meta.dirname, '../../../shared/recordings')
const present = existsSync(join(folder, 'expected.json'))
if (!present) console.log(`No recorded streams in ${folder}: only the two of this file are read.`)
const recordings: Record<string, Expectation> = present
  ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<string, Expectation>)
  : {}
const chats = Object.entries(recordings).filter(([, { protocol }]) => protocol === 'openai-chat')

const handWords = sse(chunk({ role: 'assistant', content: '' }), chunk({ content: 'Grüße ' }), chunk({ content: '😀' }))
const handText = `: hello\r\n\r\n${handWords.replaceAll('\n', '\r\n')}${sse(
  chunk({}, 'stop'),
  { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
  '[DONE]',
)}`

/** What a consumer learns, in the words of the expectations. */
function learned({ parts, text, error }: Outcome): object {
  const finish = parts.find((part): part is Extract<ReplyPart, { type: 'finish' }> => part.type === 'finish')
  return {
    text,
    tools: parts.flatMap((part) => (part.type === 'tool-call' ? [{ id: part.id, name: part.name, input: part.input }] : [])),
    usage: finish?.usage,
    finish: isHandbackError(error) ? (error.code === 'provider/truncated' ? 'truncated' : 'error') : finish?.reason,
    error: isHandbackError(error) ? (error.cause as { message?: unknown } | undefined)?.message : undefined,
  }
}

function wanted(file: string, { expected }: Expectation): object {
  const { text = '', toolCalls = [], usage, error, finishUnified = '' } = expected ?? {}
  return {
    text,
    tools: toolCalls.map(({ id, name, arguments: input }) => ({ id, name, input: JSON.parse(input) as unknown })),
    // An error ends an answer before its usage matters.
    usage: usage && !error ? { inputTokens: usage.input, outputTokens: usage.output } : undefined,
    finish: ours[file] ?? finishes[finishUnified] ?? finishUnified,
    error: error?.['message'],
  }
}

describe('recorded chat completions', () => {
  for (const [file, expectation] of chats.filter(([, { expected }]) => expected)) {
    for (const [cut, pieces] of Object.entries(chunkings)) {
      it(`gives what ${file} says, ${cut}`, async () => {
        const body = bodyOf(pieces(readFileSync(join(folder, file))))
        expect(learned(await collect(readChatCompletions(body)))).toEqual(wanted(file, expectation))
      })
    }
  }

  for (const [file, { httpStatus = 0, errorBody }] of chats.filter(([, { errorBody }]) => errorBody)) {
    it(`raises what ${file} means`, async () => {
      const fetch = (): Promise<Response> => Promise.resolve(new Response(readFileSync(join(folder, file)), { status: httpStatus }))
      const { error } = await collect(openai({ model: 'm', fetch }).reply(question('Hi'), { signal: new AbortController().signal }))
      const codes: Record<number, string> = { 401: 'provider/unauthorized', 404: 'provider/bad-request', 429: 'provider/rate-limited' }
      expect(error).toMatchObject({ code: codes[httpStatus], cause: { message: errorBody?.error['message'] } })
      expect(String(error)).not.toContain(errorBody?.error['message'])
    })
  }

  it('never takes a stream that was cut before its finish for a whole one', async () => {
    const cuttable = chats.filter(([, { expected }]) => expected && !expected.error && expected.finishUnified !== 'truncated')
    const streams = cuttable.map(([file]) => [file, readFileSync(join(folder, file))] as const)
    for (const [file, data] of [...streams, ['text by hand', Buffer.from(handText)] as const]) {
      const first = data.toString('latin1').search(/"finish_reason": ?"/)
      for (let end = first - 1; end > 0; end -= Math.ceil(first / 20)) {
        const { parts, error } = await collect(readChatCompletions(bodyOf([data.subarray(0, end)])))
        expect(error, `${file} cut at ${end}`).toMatchObject({ code: 'provider/truncated', retryable: true })
        expect(parts.some(({ type }) => type === 'finish')).toBe(false)
      }
    }
  })
})

describe('two streams written by hand', () => {
  const tool = sse(
    chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'look_up', arguments: '' } }] }),
    chunk({ tool_calls: [{ index: 0, function: { arguments: '{"order":' } }] }),
    chunk({ tool_calls: [{ index: 0, function: { arguments: '7}' } }] }),
    chunk({}, 'tool_calls'),
  ).trimEnd()

  for (const [cut, pieces] of Object.entries(chunkings)) {
    it(`reads text, ${cut}`, async () => {
      expect(learned(await collect(readChatCompletions(bodyOf(pieces(bytes(handText))))))).toEqual({
        text: 'Grüße 😀',
        tools: [],
        usage: { inputTokens: 3, outputTokens: 2 },
        finish: 'stop',
        error: undefined,
      })
    })
    it(`reads a tool call without a blank line at the end, ${cut}`, async () => {
      expect(learned(await collect(readChatCompletions(bodyOf(pieces(bytes(tool))))))).toEqual({
        text: '',
        tools: [{ id: 'a', name: 'look_up', input: { order: 7 } }],
        usage: undefined,
        finish: 'tool-call',
        error: undefined,
      })
    })
  }
})
