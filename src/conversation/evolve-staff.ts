import type { Header, StoredEvent } from '../protocol/index.ts'
import { transcript } from '../internal/transcript.ts'
import type { View } from './evolve-public.ts'
import { emptyHeader, headerAfter } from './header.ts'
import { legal } from './public-header.ts'
import type { StaffRow } from './rows.ts'
import { narrow } from './shapes.ts'
import type { Knowledge } from './staff-knowledge.ts'
import { learn, nothingKnown, underneath } from './staff-knowledge.ts'
import { staffRow } from './staff-rows.ts'
import { staffShapes } from './staff-shapes.ts'

/** A conversation as agents see it: the visitor's view, notes, and what the next person should know. */
export interface StaffView extends View<Header, StaffRow>, Knowledge {}

export const emptyStaffView = (visitor: string): StaffView => ({ header: emptyHeader(visitor), transcript: transcript(), start: 0, ...nothingKnown })

/** One event into what agents see. Total: never throws. */
export function evolveStaff(view: StaffView, event: StoredEvent): StaffView {
  if (!(event?.seq > view.header.seq)) return view
  const known = narrow(event, staffShapes)
  const header = headerAfter(view.header, event, known)
  const row = staffRow(event, known, header)
  const told = learn(view, event)
  const stands = (row !== undefined || told !== view) && legal(view.header, event)
  const { context, attributes, drafts, held, followUp } = stands ? told : view
  return {
    header,
    transcript: row && stands ? view.transcript.push(row) : view.transcript,
    start: view.start,
    context,
    attributes,
    followUp,
    held,
    drafts: open(drafts, header),
  }
}

/** Drafts end with the floor that they were offered on, and with the room that a header has for them. */
const open = (drafts: StaffView['drafts'], header: Header): StaffView['drafts'] =>
  drafts.length === (header.drafts?.length ?? 0) ? drafts : drafts.filter(({ id }) => header.drafts?.includes(id))

/** A view from a snapshot: its header as it is, its tail as rows. */
export const staffView = (header: Header, tail: readonly StoredEvent[]): StaffView =>
  prependStaff({ header, transcript: transcript(), start: 0, ...nothingKnown }, tail)

/** A view with a page of older events in front. Costs what the page holds, not what the view holds. */
export function prependStaff(view: StaffView, events: readonly StoredEvent[]): StaffView {
  const rows = events.flatMap((event) => staffRow(event, narrow(event, staffShapes), view.header) ?? [])
  const first = events[0]?.seq ?? 0
  const older = underneath(events.reduce(learn, nothingKnown), view)
  return { ...view, ...older, drafts: open(older.drafts, view.header), transcript: view.transcript.prepend(rows), start: first > 1 ? first : 0 }
}
