import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openaiResponses } from '../../src/providers/openai-responses.ts'
import { bytes, collect, cutAt, json, question, server, single, sse, type Outcome } from './streams.ts'

const readFrom = (fetch: ReturnType<typeof server>['fetch']): Promise<Outcome> =>
  collect(openaiResponses({ model: 'm', fetch }).reply(question('Hi'), { signal: new AbortController().signal }))
const readPieces = (pieces: readonly Uint8Array[]): Promise<Outcome> => readFrom(server(pieces).fetch)
const read = (...events: readonly object[]): Promise<Outcome> => readPieces([bytes(sse(...events))])

type More = Readonly<Record<string, unknown>>
const event = (type: string, more: More = {}): object => ({ type: `response.${type}`, ...more })
const added = (at: number, item: More): object => event('output_item.added', { output_index: at, item })
const done = (at: number, item: More): object => event('output_item.done', { output_index: at, item })
const words = (at: number, delta: string): object => event('output_text.delta', { output_index: at, content_index: 0, delta })
const args = (at: number, delta: string, more: More = {}): object => event('function_call_arguments.delta', { output_index: at, delta, ...more })
const call = (id: string, more: More = {}): More => ({ type: 'function_call', id: `fc_${id}`, call_id: id, name: 'f', arguments: '', ...more })
const message: More = { type: 'message', role: 'assistant', content: [] }
const completed = event('completed', { response: { status: 'completed', output: [] } })
const incomplete = (reason: string): object => event('incomplete', { response: { status: 'incomplete', incomplete_details: { reason } } })

const made = ({ parts }: Outcome): unknown[] => parts.flatMap((part) => (part.type === 'tool-call' ? [[part.id, part.name, part.input]] : []))

describe('words of a response', () => {
  it('come from the pieces, though the last event names no items', async () => {
    const { text, parts } = await read(event('created', { response: {} }), added(0, message), words(0, 'Y'), words(0, 'es'), completed)
    expect(text).toBe('Yes')
    expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('come once, whatever is repeated at the end of an item and of the answer', async () => {
    const whole = { ...message, content: [{ type: 'output_text', text: 'Yes!' }] }
    const { text } = await read(
      added(0, message),
      words(0, 'Yes'),
      event('output_text.done', { output_index: 0, text: 'Yes!' }),
      done(0, whole),
      event('completed', { response: { status: 'completed', output: [whole] } }),
    )
    expect(text).toBe('Yes')
    expect((await read(words(0, 'Yes'), done(0, whole), completed)).text).toBe('Yes')
    const shorter = event('completed', { response: { status: 'completed', output: [whole] } })
    expect((await read(added(0, { type: 'reasoning' }), words(1, 'Yes'), done(1, whole), shorter)).text).toBe('Yes')
  })

  it('come from the whole item where a server sends no pieces, and from the last event where it sends no items', async () => {
    const whole = { ...message, content: [{ type: 'output_text', text: 'Y' }, { type: 'other', text: '-' }, { type: 'output_text', text: 'es' }] }
    expect((await read(added(0, message), done(0, whole), completed)).text).toBe('Yes')
    const output = [whole, call('a', { arguments: '{"n":1}' })]
    const { text, parts } = await read(event('completed', { response: { status: 'completed', output } }))
    expect(text).toBe('Yes')
    expect(parts.slice(1)).toEqual([
      { type: 'tool-start', name: 'f' },
      { type: 'tool-call', id: 'a', name: 'f', input: { n: 1 } },
      { type: 'finish', reason: 'tool-call' },
    ])
  })

  it('come from each message of several', async () => {
    const { text } = await read(added(0, { ...message, phase: 'commentary' }), words(0, 'I look. '), added(1, message), words(1, 'Found.'), completed)
    expect(text).toBe('I look. Found.')
  })

  it('leave out thoughts and unknown events', async () => {
    const { text } = await read(
      added(0, { type: 'reasoning', summary: [] }),
      event('reasoning_text.delta', { output_index: 0, delta: 'hm' }),
      event('reasoning_summary_text.delta', { output_index: 0, delta: 'hm' }),
      event('web_search_call.in_progress', { output_index: 1 }),
      event('constructor', { output_index: 1, delta: 'x' }),
      { type: '__proto__', delta: 'x' },
      { type: 'keepalive' },
      words(2, 'Yes'),
      completed,
    )
    expect(text).toBe('Yes')
  })

  it('tell that the model has begun, as thoughts and calls do', async () => {
    const begins: readonly (readonly [object, boolean])[] = [
      [added(0, message), false],
      [words(0, ''), false],
      [words(0, 'Yes'), true],
      [added(0, { type: 'reasoning', summary: [] }), true],
      [added(0, call('a')), true],
    ]
    for (const [first, wanted] of begins) {
      const life: boolean[] = []
      const { fetch } = server([bytes(sse(first)), bytes(sse(completed))])
      const options = { signal: new AbortController().signal, onActivity: (begun: boolean): void => void life.push(begun) }
      await collect(openaiResponses({ model: 'm', fetch }).reply(question('Hi'), options))
      expect(life.slice(0, 2), JSON.stringify(first)).toEqual([false, wanted])
    }
  })

  it('need no first event, as of a response that is taken up again', async () => {
    const queued = event('queued', { response: { status: 'queued' } })
    const { text, error } = await read(queued, event('in_progress', { response: {} }), words(0, 'Yes'), completed)
    expect(error).toBeUndefined()
    expect(text).toBe('Yes')
  })

  it('are the same however the bytes are cut', async () => {
    const data = bytes(sse(added(0, message), words(0, 'Grüße 😀'), added(1, call('a')), args(1, '{}'), completed).replaceAll('\n', '\r\n'))
    const { parts } = await readPieces([data])
    expect(parts).toHaveLength(4)
    expect((await readPieces(single(data))).parts).toEqual(parts)
    for (let at = 1; at < data.length; at += 1) expect((await readPieces(cutAt(data, [at]))).parts).toEqual(parts)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(data.length), { maxLength: 12 }), async (cuts) => {
        expect((await readPieces(cutAt(data, cuts))).parts).toEqual(parts)
      }),
      { seed: 3, numRuns: 100 },
    )
  })
})

describe('calls of a response', () => {
  it('are told apart by their place, though ids are new in each event', async () => {
    const outcome = await read(
      added(0, call('a', { id: 'r1' })),
      added(1, call('b', { id: 'r2' })),
      args(1, '{"n":', { item_id: 'r3' }),
      args(0, '{"n":1}', { item_id: 'r4' }),
      args(1, '2}', { item_id: 'r5' }),
      done(1, call('b', { id: 'r6', arguments: '{"n":2}' })),
      completed,
    )
    expect(made(outcome)).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'f', { n: 2 }],
    ])
    expect(outcome.parts.filter(({ type }) => type === 'tool-start')).toHaveLength(2)
  })

  it('are told apart by their id where there is no place', async () => {
    const item = (id: string): object => event('output_item.added', { item: call(id, { id }) })
    const more = (id: string, delta: string): object => event('function_call_arguments.delta', { item_id: id, delta })
    expect(made(await read(item('a'), item('b'), more('a', '{"n":1}'), more('b', '{"n":2}'), completed))).toEqual([
      ['a', 'f', { n: 1 }],
      ['b', 'f', { n: 2 }],
    ])
  })

  it('come in the order of their places, and only at the end', async () => {
    const { parts } = await read(added(10, call('b')), added(2, call('a')), words(0, 'One moment.'), completed)
    const seen = parts.map((part) => (part.type === 'tool-call' ? part.id : part.type))
    expect(seen).toEqual(['tool-start', 'tool-start', 'text-delta', 'a', 'b', 'finish'])
  })

  it('take whole arguments over their pieces, as text or as a value', async () => {
    const last = event('function_call_arguments.done', { output_index: 0, arguments: '{"n":1}' })
    expect(made(await read(added(0, call('a')), args(0, '{"n'), last, completed))).toEqual([['a', 'f', { n: 1 }]])
    expect(made(await read(done(0, call('a', { arguments: { n: 1 } })), completed))).toEqual([['a', 'f', { n: 1 }]])
    const broken = '{"__proto__":{"x":1},"n":'
    expect(made(await read(done(0, call('a', { arguments: broken })), completed))).toEqual([['a', 'f', broken]])
    expect(made(await read(done(0, call('a', { arguments: '{"__proto__":{"x":1},"n":1}' })), completed))).toStrictEqual([['a', 'f', { n: 1 }]])
  })

  it('keep their pieces where the end of an item repeats nothing, and get an id where there is none', async () => {
    const outcome = await read(added(0, call('')), args(0, '{"n":1}'), done(0, { type: 'function_call', arguments: '' }), completed)
    expect(made(outcome)).toEqual([['call_0_0', 'f', { n: 1 }]])
  })

  it('begin anew where another one begins at their place', async () => {
    const outcome = await read(added(0, call('a')), args(0, '{"n":1}'), added(0, call('b', { name: 'g' })), args(0, '{"n":2}'), completed)
    expect(made(outcome)).toEqual([['b', 'g', { n: 2 }]])
    expect(outcome.parts.slice(0, 2)).toEqual(['f', 'g'].map((name) => ({ type: 'tool-start', name })))
  })

  it('take a name that comes late, and are dropped without one', async () => {
    const { parts } = await read(added(0, call('a', { name: '' })), args(0, '{}'), done(0, call('a')), added(1, call('b', { name: null })), completed)
    expect(parts).toEqual([
      { type: 'tool-start', name: 'f' },
      { type: 'tool-call', id: 'a', name: 'f', input: {} },
      { type: 'finish', reason: 'tool-call' },
    ])
  })

  it('stay one call when the model wraps several', async () => {
    const input = { tool_uses: [{ recipient_name: 'functions.f', parameters: {} }] }
    expect(made(await read(done(0, call('a', { name: 'multi_tool_use.parallel', arguments: JSON.stringify(input) })), completed))).toEqual([
      ['a', 'multi_tool_use.parallel', input],
    ])
  })

  it('are none when the answer is incomplete, failed or has no end', async () => {
    const whole = done(0, call('a', { arguments: '{}' }))
    for (const end of [[incomplete('max_output_tokens')], [incomplete('content_filter')], [event('failed', { response: {} })], []]) {
      expect(made(await read(whole, ...end))).toEqual([])
    }
  })

  it('are refused when their arguments have no end, or they themselves', async () => {
    const long = [added(0, call('a')), ...[1, 2, 3].map(() => args(0, 'x'.repeat(100_000)))]
    const many = Array.from({ length: 300 }, (_, at) => added(at, call(`${at}`)))
    for (const events of [long, many]) expect((await read(...events, completed)).error).toMatchObject({ code: 'provider/bad-response' })
  })
})

describe('the end of a response', () => {
  it('maps the reasons', async () => {
    const finish = async (end: object): Promise<unknown> => (await read(words(0, 'a'), end)).parts.at(-1)
    expect(await finish(completed)).toEqual({ type: 'finish', reason: 'stop' })
    expect(await finish(incomplete('max_output_tokens'))).toEqual({ type: 'finish', reason: 'length' })
    expect(await finish(incomplete('content_filter'))).toEqual({ type: 'finish', reason: 'filtered' })
    expect(await finish(incomplete('anything'))).toEqual({ type: 'finish', reason: 'length' })
    expect(await finish(event('completed', { response: { usage: { input_tokens: 3, output_tokens: 2 } } }))).toEqual({
      type: 'finish',
      reason: 'stop',
      usage: { inputTokens: 3, outputTokens: 2 },
    })
  })

  it('needs no [DONE], takes one, and is truncated without its own mark', async () => {
    expect((await readPieces([bytes(`${sse(words(0, 'a'), completed)}data: [DONE]\n\n`)])).parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
    const torn = `${sse(words(0, 'a'), completed)}data: {"type":"err`
    for (const text of ['', sse(words(0, 'a')), `${sse(words(0, 'a'))}data: [DONE]\n\n`, sse(completed, event('created', { response: {} })), torn]) {
      const { parts, error } = await readPieces([bytes(text)])
      expect(error, text).toMatchObject({ code: 'provider/truncated', retryable: true })
      expect(parts.some(({ type }) => type === 'finish')).toBe(false)
    }
  })

  it('gives a refusal in one part, from its pieces or from the item', async () => {
    const wanted = [{ type: 'refusal', text: 'I can’t do that.' }, { type: 'finish', reason: 'stop' }]
    const whole = { ...message, content: [{ type: 'refusal', refusal: 'I can’t do that.' }] }
    const piece = (delta: string): object => event('refusal.delta', { output_index: 0, delta })
    const last = event('refusal.done', { output_index: 0, refusal: 'I can’t do that.' })
    expect((await read(added(0, message), piece('I can’t '), piece('do that.'), last, done(0, whole), completed)).parts).toEqual(wanted)
    expect((await read(done(0, whole), completed)).parts).toEqual(wanted)
  })

  it('knows each shape of an error, also as the first event', async () => {
    const error = { type: 'insufficient_quota', code: 'insufficient_quota', message: 'm', param: null }
    const cases: readonly (readonly [event: object, code: string, retryable: boolean])[] = [
      [{ type: 'error', error }, 'provider/rate-limited', false],
      [{ type: 'error', code: 'rate_limit_exceeded', message: 'm', param: null, sequence_number: 0 }, 'provider/rate-limited', true],
      [{ type: 'error', code: 'server_error', message: 'm', param: null }, 'provider/unavailable', true],
      [event('failed', { response: { status: 'failed', error: { code: 'server_error', message: 'm' } } }), 'provider/unavailable', true],
      [event('failed', { response: { status: 'failed', error: null } }), 'provider/failed', true],
      [event('cancelled', { response: { status: 'cancelled' } }), 'provider/failed', true],
    ]
    for (const [what, code, retryable] of cases) {
      for (const before of [[], [event('created', { response: { error: null } }), words(0, 'Hel')]]) {
        const { error: thrown, parts } = await read(...before, what, completed)
        expect(thrown, JSON.stringify(what)).toMatchObject({ code, retryable })
        expect(parts.some(({ type }) => type === 'finish')).toBe(false)
      }
    }
  })
})

describe('what a response wants back with the results of calls', () => {
  const state = async (...events: readonly object[]): Promise<unknown> =>
    (await read(...events, completed)).parts.flatMap((part) => (part.type === 'state' ? [part.data] : []))[0]
  const sealed = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'xyz', status: 'completed' }

  it('is its thoughts, words and calls in their order, the newest seal of each', async () => {
    expect(
      await state(
        added(0, { ...sealed, encrypted_content: 'older' }),
        done(0, sealed),
        added(1, { ...message, phase: 'commentary' }),
        words(1, 'I look.'),
        done(1, { ...message, phase: 'commentary', content: [{ type: 'output_text', text: 'I look.' }] }),
        done(2, call('a', { arguments: '{}' })),
        done(3, { type: 'reasoning', id: 'rs_2', content: [{ type: 'reasoning_text', text: 'hm' }] }),
        done(4, call('b', { arguments: '{}' })),
      ),
    ).toEqual([
      { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'xyz' },
      { role: 'assistant', content: 'I look.', phase: 'commentary' },
      'a',
      { type: 'reasoning', id: 'rs_2', summary: [], content: [{ type: 'reasoning_text', text: 'hm' }] },
      'b',
    ])
  })

  it('is nothing without calls, and nothing for thoughts that are only named', async () => {
    expect(await state(done(0, sealed), words(1, 'Yes'))).toBeUndefined()
    expect(await state(done(0, { type: 'reasoning', id: 'rs_1', summary: [], content: [] }), done(1, call('a')))).toBeUndefined()
    expect(await state(words(0, 'One moment.'), done(1, call('a')))).toBeUndefined()
  })
})

describe('a response that comes whole', () => {
  const output = [
    { type: 'reasoning', id: 'rs_1', summary: [] },
    { ...message, content: [{ type: 'output_text', text: 'Yes' }] },
    call('a', { arguments: '{"n":1}' }),
  ]
  const usage = { input_tokens: 3, output_tokens: 2 }

  it('is read like one that comes in pieces', async () => {
    const { parts } = await readFrom(server(json({ object: 'response', status: 'completed', error: null, output, usage })).fetch)
    expect(parts).toEqual([
      { type: 'text-delta', text: 'Yes' },
      { type: 'tool-start', name: 'f' },
      { type: 'tool-call', id: 'a', name: 'f', input: { n: 1 } },
      { type: 'finish', reason: 'tool-call', usage: { inputTokens: 3, outputTokens: 2 } },
    ])
  })

  it('may be incomplete, failed or still running', async () => {
    const whole = (status: string, more: More = {}): Promise<Outcome> => readFrom(server(json({ object: 'response', status, output, ...more })).fetch)
    const short = await whole('incomplete', { incomplete_details: { reason: 'max_output_tokens' } })
    expect(short.parts.at(-1)).toEqual({ type: 'finish', reason: 'length' })
    expect(made(short)).toEqual([])
    expect((await whole('failed', { error: { code: 'server_error', message: 'm' } })).error).toMatchObject({ code: 'provider/unavailable' })
    for (const status of ['queued', 'in_progress']) expect((await whole(status)).error).toMatchObject({ code: 'provider/truncated' })
  })
})
