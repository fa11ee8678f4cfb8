import { expect, it } from 'vitest'
import type { ClosingTask } from '../../src/protocol/index.ts'
import { conversation, sarah, visitor } from './script.ts'

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
