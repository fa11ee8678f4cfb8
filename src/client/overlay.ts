import type { PublicRow } from '../conversation/rows.ts'
import type { CommandMap, Id, Part, Person, PublicHeader } from '../protocol/index.ts'
import { type Outgoing, isShown } from './outbox.ts'

/**
 * What pending commands add to the confirmed view. The page never invents events: this is drawn on top, and leaves when
 * the event of its command is there or the command was refused.
 */

const me: Person = { id: 'visitor-me', kind: 'visitor', name: '' }

const rows = new WeakMap<Outgoing, PublicRow>()

/** What was left for later and refused stands there as a message that failed: no word of it is lost. */
const wordsOf = ({ text, contact }: CommandMap['ticket-create']): readonly Part[] => [
  { type: 'text', text: contact ? `${text}\n\n${contact}` : text },
]

/** The same command gives the same object, until something happens to it. */
function pendingRow(outgoing: Outgoing): PublicRow {
  const { command, at, acked, refusal } = outgoing
  const { id, type } = command
  const base = { id, seq: 0, at }
  const make = (): PublicRow => {
    if (type === 'message-rate') return { ...(command.data as CommandMap['message-rate']), ...base, type: 'message-rating' }
    if (type === 'form-submit') return { ...(command.data as CommandMap['form-submit']), ...base, type: 'form' }
    if (type === 'ticket-create' && !refusal) return { ...(command.data as CommandMap['ticket-create']), ...base, type: 'ticket' }
    const { parts = wordsOf(command.data as CommandMap['ticket-create']) } = command.data as Partial<CommandMap['message-send']>
    return {
      ...base,
      type: 'message',
      author: me,
      parts,
      ...(refusal ? { delivery: 'failed', failure: refusal.code } : { delivery: acked ? 'sent' : 'sending' }),
    }
  }
  const row = rows.get(outgoing) ?? make()
  rows.set(outgoing, row)
  return row
}

/** Own messages, forms, tickets and ratings of messages that are not confirmed yet, oldest first. */
export const pendingRows = (outgoing: readonly Outgoing[]): readonly PublicRow[] => outgoing.filter(isShown).map(pendingRow)

/** Whether a command is on its way, or not in the view yet. */
export const isPending = (outgoing: readonly Outgoing[], types: RegExp): boolean =>
  outgoing.some(({ command, refusal }) => types.test(command.type) && !refusal)

export const waits = (header: PublicHeader | null, outgoing: readonly Outgoing[]): boolean => {
  if (header?.phase === 'human') return false
  const last = outgoing.findLast(({ command, refusal }) => !refusal && /^handoff-(request|cancel)$/.test(command.type))
  return last ? last.command.type === 'handoff-request' : header?.phase === 'queued'
}

/** The episode that can be rated now. */
export const openSurvey = (header: PublicHeader | null, outgoing: readonly Outgoing[]): number | null =>
  header?.survey?.state === 'asked' && !isPending(outgoing, /^survey/) ? header.survey.episode : null

/** Whether the visitor is asked if somebody should come back, and has not said. */
export const openFollowUp = (header: PublicHeader | null, outgoing: readonly Outgoing[]): boolean =>
  header?.followUp?.state === 'asked' && !isPending(outgoing, /^follow-up/)

/** What the visitor is asked to agree to, until their answer is in the log. */
export const openPermission = (header: PublicHeader | null, outgoing: readonly Outgoing[]): { readonly id: Id; readonly answered: boolean } | null =>
  header?.permission ? { id: header.permission, answered: isPending(outgoing, /^permission/) } : null
