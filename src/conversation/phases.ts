import type { EventType, Phase } from '../protocol/index.ts'

/** Who holds the floor in each phase. */
export const holderOf: Readonly<Record<Phase, 'assistant' | 'person' | 'nobody'>> = {
  bot: 'assistant',
  queued: 'nobody',
  human: 'person',
  handback: 'assistant',
  closed: 'nobody',
}

/**
 * The transition table: in which phase an event may stand, and the phase that it leads to. An event of these types
 * anywhere else in a log is illegal and changes nothing. `handoff-expired` leads back to the assistant; where a ticket
 * ends the conversation instead, `conversation-closed` follows in the same append. A claim during the closing tasks is
 * `tasks-ended` and `floor-claimed` in one append, and a visitor who ends the conversation while waiting is
 * `handoff-cancelled` and `conversation-closed` in one append. A closed conversation that is reopened for a person is
 * `conversation-reopened` and `handoff-requested` in one append.
 */
export const transitions = {
  bot: { 'handoff-requested': 'queued', 'floor-claimed': 'human', 'conversation-closed': 'closed', 'conversation-erased': 'closed' },
  queued: { 'floor-claimed': 'human', 'handoff-cancelled': 'bot', 'handoff-expired': 'bot', 'conversation-erased': 'closed' },
  human: { 'floor-returned': 'handback', 'floor-transferred': 'queued', 'conversation-closed': 'closed', 'conversation-erased': 'closed' },
  handback: { 'tasks-ended': 'bot', 'handoff-requested': 'queued', 'conversation-closed': 'closed', 'conversation-erased': 'closed' },
  closed: { 'conversation-reopened': 'bot', 'conversation-erased': 'closed' },
} as const satisfies Readonly<Record<Phase, Partial<Record<EventType, Phase>>>>

/** Events that move a conversation from one phase to another. */
export type TransitionType = { [P in Phase]: keyof (typeof transitions)[P] }[Phase]

const table: Readonly<Record<Phase, Partial<Record<string, Phase>>>> = transitions
const moving = new Set<string>(Object.values(table).flatMap((row) => Object.keys(row)))

/** Whether an event type moves a conversation at all. */
export const moves = (type: string): type is TransitionType => moving.has(type)

/** The phase after an event, or `undefined` where the event is illegal. */
export const nextPhase = (phase: Phase, type: string): Phase | undefined =>
  Object.hasOwn(table[phase], type) ? table[phase][type] : undefined
