import type { Transcript } from '../conversation/index.ts'
import type { MessageRatingRow, MessageRow, NoticeRow, StaffRow } from '../conversation/rows.ts'
import type { FormPart, Id, Person, QuickReply } from '../protocol/index.ts'
import { ASSISTANT } from '../protocol/values.ts'
import { isNotice } from './notice-text.ts'
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

/** Whether a row stands in its own place: what is thought of a message is shown at that message, and of an unknown notice there is nothing to say. */
const isShown = (row: StaffRow): boolean => row.type !== 'message-rating' && (row.type !== 'notice' || isNotice(row.key))

/** Whether a row that is no message is what the visitor has given: a rating, a form, a message for later. */
export const isGiven = ({ type }: StaffRow): boolean => type === 'rating' || type === 'form' || type === 'ticket'

/**
 * Groups rows by writer and day. `today`: its own first line is left out.
 *
 * @param around - what is shown before the first row and after the last
 */
export const threadItems = (
  rows: readonly StaffRow[],
  today: number,
  around: { readonly before?: StaffRow | undefined; readonly after?: StaffRow | undefined } = {},
): ThreadItem[] =>
  rows.filter(isShown).map((row, index, shown) => {
    const before = shown[index - 1] ?? around.before
    return {
      row,
      first: !continues(before, row),
      last: !continues(row, shown[index + 1] ?? around.after),
      newDay: dayOf(row.at) !== dayOf(before?.at ?? today),
    }
  })

/** The nearest row that is shown, from an index on in the direction of `step`. */
export function shownFrom(rows: Transcript<StaffRow>, index: number, step: 1 | -1): StaffRow | undefined {
  for (let at = index; at >= 0 && at < rows.length; at += step) {
    const row = rows.at(at)
    if (row && isShown(row)) return row
  }
  return undefined
}

/** What the visitor thinks of messages: the newest word on each, none where it was taken back. */
export function ratingsOf(rows: Transcript<StaffRow>): ReadonlyMap<Id, MessageRatingRow> {
  const ratings = new Map<Id, MessageRatingRow>()
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows.at(index)
    if (row?.type !== 'message-rating') continue
    if (row.rating === 'none') ratings.delete(row.message)
    else ratings.set(row.message, row)
  }
  return ratings
}

// What the machine's own questions may be answered with, since a notice carries no parts.
const noticeReplies: Readonly<Record<string, readonly QuickReply[]>> = {
  'anything-else': [{ action: 'conversation-end' }],
  'handoff-expired': [{ action: 'ticket-create' }],
  'out-of-hours': [{ action: 'ticket-create' }],
}

const isEnd = (row: StaffRow): boolean => row.type === 'notice' && row.key === 'conversation-closed'

const repliesOf = (row: StaffRow): readonly QuickReply[] => {
  if (row.type === 'message') return row.parts.flatMap((part) => (part.type === 'quick-replies' ? part.options : []))
  return row.type === 'notice' ? (noticeReplies[row.key] ?? []) : []
}

/** Quick replies that may be pressed now: those of the newest row, looking through ratings and lines that offer nothing. The end ends them. */
export function openReplies(rows: Transcript<StaffRow>): readonly QuickReply[] {
  let row: StaffRow | undefined
  for (let back = 1; (row = rows.at(-back)); back += 1) {
    const replies = repliesOf(row)
    if (replies.length > 0 || !(row.type === 'notice' || row.type === 'message-rating') || isEnd(row)) return replies
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

/** The newest message by one of those: of one's own the only one whose arrival is worth a word. */
export function newestBy(items: readonly ThreadItem[], isBy: (author: Person) => boolean): MessageRow | undefined {
  const row = items.findLast((item) => item.row.type === 'message' && isBy(item.row.author))?.row
  return row?.type === 'message' ? row : undefined
}

/** Seq of the newest row that is in the log; 0 when there is none. */
export const newestSeq = (rows: Transcript<StaffRow>): number => rows.findLast(({ seq }) => seq > 0)?.seq ?? 0

/** How many rows that say something came after a seq: they stand in the log's order, pending ones (which have no seq yet) behind them. */
export function saidAfter(rows: Transcript<StaffRow>, seq: number): number {
  let count = 0
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows.at(index)
    if (!row?.seq) continue
    if (row.seq <= seq) break
    if (speakerOf(row)) count += 1
  }
  return count
}
