import { expect, it } from 'vitest'
import { evolveHeader } from '../../src/conversation/index.ts'
import type { ClosingTask, StoredEvent } from '../../src/protocol/index.ts'
import { conversation, sarah, visitor } from './script.ts'

type Conversation = ReturnType<typeof conversation>

function handedBack(tasks: readonly ClosingTask[]) {
  const one = conversation()
  one.run(visitor, 'handoff-request', {})
  one.run(sarah, 'floor-claim', {})
  return { one, returned: one.run(sarah, 'floor-return', { tasks }) }
}

it('asks for a rating and then whether there is anything else, when both were left', () => {
  const { one, returned } = handedBack(['survey', 'anything-else'])
  expect(returned).toEqual(['floor-returned', 'notice', 'survey-asked'])
  const { episode } = one.header().survey ?? { episode: 0 }
  expect(one.run(visitor, 'survey-answer', { episode, score: 7 })).toEqual(['survey-answered', 'notice', 'anything-else-asked'])
  expect(one.header()).toMatchObject({ phase: 'handback', tasks: [] })
})

it('is done after the rating, when only that was left', () => {
  const { one } = handedBack(['survey'])
  const { episode } = one.header().survey ?? { episode: 0 }
  expect(one.run(visitor, 'survey-answer', { episode, score: 2 })).toEqual(['survey-answered', 'notice', 'tasks-ended'])
  expect(one.header().phase).toBe('bot')
  expect(one.header()).not.toHaveProperty('tasks')
})

it('goes on without a rating where the visitor wants to give none, thanks nobody, and takes one later', () => {
  const { one } = handedBack(['survey', 'summary', 'anything-else'])
  const { episode } = one.header().survey ?? { episode: 0 }
  expect(one.run(visitor, 'survey-decline', { episode: episode + 1 })).toEqual(['survey/not-open'])
  expect(one.run(visitor, 'survey-decline', { episode })).toEqual(['survey-declined', 'summary-asked', 'anything-else-asked'])
  expect(one.header()).toMatchObject({ phase: 'handback', tasks: [], survey: { episode, state: 'declined' } })
  expect(one.header().deadlines.map(({ key }) => key)).not.toContain('survey')
  expect(one.run(visitor, 'survey-decline', { episode })).toEqual(['survey/not-open'])
  // a number is words now, and no rating
  expect(one.run(visitor, 'message-send', { parts: [{ type: 'text', text: '5' }] })).not.toContain('survey-answered')
  expect(one.run(visitor, 'survey-answer', { episode, score: 5 })).toEqual(['survey-answered', 'notice'])
  expect(one.run(visitor, 'survey-decline', { episode })).toEqual(['survey/not-open'])
})

it('stays answered, whatever a log says afterwards', () => {
  const { one } = handedBack(['survey'])
  const { episode } = one.header().survey ?? { episode: 0 }
  one.run(visitor, 'survey-answer', { episode, score: 5 })
  const header = one.header()
  const stray = { ...(one.log.at(-1) as StoredEvent), seq: header.seq + 1, prev: header.shown, by: visitor, type: 'survey-declined', data: { episode } }
  expect(evolveHeader(header, stray)).toMatchObject({ shown: header.seq + 1, survey: { episode, state: 'answered' } })
})

it('asks for no rating that was given before its turn came', () => {
  const { one } = handedBack(['follow-up', 'survey', 'anything-else'])
  const { episode } = one.header().survey ?? { episode: 0 }
  expect(one.run(visitor, 'survey-answer', { episode, score: 5 })).toEqual(['survey-answered', 'notice'])
  expect(one.run(visitor, 'follow-up-decline', {})).toEqual(['follow-up-declined', 'notice', 'anything-else-asked'])
})

it('is done when the only task that was left is declined, and asks no second time at the end', () => {
  const { one } = handedBack(['survey'])
  expect(one.run(visitor, 'survey-decline', { episode: one.header().survey?.episode ?? 0 })).toEqual(['survey-declined', 'tasks-ended'])
  expect(one.run(visitor, 'conversation-end', {})).toEqual(['conversation-closed', 'notice'])
})

it('lets a rating be declined that the end has asked for, and leaves the end as it is', () => {
  const one = conversation()
  one.run(visitor, 'handoff-request', {})
  one.run(sarah, 'floor-claim', {})
  // nobody is asked yet
  expect(one.run(visitor, 'survey-decline', { episode: one.header().survey?.episode ?? 0 })).toEqual(['conversation/wrong-phase'])
  one.run(sarah, 'conversation-resolve', {})
  expect(one.run(visitor, 'survey-decline', { episode: one.header().survey?.episode ?? 0 })).toEqual(['survey-declined'])
  expect(one.header()).toMatchObject({ phase: 'closed', survey: { state: 'declined' } })
})

it('asks nothing, when nothing was left', () => {
  const { one, returned } = handedBack([])
  expect(returned).toEqual(['floor-returned', 'notice', 'tasks-ended'])
  expect(one.header().phase).toBe('bot')
})

it('asks for a rating once in an episode, and again after the next person', () => {
  const { one } = handedBack(['survey'])
  const first = one.header().survey?.episode ?? 0
  one.run(visitor, 'survey-answer', { episode: first, score: 4 })
  expect(one.run(visitor, 'survey-answer', { episode: first, score: 5 })).toEqual(['survey/not-open'])
  one.run(visitor, 'handoff-request', {})
  one.run(sarah, 'floor-claim', {})
  one.run(sarah, 'floor-return', {})
  const second = one.header().survey?.episode ?? 0
  expect(second).toBeGreaterThan(first)
  expect(one.run(visitor, 'survey-answer', { episode: second, score: 5 })).toContain('survey-answered')
})

it('asks for a rating where a person, or the visitor, ends the conversation without the closing tasks, and takes it afterwards', () => {
  for (const end of [(one: Conversation) => one.run(sarah, 'conversation-resolve', {}), (one: Conversation) => one.run(visitor, 'conversation-end', {})]) {
    const one = conversation()
    one.run(visitor, 'handoff-request', {})
    one.run(sarah, 'floor-claim', {})
    expect(end(one)).toEqual(['survey-asked', 'conversation-closed', 'notice'])
    const { survey, deadlines, phase } = one.header()
    // nothing waits for it: the conversation is over
    expect({ survey, deadlines, phase }).toEqual({ survey: { episode: survey?.episode, state: 'asked' }, deadlines: [], phase: 'closed' })
    expect(one.run(visitor, 'survey-answer', { episode: survey?.episode ?? 0, score: 6 })).toEqual(['survey-answered', 'notice'])
    expect(one.header()).toMatchObject({ phase: 'closed', survey: { state: 'answered' } })
  }
})

it('asks for none at the end where none is wanted, nobody was there, or it was asked', () => {
  const none = conversation({ closingTasks: ['summary'] })
  none.run(visitor, 'handoff-request', {})
  none.run(sarah, 'floor-claim', {})
  expect(none.run(sarah, 'conversation-resolve', {})).toEqual(['conversation-closed', 'notice'])
  const alone = conversation()
  alone.run(visitor, 'message-send', { parts: [{ type: 'text', text: 'Hello' }] })
  expect(alone.run(visitor, 'conversation-end', {})).not.toContain('survey-asked')
  // the person left the assistant without that task
  const { one: left } = handedBack(['anything-else'])
  expect(left.run(visitor, 'conversation-end', {})).toEqual(['conversation-closed', 'notice'])
  const { one: asked } = handedBack(['survey', 'anything-else'])
  expect(asked.run(visitor, 'conversation-end', {})).toEqual(['conversation-closed', 'notice'])
  expect(asked.header().survey?.state).toBe('asked')
})
