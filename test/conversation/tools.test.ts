import { describe, expect, it } from 'vitest'
import { emptyStaffView, evolveStaff, project } from '../../src/conversation/index.ts'
import { assistant, conversation, sarah, sue, visitor, words } from './script.ts'

const turn = { turn: 'turn-number-1', attempt: 1 }
const call = (id: string) => ({ ...turn, call: id, tool: 'find_order', input: '{"order":4711}' })

const answering = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('Where is my order?'))
  told.run(assistant, 'turn-start', { ...turn, message: 'answer-number-1' })
  return told
}

describe('a call of a tool', () => {
  it('stands in the log before it has a result, and is open until then', () => {
    const told = answering()
    expect(told.run(assistant, 'tool-call', call('call-number-1'))).toEqual(['tool-called'])
    expect(told.header().calls).toEqual([{ id: 'call-number-1', tool: 'find_order' }])
    expect(told.run(assistant, 'tool-return', { call: 'call-number-1', output: 'packed' })).toEqual(['tool-returned'])
    expect(told.header()).not.toHaveProperty('calls')
    expect(told.run(assistant, 'tool-return', { call: 'call-number-1', output: 'packed' })).toEqual(['turn/superseded'])
    expect(told.header().spent).toMatchObject({ calls: 1, turns: 1, tools: { find_order: 1 } })
  })

  it('is for the running turn only', () => {
    const told = answering()
    expect(told.run(assistant, 'tool-call', { ...call('call-number-1'), attempt: 2 })).toEqual(['turn/superseded'])
    told.run(sarah, 'floor-claim', {})
    expect(told.run(assistant, 'tool-call', call('call-number-1'))).toEqual(['turn/superseded'])
  })

  it('is not made twice while nobody knows what came of it', () => {
    const told = answering()
    told.run(assistant, 'tool-call', call('call-number-1'))
    expect(told.run(assistant, 'tool-call', call('call-number-1'))).toEqual(['command/invalid'])
  })

  it('is refused beside eight others without a result', () => {
    const told = answering()
    for (let index = 1; index <= 8; index += 1) expect(told.run(assistant, 'tool-call', call(`call-number-${index}`))).toEqual(['tool-called'])
    expect(told.run(assistant, 'tool-call', call('call-number-9'))).toEqual(['limit/reached'])
    told.run(assistant, 'tool-return', { call: 'call-number-3', output: '' })
    expect(told.run(assistant, 'tool-call', call('call-number-9'))).toEqual(['tool-called'])
  })

  it.each(['human', 'closed'] as const)('has its result although the conversation is %s by now', (phase) => {
    const told = answering()
    told.run(assistant, 'tool-call', call('call-number-1'))
    told.run(sarah, 'floor-claim', {})
    if (phase === 'closed') told.run(sarah, 'conversation-resolve', {})
    expect(told.header()).toMatchObject({ phase, calls: [{ id: 'call-number-1' }] })
    expect(told.run(assistant, 'tool-return', { call: 'call-number-1', output: 'No such order.', failed: true })).toEqual(['tool-returned'])
  })

  it('has two rows for staff, and none for the visitor', () => {
    const told = answering()
    told.run(assistant, 'tool-call', call('call-number-1'))
    told.run(assistant, 'tool-return', { call: 'call-number-1', output: 'No such order.', failed: true })
    const view = told.log.reduce(evolveStaff, emptyStaffView(visitor.id))
    expect([...view.transcript].slice(-2)).toMatchObject([
      { type: 'tool-call', call: 'call-number-1', tool: 'find_order', input: '{"order":4711}' },
      { type: 'tool-result', call: 'call-number-1', output: 'No such order.', failed: true },
    ])
    expect(JSON.stringify(told.log.flatMap((event) => project(event) ?? []))).not.toMatch(/find_order|4711|No such/)
  })
})

describe('what the assistant has used', () => {
  const meter = { provider: 'models', inputTokens: 700, outputTokens: 30, cost: 0.25 }

  it('is summed up over answers, attempts that failed, and calls', () => {
    const told = answering()
    told.run(assistant, 'turn-fail', { ...turn, code: 'provider/unavailable', retryable: true, meter })
    const again = { turn: 'turn-number-1', attempt: 2 }
    told.run(assistant, 'turn-start', { ...again, message: 'answer-number-1' })
    told.run(assistant, 'tool-call', { ...call('call-number-1'), attempt: 2 })
    told.run(assistant, 'turn-commit', { ...again, floor: 1, ...words('On its way.'), meter: { provider: 'models', inputTokens: 1, outputTokens: 2 } })
    expect(told.header().spent).toEqual({ turns: 1, inputTokens: 701, outputTokens: 32, cost: 0.25, calls: 1, tools: { find_order: 1 } })
  })

  it('counts no answer to a person as one to the visitor', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'assist-request', { text: 'Draft something.' })
    told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
    told.run(assistant, 'turn-commit', { ...turn, floor: told.header().floor.number, ...words('Dear Ann'), meter })
    expect(told.header().spent).toEqual({ turns: 0, inputTokens: 700, outputTokens: 30, cost: 0.25, calls: 0 })
  })

  it('counts an answer as soon as it is begun, once, whatever becomes of it', () => {
    const told = answering()
    expect(told.header().spent?.turns).toBe(1)
    told.run(visitor, 'turn-stop', { message: 'answer-number-1' })
    expect(told.header().spent?.turns).toBe(1)
    told.run(visitor, 'message-send', words('And now?'))
    told.run(assistant, 'turn-start', { turn: 'turn-number-2', attempt: 1, message: 'answer-number-2' })
    told.run(sarah, 'floor-claim', {})
    expect(told.header().spent?.turns).toBe(2)
  })

  it.each([
    ['stopped', 'bot', (told: ReturnType<typeof answering>) => told.run(visitor, 'turn-stop', { message: 'answer-number-1' })],
    ['taken over', 'human', (told: ReturnType<typeof answering>) => told.run(sarah, 'floor-claim', {})],
    ['handed off', 'queued', (told: ReturnType<typeof answering>) => told.run(visitor, 'handoff-request', {})],
    ['over', 'closed', (told: ReturnType<typeof answering>) => told.run(visitor, 'conversation-end', {})],
  ] as const)('is told of an answer that was %s, to staff only', (_name, phase, leave) => {
    const told = answering()
    leave(told)
    expect(told.run(assistant, 'turn-meter', { ...turn, meter })).toEqual(['turn-metered'])
    expect(told.header()).toMatchObject({ phase, spent: { turns: 1, inputTokens: 700, outputTokens: 30, cost: 0.25 } })
    expect(told.log.at(-1)).toMatchObject({ audience: 'staff', by: { kind: 'assistant' }, data: { ...turn, ...meter } })
  })

  it('is told by nobody but the assistant, and not of what was erased', () => {
    const told = answering()
    expect(told.run(visitor, 'turn-meter', { ...turn, meter })).toEqual(['command/forbidden'])
    expect(told.run(sue, 'turn-meter', { ...turn, meter })).toEqual(['command/forbidden'])
    told.run(visitor, 'conversation-erase', {})
    expect(told.run(assistant, 'turn-meter', { ...turn, meter })).toEqual(['conversation/erased'])
    expect(told.header()).not.toHaveProperty('spent')
  })
})

describe('the calls of each tool', () => {
  const calling = (tools: readonly string[]) => {
    const told = answering()
    tools.forEach((tool, index) => {
      told.run(assistant, 'tool-call', { ...turn, call: `call-number-${index}`, tool, input: '{}' })
      told.run(assistant, 'tool-return', { call: `call-number-${index}`, output: '' })
    })
    return told
  }

  it('are counted by name, beside all of them together', () => {
    const told = calling(['find_order', 'refund', 'find_order'])
    expect(told.header().spent).toMatchObject({ calls: 3, tools: { find_order: 2, refund: 1 } })
    told.run(assistant, 'turn-meter', { ...turn, meter: { provider: 'models', inputTokens: 1, outputTokens: 1 } })
    expect(told.header().spent?.tools).toEqual({ find_order: 2, refund: 1 })
  })

  it('have 32 names, and those that are counted go on being counted', () => {
    const names = Array.from({ length: 32 }, (_, index) => `tool_${index}`)
    const { tools = {} } = calling([...names, 'one_more', 'tool_31']).header().spent ?? {}
    expect(Object.keys(tools)).toEqual(names)
    expect(tools).toMatchObject({ tool_0: 1, tool_31: 2 })
  })

  it('count no name that is an object’s own, or that a header has no room for', () => {
    const { spent } = calling(['__proto__', 'constructor', 'toString', 'two words', 'x'.repeat(65)]).header()
    expect(spent).toEqual({ turns: 1, inputTokens: 0, outputTokens: 0, cost: 0, calls: 5 })
    expect(Object.getPrototypeOf(spent)).toBe(Object.prototype)
  })

  it('leave a header small whose every name is as long as it may be', () => {
    const told = calling(Array.from({ length: 40 }, (_, index) => String(index).padEnd(64, '_')))
    expect(Object.keys(told.header().spent?.tools ?? {})).toHaveLength(32)
    expect(JSON.stringify(told.header()).length).toBeLessThan(4_096)
  })
})
