import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Moves the focus among the items of an open menu, which begins with its first or last, and closes it when the focus leaves. Returns what hears its keys. */
export function useMenuKeys(
  box: RefObject<HTMLElement | null>,
  button: RefObject<HTMLElement | null>,
  last: boolean,
  onClose: () => void,
): (event: KeyboardEvent) => void {
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  useLayoutEffect(() => items().at(last ? -1 : 0)?.focus({ preventScroll: true }), [last])
  // undone before another menu takes the focus
  useLayoutEffect(() => {
    const page = box.current?.ownerDocument
    // a move of the focus inside of a shadow root stays in there
    const root = box.current?.getRootNode()
    const away = (event: Event) => {
      const path = event.composedPath()
      if (![box, button].some(({ current }) => current && path.includes(current))) onClose()
    }
    page?.addEventListener('pointerdown', away, true)
    page?.addEventListener('focusin', away)
    root?.addEventListener('focusin', away)
    return () => {
      page?.removeEventListener('pointerdown', away, true)
      page?.removeEventListener('focusin', away)
      root?.removeEventListener('focusin', away)
    }
  }, [])

  return (event) => {
    const all = items()
    const root = box.current?.getRootNode() as ShadowRoot | undefined
    const at = all.indexOf(root?.activeElement as HTMLElement)
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const next = steps[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all.at(next % all.length)?.focus()
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      // Escape closes the menu and no more; Tab goes on from the button
      if (event.key === 'Escape') event.stopPropagation()
      button.current?.focus({ preventScroll: true })
      onClose()
    }
  }
}
