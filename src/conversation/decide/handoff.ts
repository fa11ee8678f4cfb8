import type { CommandMap, DraftEvent, Header, Refusal, Told } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, say } from './drafts.ts'
import { leaveFloor } from './assist.ts'
import type { Deciders } from './deciders.ts'
import { running, superseded, writtenAgain } from './fence.ts'
import { reopened, started } from './openings.ts'
import { PROMISE, SAFETY, outOfHours, requested, wished } from './requested.ts'

/** Nobody has answered the last handoff, a moment ago: asking again at once would only send the visitor in a circle. */
export const tooSoon = ({ unanswered }: Header, { now, policy }: DecideContext): boolean =>
  unanswered !== undefined && now < unanswered.at + policy.handoffPause

/**
 * Whether the assistant waits with its wish: not where the visitor asks, in a button or in words, nor where somebody may be in danger
 * or was told that a person comes.
 */
export const heldBack = (header: Header, { reason, rule }: Told, context: DecideContext): boolean =>
  reason !== 'visitor-request' && rule !== SAFETY && rule !== PROMISE && tooSoon(header, context)

/**
 * Nobody can be asked now. A visitor's own question is still answered by the assistant; where it has read what is owed, and all of that
 * asks for a person, what was told is the answer.
 */
function unasked(header: Header, { upTo }: CommandMap['handoff-request'], context: DecideContext): DraftEvent[] | Refusal {
  const { owedTo } = header
  const open = header.phase === 'closed' ? reopened('bot', context) : []
  const tasks = header.phase === 'handback' ? [draft('tasks-ended', ASSISTANT, { reason: 'question' })] : []
  if (context.by.kind === 'visitor') return [...open, ...tasks, ...outOfHours(header, context)]
  // who settles what is owed has read it
  if (upTo !== undefined && upTo < (owedTo ?? 0)) return writtenAgain
  const settled = upTo === undefined || owedTo === undefined ? [] : [draft('turn-skipped', MACHINE, { upTo: owedTo })]
  return [...abortTurn(header, 'handoff'), ...tasks, ...outOfHours(header, context), ...settled]
}

export const handoff = {
  'handoff-request': (header, data, context) => {
    const visitor = context.by.kind === 'visitor'
    const away = context.closed !== undefined && (visitor || data.rule !== SAFETY)
    if (!header) return [...started(context, data), ...(away ? outOfHours(null, context) : requested(context, 'visitor-request'))]
    if (data.turn !== undefined && !running(header, { turn: data.turn, attempt: data.attempt ?? 0 })) return superseded
    // asking again while a person is wanted, or there, changes nothing
    if (header.phase === 'queued' || header.phase === 'human') return []
    if (away) return unasked(header, data, context)
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
