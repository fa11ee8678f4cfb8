import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { anthropic } from '../../src/providers/anthropic.ts'
import { answer, callsIn, learned, part, sentBy, textAnswer, type Answered, type Make } from './anthropic/replay.ts'
import { bytes, single, sse, type Outcome } from './streams.ts'

const make: Make = (fetch) => anthropic({ model: 'claude', apiKey: 'k', fetch })

const begin = { type: 'message_start', message: { role: 'assistant', content: [], usage: { input_tokens: 7, output_tokens: 1 } } }
const start = (index: number, block: object): object => ({ type: 'content_block_start', index, content_block: block })
const delta = (index: number, piece: object): object => ({ type: 'content_block_delta', index, delta: piece })
const stopBlock = (index: number): object => ({ type: 'content_block_stop', index })
const text = (index: number, words: string): object[] => [
  start(index, { type: 'text', text: '' }),
  delta(index, { type: 'text_delta', text: words }),
  stopBlock(index),
]
const json = (index: number, piece: string): object => delta(index, { type: 'input_json_delta', partial_json: piece })
const tool = (index: number, id: string, name = 'look_up'): object => start(index, { type: 'tool_use', id, name, input: {} })
const end = (stop_reason: string, more: object = {}): object[] => [
  { type: 'message_delta', delta: { stop_reason, ...more }, usage: { output_tokens: 9 } },
  { type: 'message_stop' },
]
const ping = { type: 'ping' }

const read = (events: readonly object[], options?: Answered): Promise<Outcome> => textAnswer(make, sse(...events), options)
const finish = (outcome: Outcome): string | undefined => learned(outcome).finish

describe('what anthropic() sends', () => {
  it('asks the Messages API with key, version, system text and tools, and lets the options win', async () => {
    const options = { model: 'claude', apiKey: 'k', headers: { 'anthropic-beta': 'b' }, body: { temperature: 0 } }
    const { url, headers, body } = await sentBy((fetch) => anthropic({ ...options, fetch }), {
      tools: [{ name: 'look_up', description: 'Looks up.', parameters: { type: 'object' } }],
    })
    expect(url).toBe('https://api.anthropic.com/v1/messages')
    expect(headers).toMatchObject({ 'x-api-key': 'k', 'anthropic-version': '2023-06-01', 'anthropic-beta': 'b', 'content-type': 'application/json' })
    expect(body).toEqual({
      model: 'claude',
      max_tokens: 4096,
      stream: true,
      system: 'Be brief.',
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
      tools: [{ name: 'look_up', description: 'Looks up.', input_schema: { type: 'object' } }],
      temperature: 0,
    })
  })

  it('leaves out what there is not: key, system text, tools', async () => {
    const bare: Make = (fetch) => anthropic({ model: 'm', baseURL: 'http://h/x/', maxTokens: 5, fetch })
    const { url, headers, body } = await sentBy(bare, { system: '', tools: [] })
    expect(url).toBe('http://h/x/v1/messages')
    expect(Object.keys(headers)).not.toContain('x-api-key')
    expect(Object.keys(body)).toEqual(['model', 'max_tokens', 'stream', 'messages'])
    expect(body['max_tokens']).toBe(5)
  })

  it('sends turns that alternate, with pictures, and none that is empty', async () => {
    const { body } = await sentBy(make, {
      messages: [
        { role: 'agent', name: 'Sarah', text: 'Hello' },
        { role: 'visitor', text: ' ', images: [{ media: 'image/png', data: 'AA==' }] },
        { role: 'assistant', text: 'A cat.' },
        { role: 'visitor', text: 'And?' },
        { role: 'system', text: 'Sarah left.' },
      ],
    })
    expect(body['messages']).toEqual([
      { role: 'user', content: [{ type: 'text', text: '<event>The conversation goes on.</event>' }] },
      { role: 'assistant', content: [{ type: 'text', text: '[Sarah] Hello' }] },
      { role: 'user', content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA==' } }] },
      { role: 'assistant', content: [{ type: 'text', text: 'A cat.' }] },
      { role: 'user', content: [{ type: 'text', text: 'And?\n\n<event>Sarah left.</event>' }] },
    ])
  })

  it('never ends with words of ours, which newer models refuse to go on with', async () => {
    const { body } = await sentBy(make, { messages: [{ role: 'visitor', text: 'Hi' }, { role: 'agent', text: 'Bye' }] })
    expect((body['messages'] as { role: string }[]).at(-1)?.role).toBe('user')
  })

  it('gives back each round as the model said it, and then what came of its calls', async () => {
    const state = [{ type: 'thinking', thinking: 'Hm.', signature: 's' }, { type: 'tool_use', id: 'a', name: 'f', input: {} }]
    const { body } = await sentBy(make, {
      steps: [
        { text: 'x', calls: [{ id: 'a', name: 'f', input: {} }], results: [{ id: 'a', name: 'f', output: 'gone', failed: true }], state },
        { text: 'One moment.', calls: [{ id: 'b', name: 'g', input: '{"n":' }], results: [{ id: 'b', name: 'g', output: '3' }] },
        { text: '', calls: [], results: [], state: [{ type: 'server_tool_use', id: 's' }] },
      ],
    })
    expect((body['messages'] as unknown[]).slice(1)).toEqual([
      { role: 'assistant', content: state },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: 'gone', is_error: true }] },
      { role: 'assistant', content: [{ type: 'text', text: 'One moment.' }, { type: 'tool_use', id: 'b', name: 'g', input: { raw: '{"n":' } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'b', content: '3' }] },
      { role: 'assistant', content: [{ type: 'server_tool_use', id: 's' }] },
    ])
  })

  it('takes pictures unless it is told that the model takes none', () => {
    expect(anthropic({ model: 'm', apiKey: 'k' }).supports).toEqual({ tools: true, images: true, summaries: true })
    expect(anthropic({ model: 'm', apiKey: 'k', images: false }).supports.images).toBe(false)
    expect(anthropic({ model: 'm', baseURL: 'http://gateway' }).keyed).toBe(false)
    expect(anthropic({ model: 'm', apiKey: 'k' }).keyed).toBe(true)
  })

  it('refuses to hold a key in a page', () => {
    vi.stubGlobal('document', {})
    try {
      expect(() => anthropic({ model: 'm', apiKey: 'k' })).toThrow(/page/)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('traps of the Messages API', () => {
  it('takes a call without arguments as one with none', async () => {
    const outcome = await read([begin, tool(0, 'a'), json(0, ''), stopBlock(0), tool(1, 'b'), stopBlock(1), ...end('tool_use')])
    expect(callsIn(outcome)).toEqual([
      { id: 'a', name: 'look_up', input: {} },
      { id: 'b', name: 'look_up', input: {} },
    ])
    expect(finish(outcome)).toBe('tool-call')
  })

  it('leaves keys of the prototype out of arguments', async () => {
    const [call] = part(await read([begin, tool(0, 'a'), json(0, '{"__proto__":{"x":1},"n":2}'), ...end('tool_use')]), 'tool-call')
    expect(Object.getOwnPropertyNames(call?.input)).toEqual(['n'])
  })

  it('reads past pings, wherever they are', async () => {
    const events = [begin, ...text(0, 'Yes'), tool(1, 'a'), json(1, '{"n":'), json(1, '1}'), stopBlock(1), ...end('tool_use')]
    const plain = await read(events)
    const { parts } = await read(events.flatMap((event) => [ping, event, ping]))
    expect(parts).toEqual(plain.parts)
  })

  it('keeps blocks apart by index, however they are mixed', async () => {
    const outcome = await read([
      begin,
      tool(1, 'a', 'f'),
      start(0, { type: 'text', text: '' }),
      tool(2, 'b', 'g'),
      json(2, '{"n"'),
      json(1, '{"m":1'),
      delta(0, { type: 'text_delta', text: 'Yes' }),
      json(2, ':2}'),
      json(1, '}'),
      ...end('tool_use'),
    ])
    expect(outcome.text).toBe('Yes')
    expect(callsIn(outcome)).toEqual([
      { id: 'a', name: 'f', input: { m: 1 } },
      { id: 'b', name: 'g', input: { n: 2 } },
    ])
    expect(part(outcome, 'tool-start').map(({ name }) => name)).toEqual(['f', 'g'])
  })

  it('loses no block where a server gives each the same index', async () => {
    const calls = [tool(0, 'a'), json(0, '{"n":1}'), stopBlock(0), tool(0, 'b'), json(0, '{"n":2}')]
    const outcome = await read([begin, ...text(0, 'A'), ...calls, ...end('tool_use')])
    expect(outcome.text).toBe('A')
    expect(callsIn(outcome)).toMatchObject([{ input: { n: 1 } }, { input: { n: 2 } }])
  })

  it('ignores unknown blocks, their deltas and unknown events', async () => {
    const outcome = await read([
      begin,
      { type: 'weather_report' },
      start(0, { type: 'dream', text: 'never' }),
      delta(0, { type: 'text_delta', text: 'never' }),
      delta(5, { type: 'text_delta', text: 'never' }),
      ...text(1, 'Yes'),
      delta(1, { type: 'strange_delta', strange: 1 }),
      ...end('end_turn'),
    ])
    expect(learned(outcome)).toMatchObject({ text: 'Yes', tools: [], finish: 'stop' })
  })

  it('shows no thoughts', async () => {
    const outcome = await read([
      begin,
      start(0, { type: 'thinking', thinking: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'Hm.' }),
      delta(0, { type: 'signature_delta', signature: 's' }),
      ...text(1, 'Yes'),
      ...end('end_turn'),
    ])
    expect(outcome.text).toBe('Yes')
    expect(part(outcome, 'state')).toEqual([])
  })

  it('raises a second message_start', async () => {
    const { error, parts } = await read([begin, ...text(0, 'A'), begin, ...text(0, 'B'), ...end('end_turn')])
    expect(error).toMatchObject({ code: 'provider/bad-response', retryable: true })
    expect(parts.some(({ type }) => type === 'finish')).toBe(false)
  })

  it('raises an error that comes after 200, even after a stop reason', async () => {
    const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }
    for (const events of [[overloaded], [begin, ...text(0, 'A'), overloaded], [begin, ...text(0, 'A'), ...end('end_turn'), overloaded]]) {
      const { error, parts } = await read(events)
      expect(error).toMatchObject({ code: 'provider/unavailable', retryable: true })
      expect(parts.some(({ type }) => type === 'finish')).toBe(false)
    }
  })

  it('calls nothing when the tokens ran out inside a call', async () => {
    for (const reason of ['max_tokens', 'model_context_window_exceeded']) {
      const outcome = await read([begin, tool(0, 'a'), json(0, '{"city":"Par'), ...end(reason)])
      expect(callsIn(outcome)).toEqual([])
      expect(part(outcome, 'state')).toEqual([])
      expect(finish(outcome)).toBe('length')
    }
  })

  it('tells of a refusal without a block, and after words that then do not count', async () => {
    const explanation = 'Not that.'
    for (const before of [[], text(0, 'Well'), [tool(0, 'a'), json(0, '{}')]]) {
      const outcome = await read([begin, ...before, ...end('refusal', { stop_details: { type: 'refusal', explanation } })])
      expect(part(outcome, 'refusal')).toEqual([{ type: 'refusal', text: explanation }])
      expect(callsIn(outcome)).toEqual([])
      expect(outcome.parts.at(-1)).toMatchObject({ type: 'finish', reason: 'filtered' })
    }
    expect(part(await read([begin, ...end('refusal', { stop_details: null })]), 'refusal')).toHaveLength(1)
  })

  it('never adds counts up, and takes what message_delta says about the input', async () => {
    const usage = (input: object | undefined, ...deltas: object[]): object[] => [
      { type: 'message_start', message: { role: 'assistant', content: [], ...(input ? { usage: input } : {}) } },
      ...deltas.map((each) => ({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: each })),
    ]
    const used = async (events: object[]): Promise<unknown> => learned(await read(events)).usage
    const seven = { input_tokens: 7, output_tokens: 1 }
    const none = { input_tokens: 0, output_tokens: 0 }
    expect(await used(usage(seven, { output_tokens: 4 }, { output_tokens: 9 }))).toEqual({ inputTokens: 7, outputTokens: 9 })
    expect(await used(usage(none, { input_tokens: 12, output_tokens: 5 }))).toEqual({ inputTokens: 12, outputTokens: 5 })
    expect(await used(usage(seven, { input_tokens: 0, output_tokens: 5 }))).toEqual({ inputTokens: 7, outputTokens: 5 })
    expect(await used([...usage(undefined), { type: 'message_stop' }])).toBeUndefined()
  })

  it('needs no event lines, and reads them where they are', async () => {
    const events = [begin, ...text(0, 'Yes'), ...end('end_turn')] as { type: string }[]
    const named = events.map((event) => `event: ${event.type}\n${sse(event)}`).join('')
    expect((await textAnswer(make, named)).parts).toEqual((await read(events)).parts)
  })

  it('takes the service’s own tools for no calls of ours, and pictures of text in their results for no text', async () => {
    const outcome = await read([
      begin,
      start(0, { type: 'server_tool_use', id: 's', name: 'web_search', input: {} }),
      json(0, '{"query":"x"}'),
      start(1, { type: 'web_search_tool_result', tool_use_id: 's', content: [] }),
      ...text(2, 'Found.'),
      ...end('end_turn'),
    ])
    expect(learned(outcome)).toMatchObject({ text: 'Found.', tools: [], finish: 'stop' })
    expect(part(outcome, 'tool-start')).toEqual([])
  })

  it('asks to be asked again when a turn is paused, with all that was said', async () => {
    const outcome = await read([
      begin,
      ...text(0, 'Let me see.'),
      ...text(1, ''),
      start(2, { type: 'server_tool_use', id: 's', name: 'web_search', input: {} }),
      json(2, '{"query":'),
      json(2, '"x"}'),
      ...end('pause_turn'),
    ])
    expect(outcome.parts.slice(-2)).toEqual([
      {
        type: 'state',
        data: [
          { type: 'text', text: 'Let me see.' },
          { type: 'server_tool_use', id: 's', name: 'web_search', input: { query: 'x' } },
        ],
      },
      { type: 'finish', reason: 'tool-call', usage: { inputTokens: 7, outputTokens: 9 } },
    ])
  })

  it('lets the oldest findings go when a paused turn is too long to give back', async () => {
    const search = (at: number): object[] => [
      start(2 * at, { type: 'server_tool_use', id: `s${at}`, name: 'web_search', input: {} }),
      start(2 * at + 1, { type: 'web_search_tool_result', tool_use_id: `s${at}`, content: [{ text: 'x'.repeat(25_000) }] }),
    ]
    const last = start(9, { type: 'server_tool_use', id: 's9' })
    const outcome = await read([begin, ...search(0), ...search(1), ...search(2), last, ...end('pause_turn')])
    const [state] = part(outcome, 'state')
    const kept = (state?.data ?? []) as readonly { id?: string; tool_use_id?: string }[]
    expect(kept.map(({ id, tool_use_id: of }) => id ?? of)).toEqual(['s1', 's1', 's2', 's2', 's9'])
  })

  it('gives back thoughts, their signatures and all else in order, with the calls', async () => {
    const citation = { type: 'web_search_result_location', url: 'https://example.com' }
    const outcome = await read([
      begin,
      start(0, { type: 'thinking', thinking: '', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'H' }),
      delta(0, { type: 'thinking_delta', thinking: 'm.' }),
      delta(0, { type: 'signature_delta', signature: 'sig' }),
      start(1, { type: 'redacted_thinking', data: 'xyz' }),
      start(2, { type: 'text', text: '' }),
      delta(2, { type: 'text_delta', text: 'One moment.' }),
      delta(2, { type: 'citations_delta', citation }),
      tool(3, 'a'),
      json(3, '{"n":1}'),
      tool(4, 'b'),
      json(4, '{"n":'),
      ...end('tool_use'),
    ])
    expect(part(outcome, 'state')).toEqual([
      {
        type: 'state',
        data: [
          { type: 'thinking', thinking: 'Hm.', signature: 'sig' },
          { type: 'redacted_thinking', data: 'xyz' },
          { type: 'text', text: 'One moment.', citations: [citation] },
          { type: 'tool_use', id: 'a', name: 'look_up', input: { n: 1 } },
          { type: 'tool_use', id: 'b', name: 'look_up', input: { raw: '{"n":' } },
        ],
      },
    ])
    // what is no JSON is left for whoever runs the tool
    expect(callsIn(outcome)).toMatchObject([{ input: { n: 1 } }, { input: '{"n":' }])
  })

  it('goes by the calls, not by the name of the reason', async () => {
    expect(finish(await read([begin, tool(0, 'a'), ...end('end_turn')]))).toBe('tool-call')
    expect(finish(await read([begin, ...text(0, 'A'), ...end('tool_use')]))).toBe('stop')
    expect(finish(await read([begin, ...text(0, 'A'), ...end('stop_sequence')]))).toBe('stop')
    expect(finish(await read([begin, ...text(0, 'A'), ...end('brand_new')]))).toBe('stop')
  })

  it('is truncated without message_stop and without a stop reason; one of them will do', async () => {
    expect((await read([begin, ...text(0, 'A')])).error).toMatchObject({ code: 'provider/truncated', retryable: true })
    expect((await read([])).error).toMatchObject({ code: 'provider/truncated' })
    expect(finish(await read([begin, ...text(0, 'A'), { type: 'message_stop' }]))).toBe('stop')
    expect(finish(await read([begin, ...text(0, 'A'), ...end('end_turn').slice(0, 1)]))).toBe('stop')
    expect((await read([begin, tool(0, 'a'), json(0, '{}')])).parts).toEqual([{ type: 'tool-start', name: 'look_up' }])
  })

  it('says that the model has begun with its first block, be it a thought', async () => {
    const seen: boolean[] = []
    const pieces = [begin, ping, start(0, { type: 'thinking', thinking: '' }), ...end('end_turn')].map((event) => bytes(sse(event)))
    await answer(make, pieces, { onActivity: (begun) => seen.push(begun) })
    // told as bytes come, before they are read
    expect(seen.slice(0, 4)).toEqual([false, false, false, true])
  })

  it('takes a whole answer instead of a stream', async () => {
    const outcome = await textAnswer(
      make,
      JSON.stringify({
        type: 'message',
        role: 'assistant',
        content: [
          { type: 'text', text: 'One moment.' },
          { type: 'tool_use', id: 'a', name: 'f', input: { n: 1 } },
        ],
        stop_reason: 'tool_use',
        usage: { input_tokens: 3, output_tokens: 4 },
      }),
      { type: 'application/json' },
    )
    expect(learned(outcome)).toEqual({
      text: 'One moment.',
      tools: [{ id: 'a', name: 'f', input: { n: 1 } }],
      usage: { inputTokens: 3, outputTokens: 4 },
      finish: 'tool-call',
      error: undefined,
    })
    const broken = JSON.stringify({ type: 'error', error: { type: 'api_error', message: 'Oops' } })
    expect((await textAnswer(make, broken, { type: 'application/json' })).error).toMatchObject({ code: 'provider/failed' })
  })

  it('throws nothing but its own errors, whatever comes', async () => {
    const any = fc.jsonValue()
    const type = fc.constantFrom('message_start', 'content_block_start', 'content_block_delta', 'message_delta', 'message_stop')
    const event = fc.record({ type, index: fc.nat(2), message: any, content_block: any, delta: any, usage: any }, { requiredKeys: ['type'] })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(any, event), { maxLength: 8 }), async (events) => {
        const { error, parts } = await answer(make, single(bytes(sse(...events.map((event) => JSON.stringify(event))))))
        expect(error === undefined ? parts.at(-1)?.type : (error as { code?: string }).code).toMatch(/^finish$|^provider\//)
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})
