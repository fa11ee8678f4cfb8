import { describe, expect, it } from 'vitest'
import type { AIProvider, ReplyRequest } from '../../src/contracts/index.ts'
import { azure, bedrock, openai, presets, type OpenAIOptions } from '../../src/providers/openai.ts'
import { retryAfterOf } from '../../src/providers/service/failure.ts'
import { bytes, chunk, collect, question, server, sse, type Outcome, type Sent } from './streams.ts'

/** A provider before a server that answers with this, and what it was sent. */
function before(answer: string | Response, options: Partial<OpenAIOptions> = {}): { provider: AIProvider; sent: Sent[] } {
  const { fetch, sent } = server(answer)
  return { provider: openai({ model: 'm', fetch, ...options }), sent }
}

const reply = (provider: AIProvider, request: ReplyRequest = question('Hi'), signal = new AbortController().signal): Promise<Outcome> =>
  collect(provider.reply(request, { signal }))

const hello = sse(chunk({ content: 'Hello' }), chunk({}, 'stop'), '[DONE]')
const lookUp = { name: 'look_up', description: 'Looks up an order.', parameters: { type: 'object', properties: {} } }

/** What is sent for this request. */
async function sentFor(request: ReplyRequest, options: Partial<OpenAIOptions> = {}): Promise<Sent> {
  const { provider, sent } = before(hello, options)
  await reply(provider, request)
  return sent[0] as Sent
}

describe('where openai() asks', () => {
  it('goes to the path below the base, and keeps a query behind it', async () => {
    const cases = [
      [undefined, 'https://api.openai.com/v1/chat/completions'],
      ['http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
      [
        'https://r.openai.azure.com/openai/deployments/d?api-version=2024-10-21',
        'https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21',
      ],
    ] as const
    for (const [baseURL, url] of cases) expect((await sentFor(question('Hi'), baseURL === undefined ? {} : { baseURL })).url).toBe(url)
  })

  it('bears the key and the headers, and no authorization without a key', async () => {
    expect((await sentFor(question('Hi'), { apiKey: 'sk-1', headers: { 'x-team': 'a' } })).headers).toEqual({
      'content-type': 'application/json',
      authorization: 'Bearer sk-1',
      'x-team': 'a',
    })
    for (const apiKey of ['', undefined]) expect(Object.keys((await sentFor(question('Hi'), { apiKey })).headers)).toEqual(['content-type'])
    expect((await sentFor(question('Hi'), { apiKey: 'sk-1', headers: { authorization: 'Basic x' } })).headers['authorization']).toBe('Basic x')
  })

  it('refuses a key in a page, and only there', () => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true })
    try {
      expect(() => openai({ apiKey: 'sk-1', model: 'm' })).toThrow(
        expect.objectContaining({ code: 'provider/misuse', message: expect.stringMatching(/every visitor/i) }),
      )
      expect(openai({ baseURL: '/model', model: 'm' }).name).toBe('openai')
    } finally {
      Reflect.deleteProperty(globalThis, 'document')
    }
    expect(openai({ apiKey: 'sk-1', model: 'm' }).keyed).toBe(true)
    expect(openai({ ...presets.ollama, model: 'm' }).keyed).toBe(false)
  })
})

it('needs a model, and says so', () => {
  expect(() => openai({ apiKey: 'k', model: '' })).toThrow(expect.objectContaining({ code: 'provider/misuse', message: 'The provider "openai" needs the option "model".' }))
})

it('is called what its preset says, or what it is given', () => {
  expect(openai({ ...presets.groq, apiKey: 'k', model: 'm' }).name).toBe('groq')
  expect(openai({ ...presets.groq, apiKey: 'k', model: 'm', name: 'mine' }).name).toBe('mine')
  expect(openai({ apiKey: 'k', model: 'm' }).name).toBe('openai')
  expect(() => azure('')).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
})

describe('presets', () => {
  const all = Object.entries({ ...presets, azure: azure('here'), bedrock: bedrock('here') })

  it('are data with an address each', () => {
    expect(Object.fromEntries(all.map(([name, { baseURL }]) => [name, baseURL]))).toEqual({
      openai: 'https://api.openai.com/v1',
      azure: 'https://here.openai.azure.com/openai/v1',
      bedrock: 'https://bedrock-runtime.here.amazonaws.com/openai/v1',
      anthropic: 'https://api.anthropic.com/v1',
      gemini: 'https://generativelanguage.googleapis.com/v1beta/openai',
      groq: 'https://api.groq.com/openai/v1',
      mistral: 'https://api.mistral.ai/v1',
      deepseek: 'https://api.deepseek.com',
      xai: 'https://api.x.ai/v1',
      openrouter: 'https://openrouter.ai/api/v1',
      together: 'https://api.together.ai/v1',
      qwen: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
      glm: 'https://api.z.ai/api/paas/v4',
      vllm: 'http://localhost:8000/v1',
      ollama: 'http://localhost:11434/v1',
      lmStudio: 'http://localhost:1234/v1',
    })
    expect(JSON.parse(JSON.stringify(all))).toEqual(all)
  })

  it('are spread into the options, and what stands behind them wins', async () => {
    for (const [, preset] of all) {
      const { url } = await sentFor(question('Hi'), { ...preset, apiKey: 'k' })
      expect(url).toBe(`${preset.baseURL}/chat/completions`)
    }
    expect((await sentFor(question('Hi'), { ...presets.vllm, baseURL: 'http://gpu:8000/v1' })).url).toBe('http://gpu:8000/v1/chat/completions')
  })

  it('put Azure’s key where Azure looks for it', async () => {
    const { headers } = await sentFor(question('Hi'), { ...azure('r'), apiKey: 'k' })
    expect(headers).toEqual({ 'content-type': 'application/json', 'api-key': 'k' })
  })

  it('ask Mistral for no usage, which refuses to be asked', async () => {
    expect((await sentFor(question('Hi'), presets.mistral)).body).not.toHaveProperty('stream_options')
    expect((await sentFor(question('Hi'), presets.groq)).body['stream_options']).toEqual({ include_usage: true })
  })
})

describe('what openai() sends', () => {
  it('is the system text as it is, the turns, and no word of its own', async () => {
    const { body } = await sentFor(
      question('', {
        system: 'You are Bo.',
        locale: 'de',
        articles: [{ id: 'a', title: 'T', text: 'x' }],
        messages: [
          { role: 'visitor', text: 'Hi' },
          { role: 'visitor', text: 'My card?' },
          { role: 'agent', name: 'Sarah', text: 'On its way.' },
          { role: 'system', text: 'Sarah handed back.' },
          { role: 'visitor', text: 'When?' },
        ],
      }),
    )
    expect(body).toEqual({
      model: 'm',
      stream: true,
      stream_options: { include_usage: true },
      messages: [
        { role: 'system', content: 'You are Bo.' },
        { role: 'user', content: 'Hi\n\nMy card?' },
        { role: 'assistant', content: '[Sarah] On its way.' },
        { role: 'user', content: '<event>Sarah handed back.</event>\n\nWhen?' },
      ],
    })
    expect((await sentFor(question('Hi', { system: '' }))).body['messages']).toEqual([{ role: 'user', content: 'Hi' }])
  })

  it('offers the tools that the hub gives, unless the server refuses tools', async () => {
    const request = question('Hi', { tools: [lookUp] })
    expect((await sentFor(request)).body['tools']).toEqual([{ type: 'function', function: lookUp }])
    for (const none of [await sentFor(request, { tools: false }), await sentFor(question('Hi', { tools: [] })), await sentFor(question('Hi'))]) {
      expect(none.body).not.toHaveProperty('tools')
    }
    expect(openai({ apiKey: 'k', model: 'm' }).supports).toEqual({ tools: true, images: false, summaries: true })
    expect(openai({ apiKey: 'k', model: 'm', tools: false, images: true }).supports).toEqual({ tools: false, images: true, summaries: true })
  })

  it('holds pictures as data, for models that take them', async () => {
    const images = [{ media: 'image/png', data: 'AAAA' }]
    const request = question('', { messages: [{ role: 'visitor', text: 'This one', images }] })
    const url = 'data:image/png;base64,AAAA'
    expect((await sentFor(request, { images: true })).body['messages']).toContainEqual({
      role: 'user',
      content: [
        { type: 'text', text: 'This one' },
        { type: 'image_url', image_url: { url } },
      ],
    })
    expect((await sentFor(question('', { messages: [{ role: 'visitor', text: '', images }] }), { images: true })).body['messages']).toContainEqual({
      role: 'user',
      content: [{ type: 'image_url', image_url: { url } }],
    })
    expect((await sentFor(request)).body['messages']).toContainEqual({ role: 'user', content: 'This one' })
  })

  it('takes more fields over its own, and takes fields away', async () => {
    const { body } = await sentFor(question('Hi'), { body: { max_tokens: 5, model: 'other', stream_options: undefined } })
    expect(body).toMatchObject({ max_tokens: 5, model: 'other' })
    expect(body).not.toHaveProperty('stream_options')
  })

  it('puts the rounds of the turn behind the messages, with what the server wants back', async () => {
    const { body } = await sentFor(
      question('Where is it?', {
        steps: [
          {
            text: 'Let me see.',
            calls: [
              { id: 'a', name: 'look_up', input: { order: 7 } },
              { id: 'b', name: 'look_up', input: '{"order":' },
            ],
            results: [
              { id: 'a', name: 'look_up', output: '{"at":"sea"}' },
              { id: 'b', name: 'look_up', output: 'Not JSON.', failed: true },
            ],
            state: [{ reasoning_content: 'hm' }, { a: { google: { thought_signature: 's' } } }],
          },
          { text: '', calls: [{ id: 'c', name: 'look_up', input: {} }], results: [{ id: 'c', name: 'look_up', output: '{}' }] },
          { text: 'Nearly there.', calls: [], results: [] },
        ],
      }),
    )
    const signed = { extra_content: { google: { thought_signature: 's' } } }
    const made = (id: string, input: string): object => ({ id, type: 'function', function: { name: 'look_up', arguments: input } })
    expect((body['messages'] as unknown[]).slice(2)).toEqual([
      {
        role: 'assistant',
        content: 'Let me see.',
        reasoning_content: 'hm',
        tool_calls: [{ ...made('a', '{"order":7}'), ...signed }, made('b', JSON.stringify({ raw: '{"order":' }))],
      },
      { role: 'tool', tool_call_id: 'a', content: '{"at":"sea"}' },
      { role: 'tool', tool_call_id: 'b', content: 'Not JSON.' },
      { role: 'assistant', content: null, tool_calls: [made('c', '{}')] },
      { role: 'tool', tool_call_id: 'c', content: '{}' },
      { role: 'assistant', content: 'Nearly there.' },
    ])
  })

  it('gives back what it got as state', async () => {
    const deltas = [{ reasoning_content: 'h' }, { reasoning_details: [{ type: 'reasoning.text', text: 'm', index: 0 }] }]
    const called = { tool_calls: [{ index: 0, id: 'a', extra_content: { x: 1 }, function: { name: 'look_up', arguments: '{}' } }] }
    const { parts } = await reply(before(sse(...deltas.map((delta) => chunk(delta)), chunk(called), chunk({}, 'tool_calls'))).provider)
    const state = parts.flatMap((part) => (part.type === 'state' ? [part.data] : []))[0]
    const { body } = await sentFor(
      question('Hi', { steps: [{ text: '', calls: [{ id: 'a', name: 'look_up', input: {} }], results: [], state: structuredClone(state) }] }),
    )
    expect((body['messages'] as unknown[]).at(-1)).toMatchObject({
      reasoning_content: 'h',
      reasoning_details: [{ text: 'm' }],
      tool_calls: [{ id: 'a', extra_content: { x: 1 } }],
    })
  })
})

describe('what openai() leaves to the hub', () => {
  it('gives a call for a person as a call like others, and the words behind it', async () => {
    const { text, parts } = await reply(
      before(
        sse(
          chunk({ content: 'One moment.' }),
          chunk({ tool_calls: [{ index: 0, id: 'a', function: { name: 'transfer_to_human', arguments: '{"reason":"up' } }] }),
          chunk({ content: ' SOURCES: a' }),
          chunk({}, 'tool_calls'),
        ),
      ).provider,
    )
    expect(text).toBe('One moment. SOURCES: a')
    expect(parts.filter(({ type }) => type !== 'text-delta')).toEqual([
      { type: 'tool-start', name: 'transfer_to_human' },
      { type: 'tool-call', id: 'a', name: 'transfer_to_human', input: '{"reason":"up' },
      { type: 'finish', reason: 'tool-call' },
    ])
  })

  it('tells of each sign of life, and when the model has begun', async () => {
    const life: boolean[] = []
    const pieces = [': PROCESSING\n\n', sse(chunk({ reasoning: 'hm' })), sse(chunk({ content: 'Hello' })), sse(chunk({}, 'stop'))]
    const { fetch } = server(pieces.map(bytes))
    const onActivity = (begun: boolean): void => void life.push(begun)
    await collect(openai({ model: 'm', fetch }).reply(question('Hi'), { signal: new AbortController().signal, onActivity }))
    expect(life.slice(0, 4)).toEqual([false, false, true, true])
  })
})

describe('what openai() makes of a refused request', () => {
  const status = async (code: number, body = '', headers: Record<string, string> = {}): Promise<unknown> =>
    (await reply(before(new Response(body, { status: code, headers })).provider)).error

  it('maps each status', async () => {
    expect(await status(401)).toMatchObject({ code: 'provider/unauthorized', retryable: false })
    expect(await status(403)).toMatchObject({ code: 'provider/unauthorized', retryable: false })
    expect(await status(400)).toMatchObject({ code: 'provider/bad-request', retryable: false })
    expect(await status(404)).toMatchObject({ code: 'provider/bad-request', retryable: false })
    expect(await status(408)).toMatchObject({ code: 'provider/time-out', retryable: true })
    expect(await status(409)).toMatchObject({ code: 'provider/unavailable', retryable: true })
    for (const code of [500, 502, 503, 529]) expect(await status(code, '<html>')).toMatchObject({ code: 'provider/unavailable', retryable: true })
  })

  it('carries how long to wait', async () => {
    expect(await status(429, '{}', { 'retry-after': '2' })).toMatchObject({ code: 'provider/rate-limited', retryable: true, retryAfter: 2000 })
    expect(await status(429, '{"error":{"code":"insufficient_quota"}}')).toMatchObject({ code: 'provider/rate-limited', retryable: false })
    const now = Date.parse('2026-01-01T00:00:00Z')
    expect(retryAfterOf(new Headers({ 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }), now)).toBe(5000)
    expect(retryAfterOf(new Headers({ 'retry-after': 'Wed, 31 Dec 2025 00:00:05 GMT' }), now)).toBe(0)
    expect(retryAfterOf(new Headers({ 'retry-after-ms': '150', 'retry-after': '1' }), now)).toBe(150)
    expect(retryAfterOf(new Headers({ 'retry-after': 'soon' }), now)).toBeUndefined()
    expect(retryAfterOf(new Headers(), now)).toBeUndefined()
  })

  it('never repeats the server’s words in the message', async () => {
    const error = await status(401, '{"error":{"message":"Incorrect API key provided: sk-secret"}}')
    expect(String(error)).not.toContain('sk-secret')
    expect(error).toMatchObject({ cause: { message: 'Incorrect API key provided: sk-secret', status: 401 } })
  })

  it('takes a prompt that Azure’s filter stopped for a refusal', async () => {
    const body = { error: { code: 'content_filter', status: 400, innererror: { code: 'ResponsibleAIPolicyViolation' } } }
    const { parts, error } = await reply(before(new Response(JSON.stringify(body), { status: 400 })).provider)
    expect(error).toBeUndefined()
    expect(parts).toEqual([{ type: 'refusal' }, { type: 'finish', reason: 'filtered' }])
  })

  it('is unavailable when the server cannot be reached', async () => {
    const provider = openai({ model: 'm', fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect((await reply(provider)).error).toMatchObject({ code: 'provider/unavailable', retryable: true })
  })
})

describe('the end of an attempt', () => {
  /** A server that sends these pieces and then nothing. */
  const silent = (...pieces: readonly string[]): { response: Response; cancelled: Promise<void> } => {
    let cancel = (): void => undefined
    const cancelled = new Promise<void>((resolve) => {
      cancel = resolve
    })
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(bytes(piece))
      },
      cancel: () => cancel(),
    })
    return { response: new Response(body), cancelled }
  }

  it('is quiet on abort, and lets the server go', async () => {
    const { response, cancelled } = silent(sse(chunk({ content: 'Hel' })))
    const stop = new AbortController()
    const iterator = before(response).provider.reply(question('Hi'), { signal: stop.signal })[Symbol.asyncIterator]()
    expect((await iterator.next()).value).toEqual({ type: 'text-delta', text: 'Hel' })
    const next = iterator.next()
    stop.abort(new Error('any reason'))
    expect(await next).toEqual({ done: true, value: undefined })
    await cancelled
  })

  it('is quiet when it is aborted before the server has answered', async () => {
    const stop = new AbortController()
    const fetch = (_url: string, init: RequestInit): Promise<Response> =>
      new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError'))))
    const parts = reply(openai({ model: 'm', fetch }), question('Hi'), stop.signal)
    stop.abort()
    expect(await parts).toEqual({ parts: [], text: '' })
  })

  it('comes before its beginning when it is aborted already', async () => {
    const { provider, sent } = before(hello)
    expect(await reply(provider, question('Hi'), AbortSignal.abort())).toEqual({ parts: [], text: '' })
    expect(sent).toEqual([])
  })

  it('lets the server go when its consumer leaves', async () => {
    const { response, cancelled } = silent(sse(chunk({ content: 'Hel' })))
    for await (const part of before(response).provider.reply(question('Hi'), { signal: new AbortController().signal })) {
      expect(part.type).toBe('text-delta')
      break
    }
    await cancelled
  })

  it('is truncated when the body breaks', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytes(sse(chunk({ content: 'a' }))))
      },
      pull(controller) {
        controller.error(new TypeError('terminated'))
      },
    })
    const { text, error } = await reply(before(new Response(body)).provider)
    expect(text).toBe('a')
    expect(error).toMatchObject({ code: 'provider/truncated', retryable: true })
  })
})
