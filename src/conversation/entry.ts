import type { Header, Id, IndexEntry } from '../protocol/index.ts'
import { isStaff } from '../protocol/index.ts'

/** What a conversation shows in lists. */
export function entryOf(conversation: Id, header: Header): IndexEntry {
  const { holder } = header.floor
  const person = holder && isStaff(holder) ? header.people.find(({ id }) => id === holder.id) : undefined
  const due = header.deadlines[0]?.at
  return {
    conversation,
    at: { log: header.log, seq: header.seq },
    phase: header.phase,
    ...(person ? { holder: person.id, holderName: person.name } : {}),
    visitor: header.visitor,
    visitorName: header.people.find(({ kind }) => kind === 'visitor')?.name ?? '',
    ...(header.route?.team === undefined ? {} : { team: header.route.team }),
    priority: header.route?.priority ?? 0,
    since: header.since,
    updated: header.at,
    ...(header.handoff ? { reason: header.handoff.reason } : {}),
    ...(due === undefined ? {} : { due }),
    preview: header.preview,
    ...(header.ticket ? { ticket: true } : {}),
    ...(header.away ? { away: true } : {}),
    ...(header.route?.agent === undefined ? {} : { agent: header.route.agent }),
    ...(header.tags ? { tags: header.tags } : {}),
    ...(header.escalated ? { escalated: true } : {}),
    ...(header.followUp?.state === 'due' ? { followUp: true } : {}),
  }
}
