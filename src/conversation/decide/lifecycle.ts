import type { CommandMap, DraftEvent, Header } from '../../protocol/index.ts'
import { MACHINE, textOf } from '../../protocol/index.ts'
import { refuse } from '../allow.ts'
import type { Deciders } from './deciders.ts'
import type { DecideContext } from './drafts.ts'
import { abortTurn, draft, notice, say } from './drafts.ts'
import { reopened, started } from './openings.ts'
import { claimed } from './floor.ts'
import { answered } from './closing.ts'
import { requested } from './handoff.ts'

function closed(header: Header, by: DecideContext['by'], reason: 'resolved' | 'ended' | 'done'): DraftEvent[] {
  const leave = header.phase === 'queued' ? [draft('handoff-cancelled', by, {})] : []
  return [...abortTurn(header, 'end'), ...leave, draft('conversation-closed', by, { reason }), notice('conversation-closed')]
}

function visitorMessage(header: Header | null, data: CommandMap['message-send'], context: DecideContext, sent: DraftEvent): DraftEvent[] {
  if (!header) return [...started(context, data), sent]
  if (header.phase === 'closed') return [...reopened(context), sent, ...(context.policy.onReopen === 'queue' ? requested(context, 'visitor-request') : [])]
  const rating = /^\s*([1-7])\s*$/.exec(textOf(data.parts))?.[1]
  if (rating && header.phase === 'handback' && header.survey?.state === 'asked') {
    // the number is the answer, so nothing is owed for it; an earlier question stays open
    const settled = header.owed === undefined ? [draft('turn-skipped', MACHINE, { upTo: header.seq + 1 })] : []
    return [sent, ...settled, ...answered(header, { episode: header.survey.episode, score: Number(rating) }, context)]
  }
  return [sent]
}

function staffMessage(header: Header, context: DecideContext, sent: DraftEvent): DraftEvent[] {
  if (header.phase !== 'human') return [...claimed(header, context), sent]
  const known = header.people.some(({ id }) => id === context.by.id)
  return known ? [sent] : [draft('participant-joined', context.by, { person: context.person }), sent]
}

export const lifecycle = {
  'message-send': (header, data, context, command) => {
    const sent = draft('message-sent', context.by, { message: command, parts: data.parts })
    return context.by.kind === 'visitor' || !header ? visitorMessage(header, data, context, sent) : staffMessage(header, context, sent)
  },
  'read-mark': (header, data, context) => {
    if (!header) return []
    const side = context.by.kind === 'visitor' ? 'visitor' : 'staff'
    // who looks in without holding the floor promises nothing, and nobody's mark tells of hidden events
    const counts = side === 'visitor' || header.floor.holder?.id === context.by.id
    return counts && data.seq > header.read[side] && data.seq <= header.shown ? [draft('read-marked', context.by, { seq: data.seq })] : []
  },
  'ticket-create': (header, data, context, command) => [
    ...(header ? (header.phase === 'closed' ? reopened(context) : []) : started(context, {})),
    draft('ticket-created', context.by, { ticket: command, text: data.text, ...(data.contact === undefined ? {} : { contact: data.contact }) }),
    say('ticket-created'),
  ],
  'note-add': (_header, data, context, command) => [draft('note-added', context.by, { note: command, text: data.text, person: context.person })],
  'conversation-end': (header, _data, context) => (header ? closed(header, context.by, header.phase === 'handback' ? 'done' : 'ended') : []),
  'conversation-resolve': (header, _data, context) => (header ? closed(header, context.by, 'resolved') : []),
  'conversation-finish': (header, data, context) =>
    header && !header.turn && (header.owedTo ?? 0) <= (data.upTo ?? header.seq)
      ? closed(header, context.by, 'done')
      : refuse('turn/superseded', 'The visitor has written again.'),
} satisfies Partial<Deciders>
