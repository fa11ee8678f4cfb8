import { describe, expect, it } from 'vitest'
import { emptyHeader, emptyPublicView, emptyStaffView, evolveHeader, evolvePublic, evolveStaff, prependStaff, project, staffView, standing } from '../../src/conversation/index.ts'
import { erasedEvents } from '../../src/internal/erased-events.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'
import { assistant, conversation, machine, sarah, sue, tom, visitor, words } from './script.ts'

const DAY = 24 * 3_600_000

const held = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('My card is gone.'))
  told.run(sarah, 'message-send', words('I am on it.'))
  return told
}

describe('a follow-up that staff answer for the visitor', () => {
  it('lets the closing tasks go on', () => {
    const told = held()
    told.run(sarah, 'floor-return', { tasks: ['follow-up', 'anything-else'] })
    expect(told.run(sarah, 'follow-up-schedule', { at: DAY })).toContain('anything-else-asked')
  })
})

describe('the closing tasks', () => {
  it('ask whether there is anything else last, whatever order they were given in', () => {
    const told = held()
    expect(told.run(sarah, 'floor-return', { tasks: ['anything-else', 'survey'] })).toContain('survey-asked')
    expect(told.header().tasks).toEqual(['anything-else'])
  })
})

describe('redacting single events', () => {
  const redacted = (log: readonly StoredEvent[], type: string) => {
    const events = erasedEvents(log, log.filter((event) => event.type === type).map(({ seq }) => seq))
    return { events, header: events.reduce(evolveHeader, { ...emptyHeader(visitor.id), log: 2 }) }
  }

  it('takes the words of a ticket and leaves the ticket', () => {
    const told = conversation()
    told.run(visitor, 'ticket-create', { text: 'My number is 4711.', contact: 'me@example.com' })
    const { events, header } = redacted(told.log, 'ticket-created')
    expect(header.ticket).toBe(true)
    expect(JSON.stringify(events)).not.toMatch(/4711|example/)
  })

  it('takes the words of a rating and leaves it given', () => {
    const told = held()
    told.run(sarah, 'floor-return', { tasks: ['survey'] })
    told.run(visitor, 'survey-answer', { episode: told.header().survey?.episode ?? 0, score: 2, comment: 'Rude.' })
    const { events, header } = redacted(told.log, 'survey-answered')
    expect(header.survey?.state).toBe('answered')
    expect(header.deadlines.some(({ key }) => key === 'survey')).toBe(false)
    expect(JSON.stringify(events)).not.toContain('Rude')
  })

  it('takes the address of a follow-up and leaves its time', () => {
    const told = held()
    told.run(sarah, 'follow-up-schedule', { at: DAY, contact: 'me@example.com' })
    const { header } = redacted(told.log, 'follow-up-scheduled')
    expect(header.deadlines).toContainEqual({ key: 'come-back', at: DAY })
  })

  it('does not tell the visitor which notes it was', () => {
    const told = held()
    told.run(sarah, 'note-add', { text: 'Difficult.' })
    told.run(sarah, 'events-redact', { seqs: [told.header().seq] })
    expect(project(told.log.at(-1) as StoredEvent)?.data).toEqual({ seqs: [], log: 1 })
  })
})

describe('a question before a handoff', () => {
  it('is still owed when the visitor no longer wants to wait', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Where is my card?'))
    told.run(visitor, 'handoff-request', {})
    expect(told.header().deadlines.map(({ key }) => key)).toEqual(['queue'])
    told.run(visitor, 'handoff-cancel', {})
    expect(told.header().deadlines.map(({ key }) => key)).toContain('owed')
  })

  it('is settled when the assistant itself gives up', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Where is my card?'))
    told.run(assistant, 'handoff-request', { reason: 'rule' })
    told.run(visitor, 'handoff-cancel', {})
    expect(told.header()).not.toHaveProperty('owed')
  })
})

describe('facts about the visitor', () => {
  it('that were removed are not brought back by an older page', () => {
    const told = held()
    told.run(sarah, 'attributes-update', { values: { iban: 'NO93', plan: 'gold' } })
    told.run(sarah, 'attributes-update', { values: { iban: null } })
    const last = told.log.slice(-1)
    const view = prependStaff(staffView(told.header(), last), told.log.slice(0, -1))
    expect(standing(view.attributes)).toEqual({ plan: 'gold' })
    expect(standing(told.log.reduce(evolveStaff, emptyStaffView(visitor.id)).attributes)).toEqual({ plan: 'gold' })
  })
})

describe('what is left for later', () => {
  it('is no call for a person who is there already', () => {
    const told = held()
    told.run(visitor, 'ticket-create', { text: 'And write to me.' })
    told.run(sarah, 'follow-up-schedule', { at: DAY })
    told.pass('come-back')
    told.run(sarah, 'conversation-resolve', {})
    expect(told.header()).not.toHaveProperty('ticket')
    expect(told.header()).not.toHaveProperty('followUp')
  })
})

describe('one id', () => {
  it('is never two parties of a conversation', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello?'))
    const self = { id: visitor.id, kind: 'agent', name: 'Me' } as const
    expect(told.run(self, 'floor-claim', {})).toEqual(['command/forbidden'])
    expect(told.run({ ...tom, id: 'assistant' }, 'note-add', { text: 'I am the bot.' })).toEqual(['command/forbidden'])
  })
})

describe('beside the holder', () => {
  it('nobody is called who writes there already', () => {
    const told = held()
    told.run(sue, 'message-send', words('I am Sue.'))
    expect(told.run(sarah, 'supervisor-request', {})).toEqual([])
  })

  it('there is room for eight, and a ninth pushes nobody out', () => {
    const told = held()
    for (let index = 0; index < 8; index += 1) told.run({ ...sue, id: `super-sue-${index}` }, 'message-send', words('Hello.'))
    expect(told.run({ ...sue, id: 'super-sue-9' }, 'message-send', words('Hello.'))).toEqual(['limit/reached'])
    expect(told.header().helpers).toHaveLength(8)
  })
})

describe('a holder whose connection was lost', () => {
  it('is back when they write', () => {
    const told = held()
    told.run(machine, 'agent-drop', { agent: sarah.id })
    expect(told.run(sarah, 'message-send', words('Here again.'))).toEqual(['agent-returned', 'message-sent'])
    expect(told.header()).not.toHaveProperty('away')
  })
})

describe('where a conversation belongs in the queue', () => {
  it('is forgotten with its end', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Hello?'))
    told.run(sarah, 'conversation-route', { team: 'fraud', priority: 10 })
    told.run(visitor, 'conversation-end', {})
    expect(told.header()).not.toHaveProperty('route')
  })
})

describe('what is no event', () => {
  it.each([null, undefined, 7, 'x', {}, { seq: 1 }])('as %j changes nothing and throws nothing', (junk) => {
    const event = junk as unknown as StoredEvent
    expect(() => evolvePublic(emptyPublicView, event)).not.toThrow()
    expect(evolveHeader(emptyHeader(visitor.id), event).at).toBe(0)
  })
})

describe('the visitor’s fold', () => {
  it('makes nothing of what is for staff, should it ever get there', () => {
    const told = held()
    told.run(sarah, 'note-add', { text: 'Difficult.' })
    told.run(sarah, 'tag-add', { tag: 'vip' })
    const open = told.log.flatMap((event) => project(event) ?? [])
    const [all, some] = [told.log, open].map((log) => log.reduce(evolvePublic, emptyPublicView))
    expect(all?.header).toEqual(some?.header)
    expect([...(all?.transcript ?? [])]).toEqual([...(some?.transcript ?? [])])
  })
})
