import type { CommandMap, DraftEvent, Header, Id, Refusal } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE, textOf } from '../../protocol/index.ts'
import { leaveFloor, notOpen } from './assist.ts'
import { writtenAgain } from './fence.ts'
import type { Deciders } from './deciders.ts'
import type { DecideContext } from './drafts.ts'
import { draft, filled, given, notice, say, ticket } from './drafts.ts'
import { refuse } from '../rules.ts'
import { reopened, reopenedWith, started } from './openings.ts'
import { claimed } from './floor.ts'
import { crowded, tooMany } from './participants.ts'
import { answered } from './closing.ts'

/** Where a conversation ends before the closing tasks came to it, its end asks how the person was: it may be answered at any time. */
function endSurvey({ phase, survey, tasks }: Header, { now, policy }: DecideContext): DraftEvent[] {
  const left = phase === 'human' ? policy.closingTasks : tasks
  if (survey?.state !== 'open' || !left?.includes('survey')) return []
  return [draft('survey-asked', ASSISTANT, { episode: survey.episode, until: now + policy.surveyWait })]
}

function closed(header: Header, context: DecideContext, reason: 'resolved' | 'ended' | 'done'): DraftEvent[] {
  const { by } = context
  const leave = header.phase === 'queued' ? [draft('handoff-cancelled', by, {})] : []
  const end = [draft('conversation-closed', by, { reason }), notice('conversation-closed')]
  return [...leaveFloor(header), ...leave, ...endSurvey(header, context), ...end]
}

function visitorMessage(header: Header | null, data: CommandMap['message-send'], context: DecideContext, sent: DraftEvent): DraftEvent[] {
  if (!header) return [...started(context, data), sent]
  if (header.phase === 'closed') return reopenedWith(sent, header, context)
  const rating = /^\s*([1-7])\s*$/.exec(textOf(data.parts))?.[1]
  if (rating && header.phase === 'handback' && header.survey?.state === 'asked') {
    // the number is the answer, so nothing is owed for it; an earlier question stays open
    const settled = header.owed === undefined ? [draft('turn-skipped', MACHINE, { upTo: header.seq + 1 })] : []
    return [sent, ...settled, ...answered(header, { episode: header.survey.episode, score: Number(rating) }, context)]
  }
  return [sent]
}

function staffMessage(header: Header, data: CommandMap['message-send'], context: DecideContext, message: Id): DraftEvent[] | Refusal {
  const { by, person } = context
  const { parts, draft: used } = data
  // an action is approved, never sent
  if (used !== undefined && (!header.drafts?.includes(used) || header.actions?.includes(used))) return notOpen
  const sent = [
    draft('message-sent', by, { message, parts, ...(used === undefined ? {} : { assisted: true }) }),
    ...(used === undefined ? [] : [draft('draft-used', by, { draft: used, message })]),
  ]
  if (header.phase !== 'human') return [...claimed(header, context), ...sent]
  const beside = header.floor.holder?.id !== by.id && !header.helpers?.includes(by.id)
  if (beside && crowded(header)) return tooMany
  if (beside) return [draft('participant-joined', by, { person }), ...sent]
  // who writes is there
  return header.away && header.floor.holder?.id === by.id ? [draft('agent-returned', MACHINE, {}), ...sent] : sent
}

export const lifecycle = {
  'message-send': (header, data, context, command) => {
    if (context.by.kind !== 'visitor' && header) return staffMessage(header, data, context, command)
    return visitorMessage(header, data, context, draft('message-sent', context.by, { message: command, parts: data.parts }))
  },
  'read-mark': (header, data, context) => {
    if (!header) return []
    const side = context.by.kind === 'visitor' ? 'visitor' : 'staff'
    // who looks in without holding the floor promises nothing, and nobody's mark tells of hidden events
    const counts = side === 'visitor' || header.floor.holder?.id === context.by.id
    return counts && data.seq > header.read[side] && data.seq <= header.shown ? [draft('read-marked', context.by, { seq: data.seq })] : []
  },
  'ticket-create': (header, { text, contact }, context, command) =>
    filled(header, context)
      ? refuse('limit/reached', 'Several messages are on their way already; try again in a while.')
      : [
          ...(header ? (header.phase === 'closed' ? reopened('bot', context) : []) : started(context, {})),
          ticket(command, text, context, contact),
          say('ticket-created'),
        ],
  'ticket-file': (header, data) => (header?.filing?.some(({ ticket }) => ticket === data.ticket) ? [draft('ticket-filed', MACHINE, given(data))] : []),
  'conversation-end': (header, _data, context) => (header ? closed(header, context, header.phase === 'handback' ? 'done' : 'ended') : []),
  'conversation-resolve': (header, _data, context) => (header ? closed(header, context, 'resolved') : []),
  'conversation-finish': (header, data, context) =>
    header && !header.turn && (header.owedTo ?? 0) <= (data.upTo ?? header.seq) ? closed(header, context, 'done') : writtenAgain,
} satisfies Partial<Deciders>
