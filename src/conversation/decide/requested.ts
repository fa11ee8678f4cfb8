import type { CommandMap, DraftEvent, HandoffReason, Header, Told } from '../../protocol/index.ts'
import { ASSISTANT } from '../../protocol/index.ts'
import type { DecideContext, Known } from './drafts.ts'
import { draft, given, notice, say } from './drafts.ts'

/** The rule that fires when somebody may be in danger: such a handoff is never held back, and says where help is. */
export const SAFETY = 'safety'
/** The rule that fires when the assistant has said that a person comes. */
export const PROMISE = 'promise-audit'

/** Into the queue, with exactly one transition notice and what the next person should know. */
export function requested(context: DecideContext, reason: HandoffReason, told: Known = {}, route: CommandMap['conversation-route'] = {}): DraftEvent[] {
  const { rule, summary, confidence, sentiment, fields, articles } = { ...context.known, ...told }
  return [
    draft('handoff-requested', context.by, { reason, until: context.now + context.policy.queueWait }),
    say(told.rule === SAFETY ? 'safety-started' : 'handoff-started'),
    draft('context-added', ASSISTANT, given({ reason, rule, summary, confidence, sentiment, fields, articles }) as Known & { reason: HandoffReason }),
    ...(Object.keys(route).length > 0 ? [draft('conversation-routed', ASSISTANT, route)] : []),
  ]
}

/**
 * Nobody of the team is there, and the visitor is told so instead of being kept waiting: they can leave a message, and the assistant is
 * still there. What stands there already, as the newest that was said, is not said again, unless they come back at another time now.
 */
export const outOfHours = (header: Header | null, { closed }: DecideContext): DraftEvent[] =>
  header?.awayTold && header.awayTold.at === closed?.at ? [] : [notice('out-of-hours', closed?.at === undefined ? {} : { at: closed.at }, ASSISTANT)]

/** The same, as the assistant has put it. */
export function wished(context: DecideContext, { reason = 'assistant-request', team, priority, ...told }: Told): DraftEvent[] {
  return requested(context, reason, told, given<CommandMap['conversation-route']>({ team, priority }))
}
