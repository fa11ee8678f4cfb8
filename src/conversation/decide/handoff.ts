import type { Header, Told } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, say } from './drafts.ts'
import { leaveFloor } from './assist.ts'
import type { Deciders } from './deciders.ts'
import { running, superseded } from './fence.ts'
import { reopened, started } from './openings.ts'
import { PROMISE, SAFETY, requested, wished } from './requested.ts'

/** Nobody has answered the last handoff, a moment ago: asking again at once would only send the visitor in a circle. */
export const tooSoon = ({ unanswered }: Header, { now, policy }: DecideContext): boolean =>
  unanswered !== undefined && now < unanswered.at + policy.handoffPause

/**
 * Whether the assistant waits with its wish: not where the visitor asks, in a button or in words, nor where somebody may be in danger
 * or was told that a person comes.
 */
export const heldBack = (header: Header, { reason, rule }: Told, context: DecideContext): boolean =>
  reason !== 'visitor-request' && rule !== SAFETY && rule !== PROMISE && tooSoon(header, context)

export const handoff = {
  'handoff-request': (header, data, context) => {
    const visitor = context.by.kind === 'visitor'
    if (!header) return [...started(context, data), ...requested(context, 'visitor-request')]
    if (data.turn !== undefined && !running(header, { turn: data.turn, attempt: data.attempt ?? 0 })) return superseded
    // asking again while a person is wanted, or there, changes nothing
    if (header.phase === 'queued' || header.phase === 'human') return []
    if (!visitor && heldBack(header, data, context)) return refuse('handoff/too-soon', 'Nobody has answered a moment ago.')
    const first = header.phase === 'closed' ? reopened('queue', context) : abortTurn(header, 'handoff')
    return [...first, ...(visitor ? requested(context, 'visitor-request') : wished(context, data))]
  },
  'handoff-cancel': (header, _data, context) => [
    ...(header ? leaveFloor(header) : []),
    draft('handoff-cancelled', context.by, {}),
    say('handoff-cancelled'),
  ],
} satisfies Partial<Deciders>
