import type { Transcript } from '../conversation/index.ts'
import type { MessageRow, NoticeRow, StaffRow } from '../conversation/rows.ts'
import type { FormPart, Id, Person, QuickReply } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/index.ts'
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

/** A text of the machine that the assistant says; where its own words were removed, nobody says so. */
export const isSaid = ({ by, key }: NoticeRow): boolean => by.kind === 'assistant' && key !== 'message-removed'

/** Who speaks in a row: messages, and what the assistant asks or says of the machine's texts. Lines and cards have no speaker. */
function speakerOf(row: StaffRow): string | undefined {
  if (row.type === 'permission') return `${ASSISTANT.kind}:${ASSISTANT.id}`
  if (row.type === 'message') return `${row.author.kind}:${row.author.id}`
  return row.type === 'notice' && isSaid(row) ? `${row.by.kind}:${row.by.id}` : undefined
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
export function openReplies(rows: Transcript<StaffRow>): readonly QuickReply[] {
  let row: StaffRow | undefined
  for (let back = 1; (row = rows.at(-back)); back += 1) {
    const replies = repliesOf(row)
    if (replies.length > 0 || row.type !== 'notice' || row.key === 'conversation-closed') return replies
  }
  return []
}

export interface Forms {
  /** Questions, by form. */
  readonly asked: ReadonlyMap<Id, FormPart>
  readonly filled: ReadonlySet<Id>
}

/** The forms in rows, and which of them have answers. */
export function formsOf(items: readonly ThreadItem[]): Forms {
  const asked = new Map<Id, FormPart>()
  const filled = new Set<Id>()
  for (const { row } of items) {
    if (row.type === 'form') filled.add(row.form)
    if (row.type === 'message') for (const part of row.parts) if (part.type === 'form') asked.set(part.form, part)
  }
  return { asked, filled }
}

/** Those of a row's forms that have answers, as one text, so that what has not changed is the same. */
export const filledIn = (row: StaffRow, { filled }: Forms): string | undefined =>
  row.type === 'message' && filled.size > 0
    ? row.parts.flatMap((part) => (part.type === 'form' && filled.has(part.form) ? part.form : [])).join(' ') || undefined
    : undefined

/** The newest own message: the only one whose arrival is worth a word. */
export function newestOwn(items: readonly ThreadItem[], isOwn: (author: Person) => boolean): MessageRow | undefined {
  const row = items.findLast((item) => item.row.type === 'message' && isOwn(item.row.author))?.row
  return row?.type === 'message' ? row : undefined
}

/** Seq of the newest row that is in the log; 0 when there is none. */
export const newestSeq = (rows: Transcript<StaffRow>): number => rows.findLast(({ seq }) => seq > 0)?.seq ?? 0

/** How many rows of the log came after a seq: they stand in its order, pending ones (which have no seq yet) behind them. */
export function countAfter(rows: Transcript<StaffRow>, seq: number): number {
  let end = rows.length
  while (rows.at(end - 1)?.seq === 0 && end > 0) end -= 1
  let low = 0
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows.at(middle)?.seq ?? 0) > seq) high = middle
    else low = middle + 1
  }
  return end - low
}
