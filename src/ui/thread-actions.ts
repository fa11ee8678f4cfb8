import type { ComponentChildren } from 'preact'
import type { Chat } from '../client/api.ts'
import type { MessageRatingRow, MessageRow, StaffRow } from '../conversation/rows.ts'
import type { CitationPart, Id, MessageRating } from '../protocol/index.ts'
import type { Strings } from './strings.ts'

/** A single factor of a rating. */
export interface Factor {
  /** As it stands in the log. */
  readonly name: string
  readonly label: string
}

/** What pressing things in a thread does, and what takes the place of its parts. What is absent is not offered. */
export interface ThreadActions {
  readonly onRetry?: (message: string) => void
  /** Rates the newest human episode; resolves when that is on its way, or is known not to be. */
  readonly onRate?: (score: number, comment?: string, factors?: Readonly<Record<string, number>>) => Promise<unknown>
  /** Wants to give no rating. */
  readonly onDeclineRating?: () => Promise<unknown>
  /** What a rating asks beside its one number. Default: what is usual. */
  readonly factors?: readonly Factor[]
  /** Answers what the assistant asks permission for; resolves when that is on its way, or is known not to be. */
  readonly onPermit?: (permission: string, granted: boolean) => Promise<unknown>
  /** Says whether a message was of use. Resolves with whether that is on its way. */
  readonly onRateMessage?: (message: Id, rating: MessageRating) => Promise<boolean>
  /** Shows what an answer rests on. Absent: a source is a link. */
  readonly onSource?: (source: CitationPart) => void
  /** Fills in a form that a message holds. Absent: it is there to be read. */
  readonly onSubmitForm?: (form: Id, values: Readonly<Record<string, string>>) => Promise<void>
  readonly readFile?: Chat['readFile']
  /** Takes the place of what stands in a bubble; never throws. */
  readonly renderMessage?: (row: MessageRow) => Node | undefined
  /** What shows the rows that visitors never get. Default: nothing. */
  readonly renderOther?: (row: StaffRow) => ComponentChildren
  /** What shows the team what a visitor thinks of a message. Default: nothing. */
  readonly renderRating?: (rating: MessageRatingRow, strings: Strings) => ComponentChildren
  /** What stands beside a message. Default: nothing. */
  readonly renderBeside?: (message: MessageRow, strings: Strings) => ComponentChildren
}
