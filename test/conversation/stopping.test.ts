import { describe, expect, it } from 'vitest'
import { emptyPublicView, evolvePublic } from '../../src/conversation/index.ts'
import { assistant, conversation, sarah, visitor, words } from './script.ts'

const turn = { turn: 'turn-number-1', attempt: 1 }
const answering = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('Tell me everything.'))
  told.run(assistant, 'turn-start', { ...turn, message: 'answer-number-1' })
  return told
}

describe('stopping an answer', () => {
  it('ends the turn and settles the question; what was shown is kept and marked', () => {
    const told = answering()
    expect(told.run(visitor, 'turn-stop', { message: 'answer-number-1' })).toEqual(['turn-aborted'])
    expect(told.header()).not.toHaveProperty('owed')
    expect(told.run(assistant, 'turn-keep', { ...turn, ...words('Everything is') })).toEqual(['message-sent'])
    expect(told.log.reduce(evolvePublic, emptyPublicView).transcript.at(-1)).toMatchObject({ id: 'answer-number-1', stopped: true })
    expect(told.run(assistant, 'turn-keep', { ...turn, ...words('Everything is') })).toEqual(['turn/superseded'])
  })

  it('lets no answer follow', () => {
    const told = answering()
    const floor = told.header().floor.number
    told.run(visitor, 'turn-stop', { message: 'answer-number-1' })
    expect(told.run(assistant, 'turn-commit', { ...turn, floor, ...words('Everything is fine.') })).toEqual(['turn/superseded'])
  })

  it('keeps nothing once somebody else holds the floor', () => {
    const told = answering()
    told.run(visitor, 'turn-stop', { message: 'answer-number-1' })
    told.run(sarah, 'floor-claim', {})
    expect(told.run(assistant, 'turn-keep', { ...turn, ...words('Everything') })).toEqual(['turn/superseded'])
  })

  it('leaves a question that came meanwhile to the next turn', () => {
    const told = answering()
    told.run(visitor, 'message-send', words('And something else?'))
    told.run(visitor, 'turn-stop', { message: 'answer-number-1' })
    expect(told.header().owed).toBe(told.log.findLast(({ type }) => type === 'message-sent')?.seq)
  })

  it('of an answer that has ended changes nothing', () => {
    const told = answering()
    expect(told.run(visitor, 'turn-stop', { message: 'answer-number-0' })).toEqual([])
    expect(told.header().turn).toBeDefined()
  })
})
