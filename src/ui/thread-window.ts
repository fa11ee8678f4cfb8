import { useEffect, useRef, useState } from 'preact/hooks'
import type { Transcript } from '../conversation/index.ts'
import type { StaffRow } from '../conversation/rows.ts'

/** Rows in one page: pages come into the document and leave it as a whole. */
export const PAGE = 5
/**
 * Full pages that are in the document at least while the newest row is in view, how many stay on each side of what a reader is near to, and how
 * many more come at once where that is asked for. All that is in the document is gone through again with each frame of an answer.
 */
const SHOWN = 3
const KEPT = 8
const MORE = 12
/** What a row is taken to be high, in pixels, before any was measured. */
const HEIGHT = 72

/** Pages by their numbers, `to` not included. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface ThreadWindow {
  /** All there are, and those that are in the document. */
  readonly all: Span
  readonly shown: Span
  /** Number of the first row. Older rows that come in front change no number, so that a row stays in its page. */
  readonly origin: number
  /** What pages that are not in the document would be high. */
  height(from: number, to: number): number
  /**
   * What a reader who is not `pinned` to the end sees comes into the document, and then, a page per frame, a view's height above and below,
   * so that no frame has to lay out more than what is seen. `content` holds the pages. True when the first row is near.
   */
  look(top: number, room: number, content: HTMLElement, pinned: boolean): boolean
  /** More above, without looking. */
  grow(): void
}

/** Which rows are in the document: the newest few, or while the reader is `away` those around what is seen. */
export function useThreadWindow(rows: Transcript<StaffRow>, away: boolean): ThreadWindow {
  const [seen, show] = useState<Span | null>(null)
  const first = rows.at(0)?.id
  const { current: kept } = useRef({ first: undefined as typeof first, origin: 0, high: HEIGHT, pages: SHOWN, frame: 0, heights: new Map<number, number>() })
  const { heights } = kept
  useEffect(() => () => cancelAnimationFrame(kept.frame), [])

  if (first !== kept.first) {
    let older = 0
    while (older < rows.length && rows.at(older)?.id !== kept.first) older += 1
    // not one of them was there: another conversation, whose newest rows fill their page
    const other = older === rows.length
    kept.origin = other ? 0 : kept.origin - older
    kept.first = first
    if (other) heights.clear()
  }
  const { origin } = kept
  const end = origin + rows.length
  const all: Span = { from: Math.floor(origin / PAGE), to: Math.max(Math.ceil(end / PAGE), Math.floor(origin / PAGE) + 1) }
  const inside = ({ from, to }: Span): Span => ({ from: Math.max(all.from, Math.min(from, all.to - 1)), to: Math.min(all.to, to) })
  const newest = inside({ from: Math.floor((end - kept.pages * PAGE) / PAGE), to: all.to })
  const shown = away && seen ? inside(seen) : newest

  const count = (page: number): number => Math.min(end, (page + 1) * PAGE) - Math.max(origin, page * PAGE)
  function height(from: number, to: number): number {
    let total = 0
    for (let page = from; page < to; page += 1) total += heights.get(page) ?? count(page) * kept.high
    return total
  }
  /** Takes the heights of the pages that are in the document. */
  function measure(content: HTMLElement, pinned: boolean): void {
    let page = shown.from
    let rows = 0
    let sum = 0
    for (const { className, offsetHeight } of content.children as Iterable<HTMLElement> & HTMLCollection) {
      if (className !== 'page' || page >= shown.to) continue
      heights.set(page, offsetHeight)
      rows += count(page)
      sum += offsetHeight
      page += 1
    }
    // While somebody scrolls nothing may change that is far from what he sees: the browser goes on to where it was going.
    if (pinned && rows > 0) kept.high = Math.round(sum / rows) || HEIGHT
  }

  return {
    all,
    shown,
    origin,
    height,
    look(top, room, content, pinned) {
      cancelAnimationFrame(kept.frame)
      const { high, pages } = kept
      measure(content, pinned)
      if (pinned) {
        // twice the view, if rows are low or the view is high
        kept.pages = Math.max(pages, Math.ceil((2 * room) / kept.high / PAGE))
        if (Math.abs(kept.high - high) > high / 10 || kept.pages > pages) show({ ...shown })
        return false
      }
      /** The page at a height. */
      const at = (line: number): number => {
        let page = all.from
        for (let below = height(page, page + 1); below < line && page < all.to - 1; below += height(page, page + 1)) page += 1
        return page
      }
      const [from, to] = [at(top), at(top + room) + 1]
      const near: Span = { from: at(top - room), to: at(top + 2 * room) + 1 }
      // what lies between after a leap is left out
      const next = from > shown.to || to < shown.from ? { from, to } : {
        from: Math.min(from, Math.max(shown.from, near.from - KEPT)),
        to: Math.max(to, Math.min(shown.to, near.to + KEPT)),
      }
      if (next.from !== shown.from || next.to !== shown.to || !seen) show(next)
      else if (near.from < next.from || near.to > next.to) {
        const more = { from: Math.max(near.from, next.from - 1), to: Math.min(near.to, next.to + 1) }
        kept.frame = requestAnimationFrame(() => show({ from: Math.min(next.from, more.from), to: Math.max(next.to, more.to) }))
      }
      return near.from === all.from
    },
    grow() {
      show({ from: shown.from - MORE, to: shown.to })
    },
  }
}
