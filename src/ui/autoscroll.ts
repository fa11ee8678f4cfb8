import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface Autoscroll {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>
  /** For its only child, whose growth is followed. */
  readonly content: RefObject<HTMLDivElement | null>
  /** The reader has scrolled up. */
  readonly away: boolean
  /** Lets go of the end, as if the reader had scrolled up. */
  hold(): void
  /** Back to the newest. */
  jump(): void
}

/** Scrolling down to within this distance of the end, in pixels, is arriving there. */
const slack = 48

/**
 * Keeps the newest row in view unless the reader has scrolled up, and keeps the reader's place when older rows come in above.
 *
 * @param first - key of the oldest row shown
 * @param last - key of the newest row shown
 * @param own - key of the newest own row: sending brings the reader back to the end
 */
export function useAutoscroll(first: string | undefined, last: string | undefined, own: string | undefined): Autoscroll {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [away, setAway] = useState(false)
  const at = useRef({ pinned: true, top: 0, height: 0, room: 0, first, own })

  const pin = useCallback((pinned: boolean) => {
    at.current.pinned = pinned
    setAway(!pinned)
  }, [])

  const follow = useCallback(() => {
    const element = scroller.current
    if (!element) return
    if (at.current.pinned) element.scrollTop = element.scrollHeight
    at.current.top = element.scrollTop
    at.current.height = element.scrollHeight
    at.current.room = element.clientHeight
  }, [])

  const hold = useCallback(() => pin(false), [])
  const jump = useCallback(() => {
    pin(true)
    follow()
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !content.current) return
    const scrolled = () => {
      // more or less room moves the top, too, and is not the reader's doing: a box below that grows, a strip that goes
      if (at.current.pinned && element.clientHeight !== at.current.room) return follow()
      const left = element.scrollHeight - element.scrollTop - element.clientHeight
      const { top } = at.current
      at.current.top = element.scrollTop
      // Content that shrinks also moves the top up, but ends at the end; a reader's move up does not.
      if (left < 4 || (left < slack && element.scrollTop > top)) pin(true)
      else if (element.scrollTop < top) pin(false)
    }
    const observer = new ResizeObserver(follow)
    observer.observe(element)
    observer.observe(content.current)
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', scrolled)
    }
  }, [])

  useLayoutEffect(() => {
    const element = scroller.current
    const before = at.current
    if (own !== before.own) pin(true)
    else if (element && !before.pinned && first !== before.first) element.scrollTop += element.scrollHeight - before.height
    before.first = first
    before.own = own
    follow()
  }, [first, last, own])

  return { scroller, content, away, hold, jump }
}
