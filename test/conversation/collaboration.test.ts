import { describe, expect, it } from 'vitest'
import { emptyPublicView, emptyStaffView, evolvePublic, evolveStaff, project } from '../../src/conversation/index.ts'
import { assistant, conversation, sarah, sue, tom, visitor, words } from './script.ts'

const held = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('What does the card cost abroad?'))
  told.run(sarah, 'floor-claim', {})
  return told
}
const turn = { turn: 'assist-turn-1', attempt: 1 }

/** The holder asks, the assistant drafts. */
const drafted = () => {
  const told = held()
  told.run(sarah, 'assist-request', { text: 'Which fee applies in Norway?' })
  told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
  told.run(assistant, 'turn-commit', { ...turn, floor: told.header().floor.number, ...words('1.5 % outside the euro.') })
  return told
}
const view = (log: ReturnType<typeof held>['log']) => log.reduce(evolveStaff, emptyStaffView(visitor.id))

describe('the assistant beside a person', () => {
  it('drafts for the holder, and the visitor learns nothing of it', () => {
    const told = drafted()
    expect(told.log.slice(-4).map(({ type, audience }) => `${type} ${audience}`)).toEqual([
      'assist-requested staff', 'turn-started staff', 'draft-offered staff', 'turn-done staff',
    ])
    expect(view(told.log).drafts).toEqual([{ id: 'draft-number-1', ...words('1.5 % outside the euro.') }])
    const open = told.log.flatMap((event) => project(event) ?? [])
    expect(JSON.stringify(open)).not.toMatch(/draft|assist|Norway|outside/)
    expect(open.reduce(evolvePublic, emptyPublicView).header.stream).toBeUndefined()
  })

  it('leaves what the visitor wrote to the person', () => {
    const told = held()
    told.run(sarah, 'assist-request', { text: 'Look up the fee.' })
    told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
    expect(told.run(visitor, 'message-send', words('Are you there?'))).toEqual(['message-sent'])
    expect(told.header().turn).toMatchObject({ id: turn.turn, kind: 'assist' })
    told.run(assistant, 'turn-commit', { ...turn, floor: told.header().floor.number, ...words('1.5 %') })
    expect(told.header().owed).toBeDefined()
  })

  it('sees its draft sent once, marked as drafted by it', () => {
    const told = drafted()
    expect(told.run(sarah, 'message-send', { ...words('It is 1.5 %.'), draft: 'draft-number-1' })).toEqual(['message-sent', 'draft-used'])
    expect(view(told.log).drafts).toEqual([])
    expect(view(told.log).transcript.at(-1)).toMatchObject({ assisted: true, author: { name: 'Sarah' } })
    expect(told.run(sarah, 'message-send', { ...words('It is 1.5 %.'), draft: 'draft-number-1' })).toEqual(['draft/not-open'])
    expect(told.run(sarah, 'draft-drop', { draft: 'draft-number-1' })).toEqual(['draft/not-open'])
  })

  it('ends with the floor: the turn is aborted, requests and drafts are dropped, nothing of them comes late', () => {
    const told = drafted()
    told.run(sarah, 'assist-request', { text: 'And in Sweden?' })
    told.run(assistant, 'turn-start', { turn: 'assist-turn-2', attempt: 1, message: 'draft-number-2', kind: 'assist' })
    const floor = told.header().floor.number
    expect(told.run(sarah, 'floor-return', { tasks: [] }).slice(0, 3)).toEqual(['turn-aborted', 'draft-dropped', 'floor-returned'])
    expect(told.run(assistant, 'turn-commit', { turn: 'assist-turn-2', attempt: 1, floor, ...words('Late.') })).toEqual(['turn/superseded'])
    expect(told.header()).not.toHaveProperty('drafts')
  })

  it('is asked one thing at a time, and only while a person holds the floor', () => {
    const told = held()
    told.run(sarah, 'assist-request', { text: 'One.' })
    expect(told.run(sarah, 'assist-request', { text: 'Two.' })).toEqual(['turn/running'])
    expect(told.pass('assist')).toEqual(['assist-expired'])
    expect(told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })).toEqual(['turn/not-owed'])
    expect(told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1' })).toEqual(['conversation/wrong-phase'])
  })

  it('offers at most eight drafts: the oldest makes room', () => {
    const told = held()
    for (let index = 1; index <= 9; index += 1) {
      told.run(sarah, 'assist-request', { text: `Question ${index}.` })
      told.run(assistant, 'turn-start', { turn: `assist-turn-${index}`, attempt: 1, message: `draft-number-${index}`, kind: 'assist' })
      told.run(assistant, 'turn-commit', { turn: `assist-turn-${index}`, attempt: 1, floor: told.header().floor.number, ...words(`${index}`) })
    }
    expect(view(told.log).drafts.map(({ id }) => id)).toEqual(Array.from({ length: 8 }, (_, index) => `draft-number-${index + 2}`))
    expect(told.log.filter(({ type }) => type === 'draft-dropped')).toHaveLength(1)
  })
})

describe('people beside the holder', () => {
  it('write when they were invited, until they leave or the floor does', () => {
    const told = held()
    expect(told.run(tom, 'message-send', words('May I?'))).toEqual(['floor/claimed'])
    told.run(sarah, 'participant-invite', { agent: tom.id })
    expect(told.run(tom, 'participant-join', {})).toEqual(['participant-joined', 'notice'])
    expect(told.run(tom, 'message-send', words('I can help.'))).toEqual(['message-sent'])
    told.run(tom, 'participant-leave', {})
    expect(told.run(tom, 'message-send', words('One more thing.'))).toEqual(['floor/claimed'])
    told.run(tom, 'participant-join', {})
    told.run(sarah, 'floor-transfer', {})
    told.run(sarah, 'floor-claim', {})
    expect(told.run(tom, 'message-send', words('Still here?'))).toEqual(['floor/claimed'])
  })

  it('are supervisors without being invited, and their coming answers the call for one', () => {
    const told = held()
    told.run(sarah, 'supervisor-request', { note: 'He wants his money back.' })
    expect(told.header().escalated).toBe(true)
    expect(told.run(sarah, 'supervisor-request', {})).toEqual([])
    expect(told.run(sue, 'message-send', words('Hello, I am Sue.'))).toEqual(['participant-joined', 'message-sent'])
    expect(told.header()).not.toHaveProperty('escalated')
    expect(told.header().helpers).toEqual([sue.id])
  })

  it('who only read along are known to staff alone', () => {
    const told = held()
    expect(told.run(tom, 'shadow-start', {})).toEqual(['shadow-started'])
    expect(told.run(tom, 'shadow-start', {})).toEqual([])
    expect(told.header().shadows).toEqual([tom.id])
    expect(told.log.flatMap((event) => project(event) ?? []).some(({ by }) => by.id === tom.id)).toBe(false)
    told.run(tom, 'shadow-end', {})
    expect(told.header()).not.toHaveProperty('shadows')
  })
})
