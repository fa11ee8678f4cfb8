import type { PublicHeader, StoredEvent } from '../protocol/index.ts'
import type { Vector } from '../internal/vector.ts'
import { vector } from '../internal/vector.ts'
import { emptyPublicHeader, evolvePublicHeader, legal } from './public-header.ts'
import type { PublicRow } from './rows.ts'
import { publicRow, pushRow } from './transcript.ts'

/** A conversation as one side sees it. */
export interface View<H, R> {
  readonly header: H
  readonly transcript: Vector<R>
  /** Cursor position that older events lie before; 0 when there are none. */
  readonly start: number
}

export type PublicView = View<PublicHeader, PublicRow>

export const emptyPublicView: PublicView = { header: emptyPublicHeader, transcript: vector(), start: 0 }

/** One event into what the visitor sees. Total: never throws. */
export function evolvePublic(view: PublicView, event: StoredEvent): PublicView {
  const header = evolvePublicHeader(view.header, event)
  if (header === view.header) return view
  const row = publicRow(event, header.people)
  return { ...view, header, transcript: pushRow(view.transcript, row && legal(view.header, event) ? row : undefined) }
}

/** A view from a snapshot: its header as it is, its tail as rows. */
export function publicView(header: PublicHeader, tail: readonly StoredEvent[]): PublicView {
  const rows = tail.flatMap((event) => publicRow(event, header.people) ?? [])
  return { header, transcript: vector(rows), start: tail[0] ? (tail[0].prev > 0 ? tail[0].seq : 0) : 0 }
}

/** A view with a page of older events in front. */
export function prependPublic(view: PublicView, events: readonly StoredEvent[]): PublicView {
  const rows = events.flatMap((event) => publicRow(event, view.header.people) ?? [])
  const first = events[0]
  return { ...view, transcript: vector([...rows, ...view.transcript]), start: first && first.prev > 0 ? first.seq : 0 }
}
