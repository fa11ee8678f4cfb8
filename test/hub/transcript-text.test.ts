import { expect, it } from 'vitest'
import { transcriptText } from '../../src/hub/transcript-text.ts'
import type { StoredEvent } from '../../src/protocol/index.ts'

const day = Date.UTC(2027, 0, 15, 8)
const visitor = { kind: 'visitor', id: 'visitor-01' } as const
const assistant = { kind: 'assistant', id: 'assistant' } as const
const sarah = { kind: 'agent', id: 'agent-01', name: 'Sarah' } as const
const agent = { kind: sarah.kind, id: sarah.id } as const

/** The file of what happened, a minute apart, without the times. */
async function written(...happened: readonly (readonly [type: string, by: StoredEvent['by'], data: unknown, audience?: StoredEvent['audience']])[]): Promise<readonly string[]> {
  async function* events(): AsyncGenerator<StoredEvent> {
    for (const [index, [type, by, data, audience = 'everyone']] of happened.entries()) {
      yield { seq: index + 1, prev: index, at: day + index * 60_000, by, type, audience, data, cause: `command-${index}` }
    }
  }
  const lines: string[] = []
  for await (const line of transcriptText(events())) lines.push(line.replace(/^\[2027-01-15 08:\d\d UTC\] |\n$/g, ''))
  return lines
}

const started = ['conversation-started', visitor, { visitor: { id: visitor.id, kind: 'visitor', name: 'Maria' } }] as const
const claimed = ['floor-claimed', agent, { agent: sarah }] as const
const returned = ['floor-returned', agent, { tasks: ['survey'] }] as const
const asked = ['survey-asked', assistant, { episode: 1, until: day }] as const

it('tells of a rating, what was said of it, and of one that was not given', async () => {
  expect(await written(started, claimed, returned, asked, ['survey-answered', visitor, { episode: 1, score: 6, comment: 'Quick\nand kind' }])).toEqual([
    'AI Assistant: How was it, from 1 to 7?',
    'Maria (visitor) rated this 6 of 7: Quick\n    and kind',
  ])
  for (const type of ['survey-declined', 'survey-expired']) {
    const silent = [type, type === 'survey-declined' ? visitor : assistant, { episode: 1 }] as const
    expect(await written(started, claimed, returned, asked, silent, ['survey-answered', visitor, { episode: 1, score: 7 }])).toEqual([
      'AI Assistant: How was it, from 1 to 7?',
      '— No rating was given.',
      'Maria (visitor) rated this 7 of 7',
    ])
  }
})

it('tells of thumbs, of a message for later and of what was allowed', async () => {
  const ask = (id: string) => ['permission-asked', assistant, { permission: id, title: 'Send the card again?', details: '12 High Street' }] as const
  expect(
    await written(
      started,
      ['message-sent', assistant, { message: 'message-01', parts: [{ type: 'text', text: 'It is on its way.' }] }],
      ['message-rated', visitor, { message: 'message-01', rating: 'down', comment: 'It is not' }],
      ['message-rated', visitor, { message: 'message-01', rating: 'none' }],
      ['message-rated', visitor, { message: 'message-01', rating: 'up' }],
      ask('permission-01'),
      ['permission-answered', visitor, { permission: 'permission-01', granted: true }],
      ask('permission-02'),
      ['permission-answered', visitor, { permission: 'permission-02', granted: false }],
      ['ticket-created', visitor, { ticket: 'ticket-001', text: 'Call me', contact: 'maria@example.com' }],
      ['note-added', agent, { note: 'note-0001', text: 'canary', person: sarah }, 'staff'],
    ),
  ).toEqual([
    'AI Assistant: It is on its way.',
    'Maria (visitor) found an answer not helpful: It is not',
    'Maria (visitor) found an answer helpful',
    'AI Assistant asks: Send the card again?\n    12 High Street',
    'Maria (visitor): Yes',
    'AI Assistant asks: Send the card again?\n    12 High Street',
    'Maria (visitor): No',
    'Maria (visitor), for later: Call me\n    (reach me: maria@example.com)',
  ])
})
