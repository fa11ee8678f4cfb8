import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readChatCompletions } from '../../src/providers/openai.ts'
import { bodyOf, bytes, chunk, collect, single, sse, type Outcome } from './streams.ts'

const read = (text: string): Promise<Outcome> => collect(readChatCompletions(bodyOf([bytes(text)])))
const call = (piece: object): object => chunk({ tool_calls: [piece] })
const stop = chunk({}, 'stop')

/** Names and arguments of the calls that these pieces come to. */
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
    const { text } = await read(
      sse(
        chunk({
          content: [
            { type: 'text', text: 'Y' },
            { type: 'text', text: 'es' },
          ],
        }),
        stop,
      ),
    )
    expect(text).toBe('Yes')
  })

  it('survives choices without delta, chunks without choices and other choices', async () => {
    const { text, error } = await read(
      sse(
        { choices: [], prompt_filter_results: [] },
        { choices: [{ index: 0, content_filter_offsets: {} }] },
        { choices: [{ index: 1, delta: { content: 'other' } }] },
        { usage: null },
        null,
        7,
        chunk({ content: 'Yes' }),
        stop,
      ),
    )
    expect(error).toBeUndefined()
    expect(text).toBe('Yes')
  })

  it('needs no role, reads past comments and takes padding', async () => {
    const { text } = await read(
      `: OPENROUTER PROCESSING\n\ndata: ${JSON.stringify({ ...chunk({ content: 'Yes' }), obfuscation: 'x' })}   \n\n${sse(stop)}`,
    )
    expect(text).toBe('Yes')
  })

  it('reads letters that are cut between bytes, after a byte order mark', async () => {
    const data = bytes(`\uFEFF${sse(chunk({ content: '漢字😀é' }), stop)}`)
    expect((await collect(readChatCompletions(bodyOf(single(data))))).text).toBe('漢字😀é')
  })

  it('gives the same parts however the bytes are cut', async () => {
    const called = call({ id: 'a', function: { name: 'f', arguments: '{}' } })
    const data = bytes(`: ping\r\n\r\n${sse(chunk({ content: 'Grüße 😀' }), called, chunk({}, 'tool_calls'), '[DONE]')}`)
    const wanted = (await collect(readChatCompletions(bodyOf([data])))).parts
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(data.length), { maxLength: 12 }), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), data.length]
        const pieces = at.slice(1).map((end, i) => data.subarray(at[i], end))
        expect((await collect(readChatCompletions(bodyOf(pieces)))).parts).toEqual(wanted)
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})

describe('tool calls of a chat completion', () => {
  it('keeps calls apart that share an index but not an id', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { name: 'f', arguments: '{"n":1}' } },
        { index: 0, id: 'b', function: { name: 'f', arguments: '{"n":2}' } },
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
        { index: 0, id: 'null', function: { arguments: '}' } },
      ),
    ).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'g', {}],
    ])
  })

  it('continues the newest call when there is neither id nor index', async () => {
    expect(await calls({ id: 'a', function: { name: 'f', arguments: '{"n":' } }, { function: { arguments: '1}' } })).toEqual([['a', 'f', { n: 1 }]])
  })

  it('makes an id where a server gives none, and begins a call at a new index with a name', async () => {
    expect(await calls({ index: 0, function: { name: 'f', arguments: '{}' } }, { index: 1, function: { name: 'g', arguments: '{}' } })).toEqual([
      ['call_0', 'f', {}],
      ['call_1', 'g', {}],
    ])
  })

  it('takes the first name, late or repeated', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { arguments: '{' } },
        { index: 0, function: { name: 'f', arguments: '}' } },
        { index: 0, function: { name: 'f' } },
      ),
    ).toEqual([['a', 'f', {}]])
  })

  it('takes arguments that come as a value, drops prototype keys, and leaves broken ones as text', async () => {
    expect(
      await calls(
        { index: 0, id: 'a', function: { name: 'f', arguments: { n: 1 } } },
        { index: 1, id: 'b', function: { name: 'f', arguments: '{"__proto__":{"x":1},"n":2}' } },
        { index: 2, id: 'c', function: { name: 'f', arguments: '{"n":' } },
      ),
    ).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'f', { n: 2 }],
      ['c', 'f', '{"n":'],
    ])
  })

  it('gives no call before the end, since whole JSON may still grow', async () => {
    const { parts } = await read(
      sse(
        call({ index: 0, id: 'a', function: { name: 'f', arguments: '{}' } }),
        chunk({ content: 'later' }),
        call({ index: 0, function: { arguments: ' ' } }),
        stop,
      ),
    )
    expect(parts.map(({ type }) => type)).toEqual(['text-delta', 'tool-call', 'finish'])
  })

  it('refuses arguments without end', async () => {
    const { error } = await read(
      sse(...Array.from({ length: 3 }, () => call({ index: 0, id: 'a', function: { name: 'f', arguments: 'x'.repeat(100_000) } })), stop),
    )
    expect(error).toMatchObject({ code: 'provider/bad-response' })
  })
})

describe('the end of a chat completion', () => {
  const finish = async (...events: readonly unknown[]): Promise<unknown> => (await read(sse(...events))).parts.at(-1)

  it('maps the reasons', async () => {
    expect(await finish(chunk({ content: 'a' }, 'stop'))).toEqual({ type: 'finish', reason: 'stop' })
    expect(await finish(chunk({ content: 'a' }, 'length'))).toEqual({ type: 'finish', reason: 'length' })
    expect(await finish(chunk({ content: 'a' }, 'model_length'))).toEqual({ type: 'finish', reason: 'length' })
    expect(await finish(chunk({}, 'content_filter'))).toEqual({ type: 'finish', reason: 'filtered' })
    expect(await finish(chunk({ content: 'a' }, 'eos'))).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('says tool-call when there are calls, whatever the server says', async () => {
    expect(await finish(call({ index: 0, id: 'a', function: { name: 'f' } }), stop)).toEqual({ type: 'finish', reason: 'tool-call' })
    expect(await finish(chunk({ content: 'a' }, 'tool_calls'))).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('accepts [DONE] without a reason, and reads nothing after it', async () => {
    const { parts, text } = await read(sse(chunk({ content: 'a' }), '[DONE]', chunk({ content: 'b' })))
    expect(text).toBe('a')
    expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('accepts a reason without [DONE], and a last event without its blank line', async () => {
    const { parts } = await read(sse(chunk({ content: 'a' }), stop).trimEnd())
    expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('is truncated without either', async () => {
    for (const text of ['', sse(chunk({ content: 'a' })), `${sse(chunk({ content: 'a' }))}data: {"choi`, '<html>Bad gateway</html>']) {
      const { parts, error } = await read(text)
      expect(error).toMatchObject({ code: 'provider/truncated', retryable: true })
      expect(parts.some(({ type }) => type === 'finish')).toBe(false)
    }
  })

  it('is quiet when the reader aborts', async () => {
    const stop = new AbortController()
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes(sse(chunk({ content: 'a' })))) })
    const seen: string[] = []
    for await (const part of readChatCompletions(body, { signal: stop.signal })) {
      seen.push(part.type)
      stop.abort()
    }
    expect(seen).toEqual(['text-delta'])
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
    const { text, error } = await collect(readChatCompletions(body))
    expect(text).toBe('a')
    expect(error).toMatchObject({ code: 'provider/truncated', retryable: true })
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
      [{ ...chunk({}, null), error: { message: 'm', code: 400 } }, 'provider/bad-request', false],
      [chunk({}, 'error'), 'provider/failed', true],
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
