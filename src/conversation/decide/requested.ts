import type { CommandMap, DraftEvent, HandoffReason } from '../../protocol/index.ts'
import { ASSISTANT } from '../../protocol/index.ts'
import type { DecideContext, Known } from './drafts.ts'
import { draft, given, say } from './drafts.ts'

/** Into the queue, with exactly one transition notice and what the next person should know. */
export function requested(context: DecideContext, reason: HandoffReason, told: Known = {}, route: CommandMap['conversation-route'] = {}): DraftEvent[] {
  const { rule, summary, confidence, sentiment, fields, articles } = { ...context.known, ...told }
  return [
    draft('handoff-requested', context.by, { reason, until: context.now + context.policy.queueWait }),
    say('handoff-started'),
    draft('context-added', ASSISTANT, given({ reason, rule, summary, confidence, sentiment, fields, articles }) as Known & { reason: HandoffReason }),
    ...(Object.keys(route).length > 0 ? [draft('conversation-routed', ASSISTANT, route)] : []),
  ]
}
