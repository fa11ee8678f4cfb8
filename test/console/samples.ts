import { ASSISTANT, type Header, type IndexEntry, type Part, type Person, type Phase } from '../../src/protocol/index.ts'
import { ASSISTANT_PERSON, MACHINE_VERSION, type Context, type StaffRow } from '../../src/conversation/index.ts'
import { sarah } from './fake-desk.ts'

export const start = Date.UTC(2026, 4, 12, 9, 0)
const minute = 60_000

export const maria: Person = { id: 'visitor-maria', kind: 'visitor', name: 'Maria Jensen' }
export const tom: Person = { id: 'agent-tom', kind: 'agent', name: 'Tom Adeyemi' }

export const entry = (conversation: string, changes: Partial<IndexEntry> = {}): IndexEntry => ({
  conversation,
  at: { log: 1, seq: 9 },
  phase: 'queued',
  visitor: maria.id,
  visitorName: maria.name,
  priority: 0,
  since: start,
  updated: start,
  reason: 'visitor-request',
  preview: 'My transfer has not arrived and it was urgent',
  ...changes,
})

const holders: Readonly<Record<Phase, Header['floor']['holder']>> = {
  bot: ASSISTANT,
  queued: null,
  human: { kind: 'agent', id: sarah.id },
  handback: ASSISTANT,
  closed: null,
}

export const header = (phase: Phase, changes: Partial<Header> = {}): Header => ({
  log: 1,
  shown: 9,
  phase,
  people: phase === 'bot' || phase === 'queued' ? [maria] : [maria, sarah],
  floor: { number: 2, holder: holders[phase] },
  read: { visitor: 0, staff: 0 },
  machine: MACHINE_VERSION,
  seq: 9,
  at: start,
  visitor: maria.id,
  attempts: 0,
  deadlines: [],
  preview: '',
  since: start,
  ...(phase === 'queued' ? { handoff: { since: start, until: start + 10 * minute, reason: 'visitor-request' } } : {}),
  ...changes,
})

let number = 0
export const message = (author: Person, text: string, at = start, parts: readonly Part[] = []): StaffRow => {
  number += 1
  return { type: 'message', id: `message-${number}`, seq: number, at, author, parts: [{ type: 'text', text }, ...parts] }
}

export const transcript = (at = start): readonly StaffRow[] => [
  { type: 'notice', id: 'row-hello', seq: 1, at, by: ASSISTANT, key: 'ai-disclosure', params: {} },
  message(maria, 'Hello, I sent 250 € to my landlord on Friday and it has not arrived.', at + 5000),
  message(ASSISTANT_PERSON, 'Transfers within the country usually take **one working day**. Over a weekend it can be Monday evening.', at + 9000, [
    { type: 'citation', id: 'pending-transfer', title: 'Why is my transfer pending?', url: '/articles/pending-transfer' },
  ]),
  message(maria, 'It is Tuesday. Can I talk to a person please?', at + minute),
  { type: 'notice', id: 'row-handoff', seq: 5, at: at + minute, by: ASSISTANT, key: 'handoff-started', params: {} },
]

export const context: Context = {
  reason: 'visitor-request',
  summary: 'A transfer of 250 € to a landlord, sent on Friday, has not arrived by Tuesday. The visitor asked for a person.',
  confidence: 0.46,
  sentiment: -0.5,
  fields: { Amount: '250 €', Sent: 'Friday', Recipient: 'Landlord' },
  articles: [{ id: 'pending-transfer', title: 'Why is my transfer pending?', url: '/articles/pending-transfer' }],
}
