import type { PublicHeader, StoredEvent } from '../protocol/index.ts'
import type { Rows } from '../internal/transcript.ts'
import { transcript } from '../internal/transcript.ts'
import { emptyPublicHeader, isNews, legal, shownTo } from './public-header.ts'
import type { PublicRow } from './rows.ts'
import { narrow, publicShapes } from './shapes.ts'
import { openRow, publicRow } from './transcript.ts'

/** A conversation as one side sees it. */
export interface View<H, R> {
  readonly header: H
  readonly transcript: Rows<R>
  /** Cursor position that older events lie before; 0 when there are none. */
  readonly start: number
}

export type PublicView = View<PublicHeader, PublicRow>

export const emptyPublicView: PublicView = { header: emptyPublicHeader, transcript: transcript(), start: 0 }

/** A row as the visitor gets it: what they wrote and the log has was sent. */
const visitorRow = (row: PublicRow | undefined): PublicRow | undefined =>
  row?.type === 'message' && row.author.kind === 'visitor' ? { ...row, delivery: 'sent' } : row

/** One event into what the visitor sees. Total: never throws. */
export function evolvePublic(view: PublicView, event: StoredEvent): PublicView {
  if (!isNews(view.header, event)) return view
  const known = narrow(event, publicShapes)
  const header = shownTo(view.header, event, known)
  const row = visitorRow(openRow(event, known, header.people))
  return { ...view, header, transcript: row && legal(view.header, event) ? view.transcript.push(row) : view.transcript }
}

/** A view from a snapshot: its header as it is, its tail as rows. */
export const publicView = (header: PublicHeader, tail: readonly StoredEvent[]): PublicView =>
  prependPublic({ header, transcript: transcript(), start: 0 }, tail)

/** A view with a page of older events in front. Costs what the page holds, not what the view holds. */
export function prependPublic(view: PublicView, events: readonly StoredEvent[]): PublicView {
  const rows = events.flatMap((event) => visitorRow(publicRow(event, view.header.people)) ?? [])
  const first = events[0]
  return { ...view, transcript: view.transcript.prepend(rows), start: first && first.prev > 0 ? first.seq : 0 }
}
