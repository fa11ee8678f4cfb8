import type { Header, StoredEvent } from '../protocol/index.ts'
import { vector } from '../internal/vector.ts'
import type { View } from './evolve-public.ts'
import { emptyHeader, evolveHeader } from './header.ts'
import { legal } from './public-header.ts'
import type { Context, StaffRow } from './rows.ts'
import { narrow } from './shapes.ts'
import { staffShapes } from './staff-shapes.ts'
import { authorOf, publicRow, pushRow } from './transcript.ts'

/** A conversation as agents see it: the visitor's view, notes, and what the next person should know. */
export interface StaffView extends View<Header, StaffRow> {
  readonly context: Context | null
}

export const emptyStaffView = (visitor: string): StaffView => ({ header: emptyHeader(visitor), transcript: vector(), start: 0, context: null })

function staffRow(event: StoredEvent, header: Header): StaffRow | undefined {
  if (event.audience === 'everyone') return publicRow(event, header.people)
  const known = narrow(event, staffShapes)
  if (known?.type !== 'note-added') return undefined
  return { type: 'note', id: known.data.note, seq: known.seq, at: known.at, author: known.data.person ?? authorOf(known, header.people), text: known.data.text }
}

/** Later knowledge replaces single values and adds to collections. */
function merged(older: Context | null, newer: Context | null): Context | null {
  if (!older || !newer) return newer ?? older
  const old = older.articles.filter((article) => !newer.articles.some(({ id }) => id === article.id))
  return { ...older, ...newer, fields: { ...older.fields, ...newer.fields }, articles: [...old, ...newer.articles] }
}

function staffContext(context: Context | null, event: StoredEvent): Context | null {
  const known = narrow(event, staffShapes)
  if (known?.type !== 'context-added') return context
  const { reason, summary, confidence, sentiment, fields = {}, articles = [] } = known.data
  return merged(context, {
    reason,
    ...(summary === undefined ? {} : { summary }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(sentiment === undefined ? {} : { sentiment }),
    fields,
    articles,
  })
}

/** One event into what agents see. Total: never throws. */
export function evolveStaff(view: StaffView, event: StoredEvent): StaffView {
  const header = evolveHeader(view.header, event)
  if (header === view.header) return view
  const row = staffRow(event, header)
  const transcript = pushRow(view.transcript, row && legal(view.header, event) ? row : undefined)
  return { ...view, header, transcript, context: staffContext(view.context, event) }
}

/** A view from a snapshot: its header as it is, its tail as rows. */
export function staffView(header: Header, tail: readonly StoredEvent[]): StaffView {
  const rows = tail.flatMap((event) => staffRow(event, header) ?? [])
  const first = tail[0]?.seq ?? 0
  return { header, transcript: vector(rows), start: first > 1 ? first : 0, context: tail.reduce(staffContext, null) }
}

/** A view with a page of older events in front. */
export function prependStaff(view: StaffView, events: readonly StoredEvent[]): StaffView {
  const rows = events.flatMap((event) => staffRow(event, view.header) ?? [])
  const first = events[0]?.seq ?? 0
  const context = merged(events.reduce(staffContext, null), view.context)
  return { ...view, transcript: vector([...rows, ...view.transcript]), start: first > 1 ? first : 0, context }
}
