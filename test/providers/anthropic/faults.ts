/** The same questions to a server that speaks several services' formats, for those who ask in one of them. */
import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AIProvider, ReplyPart } from '../../../src/contracts/index.ts'
import { collect, type Outcome } from '../streams.ts'
import { callsIn, part, request } from './replay.ts'

const long = 'One two three four five six seven eight nine ten. '.repeat(10)

export function beforeAServer(name: string, make: (url: string) => AIProvider): void {
  const mock = new LLMock({ port: 0, latency: 5, chunkSize: 8 })
  const said = (text: string): { messages: [{ role: 'visitor'; text: string }] } => ({ messages: [{ role: 'visitor', text }] })
  const ask = (text: string, url = mock.url): Promise<Outcome> =>
    collect(make(url).reply(request(said(text)), { signal: new AbortController().signal }))

  beforeAll(async () => {
    mock.onMessage('opening hours', { content: 'We are open from nine to five — äöü 😀.' })
    mock.onMessage('look it up', { content: 'One moment.', toolCalls: [{ name: 'look_up', arguments: '{"order":7}' }] })
    mock.onMessage('busy', { error: { message: 'Slow down, org-123', type: 'rate_limit_error' }, status: 429, retryAfter: 3 })
    mock.onMessage('broken', { error: { message: 'Oops' }, status: 500 })
    mock.onMessage('cut', { content: long }, { truncateAfterChunks: 4, latency: 10 })
    mock.onMessage('gone', { content: long }, { disconnectAfterMs: 120, latency: 20 })
    mock.onMessage('slowly', { content: long }, { streamingProfile: { ttft: 5, tps: 50 } })
    await mock.start()
  })
  afterAll(() => mock.stop())

  describe(`${name}() before a server`, () => {
    it('streams an answer', async () => {
      const outcome = await ask('What are your opening hours?')
      expect(outcome.error).toBeUndefined()
      expect(outcome.text).toBe('We are open from nine to five — äöü 😀.')
      expect(part(outcome, 'text-delta').length).toBeGreaterThan(2)
      expect(part(outcome, 'finish')).toEqual([outcome.parts.at(-1)])
      expect(outcome.parts.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' })
    })

    it('calls a tool', async () => {
      const outcome = await ask('Please look it up')
      expect(outcome.text).toBe('One moment.')
      expect(part(outcome, 'tool-start')).toEqual([{ type: 'tool-start', name: 'look_up' }])
      expect(callsIn(outcome)).toMatchObject([{ name: 'look_up', input: { order: 7 } }])
      expect(part(outcome, 'state')).toHaveLength(1)
      expect(outcome.parts.at(-1)).toMatchObject({ type: 'finish', reason: 'tool-call' })
    })

    it('says how long to wait when the server is busy', async () => {
      const { error } = await ask('busy')
      expect(error).toMatchObject({ code: 'provider/rate-limited', retryable: true, retryAfter: 3000 })
      expect(String(error)).not.toContain('org-123')
    })

    it('is unavailable when the server fails, and when there is none', async () => {
      expect((await ask('broken')).error).toMatchObject({ code: 'provider/unavailable', retryable: true })
      expect((await ask('broken', 'http://127.0.0.1:1')).error).toMatchObject({ code: 'provider/unavailable', retryable: true })
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
      for await (const each of make(mock.url).reply(request(said('slowly')), { signal: stop.signal })) {
        seen.push(each)
        if (seen.length === 3) stop.abort()
      }
      expect(seen.map(({ type }) => type)).toEqual(['text-delta', 'text-delta', 'text-delta'])
    })
  })
}
