import { expect, it } from 'vitest'
import { replyMessages } from '../../src/hub/turns/model/messages.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'

const sent = (seq: number, kind: 'visitor' | 'assistant' | 'agent', text: string): StoredEvent => ({
  seq,
  at: seq,
  by: { kind, id: `${kind}-01` },
  type: 'message-sent',
  audience: 'everyone',
  data: { message: `message-${seq}`, parts: [{ type: 'text', text }] },
  prev: seq - 1,
  cause: `command-${seq}`,
})

it('gives a question that came while the last answer was written after that answer', () => {
  const events = [sent(1, 'visitor', 'First'), sent(2, 'visitor', 'Second'), sent(3, 'assistant', 'Answer to the first')]
  expect(replyMessages(events, { people: [], owed: 2, budget: 8_000 }).map(({ role, text }) => `${role}: ${text}`)).toEqual([
    'visitor: First',
    'assistant: Answer to the first',
    'visitor: Second',
  ])
})

it('gives a model the newest of a long conversation, and always what is to be answered', () => {
  const events = [sent(1, 'visitor', 'a'.repeat(30_000)), sent(2, 'assistant', 'b'.repeat(15_000)), sent(3, 'visitor', 'c'.repeat(16_000))]
  expect(replyMessages(events, { people: [], owed: 3, budget: 8_000 }).map(({ text }) => text[0])).toEqual(['b', 'c'])
  const [marker, message] = replyMessages([sent(1, 'visitor', 'd'.repeat(50_000))], { people: [], owed: 1, budget: 8_000 })
  expect(marker).toMatchObject({ role: 'system', text: 'What was written before this is left out here: it was too long.' })
  // a half of it, 4.5 letters a token
  expect(message).toMatchObject({ role: 'visitor', text: 'd'.repeat(18_000) })
})

it('tells a model what happened while it was silent: who came, what they did, and how it ended', () => {
  const agent = { id: 'agent-01', kind: 'agent', name: 'Sarah' } as const
  const lead = { id: 'super-01', kind: 'supervisor', name: 'Vera' } as const
  const happened = (seq: number, type: string, by: StoredEvent['by'], data: unknown, audience: StoredEvent['audience'] = 'everyone'): StoredEvent => ({
    ...sent(seq, 'agent', ''),
    type,
    by,
    audience,
    data,
  })
  const visitor = { kind: 'visitor', id: 'visitor-01' } as const
  const assistant = { kind: 'assistant', id: 'assistant' } as const
  const stopped = sent(1, 'assistant', 'Your card')
  const events = [
    { ...stopped, data: { ...(stopped.data as object), stopped: true } },
    happened(2, 'floor-claimed', agent, { agent }),
    happened(3, 'participant-joined', lead, { person: lead }),
    happened(4, 'note-added', agent, { note: 'note-0001', text: 'Only for colleagues', person: agent }, 'staff'),
    happened(5, 'form-submitted', visitor, { form: 'form-0001', values: { name: 'Ann', city: 'Bath' } }),
    happened(6, 'follow-up-scheduled', agent, { at: Date.UTC(2027, 0, 4, 9), note: 'about the card' }),
    happened(7, 'floor-returned', agent, { tasks: ['survey', 'summary', 'follow-up'] }),
    happened(8, 'survey-asked', assistant, { episode: 3, until: 9 }),
    happened(9, 'summary-written', assistant, { episode: 3, text: 'A new card was sent.' }, 'staff'),
    happened(10, 'survey-answered', visitor, { episode: 3, score: 6, comment: 'Quick' }),
    happened(11, 'follow-up-asked', assistant, { until: 99 }),
    happened(12, 'follow-up-declined', visitor, {}),
    happened(13, 'conversation-closed', agent, { reason: 'resolved' }),
    happened(14, 'message-sent', visitor, { erased: true }),
  ]
  expect(replyMessages(events, { people: [agent, lead], budget: 8_000 }).map(({ role, text }) => `${role}: ${text}`)).toEqual([
    'assistant: Your card',
    'system: The visitor stopped this answer here.',
    'system: Sarah, a person, took over the conversation.',
    'system: Vera, another person of the team, wrote here too.',
    'system: The visitor filled in a form: name: Ann; city: Bath.',
    'system: It was agreed that somebody comes back to the visitor at 2027-01-04 09:00 UTC (about the card).',
    'system: Sarah has finished and handed the conversation back to you.',
    'system: You asked the visitor to rate the help of the person.',
    'system: What the person did, as noted for the team: A new card was sent.',
    'system: The visitor rated it 6 of 7 (Quick).',
    'system: You asked whether somebody should come back to the visitor.',
    'system: The visitor needs nobody to come back.',
    'system: Sarah marked it as resolved and ended the conversation.',
  ])
})
