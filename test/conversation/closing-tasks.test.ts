import { expect, it } from 'vitest'
import { decide, defaultPolicy, isRefusal, number } from '../../src/conversation/index.ts'
import type { ClosingTask, CommandMap, CommandType, Header, KnownCommand, Person, StoredEvent } from '../../src/protocol/index.ts'

const visitor: Person = { id: 'visitor-1', kind: 'visitor', name: 'Visitor 1' }
const sarah: Person = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' }

function conversation() {
  let header: Header | null = null
  let commands = 0
  const log: StoredEvent[] = []
  return {
    header: (): Header => header as Header,
    types: (): string[] => log.map(({ type }) => type),
    run<T extends CommandType>(person: Person, type: T, data: CommandMap[T]): string[] {
      const command = { id: `command-${++commands}`, type, data } as KnownCommand
      const decision = decide(header, command, { by: person, person, now: commands * 1000, policy: defaultPolicy })
      if (isRefusal(decision)) return [decision.code]
      const next = number(header, decision, { cause: command.id, digest: 'digest', now: commands * 1000, visitor: visitor.id })
      header = next.header
      log.push(...next.events)
      return next.events.map((event) => event.type)
    },
  }
}

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
