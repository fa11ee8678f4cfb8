import { describe, expect, it } from 'vitest'
import { emptyStaffView, evolveStaff, prependStaff, project, staffView } from '../../src/conversation/index.ts'
import { assistant, conversation, sarah, sue, tom, visitor, words } from './script.ts'

const action = 'action-number-1'
const held = { action, tool: 'refund', input: '{"amount":20}', title: 'Refund 20 €', details: 'Order 4711', approval: 'agent' } as const
const turn = { turn: 'turn-number-1', attempt: 1 }

const answering = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('My money back.'))
  told.run(assistant, 'turn-start', { ...turn, message: 'answer-number-1' })
  return told
}
/** The assistant holds an action for a person: they are wanted. */
const waiting = () => {
  const told = answering()
  told.run(assistant, 'turn-commit', { ...turn, floor: 1, held })
  return told
}
const approving = () => {
  const told = waiting()
  told.run(sarah, 'floor-claim', {})
  return told
}
const view = (told: ReturnType<typeof answering>) => told.log.reduce(evolveStaff, emptyStaffView(visitor.id))
const { title, details, tool, input } = held

describe('an action for a person to approve', () => {
  it('asks for one, waits with them, and is there when they come', () => {
    const told = answering()
    expect(told.run(assistant, 'turn-commit', { ...turn, floor: 1, ...words('A person decides.'), held })).toEqual([
      'message-sent', 'action-held', 'turn-done', 'handoff-requested', 'notice', 'context-added', 'draft-offered',
    ])
    expect(told.header()).toMatchObject({ phase: 'queued', drafts: [action], actions: [action] })
    told.run(sarah, 'floor-claim', {})
    expect(told.header()).toMatchObject({ phase: 'human', drafts: [action], actions: [action] })
    expect(view(told).drafts).toEqual([{ id: action, parts: [{ type: 'text', text: `${title}\n\n${details}` }], action: { title, details, tool, input } }])
    expect(JSON.stringify(told.log.flatMap((event) => project(event) ?? []))).not.toMatch(/refund|Refund|4711/)
  })

  it('is approved once, by the holder or a supervisor, and the assistant takes it up', () => {
    const told = approving()
    expect(told.run(tom, 'draft-approve', { draft: action })).toEqual(['floor/claimed'])
    expect(told.run(sarah, 'draft-approve', { draft: action })).toEqual(['draft-used', 'assist-requested'])
    expect(told.header().assist).toMatchObject({ action })
    expect(told.header()).not.toHaveProperty('actions')
    expect(view(told).drafts).toEqual([])
    expect(told.run(sarah, 'draft-approve', { draft: action })).toEqual(['draft/not-open'])
    expect(told.run(assistant, 'turn-start', { turn: 'turn-number-2', attempt: 1, message: 'draft-number-2', kind: 'assist' })).toEqual(['turn-started'])
    expect(approving().run(sue, 'draft-approve', { draft: action })).toContain('assist-requested')
  })

  it('waits while the assistant is busy', () => {
    const told = approving()
    told.run(sarah, 'assist-request', { text: 'What was it?' })
    expect(told.run(sarah, 'draft-approve', { draft: action })).toEqual(['turn/running'])
    told.run(assistant, 'turn-start', { turn: 'turn-number-2', attempt: 1, message: 'draft-number-2', kind: 'assist' })
    expect(told.run(sarah, 'draft-approve', { draft: action })).toEqual(['turn/running'])
    expect(told.header().actions).toEqual([action])
  })

  it('is dropped like words, and never sent like them', () => {
    const told = approving()
    expect(told.run(sarah, 'message-send', { ...words('Refund 20 €'), draft: action })).toEqual(['draft/not-open'])
    expect(told.run(sarah, 'draft-drop', { draft: action })).toEqual(['draft-dropped'])
    expect(told.run(sarah, 'draft-approve', { draft: action })).toEqual(['draft/not-open'])
  })

  it('is the only draft that is approved', () => {
    const told = approving()
    told.run(sarah, 'assist-request', { text: 'Draft an answer' })
    told.run(assistant, 'turn-start', { turn: 'turn-number-2', attempt: 1, message: 'draft-number-2', kind: 'assist' })
    told.run(assistant, 'turn-commit', { turn: 'turn-number-2', attempt: 1, floor: told.header().floor.number, ...words('Dear Ann') })
    expect(told.header()).toMatchObject({ drafts: [action, 'draft-number-2'], actions: [action] })
    expect(told.run(sarah, 'draft-approve', { draft: 'draft-number-2' })).toEqual(['draft/not-open'])
  })

  it.each([
    ['the visitor no longer waits', (told: ReturnType<typeof waiting>) => told.run(visitor, 'handoff-cancel', {}), 'bot'],
    ['nobody comes', (told: ReturnType<typeof waiting>) => told.pass('queue'), 'bot'],
    ['the visitor leaves', (told: ReturnType<typeof waiting>) => told.run(visitor, 'conversation-end', {}), 'closed'],
  ] as const)('goes when %s', (_name, leave, phase) => {
    const told = waiting()
    expect(leave(told)[0]).toBe('draft-dropped')
    expect(told.header().phase).toBe(phase)
    expect(told.header()).not.toHaveProperty('drafts')
    expect(told.header()).not.toHaveProperty('actions')
    expect(view(told).drafts).toEqual([])
  })

  it.each(['floor-return', 'floor-transfer', 'conversation-resolve'] as const)('goes with the person by %s', (type) => {
    const told = approving()
    expect(told.run(sarah, type, {})[0]).toBe('draft-dropped')
    expect(told.header()).not.toHaveProperty('actions')
  })

  it('is offered to whoever is wanted, also where the visitor was to be asked', () => {
    const told = answering()
    told.run(assistant, 'turn-commit', { ...turn, floor: 1, held: { ...held, approval: 'visitor' }, handoff: {} })
    expect(told.log.map(({ type }) => type)).not.toContain('permission-asked')
    expect(told.log.find(({ type }) => type === 'action-held')?.data).toMatchObject({ approval: 'agent' })
    expect(told.header().actions).toEqual([action])
  })

  it('is offered to the holder beside whom the assistant works, whoever was to be asked', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    told.run(sarah, 'assist-request', { text: 'Refund it.' })
    told.run(assistant, 'turn-start', { ...turn, message: 'draft-number-1', kind: 'assist' })
    const floor = told.header().floor.number
    expect(told.run(assistant, 'turn-commit', { ...turn, floor, ...words('Shall I?'), held: { ...held, approval: 'visitor' } })).toEqual([
      'draft-offered', 'action-held', 'turn-done', 'draft-offered',
    ])
    expect(told.header()).toMatchObject({ drafts: ['draft-number-1', action], actions: [action] })
    expect(told.log.slice(-4).every(({ audience }) => audience === 'staff')).toBe(true)
  })

  it('makes room among eight drafts together with the words that come with it', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello'))
    told.run(sarah, 'floor-claim', {})
    for (let index = 1; index <= 5; index += 1) {
      told.run(sarah, 'assist-request', { text: 'Again' })
      const each = { turn: `turn-number-${index}`, attempt: 1 }
      told.run(assistant, 'turn-start', { ...each, message: `draft-number-${index}`, kind: 'assist' })
      const floor = told.header().floor.number
      told.run(assistant, 'turn-commit', { ...each, floor, ...words('Shall I?'), held: { ...held, action: `action-number-${index}` } })
    }
    expect(told.header().drafts).toHaveLength(8)
    expect(told.log.filter(({ type }) => type === 'draft-dropped').map(({ data }) => data)).toEqual([{ draft: 'draft-number-1' }, { draft: 'action-number-1' }])
    expect(told.header().actions).toEqual(['action-number-2', 'action-number-3', 'action-number-4', 'action-number-5'])
    expect(view(told).drafts.map(({ action }) => action !== undefined)).toEqual([false, true, false, true, false, true, false, true])
  })

  it('is told to who opens the conversation later, wherever the pages of the log end', () => {
    const told = approving()
    const at = told.log.findIndex(({ type }) => type === 'draft-offered')
    for (let cut = 0; cut <= told.log.length; cut += 1) {
      const late = prependStaff(staffView(told.header(), told.log.slice(cut)), told.log.slice(0, cut))
      expect(late.drafts, `${cut} of ${at}`).toEqual(view(told).drafts)
    }
  })
})
