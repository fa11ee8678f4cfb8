import { describe, expect, it } from 'vitest'
import { allowVisitor, emptyPublicView, evolvePublic, publicHeader } from '../../src/conversation/index.ts'
import { assistant, conversation, sarah, visitor, words } from './script.ts'

const action = 'action-number-1'
const held = { action, tool: 'cancel_order', input: '{}', title: 'Cancel it?', details: 'Order 4711', approval: 'visitor' } as const
const turn = (index: number, attempt = 1) => ({ turn: `turn-number-${index}`, attempt })

const asked = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('Cancel it.'))
  told.run(assistant, 'turn-start', { ...turn(1), message: 'answer-number-1' })
  told.run(assistant, 'turn-commit', { ...turn(1), floor: 1, held })
  return told
}
const agreed = () => {
  const told = asked()
  told.run(visitor, 'permission-answer', { permission: action, granted: true })
  return told
}

describe('a question for permission', () => {
  it('is answered once, by whom it was asked, and the answer is owed a turn', () => {
    const told = asked()
    expect(told.header()).toMatchObject({ permission: action })
    expect(told.header()).not.toHaveProperty('owed')
    expect(told.run(sarah, 'permission-answer', { permission: action, granted: true })).toEqual(['command/forbidden'])
    expect(told.run(visitor, 'permission-answer', { permission: 'action-number-2', granted: true })).toEqual(['permission/not-open'])
    expect(told.run(visitor, 'permission-answer', { permission: action, granted: true })).toEqual(['permission-answered'])
    const { seq } = told.header()
    expect(told.header()).toMatchObject({ owed: seq, owedTo: seq, granted: { action, seq } })
    expect(told.header().deadlines.map(({ key }) => key)).toContain('owed')
    expect(told.run(visitor, 'permission-answer', { permission: action, granted: true })).toEqual(['permission/not-open'])
  })

  it('that is declined is owed a turn too, and nothing is granted', () => {
    const told = asked()
    told.run(visitor, 'permission-answer', { permission: action, granted: false })
    expect(told.header()).toMatchObject({ owed: told.header().seq })
    expect(told.header()).not.toHaveProperty('granted')
  })

  it('shows in the page with its answer, and the page knows whether it is open', () => {
    const told = agreed()
    const rows = [...told.log.reduce(evolvePublic, emptyPublicView).transcript]
    expect(rows.slice(-2)).toMatchObject([
      { type: 'permission', permission: action, title: 'Cancel it?', details: 'Order 4711' },
      { type: 'permission-answer', permission: action, granted: true },
    ])
    const command = { id: 'command-000', type: 'permission-answer', data: { permission: action, granted: true } }
    expect(allowVisitor(publicHeader(asked().header()), command, visitor)).toBeUndefined()
    expect(allowVisitor(publicHeader(told.header()), command, visitor)?.code).toBe('permission/not-open')
    expect(allowVisitor(publicHeader(told.header()), { ...command, data: null }, visitor)?.code).toBe('permission/not-open')
  })

  it.each([
    ['who goes on writing', visitor, 'message-send', words('Or rather not')],
    ['who wants a person', visitor, 'handoff-request', {}],
    ['a person who takes over', sarah, 'floor-claim', {}],
    ['the end', visitor, 'conversation-end', {}],
    ['an erasure', visitor, 'conversation-erase', {}],
  ] as const)('is left by %s', (_name, who, type, data) => {
    const told = asked()
    told.run(who, type, data)
    expect(told.header()).not.toHaveProperty('permission')
    expect(told.run(visitor, 'permission-answer', { permission: action, granted: true })).toHaveLength(1)
    expect(told.log.some((event) => event.type === 'permission-answered')).toBe(false)
  })

  it('stays open beside notes and marks', () => {
    const told = asked()
    told.run(sarah, 'note-add', { text: 'Hm.' })
    told.run(visitor, 'read-mark', { seq: told.header().shown })
    expect(told.header().permission).toBe(action)
  })

  it('during the closing tasks is like any question: the answer ends them', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'floor-return', { tasks: ['survey'] })
    told.run(visitor, 'message-send', words('Cancel it.'))
    expect(told.run(assistant, 'turn-start', { ...turn(1), message: 'answer-number-1' })).toEqual(['tasks-ended', 'turn-started'])
    told.run(assistant, 'turn-commit', { ...turn(1), floor: told.header().floor.number, held })
    told.run(visitor, 'permission-answer', { permission: action, granted: true })
    expect(told.run(assistant, 'turn-start', { ...turn(2), message: 'answer-number-2' })).toEqual(['turn-started'])
  })
})

describe('what the visitor has agreed to', () => {
  const start = (told: ReturnType<typeof agreed>, index: number, attempt = 1) =>
    told.run(assistant, 'turn-start', { ...turn(index, attempt), message: `answer-number-${index}` })

  it('is taken up by one turn, and by its next attempt where the first fails', () => {
    const told = agreed()
    start(told, 2)
    told.run(assistant, 'turn-fail', { ...turn(2), code: 'provider/lost', retryable: true })
    expect(told.header().granted?.action).toBe(action)
    start(told, 2, 2)
    told.run(assistant, 'turn-commit', { ...turn(2, 2), floor: 1, ...words('Cancelled.') })
    expect(told.header()).not.toHaveProperty('granted')
  })

  it('is not taken up by a turn that had begun before', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Cancel it.'))
    start(told, 1)
    told.run(visitor, 'message-send', words('Please!'))
    told.run(assistant, 'turn-commit', { ...turn(1), floor: 1, held })
    start(told, 2)
    told.run(visitor, 'permission-answer', { permission: action, granted: true })
    told.run(assistant, 'turn-commit', { ...turn(2), floor: 1, ...words('One moment.') })
    expect(told.header().granted?.action).toBe(action)
    start(told, 3)
    told.run(visitor, 'message-send', words('And?'))
    told.run(assistant, 'turn-commit', { ...turn(3), floor: 1, ...words('Cancelled.') })
    expect(told.header()).toMatchObject({ owed: told.log.findLast(({ by }) => by.kind === 'visitor')?.seq })
    expect(told.header()).not.toHaveProperty('granted')
  })

  it.each([
    ['a handoff', visitor, 'handoff-request', {}],
    ['a claim', sarah, 'floor-claim', {}],
    ['the end', visitor, 'conversation-end', {}],
    ['an answer that was given up', assistant, 'turn-fail', { ...turn(2), code: 'provider/lost', retryable: false }],
    ['stopping the answer', visitor, 'turn-stop', { message: 'answer-number-2' }],
  ] as const)('is not done after %s', (_name, who, type, data) => {
    const told = agreed()
    start(told, 2)
    told.run(who, type, data)
    expect(told.header()).not.toHaveProperty('granted')
  })
})
