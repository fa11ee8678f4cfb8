import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { gemini } from '../../src/providers/gemini.ts'
import { answer, callsIn, chunkings, learned, part, sentBy, textAnswer, type Answered, type Make } from './anthropic/replay.ts'
import { bytes, single, sse, type Outcome } from './streams.ts'

const make: Make = (fetch) => gemini({ model: 'gemini-3-flash', apiKey: 'k', fetch })

const chunk = (parts: readonly object[], finishReason?: string, more: object = {}): object => ({
  candidates: [{ content: { role: 'model', parts }, index: 0, ...(finishReason ? { finishReason } : {}), ...more }],
})
const words = (text: string, finishReason?: string): object => chunk([{ text }], finishReason)
const call = (functionCall: object, more: object = {}): object => ({ functionCall, ...more })

const read = (events: readonly object[], options?: Answered): Promise<Outcome> => textAnswer(make, sse(...events).replaceAll('\n', '\r\n'), options)
const finish = (outcome: Outcome): string | undefined => learned(outcome).finish

/** What pieces of streamed arguments come to. */
async function pieced(...pieces: readonly object[]): Promise<unknown> {
  const outcome = await read([
    chunk([call({ name: 'f', willContinue: true })]),
    ...pieces.map((piece) => chunk([call({ partialArgs: [piece], willContinue: true })])),
    chunk([call({})]),
    words('', 'STOP'),
  ])
  if (outcome.error !== undefined) throw outcome.error
  return part(outcome, 'tool-call')[0]?.input
}

describe('what gemini() sends', () => {
  it('asks for a stream with key, system text and tools, and lets the options win', async () => {
    const options = { model: 'gemini-3-flash', apiKey: 'k', headers: { 'x-a': 'b' }, body: { safetySettings: [] } }
    const { url, headers, body } = await sentBy((fetch) => gemini({ ...options, fetch }), {
      tools: [{ name: 'look_up', description: 'Looks up.', parameters: { type: 'object' } }],
    })
    expect(url).toBe('https://generativelanguage.googleapis.com/v1beta/models/gemini-3-flash:streamGenerateContent?alt=sse')
    expect(headers).toMatchObject({ 'x-goog-api-key': 'k', 'x-a': 'b' })
    expect(body).toEqual({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [{ role: 'user', parts: [{ text: 'Hi' }] }],
      tools: [{ functionDeclarations: [{ name: 'look_up', description: 'Looks up.', parametersJsonSchema: { type: 'object' } }] }],
      safetySettings: [],
    })
  })

  it('leaves out what there is not, and finds Vertex AI by its address', async () => {
    const baseURL = 'https://europe-west1-aiplatform.googleapis.com/v1/projects/p/locations/europe-west1/publishers/google/'
    const vertex: Make = (fetch) => gemini({ model: 'm', baseURL, headers: { authorization: 'Bearer t' }, fetch })
    const { url, headers, body } = await sentBy(vertex, { system: '', tools: [] })
    expect(url).toBe(`${baseURL}models/m:streamGenerateContent?alt=sse`)
    expect(headers).toMatchObject({ authorization: 'Bearer t' })
    expect(Object.keys(headers)).not.toContain('x-goog-api-key')
    expect(Object.keys(body)).toEqual(['contents'])
  })

  it('sends turns that alternate, with pictures, and none that is empty', async () => {
    const { body } = await sentBy(make, {
      messages: [
        { role: 'visitor', text: '', images: [{ media: 'image/png', data: 'AA==' }] },
        { role: 'agent', name: 'Sarah', text: 'A cat.' },
      ],
    })
    expect(body['contents']).toEqual([
      { role: 'user', parts: [{ inlineData: { mimeType: 'image/png', data: 'AA==' } }] },
      { role: 'model', parts: [{ text: '[Sarah] A cat.' }] },
      { role: 'user', parts: [{ text: '<event>The conversation goes on.</event>' }] },
    ])
  })

  it('gives back each round as the model said it, with the ids that it made itself and no others', async () => {
    const state = [call({ name: 'f', args: {}, id: 'x' }, { thoughtSignature: 's' }), call({ name: 'g', args: {} })]
    const { body } = await sentBy(make, {
      steps: [
        {
          text: '',
          calls: [{ id: 'x', name: 'f', input: {} }, { id: 'call_0_1', name: 'g', input: {} }],
          results: [{ id: 'x', name: 'f', output: '1' }, { id: 'call_0_1', name: 'g', output: 'gone', failed: true }],
          state,
        },
      ],
    })
    expect((body['contents'] as unknown[]).slice(1)).toEqual([
      { role: 'model', parts: state },
      {
        role: 'user',
        parts: [
          { functionResponse: { name: 'f', response: { output: '1' }, id: 'x' } },
          { functionResponse: { name: 'g', response: { error: 'gone' } } },
        ],
      },
    ])
  })

  it('says of calls that another model made that they have no signature, where one is asked for', async () => {
    const steps = [{ text: 'One moment.', calls: [{ id: 'a', name: 'f', input: { n: 1 } }], results: [{ id: 'a', name: 'f', output: '1' }] }]
    const parts = async (model: string): Promise<unknown> =>
      ((await sentBy((fetch) => gemini({ model, fetch }), { steps })).body['contents'] as { parts: unknown }[])[1]?.parts
    const made = { functionCall: { name: 'f', args: { n: 1 } } }
    expect(await parts('gemini-3-pro')).toEqual([{ text: 'One moment.' }, { ...made, thoughtSignature: 'skip_thought_signature_validator' }])
    expect(await parts('gemini-2.5-flash')).toEqual([{ text: 'One moment.' }, made])
  })

  it('takes pictures unless it is told that the model takes none', () => {
    expect(gemini({ model: 'm', apiKey: 'k' }).supports).toEqual({ tools: true, images: true, summaries: true })
    expect(gemini({ model: 'm', apiKey: 'k', images: false }).supports.images).toBe(false)
    expect(gemini({ model: 'm', apiKey: 'k' }).keyed).toBe(true)
  })

  it('refuses to hold a key in a page', () => {
    vi.stubGlobal('document', {})
    try {
      expect(() => gemini({ model: 'm', apiKey: 'k' })).toThrow(/page/)
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('traps of Gemini', () => {
  it('reads lines that end with CRLF or LF', async () => {
    const events = [words('Grü'), words('ße 😀', 'STOP')]
    expect(learned(await read(events))).toMatchObject({ text: 'Grüße 😀', finish: 'stop' })
    expect((await textAnswer(make, sse(...events))).parts).toEqual((await read(events)).parts)
  })

  it('ends with calls although the service says STOP, and makes the ids that are missing', async () => {
    const outcome = await read([chunk([call({ name: 'f', args: { n: 1 } }), call({ name: 'g', id: 'own' })]), chunk([call({ name: 'f' })], 'STOP')])
    expect(callsIn(outcome)).toEqual([
      { id: 'call_0_0', name: 'f', input: { n: 1 } },
      { id: 'own', name: 'g', input: {} },
      { id: 'call_0_2', name: 'f', input: {} },
    ])
    expect(part(outcome, 'tool-start').map(({ name }) => name)).toEqual(['f', 'g', 'f'])
    expect(finish(outcome)).toBe('tool-call')
  })

  it('makes other ids in each round of a turn', async () => {
    const steps = [{ text: '', calls: [], results: [] }]
    expect(callsIn(await read([chunk([call({ name: 'f' })], 'STOP')], { more: { steps } }))).toMatchObject([{ id: 'call_1_0' }])
  })

  it('shows no thoughts, and gives everything back with the calls, signatures included', async () => {
    const thought = { text: 'Hm.', thought: true }
    const signed = call({ name: 'f', args: { n: 1 } }, { thoughtSignature: 'sig' })
    const last = { text: '', thoughtSignature: 'last' }
    const outcome = await read([chunk([thought]), chunk([{ text: 'One moment.' }, signed]), chunk([{ text: '' }, last], 'STOP')])
    expect(outcome.text).toBe('One moment.')
    expect(part(outcome, 'state')).toEqual([{ type: 'state', data: [thought, { text: 'One moment.' }, signed, last] }])
    expect(part(await read([chunk([thought]), words('Yes', 'STOP')]), 'state')).toEqual([])
  })

  it('survives chunks without candidates, without content and with other candidates', async () => {
    const outcome = await read([
      { usageMetadata: { promptTokenCount: 3 } },
      { candidates: [{ index: 0 }] },
      { candidates: [{ content: {} }] },
      { candidates: [{ index: 1, content: { parts: [{ text: 'other' }] }, finishReason: 'SAFETY' }] },
      words('Yes'),
      { candidates: [{ index: 1, finishReason: 'MAX_TOKENS' }, { index: 0, finishReason: 'STOP' }] },
    ])
    expect(learned(outcome)).toMatchObject({ text: 'Yes', finish: 'stop' })
  })

  it('tells of a prompt that was blocked, which is a 200 without candidates', async () => {
    const outcome = await read([{ promptFeedback: { blockReason: 'SAFETY', blockReasonMessage: 'Reasons' }, usageMetadata: { promptTokenCount: 3 } }])
    expect(outcome.parts).toEqual([
      { type: 'refusal', text: 'Reasons' },
      { type: 'finish', reason: 'filtered', usage: { inputTokens: 3, outputTokens: 0 } },
    ])
    for (const blockReason of ['OTHER', 'JAILBREAK', 'BRAND_NEW']) expect(finish(await read([{ promptFeedback: { blockReason } }]))).toBe('filtered')
  })

  it('tells of an answer that a filter stopped, and calls nothing then', async () => {
    for (const reason of ['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'IMAGE_SAFETY']) {
      const outcome = await read([words('Well'), chunk([call({ name: 'f' })], reason)])
      expect(part(outcome, 'refusal'), reason).toHaveLength(1)
      expect(callsIn(outcome)).toEqual([])
      expect(finish(outcome)).toBe('filtered')
    }
  })

  it('raises a call that came out broken, never an empty success', async () => {
    const reasons = ['MALFORMED_FUNCTION_CALL', 'UNEXPECTED_TOOL_CALL', 'TOO_MANY_TOOL_CALLS', 'MISSING_THOUGHT_SIGNATURE', 'MALFORMED_RESPONSE']
    for (const reason of reasons) {
      for (const before of [[], [words('One moment.')], [chunk([call({ name: 'f' })])]]) {
        const broken = { candidates: [{ content: {}, finishReason: reason, finishMessage: 'print(x)' }] }
        const { error, parts } = await read([...before, broken])
        expect(error, reason).toMatchObject({ code: 'provider/bad-response', retryable: true, cause: { reason } })
        expect(parts.some(({ type }) => type === 'tool-call' || type === 'finish')).toBe(false)
      }
    }
  })

  it('raises a bare error after STOP, however the bytes are cut', async () => {
    const bare = JSON.stringify({ error: { code: 503, message: 'Overloaded', status: 'UNAVAILABLE' } }, null, 2).replaceAll('\n', '\r\n')
    const body = bytes(`${sse(words('One', 'STOP'), words(' two', 'STOP')).replaceAll('\n', '\r\n')}${bare}`)
    for (const [cut, pieces] of Object.entries(chunkings)) {
      const { error, parts } = await answer(make, pieces(body))
      expect(error, cut).toMatchObject({ code: 'provider/unavailable', retryable: true })
      expect(parts).toEqual([
        { type: 'text-delta', text: 'One' },
        { type: 'text-delta', text: ' two' },
      ])
    }
    // and when the error itself breaks off, nobody may think that all is well
    const from = body.length - bare.length
    for (let end = from + 1; end < body.length; end += 1) {
      expect((await answer(make, [body.subarray(0, end)])).error, `cut at ${end}`).toMatchObject({ code: 'provider/truncated' })
    }
  })

  it('counts thoughts as output, and takes the last of each count', async () => {
    const usage = (usageMetadata: object): object => ({ ...words('a', 'STOP'), usageMetadata })
    const used = async (...events: object[]): Promise<unknown> => learned(await read(events)).usage
    expect(
      await used(
        usage({ promptTokenCount: 4, thoughtsTokenCount: 5 }),
        usage({ promptTokenCount: 3, candidatesTokenCount: 7, thoughtsTokenCount: 6 }),
        usage({ trafficType: 'X' }),
      ),
    ).toEqual({ inputTokens: 3, outputTokens: 13 })
    expect(await used(usage({ promptTokenCount: 4 }))).toEqual({ inputTokens: 4, outputTokens: 0 })
    expect(await used(words('a', 'STOP'))).toBeUndefined()
  })

  it('goes by the last reason of several', async () => {
    expect(finish(await read([words('a', 'STOP'), words('b', 'MAX_TOKENS')]))).toBe('length')
    expect(finish(await read([words('a', 'STOP'), words('b')]))).toBe('stop')
  })

  it('calls nothing when the tokens ran out', async () => {
    const outcome = await read([chunk([call({ name: 'f', willContinue: true })]), words('', 'MAX_TOKENS')])
    expect(callsIn(outcome)).toEqual([])
    expect(part(outcome, 'state')).toEqual([])
    expect(finish(outcome)).toBe('length')
  })

  it('takes an unknown reason as an end where something was said, and as an error where nothing was', async () => {
    expect(finish(await read([words('a', 'FAKE_ENUM')]))).toBe('stop')
    expect(finish(await read([chunk([call({ name: 'f' })], 'FUNCTION_CALL')]))).toBe('tool-call')
    expect((await read([words('', 'OTHER')])).error).toMatchObject({ code: 'provider/bad-response', retryable: true })
    expect(finish(await read([words('', 'STOP')]))).toBe('stop')
  })

  it('is truncated without a reason', async () => {
    for (const events of [[], [words('a')], [words('a', 'FINISH_REASON_UNSPECIFIED')], [chunk([call({ name: 'f', args: {} })])]]) {
      const { error, parts } = await read(events)
      expect(error).toMatchObject({ code: 'provider/truncated', retryable: true })
      expect(parts.some(({ type }) => type === 'tool-call' || type === 'finish')).toBe(false)
    }
  })

  it('puts streamed arguments together by their paths', async () => {
    expect(
      await pieced(
        { jsonPath: '$.items[0].name', stringValue: 'Ap', willContinue: true },
        { jsonPath: '$.items[0].name', stringValue: 'ple' },
        { jsonPath: '$.items[0].price', numberValue: 0.5 },
        { jsonPath: '$.items[1].name', stringValue: '' },
        { jsonPath: '$.grid[0][0]', numberValue: 1 },
        { jsonPath: '$.grid[0][1]', numberValue: 2 },
        { jsonPath: "$['a.b']", boolValue: false },
        { jsonPath: '$.none', nullValue: 'NULL_VALUE' },
        { jsonPath: '$.left', stringValue: 'x', willContinue: true },
        { jsonPath: '$.left' },
        {},
      ),
    ).toEqual({ items: [{ name: 'Apple', price: 0.5 }, { name: '' }], grid: [[1, 2]], 'a.b': false, none: null, left: 'x' })
  })

  it('lets no path reach a prototype, make a list without end, or go through a word', async () => {
    await pieced({ jsonPath: '$.__proto__.polluted', boolValue: true }, { jsonPath: '$.constructor.prototype.polluted', boolValue: true })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    await expect(pieced({ jsonPath: '$.list[4294967290]', numberValue: 1 })).rejects.toMatchObject({ code: 'provider/bad-response' })
    const through = pieced({ jsonPath: '$.a', stringValue: 'x' }, { jsonPath: '$.a.b', stringValue: 'y' })
    await expect(through).rejects.toMatchObject({ code: expect.stringContaining('provider/') })
  })

  it('never calls what was still being written when the answer ended', async () => {
    const begun = chunk([call({ name: 'f', willContinue: true })])
    const more = chunk([call({ partialArgs: [{ jsonPath: '$.a', stringValue: 'x' }], willContinue: true })])
    const outcome = await read([begun, more, words('', 'STOP')])
    expect(outcome.error).toMatchObject({ code: 'provider/truncated' })
    expect(callsIn(outcome)).toEqual([])
  })

  it('gives back streamed arguments whole, with the signature wherever it came', async () => {
    for (const late of [true, false]) {
      const signature = { thoughtSignature: 'sig' }
      const outcome = await read([
        chunk([call({ name: 'f', willContinue: true }, late ? {} : signature)]),
        chunk([call({ partialArgs: [{ jsonPath: '$.a', stringValue: 'x' }, {}], willContinue: true })]),
        chunk([call({}, late ? signature : {})]),
        words('', 'STOP'),
      ])
      expect(part(outcome, 'state')).toEqual([{ type: 'state', data: [call({ name: 'f', args: { a: 'x' } }, signature)] }])
    }
  })

  it('says that the model has begun with its first part, be it a thought', async () => {
    const seen: boolean[] = []
    const pieces = [{ usageMetadata: {} }, chunk([{ text: 'Hm.', thought: true }]), words('a', 'STOP')].map((event) => bytes(sse(event)))
    await answer(make, pieces, { onActivity: (begun) => seen.push(begun) })
    // told as bytes come, before they are read
    expect(seen.slice(0, 3)).toEqual([false, false, true])
  })

  it('takes a whole answer instead of a stream, as one object and as a list', async () => {
    const usageMetadata = { promptTokenCount: 3, candidatesTokenCount: 4 }
    const chunks = [words('One '), { ...chunk([{ text: 'moment.' }, call({ name: 'f', args: { n: 1 } })], 'STOP'), usageMetadata }]
    const tools = [{ id: 'call_0_0', name: 'f', input: { n: 1 } }]
    const result = { tools, usage: { inputTokens: 3, outputTokens: 4 }, finish: 'tool-call', error: undefined }
    expect(learned(await textAnswer(make, JSON.stringify(chunks, null, 2), { type: 'application/json' }))).toEqual({ text: 'One moment.', ...result })
    const one = await textAnswer(make, JSON.stringify(chunks[1]), { type: 'application/json; charset=UTF-8' })
    expect(learned(one)).toEqual({ text: 'moment.', ...result })
    const broken = JSON.stringify([...chunks, { error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Later' } }])
    expect((await textAnswer(make, broken, { type: 'application/json' })).error).toMatchObject({ code: 'provider/rate-limited' })
    expect((await textAnswer(make, broken.slice(0, 60), { type: 'application/json' })).error).toMatchObject({ code: 'provider/bad-response' })
  })

  it('throws nothing but its own errors, whatever comes', async () => {
    const piece = fc.record({ jsonPath: fc.constantFrom('$', '$.a', '$.a[0]', '$.a[0].b', '$.a.b', '$[0]'), stringValue: fc.jsonValue() })
    const functionCall = fc.record(
      { name: fc.option(fc.constant('f')), args: fc.jsonValue(), partialArgs: fc.array(piece), willContinue: fc.boolean() },
      { requiredKeys: [] },
    )
    const event = fc.oneof(
      fc.jsonValue(),
      fc
        .array(fc.oneof(fc.jsonValue(), fc.record({ functionCall })))
        .map((parts) => ({ candidates: [{ content: { parts }, finishReason: 'STOP' }] })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (events) => {
        const { error, parts } = await answer(make, single(bytes(sse(...events.map((each) => JSON.stringify(each))))))
        expect(error === undefined ? parts.at(-1)?.type : (error as { code?: string }).code).toMatch(/^finish$|^provider\//)
      }),
      { seed: 11, numRuns: 200 },
    )
  })
})
