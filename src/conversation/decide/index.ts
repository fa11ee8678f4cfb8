import type { Actor, DraftEvent, Header, Id, KnownCommand, Refusal } from '../../protocol/index.ts'
import { ASSISTANT, MACHINE } from '../../protocol/index.ts'
import { allow } from '../allow.ts'
import { refuse } from '../rules.ts'
import { assist } from './assist.ts'
import { closing } from './closing.ts'
import { deadlines } from './deadlines.ts'
import type { Deciders } from './deciders.ts'
import type { DecideContext } from './drafts.ts'
import { floor } from './floor.ts'
import { handoff } from './handoff.ts'
import { lifecycle } from './lifecycle.ts'
import { participants } from './participants.ts'
import { records } from './records.ts'
import { tools } from './tools.ts'
import { turns } from './turns.ts'

export type Decision = readonly DraftEvent[] | Refusal

const deciders: Deciders = { ...lifecycle, ...handoff, ...floor, ...participants, ...assist, ...closing, ...records, ...turns, ...tools, ...deadlines }

export const isRefusal = (decision: Decision): decision is Refusal => !Array.isArray(decision)

/** Nobody is two parties of one conversation: whoever tries their own widget claims it under another id. */
function strange(header: Header | null, { kind, id }: Actor): Refusal | undefined {
  if (kind === 'assistant' || kind === 'machine') return undefined
  const own = kind !== 'visitor' && header?.visitor === id
  return own || id === ASSISTANT.id || id === MACHINE.id ? refuse('command/forbidden', 'You cannot be two parties of one conversation.') : undefined
}

/**
 * What a command does to a conversation: events without their place in the log, or a refusal. Pure; the hub only.
 *
 * @param header the machine's record, or `null` when the conversation has not begun.
 * @example decide(header, { id, type: 'floor-claim', data: {} }, { by, person, now, policy })
 */
export function decide(header: Header | null, command: KnownCommand, context: DecideContext): Decision {
  const refusal = allow(header, command, context.by) ?? strange(header, context.by)
  if (refusal) return refusal
  const decider = deciders[command.type] as (header: Header | null, data: unknown, context: DecideContext, command: Id) => DraftEvent[] | Refusal
  return decider(header, command.data, context, command.id)
}
