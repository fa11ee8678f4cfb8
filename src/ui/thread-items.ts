import type { MessageRow, StaffRow } from '../conversation/rows.ts'
import type { QuickReply } from '../protocol/index.ts'
import { dayOf } from './time.ts'

/** A row with its place in the picture. */
export interface ThreadItem {
  readonly row: StaffRow
  /** First, last of a group: consecutive messages by one writer. */
  readonly first: boolean
  readonly last: boolean
  /** A new day begins with this row. */
  readonly newDay: boolean
}

/** Longest pause within a group, in milliseconds. */
const pause = 5 * 60_000

/** Who speaks in a row: messages, and the machine's texts that the assistant says. Lines and cards have no speaker. */
function speakerOf(row: StaffRow): string | undefined {
  if (row.type === 'message') return `${row.author.kind}:${row.author.id}`
  return row.type === 'notice' && row.by.kind === 'assistant' ? `${row.by.kind}:${row.by.id}` : undefined
}

/** Whether `b` continues what `a` says. */
export const continues = (a: StaffRow | undefined, b: StaffRow | undefined): boolean =>
  a !== undefined && b !== undefined && speakerOf(a) !== undefined && speakerOf(a) === speakerOf(b) &&
  b.at - a.at < pause && dayOf(a.at) === dayOf(b.at)

/** Groups rows by writer and day. `today`: its own first line is left out. */
export const threadItems = (rows: readonly StaffRow[], today: number): ThreadItem[] =>
  rows.map((row, index) => {
    const before = rows[index - 1]
    return {
      row,
      first: !continues(before, row),
      last: !continues(row, rows[index + 1]),
      newDay: dayOf(row.at) !== dayOf(before?.at ?? today),
    }
  })

// What the machine's own questions may be answered with, since a notice carries no parts.
const noticeReplies: Readonly<Record<string, readonly QuickReply[]>> = {
  'anything-else': [{ action: 'conversation-end' }],
  'handoff-expired': [{ action: 'ticket-create' }],
  'answer-failed': [{ action: 'handoff-request' }],
}

const repliesOf = (row: StaffRow): readonly QuickReply[] => {
  if (row.type === 'message') return row.parts.flatMap((part) => (part.type === 'quick-replies' ? part.options : []))
  return row.type === 'notice' ? (noticeReplies[row.key] ?? []) : []
}

/** Quick replies that may be pressed now: those of the newest row, looking through lines that offer nothing. The end ends them. */
export function openReplies(rows: readonly StaffRow[]): readonly QuickReply[] {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] as StaffRow
    const replies = repliesOf(row)
    if (replies.length > 0 || row.type !== 'notice' || row.key === 'conversation-closed') return replies
  }
  return []
}

/** The newest own message: the only one whose arrival is worth a word. */
export const newestOwn = (rows: readonly StaffRow[], isOwn: (row: MessageRow) => boolean): MessageRow | undefined =>
  rows.findLast((row): row is MessageRow => row.type === 'message' && isOwn(row))
