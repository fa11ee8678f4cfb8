import type { DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { inWords } from '../refusals.ts'
import { refuse, wrongPhase } from '../rules.ts'
import { running, superseded } from './fence.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, hidden, say } from './drafts.ts'
import { offered, startAssist } from './assist.ts'
import { tooSoon } from './handoff.ts'
import { requested } from './requested.ts'
import type { Deciders } from './deciders.ts'

/** A failed attempt: another one later, or a stated failure and a person. */
export function failed(header: Header, retryable: boolean, code: string, context: DecideContext): DraftEvent[] {
  const { turn } = header
  if (!turn) return []
  const { policy, now } = context
  // who holds the floor can ask again
  if (turn.kind) return [hidden(draft('turn-failed', MACHINE, { turn: turn.id, attempt: turn.attempt, code }))]
  if (retryable && turn.attempt < policy.turnAttempts) {
    return [draft('turn-failed', MACHINE, { turn: turn.id, attempt: turn.attempt, code, retryAt: now + policy.turnRetry })]
  }
  const handoff = policy.onFailure === 'handoff' && !tooSoon(header, context) ? requested({ ...context, by: ASSISTANT }, 'assistant-failed') : []
  return [draft('turn-failed', MACHINE, { turn: turn.id, attempt: turn.attempt, code }), say('answer-failed'), ...handoff]
}

export const turns = {
  'turn-start': (header, data, context) => {
    if (header && data.kind) return startAssist(header, data, context)
    if (header?.phase === 'human') return inWords(wrongPhase(header))
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
    const done = draft('turn-done', ASSISTANT, { turn: data.turn, attempt: data.attempt })
    if (header.turn.kind) return [...offered(header, header.turn.message, data.parts), hidden(done)]
    return [
      draft('message-sent', ASSISTANT, { message: header.turn.message, parts: data.parts }),
      done,
    ]
  },
  // what is not running any more is stopped already
  'turn-stop': (header, data) => (header?.turn?.message === data.message && !header.turn.kind ? abortTurn(header, 'stop') : []),
  'turn-keep': (header, data) => {
    const { stopped } = header ?? {}
    const same = stopped?.id === data.turn && stopped.attempt === data.attempt && stopped.floor === header?.floor.number
    return same && !header?.turn ? [draft('message-sent', ASSISTANT, { message: stopped.message, parts: data.parts, stopped: true })] : superseded
  },
  'turn-abort': (header, data) => (running(header, data) ? abortTurn(header, 'question') : superseded),
  'turn-skip': (header, data) => {
    if (header?.owedTo === undefined || header.turn) return refuse('turn/not-owed', 'Nothing waits for an answer.')
    // who skips has not seen what came after
    if (data.upTo < header.owedTo) return refuse('turn/superseded', 'The visitor has written again.')
    return [draft('turn-skipped', MACHINE, { upTo: data.upTo })]
  },
  'turn-fail': (header, data, context) => (running(header, data) ? failed(header, data.retryable, data.code, context) : superseded),
} satisfies Partial<Deciders>
