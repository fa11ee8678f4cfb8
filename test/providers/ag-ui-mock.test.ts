import { AGUIMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReplyPart, ReplyRequest } from '../../src/contracts/index.ts'
import { agUi } from '../../src/providers/ag-ui.ts'
import { collect, question, type Outcome } from './streams.ts'

const mock = new AGUIMock({ port: 0 })
const started = { type: 'RUN_STARTED', threadId: 't', runId: 'r' } as const
const finished = { type: 'RUN_FINISHED', threadId: 't', runId: 'r' } as const

beforeAll(async () => {
  // the first one that fits answers
  mock.onToolResult('c1', [started, { type: 'TEXT_MESSAGE_CHUNK', messageId: 'm2', delta: 'It is at sea.' }, finished])
  mock.onMessage('opening hours', 'We are open from nine to five — äöü 😀.')
  mock.onRun('order', [
    started,
    { type: 'TOOL_CALL_START', toolCallId: 'c1', toolCallName: 'order_status' },
    { type: 'TOOL_CALL_ARGS', toolCallId: 'c1', delta: '{"order":7}' },
    { type: 'TOOL_CALL_END', toolCallId: 'c1' },
    finished,
  ])
  mock.onToolCall('weather', 'weather', '{}', { result: 'sunny' })
  const interrupts = [{ id: 'i', reason: 'human_approval', message: 'Approve refund?' }]
  mock.onRun('refund', [started, { ...finished, outcome: { type: 'interrupt', interrupts } }])
  mock.onRun('broken', [started, { type: 'RUN_ERROR', message: 'key-123 refused', code: 'overloaded' }])
  mock.onRun('cut', [started, { type: 'TEXT_MESSAGE_CHUNK', messageId: 'm', delta: 'We are' }])
  mock.onRun(
    'slowly',
    [started, ...Array.from({ length: 50 }, (_, i) => ({ type: 'TEXT_MESSAGE_CHUNK', messageId: 'm', delta: `${i} ` }) as const), finished],
    20,
  )
  await mock.start()
})
afterAll(() => mock.stop())

const asked = (text: string, more: Partial<ReplyRequest> = {}): ReplyRequest =>
  question(text, { conversation: 'conversation-1', turn: 'turn-1', system: 'Be brief.', ...more })
const ask = (text: string, more: Partial<ReplyRequest> = {}): Promise<Outcome> =>
  collect(agUi({ url: mock.url }).reply(asked(text, more), { signal: new AbortController().signal }))

describe('agUi() before an agent', () => {
  it('streams an answer', async () => {
    const { text, parts, error } = await ask('What are your opening hours?')
    expect(error).toBeUndefined()
    expect(text).toBe('We are open from nine to five — äöü 😀.')
    expect(parts.at(-1)).toEqual({ type: 'finish', reason: 'stop' })
  })

  it('gives a call and, with its result, the answer', async () => {
    const first = await ask('Where is my order?')
    const calls = first.parts.flatMap((part) => (part.type === 'tool-call' ? [{ id: part.id, name: part.name, input: part.input }] : []))
    expect(calls).toEqual([{ id: 'c1', name: 'order_status', input: { order: 7 } }])
    const results = [{ id: 'c1', name: 'order_status', output: '{"at":"sea"}' }]
    expect((await ask('Where is my order?', { steps: [{ text: '', calls, results }] })).text).toBe('It is at sea.')
  })

  it('leaves the agent its own calls', async () => {
    expect((await ask('How is the weather?')).parts).toEqual([{ type: 'tool-start', name: 'weather' }, { type: 'finish', reason: 'stop' }])
  })

  it('asks for a person when the agent waits for one', async () => {
    expect((await ask('A refund!')).parts).toEqual([
      { type: 'handoff-request', reason: 'human_approval', summary: 'Approve refund?' },
      { type: 'finish', reason: 'stop' },
    ])
  })

  it('throws when the run fails, ends early, is not known or has no server', async () => {
    expect((await ask('broken')).error).toMatchObject({ code: 'provider/unavailable', retryable: true })
    expect(await ask('cut')).toMatchObject({ text: 'We are', error: { code: 'provider/truncated', retryable: true } })
    expect((await ask('something else')).error).toMatchObject({ code: 'provider/bad-request', retryable: false })
    const nowhere = agUi({ url: 'http://127.0.0.1:1/' })
    const { error } = await collect(nowhere.reply(asked('Hi'), { signal: new AbortController().signal }))
    expect(error).toMatchObject({ code: 'provider/unavailable' })
  })

  it('stops quietly in the middle of slow words', async () => {
    const stop = new AbortController()
    const seen: ReplyPart[] = []
    for await (const part of agUi({ url: mock.url }).reply(asked('slowly'), { signal: stop.signal })) {
      seen.push(part)
      if (seen.length === 3) stop.abort()
    }
    expect(seen.map(({ type }) => type)).toEqual(['text-delta', 'text-delta', 'text-delta'])
  })
})
