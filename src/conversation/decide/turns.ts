import type { DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { refuse } from '../allow.ts'
import { running, superseded } from './fence.ts'
import type { DecideContext } from './drafts.ts'
import { draft, say } from './drafts.ts'
import { requested } from './handoff.ts'
import type { Deciders } from './deciders.ts'

/** A failed attempt: another one later, or a stated failure and a person. */
export function failed(header: Header, retryable: boolean, code: string, context: DecideContext): DraftEvent[] {
  const { turn } = header
  if (!turn) return []
  const { policy, now } = context
  if (retryable && turn.attempt < policy.turnAttempts) {
    return [draft('turn-failed', MACHINE, { turn: turn.id, attempt: turn.attempt, code, retryAt: now + policy.turnRetry })]
  }
  const handoff = policy.onFailure === 'handoff' ? requested({ ...context, by: ASSISTANT }, 'assistant-failed') : []
  return [draft('turn-failed', MACHINE, { turn: turn.id, attempt: turn.attempt, code }), say('answer-failed'), ...handoff]
}

export const turns = {
  'turn-start': (header, data, context) => {
    if (!header || header.owed === undefined || header.turn) return refuse('turn/not-owed', 'Nothing waits for an answer, or a turn is already running.')
    if (data.attempt !== header.attempts + 1) return superseded
    const { turn, attempt, message } = data
    return [
      // a question during the closing tasks ends them
      ...(header.phase === 'handback' ? [draft('tasks-ended', ASSISTANT, { reason: 'question' })] : []),
      draft('turn-started', ASSISTANT, { turn, attempt, message, until: context.now + context.policy.turnTime }),
    ]
  },
  'turn-commit': (header, data) => {
    if (!running(header, data) || data.floor !== header.turn?.floor) return superseded
    return [
      draft('message-sent', ASSISTANT, { message: header.turn.message, parts: data.parts }),
      draft('turn-done', ASSISTANT, { turn: data.turn, attempt: data.attempt }),
    ]
  },
  'turn-abort': (header, data) =>
    running(header, data) ? [draft('turn-aborted', MACHINE, { turn: data.turn, attempt: data.attempt, reason: 'question' })] : superseded,
  'turn-skip': (header, data) => {
    if (header?.owedTo === undefined || header.turn) return refuse('turn/not-owed', 'Nothing waits for an answer.')
    // who skips has not seen what came after
    if (data.upTo < header.owedTo) return refuse('turn/superseded', 'The visitor has written again.')
    return [draft('turn-skipped', MACHINE, { upTo: data.upTo })]
  },
  'turn-fail': (header, data, context) => (running(header, data) ? failed(header, data.retryable, data.code, context) : superseded),
} satisfies Partial<Deciders>
