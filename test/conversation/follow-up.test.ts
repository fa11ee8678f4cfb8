import { describe, expect, it } from 'vitest'
import { conversation, sarah, visitor, words } from './script.ts'

const DAY = 24 * 3_600_000

const returned = (tasks: readonly ('survey' | 'summary' | 'follow-up' | 'anything-else')[]) => {
  const told = conversation()
  told.run(visitor, 'message-send', words('My card is gone.'))
  told.run(sarah, 'message-send', words('A new one is on its way.'))
  return { told, first: told.run(sarah, 'floor-return', { tasks }) }
}

describe('the closing task of a follow-up', () => {
  it('asks, keeps the date, goes on, and tells when it is time, also after the end', () => {
    const { told, first } = returned(['follow-up', 'anything-else'])
    expect(first).toEqual(['floor-returned', 'notice', 'follow-up-asked'])
    expect(told.run(visitor, 'follow-up-schedule', { at: DAY, contact: '+47 1' })).toEqual(['follow-up-scheduled', 'notice', 'anything-else-asked'])
    told.run(visitor, 'conversation-end', {})
    expect(told.header()).toMatchObject({ phase: 'closed', followUp: { state: 'scheduled', at: DAY } })
    expect(told.run(sarah, 'floor-claim', {})).toEqual(['conversation/closed'])
    expect(told.pass('come-back')).toEqual(['follow-up-due'])
    expect(told.run(sarah, 'floor-claim', {})).toContain('floor-claimed')
    expect(told.header()).not.toHaveProperty('followUp')
  })

  it('can be declined, and ends with the conversation when nobody answers', () => {
    expect(returned(['follow-up']).told.run(visitor, 'follow-up-decline', {})).toEqual(['follow-up-declined', 'notice', 'tasks-ended'])
    expect(returned(['follow-up']).told.pass('follow-up')).toEqual(['conversation-closed', 'notice'])
  })

  it('is not asked for again when the person has agreed on one', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Call me.'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'follow-up-schedule', { at: DAY })
    expect(told.run(sarah, 'floor-return', { tasks: ['follow-up', 'anything-else'] })).toEqual(['floor-returned', 'notice', 'anything-else-asked'])
  })

  it('refuses a date that has passed or is beyond a year', () => {
    const { told } = returned(['follow-up'])
    expect(told.run(visitor, 'follow-up-schedule', { at: 1 })).toEqual(['command/invalid'])
    expect(told.run(visitor, 'follow-up-schedule', { at: 400 * DAY })).toEqual(['command/invalid'])
  })
})

describe('the closing tasks', () => {
  it('come in their order, each once, and a summary keeps nobody waiting', () => {
    const { told, first } = returned(['survey', 'summary', 'survey', 'anything-else'])
    expect(first).toEqual(['floor-returned', 'notice', 'survey-asked'])
    const episode = told.header().survey?.episode ?? 0
    expect(told.run(visitor, 'survey-answer', { episode, score: 6, factors: { empathy: 7 } })).toEqual([
      'survey-answered', 'notice', 'summary-asked', 'anything-else-asked',
    ])
    expect(told.header()).toMatchObject({ summary: episode, tasks: [] })
    expect(told.pass('summary')).toEqual(['summary-expired'])
    expect(told.header()).not.toHaveProperty('summary')
  })
})
