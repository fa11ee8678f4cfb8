import { describe, expect, it } from 'vitest'
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
})
