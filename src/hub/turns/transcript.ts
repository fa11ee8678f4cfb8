import type { ReplyMessage } from '../../contracts/index.ts'
import { narrowPublic } from '../../conversation/index.ts'
import type { Person, StoredEvent } from '../../protocol/index.ts'
import { textOf } from '../../protocol/index.ts'

/** How much text of a conversation a model is given, newest first, in UTF-16 units: some 10,000 tokens. */
const BUDGET = 40_000

/**
 * What happened, for the model: messages, and a marker at each change of who holds the floor, so that it knows after a
 * hand-back what the person did and that it may speak again. What is owed (from that seq on) comes last.
 */
export function replyMessages(events: readonly StoredEvent[], people: readonly Person[], owed = Number.POSITIVE_INFINITY): ReplyMessage[] {
  // a question that came while the last answer was written stands before that answer in the log, and still waits
  const waits = ({ seq, type, by }: StoredEvent): boolean => seq >= owed && type === 'message-sent' && by.kind === 'visitor'
  const all = allMessages([...events.filter((event) => !waits(event)), ...events.filter(waits)], people)
  let left = BUDGET
  const first = all.findLastIndex(({ text }) => (left -= text.length) < 0)
  // what is to be answered is there whatever its length
  return all.slice(Math.min(first + 1, all.length - 1))
}

function allMessages(events: readonly StoredEvent[], people: readonly Person[]): ReplyMessage[] {
  const name = (id: string): string => people.find((person) => person.id === id)?.name ?? 'An agent'
  return events.flatMap((event): ReplyMessage[] => {
    const known = narrowPublic(event)
    if (!known) return []
    if (known.type === 'message-sent') {
      const text = textOf(known.data.parts)
      if (known.by.kind === 'visitor') return [{ role: 'visitor', text }]
      return known.by.kind === 'assistant' ? [{ role: 'assistant', text }] : [{ role: 'agent', name: name(known.by.id), text }]
    }
    const marker = markers[known.type as keyof typeof markers]
    return marker ? [{ role: 'system', text: marker(known.type === 'floor-claimed' ? known.data.agent.name : name(known.by.id)) }] : []
  })
}

const markers = {
  'handoff-requested': () => 'A person was asked for; the visitor waited in the queue.',
  'handoff-cancelled': () => 'The visitor no longer waits for a person; you hold the conversation.',
  'handoff-expired': () => 'No person was free in time; you hold the conversation and offered to take a message.',
  'floor-claimed': (agent: string) => `${agent}, a person, took over the conversation.`,
  'floor-returned': (agent: string) => `${agent} has finished and handed the conversation back to you.`,
  'conversation-reopened': () => 'The conversation was closed, and the visitor has written again.',
} as const satisfies Record<string, (agent: string) => string>
