import type { DeadlineKey, DraftEvent, Header, Id } from '../../protocol/index.ts'
import { MACHINE } from '../../protocol/index.ts'
import { leaveFloor } from './assist.ts'
import { refuse } from '../rules.ts'
import type { DecideContext } from './drafts.ts'
import { draft, filled, notice, say, ticket } from './drafts.ts'
import { failed } from './turns.ts'
import type { Deciders } from './deciders.ts'

const close = (reason: 'done' | 'idle'): DraftEvent[] => [draft('conversation-closed', MACHINE, { reason }), notice('conversation-closed')]

/** Nobody came. Once too often, and what the visitor wanted is kept for later, if there is room, instead of sending them in a circle. */
function unanswered(header: Header, context: DecideContext, command: Id): DraftEvent[] {
  const left = leaveFloor(header)
  if ((header.unanswered?.count ?? 0) < context.policy.handoffLimit || filled(header, context)) {
    return [...left, draft('handoff-expired', MACHINE, { outcome: 'bot' }), say('handoff-expired')]
  }
  return [
    ...left,
    draft('handoff-expired', MACHINE, { outcome: 'ticket' }),
    ticket(command, header.preview, { ...context, by: MACHINE }),
    say('handoff-ticketed'),
    draft('conversation-closed', MACHINE, { reason: 'ticket' }),
    notice('conversation-closed'),
  ]
}

/** These are taken up by the hub: it starts a turn, removes what is to be removed, or gives a message to the site's own system. */
type Taken = 'owed' | 'erase' | 'ticket'
const taken: ReadonlySet<DeadlineKey> = new Set<Taken>(['owed', 'erase', 'ticket'])
const isTaken = (key: DeadlineKey): key is Taken => taken.has(key)

/** What happens when a deadline has passed. */
const passed: Readonly<Record<Exclude<DeadlineKey, Taken>, (header: Header, context: DecideContext, command: Id) => DraftEvent[]>> = {
  turn: (header, context) => failed(header, { code: 'provider/time-out', retryable: true }, context),
  queue: unanswered,
  'agent-back': (header, { now, policy }) => [
    ...leaveFloor(header),
    draft('floor-transferred', MACHINE, { reason: 'agent-lost', until: now + policy.queueWait }),
    notice('agent-lost'),
  ],
  survey: (header) => [draft('survey-expired', MACHINE, { episode: header.survey?.episode ?? 0 }), ...close('idle')],
  'follow-up': () => close('done'),
  'anything-else': () => close('done'),
  summary: (header) => [draft('summary-expired', MACHINE, { episode: header.summary ?? 0 })],
  assist: (header) => [draft('assist-expired', MACHINE, { request: header.assist?.request ?? '' })],
  'come-back': () => [draft('follow-up-due', MACHINE, {})],
  idle: () => close('idle'),
}

const ending: ReadonlySet<DeadlineKey> = new Set<DeadlineKey>(['survey', 'follow-up', 'anything-else', 'idle'])
const notDue = refuse('deadline/not-due', 'This deadline does not stand, or not yet.')

export const deadlines = {
  'deadline-pass': (header, data, context, command) => {
    const due = header?.deadlines.find(({ key, at }) => key === data.key && at === data.at)
    if (!header || !due || isTaken(due.key) || context.now < due.at) return notDue
    // a question that waits for its answer goes before the end of the conversation
    return header.owed !== undefined && ending.has(due.key) ? notDue : passed[due.key](header, context, command)
  },
} satisfies Partial<Deciders>
