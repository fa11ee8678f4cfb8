import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { openai } from '../../src/providers/openai.ts'
import { bytes, chunk, collect, cutAt, json, question, server, single, sse, type Outcome } from './streams.ts'

const readPieces = (pieces: readonly Uint8Array[]): Promise<Outcome> =>
  collect(openai({ model: 'm', fetch: server(pieces).fetch }).reply(question('Hi'), { signal: new AbortController().signal }))
const read = (text: string): Promise<Outcome> => readPieces([bytes(text)])
const call = (piece: object): object => chunk({ tool_calls: [piece] })
const stop = chunk({}, 'stop')

/** Ids, names and arguments of the calls that these pieces come to. */
async function calls(...pieces: readonly object[]): Promise<unknown[]> {
  const { parts, error } = await read(sse(...pieces.map(call), chunk({}, 'tool_calls')))
  expect(error).toBeUndefined()
  return parts.flatMap((part) => (part.type === 'tool-call' ? [[part.id, part.name, part.input]] : []))
}

describe('words of a chat completion', () => {
  it('leaves out thoughts, in each field that servers use for them', async () => {
    const { text } = await read(
      sse(
        chunk({ reasoning: 'hm' }),
        chunk({ reasoning_content: 'hm', content: null }),
        chunk({ content: [{ type: 'thinking', thinking: [{ text: 'hm' }] }] }),
        chunk({ content: 'Yes' }),
        stop,
      ),
    )
    expect(text).toBe('Yes')
  })

  it('joins the text of content that comes as a list', async () => {
    const content = [
      { type: 'text', text: 'Y' },
      { type: 'thinking', thinking: [], text: 'hm' },
      { type: 'text', text: 'es' },
    ]
    expect((await read(sse(chunk({ content }), stop))).text).toBe('Yes')
  })

  it('survives choices without delta, chunks without choices and what is no object', async () => {
    const { text, error } = await read(
      sse(
        { id: '', object: '', choices: [], prompt_filter_results: [] },
        { choices: [{ index: 0, content_filter_offsets: {} }] },
        { choices: [null, 7, 'x'] },
        { usage: null },
        null,
        7,
        chunk({ content: 'Yes' }),
        stop,
        { choices: [{ index: 0, content_filter_offsets: {}, finish_reason: null }] },
      ),
    )
    expect(error).toBeUndefined()
    expect(text).toBe('Yes')
  })

  it('reads the first choice only', async () => {
    const other = { content: 'other', tool_calls: [{ index: 0, id: 'a', function: { name: 'f' } }] }
    const { text, parts } = await read(
      sse(
        { choices: [{ index: 1, delta: other, finish_reason: 'length' }] },
        chunk({ content: 'Yes' }),
        stop,
      ),
    )
    expect(text).toBe('Yes')
    expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('needs no role, reads past comments and takes padding', async () => {
    const padded = JSON.stringify({ ...chunk({ content: 'Yes', index: 0 }), obfuscation: 'x', p: 'abc' })
    expect((await read(`: OPENROUTER PROCESSING\n\ndata: ${padded}   \n\n${sse(stop)}`)).text).toBe('Yes')
  })

  it('reads letters that are cut between bytes, after a byte order mark', async () => {
    const data = bytes(`\uFEFF${sse(chunk({ content: '漢字😀é' }), stop)}`)
    expect((await readPieces(single(data))).text).toBe('漢字😀é')
  })

  it('gives the same parts however the bytes are cut', async () => {
    const called = call({ id: 'a', function: { name: 'f', arguments: '{}' } })
    const data = bytes(`: ping\r\n\r\n${sse(chunk({ content: 'Grüße 😀' }), called, chunk({}, 'tool_calls'), '[DONE]')}`)
    const wanted = (await readPieces([data])).parts
    expect(wanted).toHaveLength(4)
    for (let at = 1; at < data.length; at += 1) expect((await readPieces(cutAt(data, [at]))).parts).toEqual(wanted)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(data.length), { maxLength: 12 }), async (cuts) => {
        expect((await readPieces(cutAt(data, cuts))).parts).toEqual(wanted)
      }),
      { seed: 7, numRuns: 100 },
    )
  })
})

describe('tool calls of a chat completion', () => {
  it('keeps calls apart that share an index but not an id', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { name: 'f', arguments: '{"n":1}' } },
        { index: 0, id: 'b', function: { name: 'f', arguments: '{"n":2}' } },
        { index: 0, function: { arguments: ' ' } },
      ),
    ).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'f', { n: 2 }],
    ])
  })

  it('continues by index when the id is missing, empty or the word null', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { name: 'f', arguments: '{"n"' } },
        { index: 1, id: 'b', function: { name: 'g', arguments: '' } },
        { index: 0, function: { arguments: ':' } },
        { index: 0, id: '', function: { name: '', arguments: '1' } },
        { index: 0, id: 'null', function: { name: null, arguments: '}' } },
      ),
    ).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'g', {}],
    ])
  })

  it('continues by index when each piece has an id of its own, and takes an id that comes late', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { name: 'f', arguments: '{"n"' } },
        { index: 0, id: 'b', function: { arguments: ':1}' } },
        { index: 1, function: { name: 'g', arguments: '{' } },
        { index: 1, id: 'c', function: { arguments: '}' } },
      ),
    ).toEqual([
      ['a', 'f', { n: 1 }],
      ['c', 'g', {}],
    ])
  })

  it('finds a call by its id when indexes go astray', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { name: 'f', arguments: '{"n":' } },
        { index: 5, id: 'b', function: { name: 'g', arguments: '{}' } },
        { index: 5, id: 'a', function: { arguments: '1}' } },
      ),
    ).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'g', {}],
    ])
  })

  it('continues the newest call when there is neither id nor index', async () => {
    expect(await calls({ id: 'a', function: { name: 'f', arguments: '{"n":' } }, { function: { arguments: '1}' } })).toEqual([['a', 'f', { n: 1 }]])
  })

  it('makes an id where a server gives none, another in each round, and begins a call with a name', async () => {
    const pieces = [
      { index: 0, id: 'null', function: { name: 'f', arguments: '{}' } },
      { index: 1, id: 'null', function: { name: 'g', arguments: '{}' } },
      { function: { name: 'h', arguments: '{}' } },
      { function: { name: 'i', arguments: '{}' } },
    ]
    expect(await calls(...pieces)).toEqual([
      ['call_0_0', 'f', {}],
      ['call_0_1', 'g', {}],
      ['call_0_2', 'h', {}],
      ['call_0_3', 'i', {}],
    ])
    const second = openai({ model: 'm', fetch: server(sse(...pieces.map(call), stop)).fetch })
    const request = question('Hi', { steps: [{ text: '', calls: [], results: [] }] })
    const { parts } = await collect(second.reply(request, { signal: new AbortController().signal }))
    expect(parts).toContainEqual({ type: 'tool-call', id: 'call_1_0', name: 'f', input: {} })
  })

  it('takes the first name, late or repeated, and drops what never gets one', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { arguments: '{' } },
        { index: 0, function: { name: 'f', arguments: '}' } },
        { index: 0, function: { name: 'f' } },
        { index: 0, function: { name: 'g' } },
        { index: 1, id: 'b', function: { arguments: '{}' } },
      ),
    ).toEqual([['a', 'f', {}]])
  })

  it('takes arguments that come as a value, drops prototype keys, and leaves broken ones as text', async () => {
    const poisoned = JSON.parse('{"__proto__":{"x":1},"n":1}') as unknown
    const [first, second, third] = await calls(
      { index: 0, id: 'a', function: { name: 'f', arguments: poisoned } },
      { index: 1, id: 'b', function: { name: 'f', arguments: '{"__proto__":{"x":1},"deep":{"__proto__":{}},"n":2}' } },
      { index: 2, id: '__proto__', function: { name: 'constructor', arguments: '{"n":' } },
    )
    expect(first).toStrictEqual(['a', 'f', { n: 1 }])
    expect(second).toStrictEqual(['b', 'f', { deep: {}, n: 2 }])
    expect(third).toEqual(['__proto__', 'constructor', '{"n":'])
  })

  it('tells of a call as soon as it knows its name, once, and gives it only at the end, since whole JSON may still grow', async () => {
    const { parts } = await read(
      sse(
        call({ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } }),
        chunk({ content: 'later' }),
        call({ index: 0, id: 'a', function: { name: 'f', arguments: ' ' } }),
        stop,
      ),
    )
    expect(parts).toEqual([
      { type: 'tool-start', name: 'f' },
      { type: 'text-delta', text: 'later' },
      { type: 'tool-call', id: 'a', name: 'f', input: {} },
      { type: 'finish', reason: 'tool-call' },
    ])
  })

  it('gives none when the answer was too long or filtered, or its end is missing', async () => {
    const whole = call({ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } })
    for (const [reason, finish] of [
      ['length', 'length'],
      ['content_filter', 'filtered'],
    ]) {
      const { parts } = await read(sse(whole, chunk({}, reason), '[DONE]'))
      expect(parts).toEqual([
        { type: 'tool-start', name: 'f' },
        { type: 'finish', reason: finish },
      ])
    }
    const { parts, error } = await read(sse(whole))
    expect(error).toMatchObject({ code: 'provider/truncated' })
    expect(parts).toEqual([{ type: 'tool-start', name: 'f' }])
  })

  it('refuses arguments without end, as text, as values and in number', async () => {
    const long = Array.from({ length: 3 }, () => call({ index: 0, id: 'a', function: { name: 'f', arguments: 'x'.repeat(100_000) } }))
    const values = [0, 1, 2].map((index) => call({ index, id: `${index}`, function: { name: 'f', arguments: { x: 'x'.repeat(100_000) } } }))
    const many = Array.from({ length: 300 }, (_, index) => call({ index, id: `${index}`, function: { name: 'f', arguments: '' } }))
    for (const pieces of [long, values, many]) expect((await read(sse(...pieces, stop))).error).toMatchObject({ code: 'provider/bad-response' })
  })
})

describe('the end of a chat completion', () => {
  const finish = async (...events: readonly unknown[]): Promise<unknown> => (await read(sse(...events))).parts.at(-1)

  it('maps the reasons', async () => {
    const cases = {
      stop: 'stop',
      eos_token: 'stop',
      length: 'length',
      model_length: 'length',
      max_tokens: 'length',
      model_context_window_exceeded: 'length',
      content_filter: 'filtered',
      sensitive: 'filtered',
    }
    for (const [said, reason] of Object.entries(cases)) expect(await finish(chunk({ content: 'a' }, said))).toEqual({ type: 'finish', reason })
  })

  it('says tool-call when there are calls, whatever the server says', async () => {
    expect(await finish(call({ index: 0, id: 'a', function: { name: 'f' } }), stop)).toEqual({ type: 'finish', reason: 'tool-call' })
    expect(await finish(chunk({ content: 'a' }, 'tool_calls'))).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('stays filtered or cut, whatever is said later', async () => {
    expect(await finish(chunk({ content: 'a' }, 'stop'), { choices: [{ index: 0, finish_reason: 'content_filter' }] }, '[DONE]')).toEqual({
      type: 'finish',
      reason: 'filtered',
    })
    expect(await finish(chunk({ content: 'a' }, 'length'), stop)).toEqual({ type: 'finish', reason: 'length' })
  })

  it('accepts [DONE] without a reason, and reads nothing after it', async () => {
    const { parts, text } = await read(sse(chunk({ content: 'a' }), '[DONE]', chunk({ content: 'b' })))
    expect(text).toBe('a')
    expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('accepts [DONE] without the blank line behind it', async () => {
    for (const end of ['data: [DONE]\n', 'data: [DONE]']) {
      const { parts } = await read(`${sse(chunk({ content: 'a' }))}${end}`)
      expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
    }
  })

  it('accepts a reason without [DONE], and a last event without its blank line', async () => {
    expect((await read(sse(chunk({ content: 'a' }), stop).trimEnd())).parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('needs another end for words after one', async () => {
    expect((await read(sse(chunk({ content: 'a' }, 'stop'), chunk({ content: 'b' })))).error).toMatchObject({ code: 'provider/truncated' })
    expect((await read(sse(chunk({ content: 'a' }, 'stop'), chunk({ content: 'b' }, 'stop')))).error).toBeUndefined()
  })

  it('is truncated without either', async () => {
    const torn = `${sse(chunk({ content: 'a' }, 'stop'))}data: {"error":{"mess`
    for (const text of ['', sse(chunk({ content: 'a' })), `${sse(chunk({ content: 'a' }))}data: {"choi`, torn]) {
      const { parts, error } = await read(text)
      expect(error).toMatchObject({ code: 'provider/truncated', retryable: true })
      expect(parts.some(({ type }) => type === 'finish')).toBe(false)
    }
  })

  it('takes usage from its own chunk, from the last one, or from Groq’s place', async () => {
    const usage = { prompt_tokens: 3, completion_tokens: 2 }
    const wanted = { type: 'finish', reason: 'stop', usage: { inputTokens: 3, outputTokens: 2 } }
    expect(await finish(stop, { choices: [], usage }, '[DONE]')).toEqual(wanted)
    expect(await finish({ ...stop, usage }, { choices: [], usage: null })).toEqual(wanted)
    expect(await finish({ ...stop, x_groq: { usage } })).toEqual(wanted)
    expect(await finish({ ...stop, usage: { prompt_tokens: 'many' } })).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('gives a refusal in one part', async () => {
    const { parts, text } = await read(sse(chunk({ refusal: 'I can’t ' }), chunk({ refusal: 'do that.' }), stop))
    expect(text).toBe('')
    expect(parts).toEqual([
      { type: 'refusal', text: 'I can’t do that.' },
      { type: 'finish', reason: 'stop' },
    ])
  })
})

describe('what goes back with the results of calls', () => {
  const state = async (...deltas: readonly object[]): Promise<unknown> => {
    const { parts } = await read(sse(...deltas.map((delta) => chunk(delta)), stop))
    return parts.flatMap((part) => (part.type === 'state' ? [part.data] : []))[0]
  }
  const f = { tool_calls: [{ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } }] }

  it('is DeepSeek’s thought, an empty one too', async () => {
    expect(await state({ reasoning_content: 'hm' }, { reasoning_content: 'm' }, f)).toEqual([{ reasoning_content: 'hmm' }, {}])
    expect(await state({ reasoning_content: '', content: null }, f)).toEqual([{ reasoning_content: '' }, {}])
  })

  it('is the end of a thought that is too long', async () => {
    const long = Array.from({ length: 60 }, () => ({ reasoning_content: 'x'.repeat(1000) }))
    const [message] = (await state(...long, { reasoning_content: 'end' }, f)) as [{ reasoning_content: string }]
    expect(message.reasoning_content).toHaveLength(50_000)
    expect(message.reasoning_content).toMatch(/xend$/)
  })

  it('is OpenRouter’s details, with the pieces of one text joined', async () => {
    const piece = (text: string, more: object = {}): object => ({ reasoning_details: [{ type: 'reasoning.text', text, index: 0, ...more }] })
    const sealed = { type: 'reasoning.encrypted', data: 'xyz', index: 0 }
    const other = { reasoning_details: [sealed] }
    expect(await state(piece('h'), piece('m'), piece('', { signature: 's' }), other, other, f)).toEqual([
      { reasoning_details: [{ type: 'reasoning.text', text: 'hm', index: 0, signature: 's' }, sealed, sealed] },
      {},
    ])
  })

  it('is the signature that Gemini puts beside a call', async () => {
    const extra = { google: { thought_signature: 'sig' } }
    const signed = { index: 0, id: 'a', extra_content: extra, function: { name: 'f', arguments: '{}' } }
    expect(await state({ tool_calls: [signed] })).toEqual([{}, { a: extra }])
  })

  it('is nothing without calls, and nothing where a server thinks of nothing', async () => {
    expect(await state({ reasoning_content: 'hm' }, { content: 'Yes' })).toBeUndefined()
    expect(await state({ reasoning: 'hm' }, f)).toBeUndefined()
  })
})

describe('errors in a chat completion', () => {
  it('knows each shape, and what it means', async () => {
    const cases: readonly (readonly [event: unknown, code: string, retryable: boolean])[] = [
      [{ error: { message: 'm', type: 'server_error' } }, 'provider/unavailable', true],
      [{ error: { message: 'm', code: 503 } }, 'provider/unavailable', true],
      [{ error: { message: 'm', code: 'rate_limit_exceeded' } }, 'provider/rate-limited', true],
      [{ error: { message: 'm', type: 'insufficient_quota' } }, 'provider/rate-limited', false],
      [{ error: { message: 'm', code: 'tool_use_failed', status_code: 400 } }, 'provider/bad-request', false],
      [{ error: { message: 'm', code: 'invalid_api_key' } }, 'provider/unauthorized', false],
      [{ error: { message: 'm', type: 'overloaded_error' } }, 'provider/unavailable', true],
      [{ error: 'model runner has stopped' }, 'provider/failed', true],
      [{ object: 'error', message: 'm', type: 'InternalServerError', code: 500 }, 'provider/unavailable', true],
      [{ ...chunk({ content: '' }, null), error: { message: 'm', code: 400 } }, 'provider/bad-request', false],
      [chunk({}, 'error'), 'provider/failed', true],
      [chunk({}, 'insufficient_system_resource'), 'provider/failed', true],
      [chunk({}, 'network_error'), 'provider/failed', true],
      [chunk({}, 'abort'), 'provider/failed', true],
    ]
    for (const [event, code, retryable] of cases) {
      const { text, error, parts } = await read(sse(chunk({ content: 'Hel' }), event))
      expect(text).toBe('Hel')
      expect(parts.some(({ type }) => type === 'finish')).toBe(false)
      expect(error, JSON.stringify(event)).toMatchObject({ code, retryable })
    }
  })

  it('counts even after a reason to stop', async () => {
    expect((await read(sse(chunk({ content: 'a' }, 'length'), { error: { code: 400, message: 'Token limit' } }, '[DONE]'))).error).toMatchObject({
      code: 'provider/bad-request',
    })
  })

  it('refuses what is not JSON, and an event without end', async () => {
    expect((await read('data: {"choices":[{"del\n\n')).error).toMatchObject({ code: 'provider/bad-response', retryable: true })
    expect((await read(`data: ${'x'.repeat(1_100_000)}`)).error).toMatchObject({ code: 'provider/bad-response' })
  })
})

describe('a chat completion that comes whole', () => {
  const whole = async (value: unknown): Promise<Outcome> =>
    collect(openai({ model: 'm', fetch: server(json(value)).fetch }).reply(question('Hi'), { signal: new AbortController().signal }))

  it('reads words and usage', async () => {
    const choices = [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }]
    expect((await whole({ choices, usage: { prompt_tokens: 3, completion_tokens: 1 } })).parts).toEqual([
      { type: 'text-delta', text: 'Hello' },
      { type: 'finish', reason: 'stop', usage: { inputTokens: 3, outputTokens: 1 } },
    ])
  })

  it('reads calls without index', async () => {
    const made = ['a', 'b'].map((id) => ({ id, type: 'function', function: { name: 'f', arguments: `{"id":"${id}"}` } }))
    const message = { content: null, reasoning_content: 'hm', tool_calls: made }
    const { parts } = await whole({ choices: [{ index: 0, message, finish_reason: 'tool_calls' }] })
    expect(parts.slice(2)).toEqual([
      { type: 'tool-call', id: 'a', name: 'f', input: { id: 'a' } },
      { type: 'tool-call', id: 'b', name: 'f', input: { id: 'b' } },
      { type: 'state', data: [{ reasoning_content: 'hm' }, {}] },
      { type: 'finish', reason: 'tool-call' },
    ])
  })

  it('raises an error that came with status 200, and misses a missing end', async () => {
    expect((await whole({ error: { message: 'busy', type: 'server_error' } })).error).toMatchObject({ code: 'provider/unavailable', retryable: true })
    expect((await whole({ choices: [{ index: 0, message: { content: 'a' } }] })).error).toMatchObject({ code: 'provider/truncated' })
  })
})
