import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { Tool, ToolContext } from '../../../src/hub/tools.ts'
import { offeredTools, tool } from '../../../src/hub/tools.ts'
import { createToolLog, type Issue } from '../../../src/hub/turns/tools/tool-log.ts'
import { createToolRuns, type Ran, type ToolRuns } from '../../../src/hub/turns/tools/tool-runs.ts'
import type { Id, StoredEvent } from '../../../src/protocol/index.ts'
import { assistant, logged } from './logged.ts'

interface Bench extends ToolRuns {
  /** What ran, with its input. */
  readonly ran: readonly { readonly input: unknown; readonly context: ToolContext }[]
  /** The commands of the log, by their types. */
  readonly issued: readonly string[]
}

interface BenchOptions {
  readonly events?: readonly StoredEvent[]
  readonly used?: Readonly<Record<string, number>>
  readonly agent?: boolean
  readonly again?: true
  readonly signal?: AbortSignal
}

function bench(more: Partial<Tool<{ order: string }>> = {}, { events = [], used = {}, agent = false, again, signal }: BenchOptions = {}): Bench {
  const ran: { input: unknown; context: ToolContext }[] = []
  const issued: string[] = []
  const issue: Issue = async (type) => {
    issued.push(type)
    return { ok: true, at: { log: 1, seq: issued.length }, ...(again ? { again } : {}) } as never
  }
  const refund = tool({
    name: 'refund',
    description: 'Pays an order back.',
    input: z.object({ order: z.string() }),
    run(input, context) {
      ran.push({ input, context })
      return 'paid'
    },
    ...more,
  })
  const runs = createToolRuns({
    toolbox: { tools: offeredTools([refund]), running: new Map(), onFailure: () => undefined },
    conversation: 'conversation-1',
    turn: { turn: 'turn-0001', attempt: 1 },
    task: 'task-0001',
    visitor: { id: 'visitor-1', kind: 'visitor', name: 'Maria' },
    log: createToolLog(events, used, issue),
    agent,
    signal: signal ?? new AbortController().signal,
  })
  return { ...runs, ran, issued }
}

const call = (order: string, id = 'call-1') => ({ id, name: 'refund', input: { order } })
const outputs = ({ results }: Ran): readonly string[] => results.map(({ output }) => output)
const called = (id: Id, input: string): StoredEvent =>
  logged(1, 'tool-called', assistant, { call: id, turn: 'turn-0001', attempt: 1, tool: 'refund', input }, 'staff')
const open = { id: 'call-0001', tool: 'refund' }

describe('a tool', () => {
  it('is counted with what it ran before in the conversation, and in this answer', async () => {
    expect(outputs(await bench({ limit: 3 }, { used: { refund: 2 } }).run([call('1'), call('2')]))).toEqual([
      'paid',
      'It was used too often in this conversation.',
    ])
    const again = await bench({ limit: 1 }).run([call('1'), call('2'), call('1')])
    expect(outputs(again)).toEqual(['paid', 'It was used too often in this conversation.', 'paid'])
  })

  it('never runs when another hub has logged its call first', async () => {
    const other = bench({}, { again: true })
    await expect(other.run([call('7')])).rejects.toMatchObject({ code: 'turn/superseded' })
    expect(other.ran).toEqual([])
  })

  it('is told that its time is over, and that the turn is', async () => {
    const seen: AbortSignal[] = []
    const hangs: Partial<Tool<{ order: string }>> = {
      timeout: 5,
      run: (_input, { signal }) => {
        seen.push(signal)
        return new Promise(() => undefined)
      },
    }
    await expect(bench(hangs).run([call('7')])).rejects.toMatchObject({ code: 'tool/unclear' })
    expect(seen[0]?.aborted).toBe(true)
    const stop = new AbortController()
    const stopped = bench({ ...hangs, timeout: 60_000 }, { signal: stop.signal }).run([call('7')])
    const over = expect(stopped).rejects.toThrow('over')
    for (let turn = 0; seen.length < 2 && turn < 1_000; turn += 1) await Promise.resolve()
    stop.abort(new Error('over'))
    await over
    expect(seen[1]?.aborted).toBe(true)
  })

  it('that a person watches over is approved by that person', async () => {
    expect((await bench({ approval: 'visitor' }, { agent: true }).run([call('7')])).held).toMatchObject({ approval: 'agent', title: 'refund' })
    expect((await bench({ approval: 'visitor' }).run([call('7')])).held).toMatchObject({ approval: 'visitor' })
  })

  it('is asked for in words that are cut to what a button may hold', async () => {
    const long = { title: 'T'.repeat(900), details: 'D'.repeat(9_000) }
    const { held } = await bench({ approval: 'visitor', action: () => long }).run([call('7')])
    expect([held?.title.length, held?.details?.length]).toEqual([200, 2_000])
    expect((await bench({ approval: 'visitor', action: () => ({ title: '' }) }).run([call('7')])).held?.title).toBe('refund')
  })

  it.each([undefined, 7])('with the title %s holds nothing', async (title) => {
    const ran = await bench({ approval: 'visitor', action: () => ({ title: title as never }) }).run([call('7')])
    expect([ran.held, outputs(ran)]).toEqual([undefined, ['It failed.']])
  })
})

describe('an action that was approved', () => {
  it('is done once, however often it is carried out', async () => {
    const held = { action: 'action-0001', tool: 'refund', input: '{"order":"7"}' }
    const runs = bench({ approval: 'visitor' })
    expect(await runs.carryOut(held)).toMatchObject({ output: 'paid' })
    expect(await runs.carryOut(held)).toMatchObject({ output: 'paid' })
    expect(runs.ran.map(({ input, context }) => [input, context.key])).toEqual([[{ order: '7' }, 'action-0001']])
  })

  it.each([
    ['refund', '{"order":7}'],
    ['pay', '{"order":"7"}'],
  ])('is not done when %s does not take %s any more', async (name, input) => {
    const runs = bench({ approval: 'visitor' })
    expect(await runs.carryOut({ action: 'action-0001', tool: name, input })).toMatchObject({ failed: true, output: 'It cannot be done any more.' })
    expect([runs.ran, runs.issued]).toEqual([[], []])
  })
})

describe('a call that was open when a hub went down', () => {
  it('runs again only where that does no harm', async () => {
    const harmless = bench({ idempotent: true }, { events: [called('call-0001', '{"order":"7"}')] })
    await harmless.settle([open])
    expect([harmless.ran.length, harmless.issued]).toEqual([1, ['tool-return']])
    const harmful = bench({}, { events: [called('call-0001', '{"order":"7"}')] })
    await expect(harmful.settle([open])).rejects.toMatchObject({ code: 'tool/unclear' })
    expect([harmful.ran.length, harmful.issued]).toEqual([0, ['tool-return']])
  })

  it('does not run again where its input is taken no more', async () => {
    const changed = bench({ idempotent: true }, { events: [called('call-0001', '{"order":7}')] })
    await expect(changed.settle([open])).rejects.toMatchObject({ code: 'tool/unclear' })
    expect(changed.ran).toEqual([])
  })

  it('is left alone once it has a result', async () => {
    const returned = logged(2, 'tool-returned', assistant, { call: 'call-0001', output: 'paid' }, 'staff')
    const done = bench({}, { events: [called('call-0001', '{"order":"7"}'), returned] })
    await done.settle([open])
    expect([done.ran, done.issued]).toEqual([[], []])
  })
})

describe('the name of a tool', () => {
  const misuse = expect.objectContaining({ code: 'provider/misuse' }) as Error
  const named = (name: string) => tool({ name, description: '', input: z.object({}), run: () => 'x' })
  it.each(['transfer_to_human', 'toString', 'constructor', '', 'a b', 'é', 'x'.repeat(65)])('is never %j', (name) => {
    expect(() => offeredTools([named(name)])).toThrow(misuse)
  })

  it('is that of one tool, and there are 32 at most', () => {
    expect(() => offeredTools([named('a'), named('a')])).toThrow(misuse)
    const many = Array.from({ length: 33 }, (_, at) => named(`t${at}`))
    expect(offeredTools(many.slice(1)).size).toBe(32)
    expect(() => offeredTools(many)).toThrow(misuse)
  })
})
