import type { CommandMap, DraftEvent, HeldAction, Header, Refusal } from '../../protocol/index.ts'
import { ASSISTANT } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import { offer, roomFor } from './assist.ts'
import type { DecideContext } from './drafts.ts'
import { draft, given, hidden, say } from './drafts.ts'
import { running, superseded } from './fence.ts'
import { heldBack } from './handoff.ts'
import { SAFETY, outOfHours, wished } from './requested.ts'

type Commit = CommandMap['turn-commit']

/** What an attempt has used, for the budget of the conversation. */
export const metered = ({ turn, attempt, meter }: Pick<Commit, 'turn' | 'attempt' | 'meter'>): DraftEvent[] =>
  meter ? [draft('turn-metered', ASSISTANT, { turn, attempt, ...given(meter) })] : []

/** What may run once it is approved, and by whom. */
const holding = (held: HeldAction | undefined, approval: HeldAction['approval']): DraftEvent[] =>
  held ? [draft('action-held', ASSISTANT, given({ ...held, approval }))] : []

/** The same for a person to approve. */
const offering = (held: HeldAction | undefined): DraftEvent[] => {
  if (!held) return []
  const { action, title, details } = held
  return [offer(action, [{ type: 'text', text: details === undefined ? title : `${title}\n\n${details}` }], action)]
}

const asking = ({ action, title, details }: HeldAction): DraftEvent =>
  draft('permission-asked', ASSISTANT, { permission: action, title, ...(details === undefined ? {} : { details }) })

/** The end of a turn that assists a person: everything is offered to them, and the visitor is asked nothing. */
function assisted(header: Header, message: string, data: Commit, done: DraftEvent): DraftEvent[] {
  const { parts, held } = data
  return [
    ...roomFor(header, Number(parts !== undefined) + Number(held !== undefined)),
    ...(parts ? [offer(message, parts)] : []),
    ...metered(data),
    ...holding(held, 'agent'),
    hidden(done),
    ...offering(held),
  ]
}

/** The end of a turn: its answer, what it has used, what the assistant wants to do, and whether a person is wanted. */
export function committed(header: Header | null, data: Commit, context: DecideContext): DraftEvent[] | Refusal {
  const { turn, attempt, parts, cut, held, handoff } = data
  if (!running(header, data) || data.floor !== header.turn?.floor) return superseded
  if (!parts && !held && !handoff) return refuse('command/invalid', 'A turn ends with an answer, an action or a wish for a person.')
  const { message, kind } = header.turn
  const done = draft('turn-done', ASSISTANT, { turn, attempt })
  if (kind) return assisted(header, message, data, done)
  const wish = handoff ?? (held?.approval === 'agent' ? {} : undefined)
  const away = wish !== undefined && wish.rule !== SAFETY && context.closed !== undefined
  const passed = wish !== undefined && !away && !heldBack(header, wish, context)
  const said = [...(parts ? [draft('message-sent', ASSISTANT, { message, parts, ...(cut && { cut }) })] : []), ...metered(data)]
  // nobody comes, whatever was said of it: nobody is there to approve anything, and the visitor is not left waiting
  if (wish && !passed) return [...said, done, ...(away ? outOfHours(parts ? null : header, context) : [say('answer-failed')])]
  const ended = [...said, ...holding(held, passed ? 'agent' : 'visitor'), done]
  // who holds the floor next approves what is held: a visitor who waits for a person is asked nothing
  if (passed) return [...ended, ...wished(context, wish), ...offering(held)]
  return held ? [...ended, asking(held)] : ended
}
