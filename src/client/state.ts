import type { PublicView } from '../conversation/index.ts'
import type { Id, Person } from '../protocol/index.ts'
import { isStaff } from '../protocol/index.ts'
import type { ChatState, ChatStatus } from './api.ts'
import type { Outgoing } from './outbox.ts'
import { openFollowUp, openPermission, openSurvey, waits } from './overlay.ts'

export interface Situation {
  readonly conversation: Id | null
  readonly view: PublicView | null
  readonly outgoing: readonly Outgoing[]
  readonly files: boolean
  readonly queue: { readonly place?: number; readonly wait?: number } | null
  readonly agentTyping: boolean
  /** Seq up to which a signal has said that the other side has everything. */
  readonly delivered: number
}

/** A message on its way into a closed conversation opens it again. */
const reopening = ({ outgoing }: Situation): boolean => outgoing.some(({ command, refusal }) => command.type === 'message-send' && !refusal)

export function chatState(now: Situation): ChatState {
  const header = now.view?.header ?? null
  return {
    conversation: now.conversation,
    phase: header?.phase ?? 'bot',
    floor: header?.floor.number ?? 1,
    survey: openSurvey(header, now.outgoing),
    followUp: openFollowUp(header, now.outgoing),
    permission: openPermission(header, now.outgoing),
    erased: header?.erased ?? false,
    answering: header?.stream !== undefined,
    waiting: waits(header, now.outgoing),
    hasEarlier: (now.view?.start ?? 0) > 0,
    files: now.files,
  }
}

const holder = ({ view }: Situation): Person | undefined => {
  const { header } = view ?? {}
  return header?.people.find((person) => person.id === header.floor.holder?.id && isStaff(person))
}

/** Who the visitor is talking to. */
export function chatStatus(now: Situation): ChatStatus {
  const header = now.view?.header ?? null
  if (waits(header, now.outgoing)) return { type: 'connecting', ...now.queue }
  if (header?.phase === 'closed' && !reopening(now)) return { type: 'closed' }
  const agent = holder(now)
  if (!agent || header?.phase !== 'human') return { type: 'assistant' }
  return now.agentTyping ? { type: 'typing', agent } : { type: 'agent', agent, away: header.away ?? false }
}
