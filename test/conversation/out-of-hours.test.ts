import { describe, expect, it } from 'vitest'
import { decide, defaultPolicy, isRefusal, number } from '../../src/conversation/index.ts'
import type { DecideContext, Policy } from '../../src/conversation/index.ts'
import type { Actor, CommandMap, CommandType, Header, KnownCommand, StoredEvent } from '../../src/protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../src/protocol/index.ts'
import { personOf } from './world.ts'

const START = 1_800_000_000_000
const BACK = START + 8 * 3_600_000
const visitor: Actor = { kind: 'visitor', id: 'visitor-1' }
const ann: Actor = { kind: 'agent', id: 'agent-ann' }
const said = { parts: [{ type: 'text', text: 'A person please' }] } as const
const turn = { turn: 'turn-number-1', attempt: 1 }

/** A conversation outside the hours, told by what each command has written. */
function night(more: Partial<DecideContext> & { readonly policy?: Policy } = {}) {
  let header: Header | null = null
  let count = 0
  const log: StoredEvent[] = []
  const tell = <T extends CommandType>(by: Actor, type: T, data: CommandMap[T], now = START, also: Partial<DecideContext> = {}): string => {
    const command = { id: `command-${(count += 1)}`, type, data } as KnownCommand
    const decision = decide(header, command, { by, person: personOf(by), now, policy: defaultPolicy, closed: { at: BACK }, ...more, ...also })
    if (isRefusal(decision)) return decision.code
    if (decision.length === 0) return ''
    const next = number(header, decision, { cause: command.id, digest: '', now, visitor: visitor.id })
    header = next.header
    log.push(...next.events)
    return next.events.map(({ type, data }) => (type === 'notice' ? (data as { key: string }).key : type)).join(' ')
  }
  return {
    tell,
    log,
    get header() {
      if (!header) throw new Error('Nothing has begun.')
      return header
    },
  }
}

const safety = { reason: 'rule', rule: 'safety', priority: 100 } as const

describe('outside the opening hours', () => {
  it('the button tells when somebody is back, in the words of the assistant, and keeps nobody waiting', () => {
    const one = night()
    expect(one.tell(visitor, 'handoff-request', {})).toBe('conversation-started ai-disclosure out-of-hours')
    expect(one.header.phase).toBe('bot')
    expect(one.log.at(-1)).toMatchObject({ by: ASSISTANT, data: { key: 'out-of-hours', params: { at: BACK } } })
  })

  it('says no time when none is known', () => {
    const one = night({ closed: {} })
    one.tell(visitor, 'handoff-request', {})
    expect(one.log.at(-1)?.data).toEqual({ key: 'out-of-hours', params: {} })
  })

  it('the button leaves the question before it to the assistant, also an answer that is being written', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    expect(one.tell(visitor, 'handoff-request', {})).toBe('out-of-hours')
    expect(one.header.owed).toBe(3)
    one.tell(ASSISTANT, 'turn-start', { ...turn, message: 'answer-number-1' })
    expect(one.tell(visitor, 'handoff-request', {})).toBe('')
    expect(one.header.turn?.id).toBe(turn.turn)
    expect(one.tell(ASSISTANT, 'turn-commit', { ...turn, floor: one.header.floor.number, parts: said.parts })).toBe('message-sent turn-done')
  })

  it('what stands there as the newest that was said is not said again, however often the button is pressed', () => {
    const one = night()
    one.tell(visitor, 'handoff-request', {})
    expect(one.header.awayTold).toEqual({ at: BACK })
    for (let count = 0; count < 3; count += 1) expect(one.tell(visitor, 'handoff-request', {})).toBe('')
    // a mark, a thumb, a language or a note is no word in the thread
    one.tell(visitor, 'read-mark', { seq: 2 })
    one.tell(visitor, 'message-rate', { message: 'answer-number-1', rating: 'up' })
    one.tell(visitor, 'language-set', { language: 'fr' })
    one.tell(ann, 'note-add', { text: 'Seen' })
    expect(one.tell(visitor, 'handoff-request', {})).toBe('')
  })

  it.each<[string, (one: ReturnType<typeof night>) => void]>([
    ['the visitor has written', (one) => one.tell(visitor, 'message-send', said)],
    ['a form was filled in', (one) => one.tell(visitor, 'form-submit', { form: 'form-0001', values: { name: 'Ann' } })],
    ['a message was left', (one) => one.tell(visitor, 'ticket-create', { text: 'Write to me' })],
    ['a person was there', (one) => (one.tell(ann, 'message-send', said), one.tell(ann, 'floor-return', { tasks: [] }))],
    ['it was closed', (one) => one.tell(visitor, 'conversation-end', {})],
  ])('it is said again once something else was said: %s', (_what, happens) => {
    const one = night()
    one.tell(visitor, 'handoff-request', {})
    happens(one)
    expect(one.header.awayTold).toBeUndefined()
    expect(one.tell(visitor, 'handoff-request', {})).toMatch(/out-of-hours$/)
    expect(one.tell(visitor, 'handoff-request', {})).toBe('')
  })

  it('it is said again when somebody is back at another time by now, or at a time that nobody knows', () => {
    const one = night()
    one.tell(visitor, 'handoff-request', {})
    for (const closed of [{ at: BACK + 1 }, {}, { at: BACK }]) {
      expect(one.tell(visitor, 'handoff-request', {}, START, { closed })).toBe('out-of-hours')
      expect(one.tell(visitor, 'handoff-request', {}, START, { closed })).toBe('')
      expect(one.header.awayTold).toEqual(closed)
    }
  })

  it('what the assistant wants after that, or fails at, says it once for the question and the button beside it', () => {
    const one = night({ policy: { ...defaultPolicy, turnAttempts: 1 } })
    const begin = (id: string) => {
      one.tell(visitor, 'message-send', said)
      one.tell(ASSISTANT, 'turn-start', { ...turn, turn: id, message: `${id}-answer` })
      expect(one.tell(visitor, 'handoff-request', {})).toBe('out-of-hours')
      return { turn: id, attempt: 1, floor: one.header.floor.number }
    }
    const handoff = { reason: 'assistant-request' } as const
    expect(one.tell(ASSISTANT, 'turn-commit', { ...begin('turn-number-1'), handoff })).toBe('turn-done')
    expect(one.header.owed).toBeUndefined()
    // after its own words the offer of a message stands where it is looked for
    expect(one.tell(ASSISTANT, 'turn-commit', { ...begin('turn-number-2'), parts: said.parts, handoff })).toBe('message-sent turn-done out-of-hours')
    const { floor: _floor, ...failed } = { ...begin('turn-number-3'), code: 'provider/unavailable', retryable: false } as const
    expect(one.tell(ASSISTANT, 'turn-fail', failed)).toBe('turn-failed answer-failed')
    const { floor: _other, ...shown } = { ...begin('turn-number-4'), code: 'provider/unavailable', retryable: false, parts: said.parts } as const
    expect(one.tell(ASSISTANT, 'turn-fail', { ...shown, parts: [...said.parts] })).toBe('message-sent turn-failed answer-failed out-of-hours')
  })

  it('a question beside such words is told once where no model may answer it', () => {
    const one = night({ policy: { ...defaultPolicy, humanOnly: true } })
    one.tell(visitor, 'message-send', said)
    one.tell(visitor, 'message-send', said)
    expect(one.tell(ASSISTANT, 'handoff-request', { reason: 'visitor-request' })).toBe('out-of-hours')
    one.tell(ASSISTANT, 'turn-start', { ...turn, message: 'answer-number-1' })
    const handoff = { reason: 'rule', rule: 'human-only' } as const
    expect(one.tell(ASSISTANT, 'turn-commit', { ...turn, floor: one.header.floor.number, handoff })).toBe('turn-done')
    expect(one.header.owed).toBeUndefined()
  })

  it('words that ask for a person are settled by what stands there already', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    one.tell(visitor, 'handoff-request', {})
    expect(one.tell(ASSISTANT, 'handoff-request', { reason: 'visitor-request', upTo: one.header.seq })).toBe('turn-skipped')
    expect(one.header.owed).toBeUndefined()
  })

  it('words that ask for a person are settled by being told, so that nothing asks again', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    const upTo = one.header.seq
    expect(one.tell(ASSISTANT, 'handoff-request', { reason: 'visitor-request', rule: 'human-request', upTo })).toBe('out-of-hours turn-skipped')
    expect(one.header).toMatchObject({ phase: 'bot', attempts: 0 })
    expect(one.header.owed).toBeUndefined()
    expect(one.header.deadlines.map(({ key }) => key)).toEqual(['idle'])
  })

  it('what the visitor has written since is not settled with it', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    const upTo = one.header.seq
    one.tell(visitor, 'message-send', said)
    expect(one.tell(ASSISTANT, 'handoff-request', { reason: 'visitor-request', upTo })).toBe('turn/superseded')
    expect(one.header.owed).toBe(upTo)
  })

  it('a wish of the assistant ends its turn, with what it has said; what came meanwhile is still owed', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    one.tell(ASSISTANT, 'turn-start', { ...turn, message: 'answer-number-1' })
    one.tell(visitor, 'message-send', said)
    const held = { action: 'action-number-1', tool: 'refund', input: '{}', title: 'Refund?', approval: 'agent' } as const
    const ended = { ...turn, floor: one.header.floor.number, parts: said.parts, held, handoff: { reason: 'assistant-request' } } as const
    expect(one.tell(ASSISTANT, 'turn-commit', ended)).toBe('message-sent turn-done out-of-hours')
    expect(one.header).toMatchObject({ phase: 'bot', owed: 5 })
  })

  it('an answer that failed for good is told, and that nobody is there', () => {
    const one = night({ policy: { ...defaultPolicy, turnAttempts: 1 } })
    one.tell(visitor, 'message-send', said)
    one.tell(ASSISTANT, 'turn-start', { ...turn, message: 'answer-number-1' })
    expect(one.tell(ASSISTANT, 'turn-fail', { ...turn, code: 'provider/unavailable', retryable: true })).toBe('turn-failed answer-failed out-of-hours')
    expect(one.header.owed).toBeUndefined()
  })

  it('a person is still called when somebody may be in danger, whoever finds it', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    expect(one.tell(ASSISTANT, 'handoff-request', safety)).toContain('handoff-requested safety-started context-added')
    const other = night()
    other.tell(visitor, 'message-send', said)
    other.tell(ASSISTANT, 'turn-start', { ...turn, message: 'answer-number-1' })
    other.tell(ASSISTANT, 'turn-commit', { ...turn, floor: other.header.floor.number, handoff: safety })
    expect([one.header.phase, other.header.phase]).toEqual(['queued', 'queued'])
  })

  it('a visitor who says so alone is not in danger: the button is the button', () => {
    const one = night()
    expect(one.tell(visitor, 'handoff-request', safety)).toContain('out-of-hours')
    expect(one.tell(visitor, 'handoff-request', safety)).toBe('')
  })

  it('a person who is there stays, may pass the conversation on, and hands it back', () => {
    const one = night()
    one.tell(visitor, 'message-send', said)
    one.tell(ann, 'floor-claim', {})
    expect(one.tell(visitor, 'handoff-request', {})).toBe('')
    expect(one.tell(ann, 'floor-transfer', {})).toContain('floor-transferred')
    expect(one.header.phase).toBe('queued')
    one.tell(ann, 'message-send', said)
    expect(one.tell(ann, 'floor-return', { tasks: ['survey'] })).toContain('survey-asked')
    // who wants a person is not asked for a rating first
    expect(one.tell(visitor, 'handoff-request', {})).toBe('tasks-ended out-of-hours')
    expect(one.header.deadlines.map(({ key }) => key)).toEqual(['idle'])
  })

  it.each(['bot', 'queue', 'last-agent'] as const)('a closed conversation opens for the assistant (%s)', (onReopen) => {
    const one = night({ policy: { ...defaultPolicy, onReopen } })
    one.tell(visitor, 'message-send', said)
    one.tell(ann, 'floor-claim', {})
    one.tell(ann, 'conversation-resolve', {})
    expect(one.tell(visitor, 'message-send', said)).toBe('conversation-reopened conversation-reopened message-sent')
    expect(one.header.phase).toBe('bot')
    one.tell(visitor, 'conversation-end', {})
    expect(one.tell(visitor, 'handoff-request', {})).toBe('conversation-reopened conversation-reopened out-of-hours')
    expect(one.header.phase).toBe('bot')
  })
})

describe('a message for later', () => {
  it('waits for the system of the site, beyond the end of the conversation, until that has it', () => {
    const one = night({ tickets: true })
    expect(one.tell(visitor, 'ticket-create', { text: 'Write to me' })).toBe('conversation-started ai-disclosure ticket-created ticket-created')
    const waiting = { filing: [{ ticket: 'command-1', seq: 3 }], ticket: true }
    expect(one.header).toMatchObject(waiting)
    one.tell(visitor, 'conversation-end', {})
    expect(one.header).toMatchObject({ phase: 'closed', ...waiting, deadlines: [{ key: 'ticket', at: START }] })
    expect(one.tell(MACHINE, 'deadline-pass', { key: 'ticket', at: START })).toBe('deadline/not-due')
    expect(one.tell(MACHINE, 'ticket-file', { ticket: 'command-1', reference: 'HELP-1' })).toBe('ticket-filed')
    expect(one.tell(MACHINE, 'ticket-file', { ticket: 'command-1', reference: 'HELP-2' })).toBe('')
    expect(one.header.filing).toBeUndefined()
    // it is with the team as much as before
    expect(one.header).toMatchObject({ ticket: true, deadlines: [] })
  })

  it('waits for nothing where the site has no system', () => {
    const one = night()
    one.tell(visitor, 'ticket-create', { text: 'Write to me' })
    expect(one.header).toMatchObject({ ticket: true, deadlines: [{ key: 'idle' }] })
  })

  it('is refused, not lost, when too many wait', () => {
    const one = night({ tickets: true, policy: { ...defaultPolicy, handoffLimit: 0 } })
    for (let count = 0; count < 20; count += 1) one.tell(visitor, 'ticket-create', { text: 'Write to me' })
    expect(one.tell(visitor, 'ticket-create', { text: 'And again' })).toBe('limit/reached')
    expect(one.header.filing).toHaveLength(20)
    // nor does one that nobody has left push out one that was promised
    const waiting = one.header.filing
    one.tell(ASSISTANT, 'handoff-request', safety)
    const queue = one.header.deadlines.find(({ key }) => key === 'queue') ?? { key: 'queue', at: 0 }
    expect(one.tell(MACHINE, 'deadline-pass', queue, queue.at)).toBe('handoff-expired handoff-expired')
    expect(one.header).toMatchObject({ phase: 'bot', filing: waiting })
    one.tell(MACHINE, 'ticket-file', { ticket: 'command-1' })
    expect(one.tell(visitor, 'ticket-create', { text: 'And again' })).toContain('ticket-created')
  })
})
