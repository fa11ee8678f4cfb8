import type { DeadlineKey, DraftEvent, Header } from '../../protocol/index.ts'
import { MACHINE } from '../../protocol/index.ts'
import { refuse } from '../allow.ts'
import type { DecideContext } from './drafts.ts'
import { draft, notice, say } from './drafts.ts'
import { failed } from './turns.ts'
import type { Deciders } from './deciders.ts'

const close = (reason: 'done' | 'idle'): DraftEvent[] => [draft('conversation-closed', MACHINE, { reason }), notice('conversation-closed')]

/** What happens when a deadline has passed. `owed` is not here: the hub takes it up by starting a turn. */
const passed: Readonly<Record<Exclude<DeadlineKey, 'owed'>, (header: Header, context: DecideContext) => DraftEvent[]>> = {
  turn: (header, context) => failed(header, true, 'provider/time-out', context),
  queue: () => [draft('handoff-expired', MACHINE, { outcome: 'bot' }), say('handoff-expired')],
  'agent-back': (_header, { now, policy }) => [
    draft('floor-transferred', MACHINE, { reason: 'agent-lost', until: now + policy.queueWait }),
    notice('agent-lost'),
  ],
  survey: (header) => [draft('survey-expired', MACHINE, { episode: header.survey?.episode ?? 0 }), ...close('idle')],
  'anything-else': () => close('done'),
  idle: () => close('idle'),
}

const ending: ReadonlySet<DeadlineKey> = new Set<DeadlineKey>(['survey', 'anything-else', 'idle'])
const notDue = refuse('deadline/not-due', 'This deadline does not stand, or not yet.')

export const deadlines = {
  'deadline-pass': (header, data, context) => {
    const due = header?.deadlines.find(({ key, at }) => key === data.key && at === data.at)
    if (!header || !due || due.key === 'owed' || context.now < due.at) return notDue
    // a question that waits for its answer goes before the end of the conversation
    return header.owed !== undefined && ending.has(due.key) ? notDue : passed[due.key](header, context)
  },
} satisfies Partial<Deciders>
