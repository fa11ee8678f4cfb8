import type { DraftEvent, HandoffReason } from '../../protocol/index.ts'
import { ASSISTANT } from '../../protocol/index.ts'
import type { DecideContext, Known } from './drafts.ts'
import { abortTurn, draft, say } from './drafts.ts'
import type { Deciders } from './deciders.ts'
import { running, superseded } from './fence.ts'
import { reopened, started } from './openings.ts'

/** Into the queue, with exactly one transition notice and what the next person should know. */
export function requested(context: DecideContext, reason: HandoffReason, told: Known = {}): DraftEvent[] {
  const { rule, summary, confidence, sentiment, fields, articles } = { ...context.known, ...told }
  return [
    draft('handoff-requested', context.by, { reason, until: context.now + context.policy.queueWait }),
    say('handoff-started'),
    draft('context-added', ASSISTANT, {
      reason,
      ...(rule === undefined ? {} : { rule }),
      ...(summary === undefined ? {} : { summary }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(sentiment === undefined ? {} : { sentiment }),
      ...(fields === undefined ? {} : { fields }),
      ...(articles === undefined ? {} : { articles }),
    }),
  ]
}

export const handoff = {
  'handoff-request': (header, data, context) => {
    const reason = context.by.kind === 'visitor' ? 'visitor-request' : (data.reason ?? 'assistant-request')
    if (!header) return [...started(context, data), ...requested(context, reason)]
    if (data.turn !== undefined && !running(header, { turn: data.turn, attempt: data.attempt ?? 0 })) return superseded
    // asking again while a person is wanted, or there, changes nothing
    if (header.phase === 'queued' || header.phase === 'human') return []
    const first = header.phase === 'closed' ? reopened(context) : abortTurn(header, 'handoff')
    return [...first, ...requested(context, reason, context.by.kind === 'visitor' ? {} : data)]
  },
  'handoff-cancel': (_header, _data, context) => [draft('handoff-cancelled', context.by, {}), say('handoff-cancelled')],
} satisfies Partial<Deciders>
