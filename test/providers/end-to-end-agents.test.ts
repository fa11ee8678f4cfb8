import { AGUIMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { tool } from '../../src/hub/index.ts'
import { agUi } from '../../src/providers/ag-ui.ts'
import { until } from '../hub/until.ts'
import { type World, createWorld, maria, stopClock } from '../hub/world.ts'

/** A whole hub before an agent that somebody else wrote. It has no faults of its own but events that are missing: see `turns-faults`. */
const mock = new AGUIMock({ port: 0 })
const run = { threadId: 't', runId: 'r' }
const started = { type: 'RUN_STARTED', ...run } as const
const finished = { type: 'RUN_FINISHED', ...run } as const
const words = (delta: string, messageId = 'm') => ({ type: 'TEXT_MESSAGE_CHUNK', messageId, delta }) as const
const call = (toolCallId: string, toolCallName: string, input: object) =>
  [
    { type: 'TOOL_CALL_START', toolCallId, toolCallName },
    { type: 'TOOL_CALL_ARGS', toolCallId, delta: JSON.stringify(input) },
    { type: 'TOOL_CALL_END', toolCallId },
  ] as const

beforeAll(async () => {
  // the first one that fits answers
  mock.onToolResult('c1', [started, words('It is at sea.', 'm2'), finished])
  mock.onMessage('opening hours', 'We are open from nine to five — äöü 😀.')
  mock.onRun('order', [started, words('One moment.'), ...call('c1', 'order_status', { order: '7' }), finished])
  mock.onRun('a refund', [started, words('Let me see.'), ...call('c2', 'transfer_to_human', { reason: 'refund' }), finished])
  const interrupts = [{ id: 'i', reason: 'human_approval', message: 'Approve it?' }]
  mock.onRun('approve', [started, { ...finished, outcome: { type: 'interrupt', interrupts } }])
  mock.onRun('broken', [started, { type: 'RUN_ERROR', message: 'key-123 refused', code: 'overloaded' }])
  mock.onRun('breaks', [started, words('We are'), { type: 'RUN_ERROR', message: 'key-123 refused', code: 'overloaded' }], 20)
  mock.onRun('cut', [started, words('We are')], 20)
  mock.onRun('slowly', [started, ...Array.from({ length: 20 }, (_, at) => words(`${at} `)), finished], 15)
  await mock.start()
})
afterAll(() => mock.stop())

const c = 'conversation-1'
const refused = 'notice: answer-failed'
const orders: { order: string }[] = []

async function asks(text: string): Promise<{ readonly world: World; readonly said: readonly string[]; readonly phase: string | undefined }> {
  orders.length = 0
  stopClock()
  const status = tool({
    name: 'order_status',
    description: 'Where an order is.',
    input: z.object({ order: z.string() }),
    run(input) {
      orders.push(input)
      return 'at sea'
    },
  })
  const world = createWorld({ provider: agUi({ url: mock.url }), tools: [status] })
  await world.link(maria).say(c, text)
  await until(async () => {
    const header = await world.store.load(c)
    // an attempt that failed waits for the next look at the clock
    if (header?.owed !== undefined && !header.turn) await world.tick()
    return header !== undefined && header.owed === undefined && !header.turn
  })
  const said = (await world.events(c)).flatMap(({ type, by, data }) => {
    const { parts, cut, key } = data as { parts?: readonly { text?: string }[]; cut?: true; key?: string }
    if (type === 'notice') return key === 'answer-failed' ? [refused] : []
    return type === 'message-sent' && by.kind === 'assistant' ? [`${cut ? 'cut: ' : ''}${parts?.[0]?.text}`] : []
  })
  return { world, said, phase: await world.phase(c) }
}

describe('a bot by ag-ui, from the visitor to the agent and back', () => {
  test.each([
    ['answers', 'What are your opening hours?', ['We are open from nine to five — äöü 😀.'], 'bot'],
    ['shows slow words as they come', 'slowly', [Array.from({ length: 20 }, (_, at) => at).join(' ')], 'bot'],
    ['brings a person when the agent asks for one', 'I want a refund', ['Let me see.'], 'queued'],
    ['brings a person when the agent waits for one', 'Please approve it', [], 'queued'],
    ['asks again when the run fails, and then brings a person', 'broken', [refused], 'queued'],
    ['keeps what was shown of a run that failed, marked, and brings a person', 'it breaks', ['cut: We are', refused], 'queued'],
    ['keeps what was shown of a run that broke off, marked, and brings a person', 'cut', ['cut: We are', refused], 'queued'],
    ['brings a person when the agent refuses the question', 'something else', [refused], 'queued'],
  ])('%s', async (_what, question, said, phase) => {
    const told = await asks(question)
    expect(told).toMatchObject({ said, phase })
    expect(JSON.stringify(await told.world.events(c))).not.toContain('key-123')
  })

  test('runs the tool that the agent leaves to it, and answers with what it gave', async () => {
    const { world, said, phase } = await asks('Where is my order?')
    expect({ said, phase, orders }).toEqual({ said: ['One moment.\n\nIt is at sea.'], phase: 'bot', orders: [{ order: '7' }] })
    expect((await world.types(c)).filter((type) => type.startsWith('tool-'))).toEqual(['tool-called', 'tool-returned'])
  })
})
