import { describe, expect, it } from 'vitest'
import { evolveHeader } from '../../src/conversation/index.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { assistant, conversation, sarah, tom, visitor, words } from './script.ts'

const first = { turn: 'turn-0001', attempt: 1 }

describe('a turn that was overtaken', () => {
  it('cannot ask for a person any more', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('Hello'))
    one.run(assistant, 'turn-start', { ...first, message: 'answer-01' })
    one.run(sarah, 'floor-claim', {})
    one.run(sarah, 'floor-return', {})
    expect(one.run(assistant, 'handoff-request', { ...first, reason: 'assistant-request' })).toEqual(['turn/superseded'])
    expect(one.header().phase).toBe('handback')
  })

  it('can while it runs', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('Hello'))
    one.run(assistant, 'turn-start', { ...first, message: 'answer-01' })
    expect(one.run(assistant, 'handoff-request', { ...first, reason: 'assistant-request' })).toContain('handoff-requested')
  })

  it('cannot start as an attempt that is not the next', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('Hello'))
    expect(one.run(assistant, 'turn-start', { turn: 'turn-0001', attempt: 2, message: 'answer-01' })).toEqual(['turn/superseded'])
    one.run(assistant, 'turn-start', { ...first, message: 'answer-01' })
    one.run(assistant, 'turn-fail', { ...first, code: 'provider/unavailable', retryable: true })
    expect(one.run(assistant, 'turn-start', { turn: 'turn-0002', attempt: 1, message: 'answer-02' })).toEqual(['turn/superseded'])
    expect(one.run(assistant, 'turn-start', { turn: 'turn-0002', attempt: 2, message: 'answer-02' })).toEqual(['turn-started'])
  })

  it('cannot start over a message that it has not read, which is answered by the one that has', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('First'))
    const read = one.header().owedTo ?? 0
    one.run(visitor, 'message-send', words('Wait, no!'))
    const { seq } = one.header()
    expect(one.run(assistant, 'turn-start', { ...first, message: 'answer-01', upTo: read })).toEqual(['turn/superseded'])
    expect(one.header()).toMatchObject({ seq, owed: read, attempts: 0 })
    expect(one.run(assistant, 'turn-start', { ...first, message: 'answer-01', upTo: one.header().owedTo ?? 0 })).toEqual(['turn-started'])
  })

  it('cannot start to do what the visitor has agreed to before they have written again', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('Refund it'))
    one.run(assistant, 'turn-start', { ...first, message: 'answer-01', upTo: one.header().owedTo ?? 0 })
    const held = { action: 'action-number-1', tool: 'refund', input: '{}', title: 'Refund?', approval: 'visitor' } as const
    one.run(assistant, 'turn-commit', { ...first, floor: 1, held })
    one.run(visitor, 'permission-answer', { permission: held.action, granted: true })
    const agreed = one.header().seq
    expect(one.header()).toMatchObject({ granted: { action: held.action }, owedTo: agreed })
    one.run(visitor, 'message-send', words('Wait, no!'))
    expect(one.run(assistant, 'turn-start', { turn: 'turn-0002', attempt: 1, message: 'answer-02', upTo: agreed })).toEqual(['turn/superseded'])
  })

  it('starts beside a person whatever the visitor has written', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('Hello'))
    one.run(sarah, 'floor-claim', {})
    one.run(sarah, 'assist-request', { text: 'Help' })
    one.run(visitor, 'message-send', words('And another thing'))
    expect(one.run(assistant, 'turn-start', { ...first, message: 'answer-01', upTo: 0, kind: 'assist' })).toEqual(['turn-started'])
  })

  it('leaves what came after its start to the next', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('First'))
    one.run(assistant, 'turn-start', { ...first, message: 'answer-01' })
    one.run(visitor, 'message-send', words('Second'))
    const late = one.header().seq
    one.run(assistant, 'turn-commit', { ...first, floor: 1, parts: words('Answer').parts })
    expect(one.header()).toMatchObject({ owed: late, attempts: 0 })
    expect(one.header().deadlines.map(({ key }) => key)).toContain('owed')
  })
})

describe('a message that was left for later', () => {
  const left = () => {
    const one = conversation()
    one.run(visitor, 'ticket-create', { text: 'Call me' })
    one.run(visitor, 'conversation-end', {})
    return one
  }

  it('can be taken up when the conversation has ended', () => {
    const one = left()
    expect(one.header()).toMatchObject({ phase: 'closed', ticket: true })
    expect(one.run(sarah, 'floor-claim', {})).toEqual(['conversation-reopened', 'notice', 'floor-claimed', 'notice'])
    expect(one.header().phase).toBe('human')
    expect(one.header()).not.toHaveProperty('ticket')
  })

  it('opens an ended conversation once, and no other does', () => {
    const one = left()
    one.run(sarah, 'floor-claim', {})
    one.run(sarah, 'conversation-resolve', {})
    expect(one.run(tom, 'floor-claim', {})).toEqual(['conversation/closed'])
  })
})

describe('a read mark of the staff', () => {
  it('counts when the holder makes it, and tells of nothing hidden', () => {
    const one = conversation()
    one.run(visitor, 'handoff-request', {})
    one.run(sarah, 'floor-claim', {})
    one.run(visitor, 'message-send', words('Hello'))
    const { shown } = one.header()
    one.run(sarah, 'note-add', { text: 'A note' })
    expect(one.run(tom, 'read-mark', { seq: shown })).toEqual([])
    expect(one.run(sarah, 'read-mark', { seq: shown + 1 })).toEqual([])
    expect(one.run(sarah, 'read-mark', { seq: shown })).toEqual(['read-marked'])
  })

  it('never goes back, in whatever order the marks of two hubs stand in the log', () => {
    const one = conversation()
    one.run(visitor, 'message-send', words('One'))
    one.run(visitor, 'message-send', words('Two'))
    const { seq } = one.header()
    const mark = (at: number, read: number): StoredEvent =>
      ({ seq: at, prev: at - 1, at: 9000, by: { kind: 'visitor', id: visitor.id }, type: 'read-marked', audience: 'everyone', data: { seq: read }, cause: `mark-${at}` })
    const marked = [mark(seq + 1, 2), mark(seq + 2, 1)].reduce(evolveHeader, one.header())
    expect(marked).toMatchObject({ seq: seq + 2, read: { visitor: 2 } })
  })
})
