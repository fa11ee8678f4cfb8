import type { CommandMap, DraftEvent, Header } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { inWords } from '../refusals.ts'
import { refuse, wrongPhase } from '../rules.ts'
import { committed, metered } from './commit.ts'
import { running, superseded, writtenAgain } from './fence.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, hidden, say } from './drafts.ts'
import { startAssist } from './assist.ts'
import { tooSoon } from './handoff.ts'
import { outOfHours, requested } from './requested.ts'
import type { Deciders } from './deciders.ts'

/** Nobody waits longer than this for an answer to begin: a service that asks for a longer pause counts as down. Milliseconds. */
const PATIENCE = 10_000

type Failure = Pick<CommandMap['turn-fail'], 'code' | 'retryable' | 'retryAfter' | 'parts' | 'meter'>

/** A failed attempt: another one later, or a stated failure and a person. What was shown stays, and then nothing is tried again. */
export function failed(header: Header, { code, retryable, retryAfter = 0, parts, meter }: Failure, context: DecideContext): DraftEvent[] {
  if (!header.turn) return []
  const { id, attempt, message, kind } = header.turn
  const { policy, now } = context
  const spent = metered({ turn: id, attempt, ...(meter && { meter }) })
  const lost = draft('turn-failed', MACHINE, { turn: id, attempt, code })
  // who holds the floor can ask again
  if (kind) return [...spent, hidden(lost)]
  if (!parts && retryable && retryAfter <= PATIENCE && attempt < policy.turnAttempts) {
    return [...spent, draft('turn-failed', MACHINE, { turn: id, attempt, code, retryAt: now + Math.max(policy.turnRetry, retryAfter) })]
  }
  const shown = parts ? [draft('message-sent', ASSISTANT, { message, parts, cut: true })] : []
  const wanted = policy.onFailure === 'handoff' && !tooSoon(header, context)
  const person = context.closed ? outOfHours(parts ? null : header, context) : requested({ ...context, by: ASSISTANT }, 'assistant-failed')
  return [...shown, ...spent, lost, say('answer-failed'), ...(wanted ? person : [])]
}

export const turns = {
  'turn-start': (header, data, context) => {
    if (header && data.kind) return startAssist(header, data, context)
    if (header?.phase === 'human') return inWords(wrongPhase(header))
    if (!header || header.owed === undefined || header.turn) return refuse('turn/not-owed', 'Nothing waits for an answer, or a turn is already running.')
    if (data.attempt !== header.attempts + 1) return superseded
    // who answers has not seen what came after, and would settle it
    if (data.upTo !== undefined && data.upTo < (header.owedTo ?? 0)) return writtenAgain
    const { turn, attempt, message } = data
    return [
      // a question during the closing tasks ends them
      ...(header.phase === 'handback' ? [draft('tasks-ended', ASSISTANT, { reason: 'question' })] : []),
      draft('turn-started', ASSISTANT, { turn, attempt, message, until: context.now + context.policy.turnTime }),
    ]
  },
  'turn-commit': committed,
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
    if (data.upTo < header.owedTo) return writtenAgain
    return [draft('turn-skipped', MACHINE, { upTo: data.upTo })]
  },
  'turn-fail': (header, data, context) => (running(header, data) ? failed(header, data, context) : superseded),
  // what was used was used, whatever runs by now
  'turn-meter': (_header, data) => metered(data),
} satisfies Partial<Deciders>
