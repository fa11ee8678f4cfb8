import { describe, expect, it } from 'vitest'
import { emptyHeader, emptyPublicView, evolveHeader, evolvePublic, project } from '../../src/conversation/index.ts'
import { erasedEvents } from '../../src/internal/erased-events.ts'
import type { Header, StoredEvent } from '../../src/protocol/index.ts'
import { assistant, conversation, sarah, sue, visitor, words } from './script.ts'

/** What a hub does after the event: the data goes, the log gets the next number, the header is folded again. */
const refold = (events: readonly StoredEvent[], what: 'all' | readonly number[], log = 2): { header: Header; events: StoredEvent[] } => {
  const left = erasedEvents(events, what)
  return { events: left, header: left.reduce(evolveHeader, { ...emptyHeader(visitor.id), log }) }
}

const begun = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('My number is 4111 1111.'))
  told.run(sarah, 'floor-claim', {})
  told.run(sarah, 'tag-add', { tag: 'card' })
  told.run(sarah, 'message-send', words('Thank you.'))
  return told
}

describe('redaction', () => {
  it('names what is to go until it is gone, and changes nothing else', () => {
    const told = begun()
    const [seq = 0] = told.log.filter(({ type }) => type === 'message-sent').map((event) => event.seq)
    expect(told.run(sarah, 'events-redact', { seqs: [seq] })).toEqual(['events-redacted'])
    expect(told.header().erasing).toEqual([seq])
    expect(told.header().deadlines.some(({ key }) => key === 'erase')).toBe(true)
    const { header, events } = refold(told.log, told.header().erasing ?? [])
    const { erasing: _, ...before } = told.header()
    expect(header).toEqual({ ...before, log: 2, preview: '', deadlines: before.deadlines.filter(({ key }) => key !== 'erase') })
    expect(JSON.stringify([header, events])).not.toContain('4111')
  })

  it('refuses what does not exist, and more than a header can name', () => {
    const told = begun()
    expect(told.run(sarah, 'events-redact', { seqs: [99] })).toEqual(['command/invalid'])
    for (let round = 0; round < 2; round += 1) told.run(sarah, 'events-redact', { seqs: Array.from({ length: 100 }, () => 1) })
    expect(told.header().erasing).toEqual([1])
    expect(JSON.stringify(told.header()).length).toBeLessThan(16_384)
  })
})

const turn = { turn: 'turn-number-1', attempt: 1 }
const held = { action: 'action-number-1', tool: 'cancel_order', input: '{"iban":"DE02"}', title: 'Cancel DE02?', approval: 'visitor' } as const

/** The assistant has looked something up, is about to look up more, and asks. */
const asked = () => {
  const told = conversation()
  told.run(visitor, 'message-send', words('Cancel it.'))
  told.run(assistant, 'turn-start', { ...turn, message: 'answer-number-1' })
  for (const call of ['call-number-1', 'call-number-2']) told.run(assistant, 'tool-call', { ...turn, call, tool: 'find_order', input: '{"iban":"DE02"}' })
  told.run(assistant, 'tool-return', { call: 'call-number-1', output: 'DE02 has one.' })
  told.run(assistant, 'turn-commit', { ...turn, floor: 1, held, meter: { provider: 'models', inputTokens: 7, outputTokens: 3 } })
  return told
}

describe('redaction of calls and questions', () => {
  const types = new Set(['tool-called', 'tool-returned', 'action-held', 'permission-asked'])

  it('leaves where the conversation stands, and none of their words', () => {
    const told = asked()
    const { header, events } = refold(told.log, told.log.flatMap(({ seq, type }) => (types.has(type) ? [seq] : [])))
    expect(header).toEqual({ ...told.header(), log: 2 })
    expect(header).toMatchObject({ permission: 'action-number-1', calls: [{ id: 'call-number-2', tool: 'find_order' }], spent: { calls: 2 } })
    expect(JSON.stringify(events)).not.toContain('DE02')
    const page = events.flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)
    expect([...page.transcript].at(-1)).toMatchObject({ type: 'notice', key: 'message-removed' })
  })

  it('leaves nothing of what was held that could run', () => {
    const told = asked()
    const { events } = refold(told.log, told.log.map(({ seq }) => seq))
    expect(events.find(({ type }) => type === 'action-held')?.data).toEqual({ erased: true })
  })
})

describe('erasing a conversation', () => {
  it('forgets calls, questions, what was used, and what was agreed to', () => {
    const told = asked()
    told.run(visitor, 'permission-answer', { permission: 'action-number-1', granted: true })
    told.run(visitor, 'consent-record', { scope: 'assistant', version: '1', granted: false })
    told.run(visitor, 'conversation-erase', {})
    const { header } = refold(told.log, 'all')
    for (const each of [told.header(), header]) for (const key of ['calls', 'spent', 'granted', 'permission', 'humanOnly']) expect(each).not.toHaveProperty(key)
  })

  it.each([visitor, sue])('by the $kind ends it, and nothing follows', (who) => {
    const told = begun()
    expect(told.run(who, 'conversation-erase', {})).toEqual(['conversation-erased'])
    expect(told.header()).toMatchObject({ phase: 'closed', erased: true, erasing: 'all', people: [], preview: '' })
    expect(told.run(visitor, 'message-send', words('Hello?'))).toEqual(['conversation/erased'])
    expect(told.run(sarah, 'floor-claim', {})).toEqual(['conversation/erased'])
    expect(told.run(who, 'conversation-erase', {})).toEqual([])
  })

  it('leaves no word, no name and no tag, and the same state in the page', () => {
    const told = begun()
    told.run(visitor, 'conversation-erase', {})
    const { header, events } = refold(told.log, 'all')
    expect(JSON.stringify([header, events])).not.toMatch(/4111|Sarah|card|Visitor 1/)
    expect(header).toMatchObject({ phase: 'closed', erased: true, people: [], deadlines: [] })
    expect(header).not.toHaveProperty('erasing')
    const page = events.flatMap((event) => project(event) ?? []).reduce(evolvePublic, emptyPublicView)
    expect(page.header).toMatchObject({ phase: 'closed', erased: true })
  })

  it('aborts a running turn, whose answer is refused', () => {
    const told = conversation()
    told.run(visitor, 'message-send', words('Who am I?'))
    told.run(assistant, 'turn-start', { turn: 'turn-number-1', attempt: 1, message: 'answer-number-1' })
    const floor = told.header().floor.number
    expect(told.run(visitor, 'conversation-erase', {})).toEqual(['turn-aborted', 'conversation-erased'])
    expect(told.run(assistant, 'turn-commit', { turn: 'turn-number-1', attempt: 1, floor, ...words('You are Ann.') })).toEqual(['conversation/erased'])
  })
})
