import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ReplyMessage, ReplyPart, ReplyRequest } from '../../src/contracts/index.ts'
import { promptApi, type LanguageModelLike, type ModelMessage, type ModelSession } from '../../src/providers/prompt-api.ts'
import { deltas } from '../../src/providers/prompt-api/deltas.ts'
import { collect, question, type Outcome } from './streams.ts'

// The real model cannot be had here (it needs a browser that has downloaded it, and a graphics card or much memory). This is a fake
// of the part of the IDL that is used, with the rules of the specification: a system prompt only first, no more than the window
// holds, destroyed sessions and aborted signals reject with AbortError.

interface FakeOptions {
  readonly availability?: string
  readonly chunks?: readonly string[]
  /** Thrown instead of the chunk after these. */
  readonly error?: Error
  readonly createError?: Error
  /** What the session holds, in characters. Default: without limit. */
  readonly window?: number
  /** How the fake calls it. Default the names of today. */
  readonly names?: 'today' | 'before' | 'none'
  /** The stream never says more after its chunks. */
  readonly hangs?: boolean
}

interface Fake extends LanguageModelLike {
  readonly asked: unknown[]
  readonly created: { readonly initialPrompts: readonly ModelMessage[] }[]
  readonly prompts: (readonly ModelMessage[])[]
  measured: number
  cancelled: number
  destroyed: number
}

const exception = (name: string): DOMException => new DOMException('secret words of the browser', name)
const lengthOf = (messages: readonly ModelMessage[]): number => messages.reduce((sum, { content }) => sum + JSON.stringify(content).length, 0)

function fake(options: FakeOptions = {}): Fake {
  const { availability = 'available', chunks = ['Hi.'], error, createError, window = Infinity, names = 'today', hangs = false } = options
  function session(used: number, signal: AbortSignal): ModelSession {
    let gone = false
    const measure = (input: readonly ModelMessage[], options: { readonly signal: AbortSignal }): Promise<number> => {
      model.measured += 1
      return gone || options.signal.aborted ? Promise.reject(exception('AbortError')) : Promise.resolve(lengthOf(input))
    }
    const sizes = {
      today: { contextWindow: window, contextUsage: used, measureContextUsage: measure },
      before: { inputQuota: window, inputUsage: used, measureInputUsage: measure },
      none: {},
    }
    return {
      ...sizes[names],
      promptStreaming(input, options) {
        model.prompts.push(input)
        const long = used + lengthOf(input) > window ? exception('QuotaExceededError') : undefined
        const wrong = gone || signal.aborted || options.signal.aborted ? exception('AbortError') : long
        if (input.some(({ role }) => role === 'system')) throw new TypeError('A system prompt must come first.')
        const left = [...chunks]
        return new ReadableStream<string>({
          start(controller) {
            if (wrong) controller.error(wrong)
            options.signal.addEventListener('abort', () => controller.error(exception('AbortError')))
          },
          pull(controller) {
            const next = left.shift()
            if (next !== undefined) controller.enqueue(next)
            else if (error) controller.error(error)
            else if (!hangs) controller.close()
          },
          cancel() {
            model.cancelled += 1
          },
        })
      },
      destroy() {
        gone = true
        model.destroyed += 1
      },
    }
  }

  const model: Fake = {
    asked: [],
    created: [],
    prompts: [],
    measured: 0,
    cancelled: 0,
    destroyed: 0,
    availability(options) {
      model.asked.push(options)
      return Promise.resolve(availability)
    },
    create(options) {
      model.created.push(options)
      const { initialPrompts, signal } = options
      if (createError || signal.aborted) return Promise.reject(createError ?? exception('AbortError'))
      if (lengthOf(initialPrompts) > window) return Promise.reject(exception('QuotaExceededError'))
      return Promise.resolve(session(lengthOf(initialPrompts), signal))
    },
  }
  return model
}

const asked = (more: Partial<ReplyRequest> = {}): ReplyRequest =>
  question('Hello?', { conversation: 'conversation-1', turn: 'turn-1', system: 'Be brief.', ...more })
const open = (): AbortSignal => new AbortController().signal
const ask = (languageModel: LanguageModelLike, more: Partial<ReplyRequest> = {}): Promise<Outcome> =>
  collect(promptApi({ languageModel }).reply(asked(more), { signal: open() }))
const stop = { type: 'finish', reason: 'stop' }

afterEach(() => vi.unstubAllGlobals())

describe('promptApi()', () => {
  it('streams an answer to the whole conversation and gives the session back', async () => {
    const model = fake({ chunks: ['Hel', '', 'lo', '.'] })
    const messages: ReplyMessage[] = [
      { role: 'visitor', text: 'Hi' },
      { role: 'assistant', text: 'Hello' },
      { role: 'agent', name: 'Sarah', text: 'I am here.' },
      { role: 'visitor', text: 'And now?' },
    ]
    const { parts, error } = await ask(model, { messages })
    expect(error).toBeUndefined()
    expect(parts).toEqual([{ type: 'text-delta', text: 'Hel' }, { type: 'text-delta', text: 'lo' }, { type: 'text-delta', text: '.' }, stop])
    expect(model.created[0]?.initialPrompts).toEqual([{ role: 'system', content: 'Be brief.' }])
    expect(model.prompts).toEqual([
      [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello\n\n[Sarah] I am here.' },
        { role: 'user', content: 'And now?' },
      ],
    ])
    expect(model.destroyed).toBe(1)
  })

  it('holds no key, calls no tools, and tells the browser what it needs', async () => {
    const model = fake()
    const provider = promptApi({ languageModel: model, languages: ['en', 'de'], images: true })
    expect(provider).toMatchObject({ name: 'prompt-api', supports: { tools: false, images: true } })
    expect(provider.keyed ?? false).toBe(false)
    await collect(provider.reply(asked(), { signal: open() }))
    const text = { type: 'text', languages: ['en', 'de'] }
    const abilities = { expectedInputs: [text, { type: 'image' }], expectedOutputs: [text] }
    expect(model.asked).toEqual([abilities])
    expect(model.created[0]).toMatchObject(abilities)
    expect(promptApi().supports).toEqual({ tools: false, images: false })
  })

  it('gives pictures to a model that takes them, and to no other', async () => {
    const picture = { media: 'image/png', data: btoa('PNG') }
    const messages: ReplyMessage[] = [{ role: 'visitor', text: 'This?', images: [picture] }]
    const model = fake()
    await collect(promptApi({ languageModel: model, images: true }).reply(asked({ messages }), { signal: open() }))
    const [words, part] = [model.prompts[0]?.[0]?.content].flat() as [unknown, { type: string; value: Blob }]
    expect(words).toEqual({ type: 'text', value: 'This?' })
    expect([part.type, part.value.type, await part.value.text()]).toEqual(['image', 'image/png', 'PNG'])
    await ask(model, { messages })
    expect(model.prompts[1]?.[0]?.content).toBe('This?')
  })

  it('takes the model of the page at each call', async () => {
    const provider = promptApi()
    expect((await collect(provider.reply(asked(), { signal: open() }))).error).toMatchObject({ code: 'provider/unavailable', retryable: false })
    vi.stubGlobal('LanguageModel', fake())
    expect((await collect(provider.reply(asked(), { signal: open() }))).text).toBe('Hi.')
  })

  it('says what is missing, and begins no download', async () => {
    for (const [availability, words] of [
      ['unavailable', 'no built-in model'],
      ['downloadable', 'when the visitor clicks'],
      ['downloading', 'still downloading'],
    ] as const) {
      const model = fake({ availability })
      const { error } = await ask(model)
      expect(error).toMatchObject({ code: 'provider/unavailable', retryable: false })
      expect(String(error)).toContain(words)
      expect(model.created).toEqual([])
    }
  })

  it('says what the exceptions of the browser mean, in words of its own', async () => {
    for (const [name, code, retryable] of [
      ['NotAllowedError', 'provider/unavailable', false],
      ['NotSupportedError', 'provider/bad-request', false],
      ['QuotaExceededError', 'provider/bad-request', false],
      ['NetworkError', 'provider/unavailable', true],
      ['AbortError', 'provider/unavailable', true],
      ['UnknownError', 'provider/failed', true],
      ['OperationError', 'provider/failed', true],
    ] as const) {
      const onCreate = fake({ createError: exception(name) })
      const onRead = fake({ chunks: ['Hel'], error: exception(name) })
      for (const model of [onCreate, onRead]) {
        const { error, parts } = await ask(model)
        expect(error, name).toMatchObject({ code, retryable, cause: { name } })
        expect(String(error)).not.toContain('secret')
        expect(parts.some(({ type }) => type === 'finish')).toBe(false)
      }
      expect([onCreate.destroyed, onRead.destroyed]).toEqual([0, 1])
    }
  })

  it('ends filtered when the browser withdrew the answer', async () => {
    const { parts, error } = await ask(fake({ chunks: ['Hel'], error: exception('NotReadableError') }))
    expect(error).toBeUndefined()
    expect(parts).toEqual([{ type: 'text-delta', text: 'Hel' }, { type: 'refusal' }, { type: 'finish', reason: 'filtered' }])
  })

  it('ends quietly on abort, at each point, and keeps no session', async () => {
    const none = fake()
    expect((await collect(promptApi({ languageModel: none }).reply(asked(), { signal: AbortSignal.abort() }))).parts).toEqual([])
    expect(none.asked).toEqual([])

    const early = new AbortController()
    const model = fake()
    const run = collect(promptApi({ languageModel: model }).reply(asked(), { signal: early.signal }))
    early.abort()
    expect(await run).toEqual({ parts: [], text: '' })
    expect(model.created.length).toBe(model.destroyed)

    const late = new AbortController()
    const hanging = fake({ chunks: ['Hel'], hangs: true })
    const seen: ReplyPart[] = []
    for await (const part of promptApi({ languageModel: hanging }).reply(asked(), { signal: late.signal })) {
      seen.push(part)
      queueMicrotask(() => late.abort())
    }
    expect(seen).toEqual([{ type: 'text-delta', text: 'Hel' }])
    expect(hanging.destroyed).toBe(1)
  })

  it('stops the model when nobody listens any more', async () => {
    const model = fake({ chunks: ['Hel', 'lo'], hangs: true })
    for await (const part of promptApi({ languageModel: model }).reply(asked(), { signal: open() })) {
      expect(part.type).toBe('text-delta')
      break
    }
    expect([model.cancelled, model.destroyed]).toEqual([1, 1])
  })

  it('tells of each sign of life', async () => {
    const signs: boolean[] = []
    const onActivity = (begun: boolean): void => void signs.push(begun)
    await collect(promptApi({ languageModel: fake({ chunks: ['a', 'b'] }) }).reply(asked(), { signal: open(), onActivity }))
    expect(signs).toEqual([true, true, true])
  })
})

describe('a conversation that is too long for the model of the browser', () => {
  const messages: ReplyMessage[] = Array.from({ length: 41 }, (_, i) => ({
    role: i % 2 ? 'assistant' : 'visitor',
    text: `Message ${i} ${'x'.repeat(80)}`,
  }))

  it('loses its oldest messages, and no more than it must', async () => {
    for (const names of ['today', 'before'] as const) {
      const model = fake({ window: 2_000, names })
      const { error, text } = await ask(model, { messages })
      expect(error).toBeUndefined()
      expect(text).toBe('Hi.')
      const kept = model.prompts[0] ?? []
      expect(kept.at(-1)).toMatchObject({ role: 'user', content: messages.at(-1)?.text })
      const room = 2_000 * 0.75 - lengthOf([{ role: 'system', content: 'Be brief.' }])
      expect(lengthOf(kept)).toBeLessThanOrEqual(room)
      const before = messages.at(-kept.length - 1)
      expect(lengthOf([{ role: 'assistant', content: before?.text ?? '' }, ...kept])).toBeGreaterThan(room)
      expect(model.measured).toBeLessThan(10)
    }
  })

  it('is whole where there is room, and where the browser does not say how much', async () => {
    for (const model of [fake({ window: 100_000 }), fake(), fake({ names: 'none' })]) {
      await ask(model, { messages })
      expect(model.prompts[0]).toHaveLength(41)
      expect(model.measured).toBeLessThan(2)
    }
  })

  it('is a bad request when its last message or the instructions alone are too long', async () => {
    const last = fake({ window: 60 })
    const long: ReplyMessage = { role: 'visitor', text: 'x'.repeat(90) }
    expect((await ask(last, { messages: [...messages.slice(0, 2), long] })).error).toMatchObject({ code: 'provider/bad-request', retryable: false })
    expect(last.prompts[0]).toHaveLength(1)
    expect(last.destroyed).toBe(1)
    expect((await ask(fake({ window: 5 }), {})).error).toMatchObject({ code: 'provider/bad-request', retryable: false })
  })
})

describe('chunks of the model of the browser', () => {
  const read = (...chunks: string[]): string => {
    const added = deltas()
    return [...chunks.map((chunk) => added(chunk)), added()].join('')
  }

  it('are deltas, whatever they begin with', () => {
    expect(read('1', '10', '5')).toBe('1105')
    expect(read('ha', 'haha')).toBe('hahaha')
    expect(read('A', 'B', 'ABC', 'ABCABCD')).toBe('ABABCABCABCD')
    expect(read('Hi')).toBe('Hi')
    expect(read()).toBe('')
  })

  it('may repeat what was said, as early builds do', async () => {
    expect(read('Hel', 'Hello', 'Hello you', 'Hello you', 'Hello you.')).toBe('Hello you.')
    expect((await ask(fake({ chunks: ['Hel', 'Hello', 'Hello you'] }))).text).toBe('Hello you')
  })

  it('give the same text from deltas and from repetitions of three chunks and more', () => {
    const pieces = fc.array(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        expect(read(...parts.map((_, i) => parts.slice(0, i + 1).join('')))).toBe(text)
        const [a = '', b = '', c = ''] = parts
        // three that repeat by chance cannot be told from the other kind
        fc.pre(!(b.length > a.length && b.startsWith(a) && c.length > b.length && c.startsWith(b)))
        expect(read(...parts)).toBe(text)
      }),
      { seed: 5, numRuns: 500 },
    )
  })
})
