import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

export interface Autoscroll {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** For its only child, whose growth is followed, and whose children's children are the rows. */
  readonly content: RefObject<HTMLDivElement | null>
  /** Lets go of the end, as if the reader had scrolled up. */
  hold(): void
  /** Back to the newest. */
  jump(): void
}

/** Sent to the element that scrolls when it is in the document again. */
const MOVED = 'handback-moved'

/** Scrolling down to within this distance of the end, in pixels, is arriving there. */
const slack = 48

/** The row that stands at a height, or is the first below it. */
function rowAt(content: HTMLElement, top: number): HTMLElement | undefined {
  for (const page of content.children as Iterable<HTMLElement> & HTMLCollection) {
    if (page.offsetTop + page.offsetHeight <= top || page.className !== 'page') continue
    for (const row of page.children as Iterable<HTMLElement> & HTMLCollection) if (row.offsetTop + row.offsetHeight > top) return row
  }
  return undefined
}

/** Whether there is less to scroll than there was. */
const hasLessWay = (element: HTMLElement, before: { readonly high: number; readonly room: number }): boolean =>
  element.scrollHeight - element.clientHeight < before.high - before.room

/**
 * Keeps the newest row in view unless the reader has scrolled up, and then keeps what the reader sees where it is, whatever comes or goes above.
 * While an answer grows nothing is measured but what the browser has just laid out.
 *
 * @param shape - changes with the rows that are in the document
 * @param own - key of the newest row that the reader has given: sending brings the reader back to the end
 * @param setAway - told whether the reader has scrolled up
 * @param look - told what is seen, each time that may have changed, and whether that is the end
 */
export function useAutoscroll(
  shape: unknown,
  own: string | undefined,
  setAway: (away: boolean) => void,
  look: (top: number, room: number, content: HTMLElement, pinned: boolean) => void,
): Autoscroll {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const at = useRef({ pinned: true, top: 0, room: 0, high: 0, own, look, due: false, row: undefined as HTMLElement | undefined, rowTop: 0 })
  at.current.look = look

  // of whichever rendering they are, all that they know stands in refs
  const pin = (pinned: boolean): void => {
    at.current.pinned = pinned
    setAway(!pinned)
  }

  /** Remembers where the reader is, and by which row. */
  const note = (element: HTMLElement): void => {
    const now = at.current
    now.top = element.scrollTop
    now.room = element.clientHeight
    now.high = element.scrollHeight
    if (now.pinned || !content.current) return
    now.row = rowAt(content.current, now.top + element.offsetTop)
    now.rowTop = now.row?.offsetTop ?? 0
  }

  const follow = (): void => {
    const element = scroller.current
    const now = at.current
    if (!element) return
    if (now.pinned) element.scrollTop = element.scrollHeight
    else if (now.row?.isConnected && (now.row.offsetTop !== now.rowTop || hasLessWay(element, now))) {
      // where there was less way for a moment, the browser has moved the top already
      element.scrollTop = (hasLessWay(element, now) ? now.top : element.scrollTop) + now.row.offsetTop - now.rowTop
    }
    note(element)
    // not with each piece of an answer, only when other rows are there
    if ((!now.pinned || now.due) && now.room && content.current) now.look(now.top, now.room, content.current, now.pinned)
    now.due = false
  }

  const hold = (): void => {
    pin(false)
    if (scroller.current) note(scroller.current)
  }
  const jump = (): void => {
    pin(true)
    follow()
  }

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !content.current) return
    const scrolled = () => {
      const { pinned, room, top } = at.current
      // more or less room moves the top, too, and is not the reader's doing: a box below that grows, a strip that goes, a telephone that is turned
      if (pinned ? element.clientHeight !== room : hasLessWay(element, at.current)) return follow()
      const left = element.scrollHeight - element.scrollTop - element.clientHeight
      // Content that shrinks also moves the top up, but ends at the end; a reader's move up does not.
      if (left < 4 || (left < slack && element.scrollTop > top)) pin(true)
      else if (element.scrollTop < top) pin(false)
      note(element)
      if (!at.current.pinned && content.current) at.current.look(at.current.top, at.current.room, content.current, false)
    }
    /** What leaves the document and comes back begins at its top. Nobody has scrolled there. */
    const moved = () => {
      element.scrollTop = at.current.pinned ? element.scrollHeight : at.current.top
    }
    const observer = new ResizeObserver(follow)
    observer.observe(element)
    observer.observe(content.current)
    element.addEventListener('scroll', scrolled, { passive: true })
    element.addEventListener(MOVED, moved)
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
      element.removeEventListener(MOVED, moved)
    }
  }, [])

  useLayoutEffect(() => {
    const now = at.current
    const sent = own !== now.own
    if (sent) pin(true)
    now.own = own
    now.due = now.pinned
    // who reads at the end is taken along when the browser has laid it out, which it is not made to do twice
    if (sent || !now.pinned || !now.room) follow()
  }, [shape, own])

  return { scroller, content, hold, jump }
}
