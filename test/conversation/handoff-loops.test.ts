import { describe, expect, it } from 'vitest'
import { assistant, conversation, sarah, tom, visitor, words } from './script.ts'

describe('a handoff that nobody answers', () => {
  it('leads back to the assistant twice, then ends as a ticket that agents can take up', () => {
    const told = conversation()
    for (let round = 1; round <= 2; round += 1) {
      expect(told.run(visitor, 'handoff-request', {})).toContain('handoff-requested')
      expect(told.pass('queue')).toEqual(['handoff-expired', 'notice'])
      expect(told.header().phase).toBe('bot')
    }
    told.run(visitor, 'message-send', words('My transfer is gone.'))
    told.run(visitor, 'handoff-request', {})
    expect(told.pass('queue')).toEqual(['handoff-expired', 'ticket-created', 'notice', 'conversation-closed', 'notice'])
    expect(told.header()).toMatchObject({ phase: 'closed', ticket: true })
    expect(told.log.findLast(({ type }) => type === 'ticket-created')?.data).toMatchObject({ text: 'My transfer is gone.' })
    expect(told.run(sarah, 'floor-claim', {})).toContain('floor-claimed')
  })

  it('is forgotten once a person was there', () => {
    const told = conversation({ handoffLimit: 1 })
    told.run(visitor, 'handoff-request', {})
    told.pass('queue')
    told.run(visitor, 'handoff-request', {})
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'floor-return', { tasks: [] })
    told.run(visitor, 'handoff-request', {})
    expect(told.pass('queue')).toEqual(['handoff-expired', 'notice'])
  })

  it('keeps the assistant from asking again for a while, never the visitor', () => {
    const told = conversation()
    told.run(visitor, 'handoff-request', {})
    told.pass('queue')
    expect(told.run(assistant, 'handoff-request', { reason: 'rule' })).toEqual(['handoff/too-soon'])
    expect(told.run(assistant, 'handoff-request', { reason: 'visitor-request' })).toContain('handoff-requested')
    told.pass('queue')
    expect(told.run(visitor, 'handoff-request', {})).toContain('handoff-requested')
    told.run(visitor, 'handoff-cancel', {})
    for (let second = 0; second < 61; second += 1) told.run(sarah, 'note-add', { text: 'Waiting.' })
    expect(told.run(assistant, 'handoff-request', { reason: 'rule' })).toContain('handoff-requested')
  })

  it('of an answer that failed says so instead of waiting again', () => {
    const told = conversation({ turnAttempts: 1 })
    told.run(visitor, 'handoff-request', {})
    told.pass('queue')
    told.run(visitor, 'message-send', words('So?'))
    told.run(assistant, 'turn-start', { turn: 'turn-number-1', attempt: 1, message: 'answer-number-1' })
    const failed = { turn: 'turn-number-1', attempt: 1, code: 'provider/failed', retryable: false }
    expect(told.run(assistant, 'turn-fail', failed)).toEqual(['turn-failed', 'notice'])
    expect(told.header()).toMatchObject({ phase: 'bot' })
    expect(told.header()).not.toHaveProperty('owed')
  })
})

describe('a closed conversation that the visitor reopens', () => {
  const closed = (onReopen: 'bot' | 'last-agent' | 'queue') => {
    const told = conversation({ onReopen })
    told.run(visitor, 'message-send', words('Hello?'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'conversation-resolve', {})
    told.run(visitor, 'message-send', words('One more thing.'))
    return told
  }

  it('is the assistant’s, with `bot`', () => {
    expect(closed('bot').header()).toMatchObject({ phase: 'bot' })
    expect(closed('bot').header().owed).toBeDefined()
  })

  it('waits for anybody, with `queue`', () => {
    expect(closed('queue').header()).toMatchObject({ phase: 'queued' })
    expect(closed('queue').header()).not.toHaveProperty('route')
  })

  it('waits for whoever held it last, with `last-agent`; another may still take it', () => {
    const told = closed('last-agent')
    expect(told.header()).toMatchObject({ phase: 'queued', route: { agent: sarah.id } })
    expect(told.run(tom, 'floor-claim', {})).toContain('floor-claimed')
    expect(told.header()).not.toHaveProperty('route')
  })

  it('is the assistant’s where nobody ever held it', () => {
    const told = conversation({ onReopen: 'last-agent' })
    told.run(visitor, 'message-send', words('Hello?'))
    told.run(visitor, 'conversation-end', {})
    told.run(visitor, 'message-send', words('Hello again.'))
    expect(told.header().phase).toBe('bot')
  })
})
