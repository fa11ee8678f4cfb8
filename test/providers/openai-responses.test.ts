import { describe, expect, it } from 'vitest'
import type { ReplyRequest } from '../../src/contracts/index.ts'
import { openaiResponses, type OpenAIResponsesOptions } from '../../src/providers/openai-responses.ts'
import { azure } from '../../src/providers/openai.ts'
import { collect, question, server, sse, type Sent } from './streams.ts'

const hello = sse({ type: 'response.output_text.delta', output_index: 0, delta: 'Hello' }, { type: 'response.completed', response: {} })
const signal = new AbortController().signal

/** What is sent for this request. */
async function sentFor(request: ReplyRequest, options: Partial<OpenAIResponsesOptions> = {}): Promise<Sent> {
  const { fetch, sent } = server(hello)
  const { text } = await collect(openaiResponses({ model: 'm', fetch, ...options }).reply(request, { signal }))
  expect(text).toBe('Hello')
  return sent[0] as Sent
}

describe('what openaiResponses() sends', () => {
  it('goes to the path below the base, with the key where the service looks for it', async () => {
    expect((await sentFor(question('Hi'))).url).toBe('https://api.openai.com/v1/responses')
    const { url, headers } = await sentFor(question('Hi'), { ...azure('r'), apiKey: 'k', headers: { 'x-team': 'a' } })
    expect(url).toBe('https://r.openai.azure.com/openai/v1/responses')
    expect(headers).toEqual({ 'content-type': 'application/json', 'api-key': 'k', 'x-team': 'a' })
    expect((await sentFor(question('Hi'), { apiKey: 'k' })).headers['authorization']).toBe('Bearer k')
  })

  it('is the system text, the turns and nothing that the service would keep', async () => {
    const messages: ReplyRequest['messages'] = [
      { role: 'visitor', text: 'Hi' },
      { role: 'agent', name: 'Sarah', text: 'Hello.' },
      { role: 'system', text: 'Sarah handed back.' },
      { role: 'visitor', text: 'When?' },
    ]
    expect((await sentFor(question('', { messages }))).body).toEqual({
      model: 'm',
      instructions: 'Be brief.',
      stream: true,
      store: false,
      input: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: '[Sarah] Hello.' },
        { role: 'user', content: '<event>Sarah handed back.</event>\n\nWhen?' },
      ],
    })
  })

  it('asks for sealed thoughts where the model reasons, since others refuse it', async () => {
    const asks = async (model: string, more: object = {}): Promise<boolean> =>
      JSON.stringify((await sentFor(question('Hi'), { model, ...more })).body['include']) === '["reasoning.encrypted_content"]'
    for (const model of ['o3', 'o4-mini', 'gpt-5', 'gpt-5.1-mini', 'openai/gpt-6', 'openai.gpt-5.4']) expect(await asks(model), model).toBe(true)
    for (const model of ['gpt-4o', 'gpt-5-chat-latest', 'deepseek-chat', 'my-deployment', 'solo3']) expect(await asks(model), model).toBe(false)
    expect(await asks('my-deployment', { reasoning: true })).toBe(true)
    expect(await asks('gpt-5', { reasoning: false })).toBe(false)
  })

  it('offers tools flat, and not strict, so that fields may stay optional', async () => {
    const tool = { name: 'look_up', description: 'Looks up an order.', parameters: { type: 'object', properties: { order: { type: 'number' } } } }
    expect((await sentFor(question('Hi', { tools: [tool] }))).body['tools']).toEqual([{ type: 'function', ...tool, strict: false }])
    expect((await sentFor(question('Hi', { tools: [] }))).body).not.toHaveProperty('tools')
  })

  it('holds pictures as data, for models that take them', async () => {
    const request = question('', { messages: [{ role: 'visitor', text: 'This one', images: [{ media: 'image/png', data: 'AAAA' }] }] })
    expect((await sentFor(request, { images: true })).body['input']).toEqual([
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'This one' },
          { type: 'input_image', image_url: 'data:image/png;base64,AAAA' },
        ],
      },
    ])
    expect((await sentFor(request)).body['input']).toEqual([{ role: 'user', content: 'This one' }])
    expect(openaiResponses({ apiKey: 'k', model: 'm', images: true }).supports).toEqual({ tools: true, images: true, summaries: true })
  })

  it('takes more fields over its own', async () => {
    expect((await sentFor(question('Hi'), { body: { store: true, max_output_tokens: 5 } })).body).toMatchObject({ store: true, max_output_tokens: 5 })
  })

  it('puts the rounds of the turn behind the messages, answered by the ids of their calls', async () => {
    const thought = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'xyz' }
    const { body } = await sentFor(
      question('Where?', {
        steps: [
          {
            text: 'I look.',
            calls: [
              { id: 'a', name: 'look_up', input: { order: 7 } },
              { id: 'b', name: 'look_up', input: '{"order":' },
            ],
            results: [
              { id: 'a', name: 'look_up', output: '{}' },
              { id: 'b', name: 'look_up', output: 'Not JSON.', failed: true },
            ],
            state: [thought, { role: 'assistant', content: 'I look.', phase: 'commentary' }, 'a', 'b', 'gone'],
          },
          { text: 'Once more.', calls: [{ id: 'c', name: 'look_up', input: {} }], results: [{ id: 'c', name: 'look_up', output: '{}' }] },
        ],
      }),
    )
    const called = (id: string, input: string): object => ({ type: 'function_call', call_id: id, name: 'look_up', arguments: input })
    const output = (id: string, text: string): object => ({ type: 'function_call_output', call_id: id, output: text })
    expect((body['input'] as unknown[]).slice(1)).toEqual([
      thought,
      { role: 'assistant', content: 'I look.', phase: 'commentary' },
      called('a', '{"order":7}'),
      called('b', JSON.stringify({ raw: '{"order":' })),
      output('a', '{}'),
      output('b', 'Not JSON.'),
      { role: 'assistant', content: 'Once more.' },
      called('c', '{}'),
      output('c', '{}'),
    ])
  })

  it('gives back what it got as state', async () => {
    const item = (at: number, is: object): object => ({ type: 'response.output_item.done', output_index: at, item: is })
    const { fetch } = server(
      sse(
        item(0, { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'xyz' }),
        item(1, { type: 'function_call', call_id: 'a', name: 'look_up', arguments: '{}' }),
        { type: 'response.completed', response: {} },
      ),
    )
    const { parts } = await collect(openaiResponses({ model: 'gpt-5', fetch }).reply(question('Hi'), { signal }))
    const state = parts.flatMap((part) => (part.type === 'state' ? [structuredClone(part.data)] : []))[0]
    const steps = [{ text: '', calls: [{ id: 'a', name: 'look_up', input: {} }], results: [{ id: 'a', name: 'look_up', output: '1' }], state }]
    expect(((await sentFor(question('Hi', { steps }))).body['input'] as unknown[]).slice(1)).toEqual([
      { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'xyz' },
      { type: 'function_call', call_id: 'a', name: 'look_up', arguments: '{}' },
      { type: 'function_call_output', call_id: 'a', output: '1' },
    ])
  })

  it('refuses a key in a page', () => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true })
    try {
      expect(() => openaiResponses({ apiKey: 'sk-1', model: 'm' })).toThrow(expect.objectContaining({ code: 'provider/misuse' }))
    } finally {
      Reflect.deleteProperty(globalThis, 'document')
    }
    expect(openaiResponses({ apiKey: 'sk-1', model: 'm' })).toMatchObject({ name: 'openai-responses', keyed: true })
  })

  it('understands a refused request', async () => {
    const { fetch } = server(new Response('{"error":{"message":"m","code":"rate_limit_exceeded"}}', { status: 429, headers: { 'retry-after': '2' } }))
    const { error } = await collect(openaiResponses({ model: 'm', fetch }).reply(question('Hi'), { signal }))
    expect(error).toMatchObject({ code: 'provider/rate-limited', retryable: true, retryAfter: 2000 })
  })
})
