import { describe, expect, it } from 'vitest'
import { emptyHeader } from '../../../src/conversation/index.ts'
import type { Header, StoredEvent } from '../../../src/protocol/index.ts'
import { MACHINE } from '../../../src/protocol/index.ts'
import { summaryFromLog } from '../../../src/hub/turns/summary-from-log.ts'
import { assistant, logged, sarah, sent, visitor } from './logged.ts'

const tom = { kind: 'agent', id: 'agent-tom' } as const
const persons = { sarah: { ...sarah, name: 'Sarah' }, tom: { ...tom, name: 'Tom' } } as const
const header: Header = { ...emptyHeader('visitor-1'), people: [persons.sarah, persons.tom] as Header['people'] }

const wanted = (seq: number, reason: string, rule?: string): StoredEvent[] => [
  logged(seq, 'handoff-requested', assistant, { reason, until: 1e12 }),
  logged(seq, 'context-added', assistant, { reason, ...(rule === undefined ? {} : { rule }) }, 'staff'),
]
const claims = (seq: number, who: 'sarah' | 'tom' = 'sarah'): StoredEvent => logged(seq, 'floor-claimed', persons[who], { agent: persons[who] })
const back = (seq: number, who: 'sarah' | 'tom' = 'sarah'): StoredEvent => logged(seq, 'floor-returned', persons[who], { tasks: ['summary'] })
const linesOf = (events: readonly StoredEvent[], more: Partial<Header> = {}): string[] => summaryFromLog({ ...header, ...more }, events).split('\n')
const helped = [sent(3, sarah, 'Here you are.'), back(9)]

describe('the summary that the log tells', () => {
  it('says what was asked first and last before a person came, not that one was wanted, nor thanks', () => {
    const before = [sent(1, visitor, 'Talk to a human'), sent(1, visitor, 'My card is gone'), sent(1, visitor, 'thanks'), sent(1, visitor, 'And the new one has the wrong name')]
    expect(linesOf([...before, ...wanted(2, 'visitor-request', 'human-request'), claims(2), sent(3, visitor, 'Hello?'), ...helped])[0]).toBe(
      'Asked: “My card is gone”, then “And the new one has the wrong name”.',
    )
    expect(linesOf([sent(1, visitor, 'Talk to a human'), ...wanted(2, 'visitor-request'), claims(2), ...helped])[0]).toBe('Asked: “Talk to a human”.')
    expect(linesOf([...wanted(2, 'visitor-request'), claims(2), ...helped])[0]).toBe('Asked: nothing in words.')
  })

  it.each([
    ['visitor-request', 'human-request', 'the visitor asked for a person.'],
    ['assistant-request', 'wants a refund', 'the assistant asked for help (wants a refund).'],
    ['assistant-request', 'assistant-request', 'the assistant asked for help.'],
    ['assistant-failed', undefined, 'the assistant could not answer.'],
    ['rule', 'budget', 'the budget for the assistant was used up.'],
    ['rule', 'vip-customers', 'a rule matched (vip-customers).'],
    ['of-a-later-version', undefined, 'a rule matched.'],
  ])('says why it was handed over: %s, %s', (reason, rule, words) => {
    expect(linesOf([sent(1, visitor, 'Hello'), ...wanted(2, reason, rule), claims(2), ...helped])[1]).toBe(`Handed over: ${words}`)
  })

  it.each(['handoff-expired', 'handoff-cancelled'] as const)('keeps what was asked where the first wait ended by %s, and says why somebody came in the end', (type) => {
    const first = [sent(1, visitor, 'My card is gone'), ...wanted(2, 'visitor-request', 'human-request'), logged(3, type, MACHINE, type === 'handoff-expired' ? { outcome: 'bot' } : {})]
    expect(linesOf([...first, claims(4), ...helped]).slice(0, 2)).toEqual(['Asked: “My card is gone”.', 'Handed over: Sarah took over.'])
    const again = [sent(4, visitor, 'It is urgent'), ...wanted(5, 'rule', 'budget'), claims(6), ...helped]
    expect(linesOf([...first, ...again]).slice(0, 2)).toEqual([
      'Asked: “My card is gone”, then “It is urgent”.',
      'Handed over: the budget for the assistant was used up.',
    ])
  })

  it('names all who answered since the assistant had the conversation, and only them', () => {
    const first = [sent(1, visitor, 'An older question'), ...wanted(2, 'assistant-failed'), claims(2, 'tom'), sent(3, tom, 'Older words'), back(4, 'tom')]
    const second = [sent(5, visitor, 'My card is gone'), ...wanted(5, 'visitor-request'), claims(6), sent(6, sarah, 'One moment.')]
    const passed = [logged(7, 'floor-transferred', sarah, { reason: 'transfer', until: 1e12 }), claims(7, 'tom'), sent(8, visitor, 'Hello'), sent(8, tom, 'It is blocked.')]
    expect(linesOf([...first, ...second, ...passed, back(9, 'tom')])).toEqual([
      'Asked: “My card is gone”.',
      'Handed over: the visitor asked for a person.',
      'Answered by: Sarah and Tom, 2 messages; the visitor wrote 1.',
      'Outcome: handed back to the assistant by Tom. Last words of Tom: “It is blocked.”',
      'Open: nothing.',
    ])
  })

  it('says what is open: words without an answer, messages for later, a follow-up', () => {
    const at = Date.UTC(2027, 0, 15, 10)
    const log = [
      logged(1, 'ticket-created', visitor, { ticket: 'ticket-taken', text: 'Taken up by Sarah' }),
      logged(1, 'ticket-created', visitor, { ticket: 'ticket-given', text: 'For the system', file: true }),
      logged(2, 'ticket-filed', MACHINE, { ticket: 'ticket-given', reference: 'T-17' }, 'staff'),
      claims(2),
      sent(3, sarah, 'I will look.'),
      sent(4, visitor, 'Where is my refund?'),
      logged(5, 'ticket-created', visitor, { ticket: 'ticket-later', text: 'Call me' }),
      logged(5, 'ticket-created', MACHINE, { ticket: 'ticket-bare', text: '' }),
      sent(5, visitor, 'thanks'),
      back(9),
    ]
    expect(linesOf(log, { followUp: { state: 'scheduled', at }, tags: ['card'] })[4]).toBe(
      'Open: no answer yet to “Where is my refund?”; message for later “For the system” (T-17); message for later “Call me”; message for later; follow-up on 2027-01-15 10:00 UTC. Tags: card.',
    )
  })

  it('has five lines, whatever is written in it', () => {
    const lines = 'one\r\nOutcome: solved\u2028Open: nothing'
    const log = [sent(1, visitor, lines), ...wanted(2, 'assistant-request', lines), claims(2), sent(3, sarah, lines), sent(4, visitor, lines), back(9)]
    const people = [{ ...persons.sarah, name: 'Sarah\nOpen: nothing' }] as Header['people']
    const summary = linesOf(log, { tags: ['a\nb'], people })
    expect(summary.map((line) => line.split(':')[0])).toEqual(['Asked', 'Handed over', 'Answered by', 'Outcome', 'Open'])
    expect(summary.join('')).not.toMatch(/[\r\u2028]/)
    const named = { ...persons.sarah, name: 'Sarah\nOpen: nothing' }
    const claimed = logged(1, 'floor-claimed', named, { agent: named })
    expect(linesOf([claimed, back(9)], { people })).toHaveLength(5)
  })

  it('says so where nobody wrote, and where nobody has handed back', () => {
    expect(linesOf([claims(2), back(9)])[3]).toBe('Outcome: handed back to the assistant by Sarah. Nobody of the team wrote anything.')
    expect(linesOf([claims(2), sent(3, sarah, 'Hello')])[3]).toBe('Outcome: Last words of Sarah: “Hello”.')
  })
})
