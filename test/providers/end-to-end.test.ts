import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { AIProvider } from '../../src/contracts/index.ts'
import { tool } from '../../src/hub/index.ts'
import { anthropic } from '../../src/providers/anthropic.ts'
import { gemini } from '../../src/providers/gemini.ts'
import { openaiResponses } from '../../src/providers/openai-responses.ts'
import { type FetchLike, openai } from '../../src/providers/openai.ts'
import { settled, until } from '../hub/until.ts'
import { type World, createWorld, maria, sarah, stopClock } from '../hub/world.ts'

/**
 * A whole hub before a server that somebody else wrote. It is unfaithful in places, which the recordings and `turns-faults` cover:
 * Gemini's lines end in LF and its calls in `FUNCTION_CALL`, Anthropic's and Gemini's usage is 0, there are no pings and no thoughts, and an
 * error never comes inside a stream. Without a latency a stream that is cut short closes before its head is out; one that is torn after a time is torn
 * by the clock, however few words are out by then on a busy machine, so that time is long.
 */
const mock = new LLMock({ port: 0, latency: 5, chunkSize: 8 })
const TEN = 'One two three four five six seven eight nine ten. '
const LONG = TEN.repeat(6).trim()
/** Takes three seconds to say. */
const LONGEST = TEN.repeat(24).trim()
const SAID = 'We are open from nine to five — äöü 😀.'
const busy = (retryAfter: number) => ({ error: { message: 'Slow down, org-123', type: 'rate_limit_error' }, status: 429, retryAfter })
const call = (name: string, input: object) => [{ id: `call_${name}`, name, arguments: JSON.stringify(input) }]

beforeAll(async () => {
  // the first one that fits answers
  mock.on({ toolResultContains: 'at sea' }, { content: 'It is at sea.' })
  mock.onMessage('order', { content: 'One moment.', toolCalls: call('order_status', { order: '7' }) })
  mock.onMessage('a refund', { content: 'Let me see.', toolCalls: call('transfer_to_human', { reason: 'refund', summary: 'Wants money back.' }) })
  mock.onMessage('opening hours', { content: SAID })
  mock.on({ userMessage: 'busy for a moment', sequenceIndex: 0 }, busy(1))
  mock.onMessage('busy for a moment', { content: SAID })
  mock.onMessage('busy for long', busy(60))
  mock.onMessage('broken', { error: { message: 'Oops, org-123' }, status: 500 })
  mock.onMessage('cut', { content: LONG }, { truncateAfterChunks: 10, latency: 10 })
  mock.onMessage('gone', { content: LONGEST }, { disconnectAfterMs: 1_000, latency: 20 })
  mock.onMessage('slowly', { content: LONG }, { streamingProfile: { ttft: 100, tps: 120, jitter: 0 } })
  await mock.start()
})
afterAll(() => mock.stop())

/** By which the hub leaves each request. */
const signals: AbortSignal[] = []
const fetch: FetchLike = (url, init) => {
  if (init.signal) signals.push(init.signal)
  return globalThis.fetch(url, init)
}

type Headers = Readonly<Record<string, string>>
const adapters: readonly (readonly [name: string, make: (headers?: Headers) => AIProvider])[] = [
  ['openai', (headers = {}) => openai({ model: 'gpt-5-mini', apiKey: 'test', baseURL: `${mock.url}/v1`, headers, fetch })],
  ['openai-responses', (headers = {}) => openaiResponses({ model: 'gpt-5-mini', apiKey: 'test', baseURL: `${mock.url}/v1`, headers, fetch })],
  ['anthropic', (headers = {}) => anthropic({ model: 'claude-haiku-4-5', apiKey: 'test', baseURL: mock.url, headers, fetch })],
  ['gemini', (headers = {}) => gemini({ model: 'gemini-3-flash', apiKey: 'test', baseURL: `${mock.url}/v1beta`, headers, fetch })],
]

const orders: { order: string }[] = []
const status = tool({
  name: 'order_status',
  description: 'Where an order is.',
  input: z.object({ order: z.string() }),
  run(input) {
    orders.push(input)
    return 'at sea'
  },
})

const c = 'conversation-1'
const refused = 'notice: answer-failed'

/** What became of a question once nothing is owed any more, and how often the service was asked. */
interface Told {
  readonly world: World
  /** What the assistant said, marked where it broke off, and that there is no answer. */
  readonly said: readonly string[]
  readonly phase: string | undefined
  readonly asked: number
  /** Milliseconds before each further attempt. */
  readonly pauses: readonly number[]
}

function begin(provider: AIProvider): World {
  mock.clearRequests()
  mock.resetMatchCounts()
  orders.length = 0
  signals.length = 0
  stopClock()
  return createWorld({ provider, tools: [status], policy: { turnRetry: 300 } })
}

async function told(world: World): Promise<Told> {
  const pauses: number[] = []
  await until(async () => {
    const header = await world.store.load(c)
    const last = (await world.events(c)).at(-1)
    const { retryAt } = (last?.type === 'turn-failed' ? last.data : {}) as { readonly retryAt?: number }
    if (retryAt !== undefined && retryAt > world.clock.now) {
      pauses.push(retryAt - world.clock.now)
      await world.tick(retryAt - world.clock.now)
    }
    return header !== undefined && header.owed === undefined && !header.turn
  })
  const said = (await world.events(c)).flatMap(({ type, by, data }) => {
    const { parts, cut, key } = data as { parts?: readonly { text?: string }[]; cut?: true; key?: string }
    if (type === 'notice') return key === 'answer-failed' ? [refused] : []
    return type === 'message-sent' && by.kind === 'assistant' ? [`${cut ? 'cut: ' : ''}${parts?.[0]?.text}`] : []
  })
  return { world, said, phase: await world.phase(c), asked: mock.getRequests().length, pauses }
}

async function asks(provider: AIProvider, text: string): Promise<Told> {
  const world = begin(provider)
  await world.link(maria).say(c, text)
  return told(world)
}

/** Words that begin an answer and do not end it. */
const begun = (text = ''): boolean => text.startsWith('cut: One two') && LONGEST.startsWith(text.slice(5)) && text.length < LONGEST.length

describe.each(adapters)('a bot by %s, from the visitor to the service and back', (_name, make) => {
  test('answers', async () => {
    expect(await asks(make(), 'What are your opening hours?')).toMatchObject({ said: [SAID], phase: 'bot', asked: 1 })
  })

  test('runs the tool that the model calls, and answers with what it gave', async () => {
    const { world, said, phase, asked } = await asks(make(), 'Where is my order?')
    expect({ said, phase, asked, orders }).toEqual({ said: ['One moment.\n\nIt is at sea.'], phase: 'bot', asked: 2, orders: [{ order: '7' }] })
    expect((await world.types(c)).filter((type) => type.startsWith('tool-'))).toEqual(['tool-called', 'tool-returned'])
  })

  test('brings a person when the model asks for one', async () => {
    const { world, said, phase, asked } = await asks(make(), 'I want a refund')
    expect({ said, phase, asked }).toEqual({ said: ['Let me see.'], phase: 'queued', asked: 1 })
    expect((await world.events(c)).find(({ type }) => type === 'context-added')?.data).toMatchObject({ rule: 'refund', summary: 'Wants money back.' })
  })

  test('waits as long as a busy service asks for, and answers then', async () => {
    expect(await asks(make(), 'busy for a moment')).toMatchObject({ said: [SAID], phase: 'bot', asked: 2, pauses: [1_000] })
  })

  test('brings a person at once when the service is busy for long', async () => {
    expect(await asks(make(), 'busy for long')).toMatchObject({ said: [refused], phase: 'queued', asked: 1 })
  })

  test('asks again when the service fails, and then brings a person; nobody reads what the service said', async () => {
    const { world, ...outcome } = await asks(make(), 'broken')
    expect(outcome).toEqual({ said: [refused], phase: 'queued', asked: 2, pauses: [300] })
    expect(JSON.stringify(await world.events(c))).not.toContain('org-123')
  })

  test.each(['cut', 'gone'])('keeps what was shown of an answer that broke off, marked, and brings a person (%s)', async (how) => {
    const { said, phase, asked } = await asks(make(), how)
    expect(said).toEqual([expect.toSatisfy(begun), refused])
    expect({ phase, asked }).toEqual({ phase: 'queued', asked: 1 })
  })

  test('asks again when the answer cannot be read, and then brings a person', async () => {
    const outcome = await asks(make({ 'x-aimock-chaos-malformed': '1' }), 'What are your opening hours?')
    expect(outcome).toMatchObject({ said: [refused], phase: 'queued', asked: 2 })
    expect(mock.getRequests().map(({ response }) => response.chaosAction)).toEqual(['malformed', 'malformed'])
  })

  test.each(['drop', 'disconnect'])('asks again when there is no answer at all, and then brings a person (%s)', async (how) => {
    const outcome = await asks(make({ [`x-aimock-chaos-${how}`]: '1' }), 'What are your opening hours?')
    expect(outcome).toMatchObject({ said: [refused], phase: 'queued', asked: 2 })
  })

  test('shows slow words as they come', async () => {
    const world = begin(make())
    const link = world.link(maria)
    await link.say(c, 'slowly')
    await link.follow(c)
    expect(await told(world)).toMatchObject({ said: [LONG], phase: 'bot', asked: 1 })
    await until(() => link.bytes.includes('turn-done'))
    const deltas = link.of('signal').flatMap(({ signal }) => (signal.data.type === 'text-delta' ? [signal.data] : []))
    expect(deltas.length).toBeGreaterThan(3)
    for (const { offset, text } of deltas) expect(LONG.slice(offset, offset + text.length)).toBe(text)
  })

  test('is silent from the moment on that a person takes over', async () => {
    const world = begin(make())
    const [visitor, agent] = [world.link(maria), world.link(sarah)]
    await visitor.say(c, 'slowly')
    await visitor.follow(c)
    await until(() => visitor.of('signal').some(({ signal }) => signal.data.type === 'text-delta'))
    expect(await agent.command(c, 'floor-claim')).toMatchObject({ ok: true })
    await until(() => visitor.bytes.includes('floor-claimed'))
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    const heard = visitor.frames.length
    await settled()
    expect(visitor.frames.slice(heard).filter(({ t }) => t === 'events' || t === 'signal')).toEqual([])
    expect(await world.said(c)).toEqual(['visitor: slowly'])
    expect([await world.phase(c), mock.getRequests().length]).toEqual(['human', 1])
  })
})
