import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ReplyRequest } from '../../src/contracts/index.ts'
import { aiSdkModel, type AiSdkModelOptions, type LanguageModelLike } from '../../src/providers/ai-sdk-model.ts'
import { collect, question, type Outcome } from './streams.ts'

const live = (): { signal: AbortSignal } => ({ signal: new AbortController().signal })

/** A model of this version that streams these parts, and what it was called with. */
function modelOf(parts: readonly object[] | ReadableStream<object>, version = 'v3'): { model: LanguageModelLike; calls: Record<string, unknown>[] } {
  const calls: Record<string, unknown>[] = []
  const streamed = (): ReadableStream<object> => {
    let next = 0
    return new ReadableStream({
      pull(controller) {
        const part = (parts as readonly object[])[next++]
        if (part) controller.enqueue(part)
        else controller.close()
      },
    })
  }
  const doStream = (options: object) => {
    calls.push(options as Record<string, unknown>)
    return Promise.resolve({ stream: Array.isArray(parts) ? streamed() : (parts as ReadableStream<object>) })
  }
  return { model: { specificationVersion: version, doStream }, calls }
}

const failing = (cause: unknown): LanguageModelLike => ({ specificationVersion: 'v3', doStream: () => Promise.reject(cause) })
const ask = (model: LanguageModelLike, request: Partial<ReplyRequest> = {}, options: Partial<AiSdkModelOptions> = {}): Promise<Outcome> =>
  collect(aiSdkModel({ model, ...options }).reply(question('Hi', request), live()))
const read = (...parts: object[]): Promise<Outcome> => ask(modelOf(parts).model)
const text = (delta: string): object => ({ type: 'text-delta', id: '1', delta })
const call = (toolCallId: string, input: string, more: object = {}): object =>
  ({ type: 'tool-call', toolCallId, toolName: 'look_up', input, ...more })
const ended = (unified = 'stop', usage: object = {}): object => ({ type: 'finish', finishReason: { unified, raw: undefined }, usage })
const promptOf = (calls: readonly Record<string, unknown>[]): readonly object[] => calls[0]?.['prompt'] as readonly object[]
const kinds = ({ parts }: Outcome): string[] => parts.map(({ type }) => type)

describe('the call of a model', () => {
  it('has a prompt, tools with a free choice, the signal, and what the team adds', async () => {
    const { model, calls } = modelOf([ended()])
    const { signal } = new AbortController()
    const tools = [{ name: 'look_up', description: 'Looks.', parameters: { type: 'object' } }]
    const provider = aiSdkModel({ model, body: { temperature: 0.2 } })
    await collect(provider.reply(question('Hi', { tools }), { signal }))
    expect(calls).toEqual([
      {
        prompt: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
        ],
        tools: [{ type: 'function', name: 'look_up', description: 'Looks.', inputSchema: { type: 'object' } }],
        toolChoice: { type: 'auto' },
        abortSignal: signal,
        temperature: 0.2,
      },
    ])
  })

  it.each([
    ['v2', 'AAAA'],
    ['v3', 'AAAA'],
    ['v4', { type: 'data', data: 'AAAA' }],
  ])('has pictures as %s takes them', async (version, data) => {
    const { model, calls } = modelOf([ended()], version)
    await ask(model, { messages: [{ role: 'visitor', text: 'See', images: [{ media: 'image/png', data: 'AAAA' }] }] })
    expect(calls[0]?.['prompt']).toMatchObject([{}, { content: [{ type: 'text' }, { type: 'file', mediaType: 'image/png', data }] }])
  })

  it('gives back what the model thought, called and was told', async () => {
    const first = await read(
      { type: 'reasoning-start', id: '1' },
      { type: 'reasoning-delta', id: '1', delta: 'Hm' },
      { type: 'reasoning-end', id: '1', providerMetadata: { anthropic: { signature: 's' } } },
      { type: 'text-start', id: '1' },
      { type: 'text-end', id: '1' },
      { type: 'tool-call', toolCallId: 'w', toolName: 'web', input: '{}', providerExecuted: true },
      { type: 'tool-result', toolCallId: 'w', toolName: 'web', result: [], preliminary: true },
      { type: 'tool-result', toolCallId: 'w', toolName: 'web', result: [1] },
      call('k', '{"a":1}', { providerMetadata: { google: { thoughtSignature: 't' } } }),
      ended('tool-calls'),
    )
    const state = first.parts.find(({ type }) => type === 'state') as { readonly data: unknown }
    const results = [
      { id: 'k', name: 'look_up', output: '7' },
      { id: 'l', name: 'look_up', output: 'No.', failed: true as const },
    ]
    const { model, calls } = modelOf([ended()])
    await ask(model, { steps: [{ text: '', calls: [], results, state: state.data }] })
    expect(promptOf(calls).slice(2)).toMatchObject([
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', text: 'Hm', providerOptions: { anthropic: { signature: 's' } } },
          { type: 'tool-call', toolCallId: 'w', providerExecuted: true },
          { type: 'tool-result', toolCallId: 'w', output: { type: 'json', value: [1] } },
          { type: 'tool-call', toolCallId: 'k', input: { a: 1 }, providerOptions: { google: { thoughtSignature: 't' } } },
        ],
      },
      {
        role: 'tool',
        content: [
          { type: 'tool-result', toolCallId: 'k', toolName: 'look_up', output: { type: 'text', value: '7' } },
          { type: 'tool-result', toolCallId: 'l', toolName: 'look_up', output: { type: 'error-text', value: 'No.' } },
        ],
      },
    ])
  })

  it('makes the round from the record where there is no state', async () => {
    const { model, calls } = modelOf([ended()])
    await ask(model, { steps: [{ text: 'So.', calls: [{ id: 'k', name: 'look_up', input: '{"a' }], results: [] }] })
    expect(promptOf(calls)[2]).toEqual({
      role: 'assistant',
      content: [
        { type: 'text', text: 'So.' },
        { type: 'tool-call', toolCallId: 'k', toolName: 'look_up', input: { raw: '{"a' } },
      ],
    })
  })
})

describe('the stream of a model', () => {
  it('gives text, the begin of tools at once, calls and state at the end', async () => {
    const outcome = await read(
      { type: 'stream-start', warnings: [] },
      { type: 'ping' },
      { type: 'raw', rawValue: 1 },
      text('Grüße'),
      { type: 'tool-input-start', id: 'k', toolName: 'look_up' },
      { type: 'source', sourceType: 'url', id: 's', url: 'https://a.example/', title: 'A' },
      call('k', '{"a":1}'),
      ended('tool-calls', { inputTokens: { total: 3 }, outputTokens: { total: 5 } }),
    )
    expect(kinds(outcome)).toEqual(['text-delta', 'tool-start', 'citation', 'tool-call', 'state', 'finish'])
    expect(outcome.parts).toContainEqual({ type: 'tool-call', id: 'k', name: 'look_up', input: { a: 1 } })
    expect(outcome.parts.at(-1)).toEqual({ type: 'finish', reason: 'tool-call', usage: { inputTokens: 3, outputTokens: 5 } })
  })

  it.each([
    ['', {}],
    ['{"a', '{"a'],
  ])('has arguments %j as %j', async (input, value) => {
    expect((await read(call('k', input), ended('tool-calls'))).parts).toContainEqual({ type: 'tool-call', id: 'k', name: 'look_up', input: value })
  })

  it('leaves alone what the service runs itself', async () => {
    const outcome = await read(call('w', '{}', { providerExecuted: true }), ended('stop'))
    expect(outcome.parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it.each(['length', 'content-filter'])('gives no calls when it finishes %s', async (reason) => {
    expect(kinds(await read(call('k', '{"a'), ended(reason)))).not.toContain('tool-call')
  })

  it.each([
    ['stop', {}, { reason: 'stop' }],
    ['unknown', { inputTokens: 3, outputTokens: 5, totalTokens: 8 }, { reason: 'stop', usage: { inputTokens: 3, outputTokens: 5 } }],
    ['length', { inputTokens: undefined, outputTokens: 5 }, { reason: 'length' }],
    ['content-filter', {}, { reason: 'filtered' }],
  ])('that finishes %s in the words of v2 says so', async (finishReason, usage, finish) => {
    const outcome = await ask(modelOf([text('Hi'), { type: 'finish', finishReason, usage }], 'v2').model)
    expect(outcome.parts.at(-1)).toEqual({ type: 'finish', ...finish })
    expect(kinds(outcome).includes('refusal')).toBe(finishReason === 'content-filter')
  })

  it('is never taken for whole when it is cut before its finish', async () => {
    const parts = [text('Let me see.'), { type: 'tool-input-start', id: 'k', toolName: 'look_up' }, call('k', '{}'), ended('tool-calls')]
    for (let end = 0; end < parts.length; end++) {
      const { error, parts: seen } = await read(...parts.slice(0, end))
      expect(error).toMatchObject({ code: 'provider/truncated', retryable: true })
      expect(seen.some(({ type }) => type === 'finish' || type === 'tool-call')).toBe(false)
    }
  })
})

describe('a model that fails', () => {
  const api = (more: object): Error => Object.assign(new Error('key sk-1 at https://x'), { name: 'AI_APICallError' }, more)

  it.each([
    [api({ statusCode: 401, isRetryable: false }), { code: 'provider/unauthorized', retryable: false }],
    [api({ statusCode: 429, responseHeaders: { 'retry-after': '2' } }), { code: 'provider/rate-limited', retryable: true, retryAfter: 2000 }],
    [api({ statusCode: 429, isRetryable: true, responseHeaders: { 'retry-after-ms': '40' } }), { code: 'provider/rate-limited', retryAfter: 40 }],
    [api({ statusCode: 429, data: { error: { code: 'insufficient_quota' } } }), { code: 'provider/rate-limited', retryable: false }],
    [api({ statusCode: 503, isRetryable: true }), { code: 'provider/unavailable', retryable: true }],
    [api({ statusCode: 503, isRetryable: false }), { code: 'provider/unavailable', retryable: false }],
    [api({ statusCode: 400, isRetryable: false }), { code: 'provider/bad-request', retryable: false }],
    [api({ isRetryable: true }), { code: 'provider/unavailable', retryable: true }],
    [Object.assign(new Error('none'), { name: 'AI_LoadAPIKeyError' }), { code: 'provider/unauthorized', retryable: false }],
    [Object.assign(new Error('odd'), { name: 'AI_InvalidResponseDataError' }), { code: 'provider/bad-response', retryable: true }],
    [Object.assign(new Error('odd'), { name: 'AI_UnsupportedFunctionalityError' }), { code: 'provider/bad-request', retryable: false }],
    ['boom', { code: 'provider/failed', retryable: true }],
  ])('throws what %o means, without its words', async (cause, expected) => {
    const { error } = await ask(failing(cause))
    expect(error).toMatchObject({ name: 'HandbackError', ...expected, cause })
    expect(String(error)).not.toContain('sk-1')
  })

  it('throws at its first error part, which may be of any shape, and reads no further', async () => {
    const cancel = vi.fn()
    const parts = [text('may'), { type: 'error', error: { type: 'overloaded_error' } }, { type: 'error', error: 'second' }, ended('error')]
    const stream = new ReadableStream<object>({ start: (controller) => parts.forEach((part) => controller.enqueue(part)), cancel })
    expect(await ask(modelOf(stream).model)).toMatchObject({ text: 'may', error: { code: 'provider/unavailable' } })
    expect(cancel).toHaveBeenCalledOnce()
    const { error } = await read({ type: 'error', error: { type: 'error', error: { type: 'rate_limit_error' } } })
    expect(error).toMatchObject({ code: 'provider/rate-limited' })
  })

  it.each([
    ['error', 'provider/failed'],
    ['interrupted', 'provider/truncated'],
  ])('throws for a finish of %s', async (reason, code) => {
    expect((await read(text('Hi'), ended(reason))).error).toMatchObject({ code })
  })

  it('is truncated when its stream breaks', async () => {
    const stream = new ReadableStream<object>({ start: (controller) => controller.error(new Error('terminated')) })
    expect((await ask(modelOf(stream).model)).error).toMatchObject({ code: 'provider/truncated', retryable: true })
  })

  it('throws what it throws before it promises anything', async () => {
    const model: LanguageModelLike = {
      specificationVersion: 'v2',
      doStream: () => {
        throw Object.assign(new Error('no'), { name: 'AI_NoSuchModelError' })
      },
    }
    expect((await ask(model)).error).toMatchObject({ code: 'provider/bad-request' })
  })
})

describe('a reader that stops', () => {
  const endless = (cancel: () => void): ReadableStream<object> =>
    new ReadableStream({ start: (controller) => controller.enqueue(text('Hi')), cancel })

  it('cancels the stream', async () => {
    const cancel = vi.fn()
    for await (const part of aiSdkModel({ model: modelOf(endless(cancel)).model }).reply(question('Hi'), live())) {
      expect(part.type).toBe('text-delta')
      break
    }
    expect(cancel).toHaveBeenCalledOnce()
  })

  it('is quiet on abort in the middle, and calls nothing when aborted already', async () => {
    const cancel = vi.fn()
    const { model, calls } = modelOf(endless(cancel))
    const abort = new AbortController()
    for await (const part of aiSdkModel({ model }).reply(question('Hi'), abort)) {
      expect(part.type).toBe('text-delta')
      abort.abort()
    }
    expect(cancel).toHaveBeenCalledOnce()
    expect(await collect(aiSdkModel({ model }).reply(question('Hi'), abort))).toEqual({ parts: [], text: '' })
    expect(calls).toHaveLength(1)
  })

  it('is quiet when a model fails because of the abort', async () => {
    const abort = new AbortController()
    const model: LanguageModelLike = {
      specificationVersion: 'v3',
      doStream: () => {
        abort.abort()
        throw abort.signal.reason
      },
    }
    expect(await collect(aiSdkModel({ model }).reply(question('Hi'), abort))).toEqual({ parts: [], text: '' })
  })

  it('does not wait for a model that does not listen, and cancels what comes late', async () => {
    let answer: (late: { stream: ReadableStream<object> }) => void = () => undefined
    const late = new Promise<{ stream: ReadableStream<object> }>((resolve) => {
      answer = resolve
    })
    const abort = new AbortController()
    const model = { specificationVersion: 'v3', doStream: () => late }
    const reply = collect(aiSdkModel({ model }).reply(question('Hi'), abort))
    abort.abort()
    expect(await reply).toEqual({ parts: [], text: '' })
    await new Promise<void>((cancelled) => answer({ stream: endless(cancelled) }))
  })

  it('tells of each part, and whether the model has begun', async () => {
    const seen: boolean[] = []
    const { model } = modelOf([{ type: 'stream-start', warnings: [] }, { type: 'reasoning-start', id: '1' }, ended()])
    await collect(aiSdkModel({ model }).reply(question('Hi'), { ...live(), onActivity: (begun) => seen.push(begun) }))
    expect(seen).toEqual([false, true, true])
  })
})

describe('the key in a model', () => {
  afterEach(() => vi.unstubAllGlobals())
  const { model } = modelOf([])

  it('keeps it out of a page, unless it has none', () => {
    expect(aiSdkModel({ model })).toMatchObject({ keyed: true, supports: { tools: true, images: false } })
    vi.stubGlobal('document', {})
    expect(() => aiSdkModel({ model })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
    expect(aiSdkModel({ model, keyed: false }).keyed).toBe(false)
  })

  it('is not asked for when it is no model of ai 5 or later', () => {
    expect(() => aiSdkModel({ model: { ...model, specificationVersion: 'v1' } })).toThrow('ai 5')
    expect(() => aiSdkModel({ model: 'openai/gpt-5' as unknown as LanguageModelLike })).toThrow('ai 5')
  })
})
