import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReplyPart } from '../../src/contracts/index.ts'
import { openai } from '../../src/providers/openai.ts'
import { collect, question, type Outcome } from './streams.ts'

const mock = new LLMock({ port: 0, latency: 5, chunkSize: 8 })
const long = 'One two three four five six seven eight nine ten. '.repeat(24)

beforeAll(async () => {
  mock.onMessage('opening hours', { content: 'We are open from nine to five — äöü 😀.' })
  mock.onMessage('a person', {
    content: 'One moment.',
    toolCalls: [{ name: 'transfer_to_human', arguments: '{"reason":"asked","summary":"Wants a person."}' }],
  })
  mock.onMessage('busy', { error: { message: 'Slow down, org-123', type: 'rate_limit_error' }, status: 429, retryAfter: 3 })
  mock.onMessage('broken', { error: { message: 'Oops' }, status: 500 })
  mock.onMessage('cut', { content: long }, { truncateAfterChunks: 4, latency: 10 })
  mock.onMessage('gone', { content: long }, { disconnectAfterMs: 1_000, latency: 20 })
  mock.onMessage('slowly', { content: long }, { streamingProfile: { ttft: 5, tps: 50 } })
  await mock.start()
})
afterAll(() => mock.stop())

const provider = (): ReturnType<typeof openai> => openai({ baseURL: `${mock.url}/v1`, apiKey: 'test', model: 'gpt-5-mini' })
const ask = (text: string): Promise<Outcome> => collect(provider().reply(question(text), { signal: new AbortController().signal }))

describe('openai() before a server', () => {
  it('streams an answer', async () => {
    const { text, parts, error } = await ask('What are your opening hours?')
    expect(error).toBeUndefined()
    expect(text).toBe('We are open from nine to five — äöü 😀.')
    expect(parts.filter(({ type }) => type === 'text-delta').length).toBeGreaterThan(2)
    expect(parts.filter(({ type }) => type === 'finish')).toEqual([parts.at(-1)])
    expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' })
  })

  it('gives the call of a tool', async () => {
    const { text, parts } = await ask('I want a person')
    expect(text).toBe('One moment.')
    expect(parts.filter(({ type }) => type !== 'text-delta')).toMatchObject([
      { type: 'tool-start', name: 'transfer_to_human' },
      { type: 'tool-call', name: 'transfer_to_human', input: { reason: 'asked', summary: 'Wants a person.' } },
      { type: 'finish', reason: 'tool-call' },
    ])
  })

  it('says how long to wait when the server is busy', async () => {
    const { error } = await ask('busy')
    expect(error).toMatchObject({ code: 'provider/rate-limited', retryable: true, retryAfter: 3000 })
    expect(String(error)).not.toContain('org-123')
  })

  it('is unavailable when the server fails, and when there is none', async () => {
    expect((await ask('broken')).error).toMatchObject({ code: 'provider/unavailable', retryable: true })
    const nowhere = openai({ baseURL: 'http://127.0.0.1:1/v1', model: 'm' })
    expect((await collect(nowhere.reply(question('Hi'), { signal: new AbortController().signal }))).error).toMatchObject({
      code: 'provider/unavailable',
    })
  })

  it('is truncated when the body ends early and when the socket is torn', async () => {
    for (const how of ['cut', 'gone']) {
      const { text, parts, error } = await ask(how)
      expect(error, how).toMatchObject({ code: 'provider/truncated', retryable: true })
      expect(text.length, how).toBeGreaterThan(0)
      expect(long.startsWith(text), how).toBe(true)
      expect(parts.some(({ type }) => type === 'finish')).toBe(false)
    }
  })

  it('stops quietly in the middle of slow words', async () => {
    const stop = new AbortController()
    const seen: ReplyPart[] = []
    for await (const part of provider().reply(question('slowly'), { signal: stop.signal })) {
      seen.push(part)
      if (seen.length === 3) stop.abort()
    }
    expect(seen.map(({ type }) => type)).toEqual(['text-delta', 'text-delta', 'text-delta'])
  })
})
