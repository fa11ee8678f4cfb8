import type { MessageRow, PublicRow } from '../conversation/rows.ts'
import type { CommandMap, Person, PublicHeader } from '../protocol/index.ts'
import type { Outgoing } from './outbox.ts'

/**
 * What pending commands add to the confirmed view. The page never invents events: this is drawn on top, and leaves when
 * the event of its command is there or the command was refused.
 */

const me: Person = { id: 'visitor-me', kind: 'visitor', name: '' }

function pendingRow({ command, at, acked, refusal }: Outgoing): MessageRow | undefined {
  if (command.type !== 'message-send') return undefined
  const { parts } = command.data as CommandMap['message-send']
  const row = { type: 'message', id: command.id, seq: 0, at, author: me, parts } as const
  if (refusal) return { ...row, delivery: 'failed', failure: refusal.message }
  return { ...row, delivery: acked ? 'sent' : 'sending' }
}

/** Own messages that are not confirmed yet, oldest first. */
export const pendingRows = (outgoing: readonly Outgoing[]): readonly MessageRow[] => outgoing.flatMap((one) => pendingRow(one) ?? [])

const confirmed = new WeakMap<PublicRow, PublicRow>()

/** A confirmed row as its reader sees it: own messages are `sent`. The same row gives the same object. */
export function confirmedRow(row: PublicRow): PublicRow {
  if (row.type !== 'message' || row.author.kind !== 'visitor') return row
  const known = confirmed.get(row)
  if (known) return known
  const own: PublicRow = { ...row, delivery: 'sent' }
  confirmed.set(row, own)
  return own
}

const pending = (outgoing: readonly Outgoing[], type: string): boolean => outgoing.some(({ command, refusal }) => command.type === type && !refusal)

export const waits = (header: PublicHeader | null, outgoing: readonly Outgoing[]): boolean => {
  if (header?.phase === 'human') return false
  return (header?.phase === 'queued' && !pending(outgoing, 'handoff-cancel')) || pending(outgoing, 'handoff-request')
}

/** The episode that can be rated now. */
export const openSurvey = (header: PublicHeader | null, outgoing: readonly Outgoing[]): number | null =>
  header?.survey?.state === 'asked' && !pending(outgoing, 'survey-answer') ? header.survey.episode : null
