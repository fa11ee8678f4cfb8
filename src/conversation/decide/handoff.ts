import type { CommandMap, Header } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, given, say } from './drafts.ts'
import type { Deciders } from './deciders.ts'
import { running, superseded } from './fence.ts'
import { reopened, started } from './openings.ts'
import { requested } from './requested.ts'

/** Nobody has answered the last handoff, a moment ago: asking again at once would only send the visitor in a circle. */
export const tooSoon = ({ unanswered }: Header, { now, policy }: DecideContext): boolean =>
  unanswered !== undefined && now < unanswered.at + policy.handoffPause

export const handoff = {
  'handoff-request': (header, data, context) => {
    const visitor = context.by.kind === 'visitor'
    const reason = visitor ? 'visitor-request' : (data.reason ?? 'assistant-request')
    if (!header) return [...started(context, data), ...requested(context, reason)]
    if (data.turn !== undefined && !running(header, { turn: data.turn, attempt: data.attempt ?? 0 })) return superseded
    // asking again while a person is wanted, or there, changes nothing
    if (header.phase === 'queued' || header.phase === 'human') return []
    // what the visitor asks for, in a button or in words, is always honoured
    if (!visitor && reason !== 'visitor-request' && tooSoon(header, context)) return refuse('handoff/too-soon', 'Nobody has answered a moment ago.')
    const first = header.phase === 'closed' ? reopened('queue', context) : abortTurn(header, 'handoff')
    const { team, priority, ...told } = data
    return [...first, ...requested(context, reason, visitor ? {} : told, visitor ? {} : given<CommandMap['conversation-route']>({ team, priority }))]
  },
  'handoff-cancel': (_header, _data, context) => [draft('handoff-cancelled', context.by, {}), say('handoff-cancelled')],
} satisfies Partial<Deciders>
