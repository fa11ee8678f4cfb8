import type { DraftEvent, Header, Id, KnownCommand, Refusal } from '../../protocol/index.ts'
import { allow } from '../allow.ts'
import { closing } from './closing.ts'
import { deadlines } from './deadlines.ts'
import type { Deciders } from './deciders.ts'
import type { DecideContext } from './drafts.ts'
import { floor } from './floor.ts'
import { handoff } from './handoff.ts'
import { lifecycle } from './lifecycle.ts'
import { turns } from './turns.ts'

export type Decision = readonly DraftEvent[] | Refusal

const deciders: Deciders = { ...lifecycle, ...handoff, ...floor, ...closing, ...turns, ...deadlines }

export const isRefusal = (decision: Decision): decision is Refusal => !Array.isArray(decision)

/**
 * What a command does to a conversation: events without their place in the log, or a refusal. Pure; the hub only.
 *
 * @param header the machine's record, or `null` when the conversation has not begun.
 * @example decide(header, { id, type: 'floor-claim', data: {} }, { by, person, now, policy })
 */
export function decide(header: Header | null, command: KnownCommand, context: DecideContext): Decision {
  const refusal = allow(header, command, context.by)
  if (refusal) return refusal
  const decider = deciders[command.type] as (header: Header | null, data: unknown, context: DecideContext, command: Id) => DraftEvent[] | Refusal
  return decider(header, command.data, context, command.id)
}
