import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Gives the focus back to where it was in an element before this was hidden, unless the reader has gone elsewhere. */
export function useFocusKept(hidden: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const root = element.current?.getRootNode()
    const focused = hidden && root instanceof ShadowRoot ? root.activeElement : null
    if (!(focused instanceof HTMLElement) || !element.current?.contains(focused)) return undefined
    // hidden by now, it keeps the focus until the page is painted: let go of here, so that every browser does the same
    focused.blur()
    return () => {
      if (document.activeElement === document.body) focused.focus()
    }
  }, [hidden])
  return element
}
