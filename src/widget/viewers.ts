import type { ReadableAtom } from 'nanostores'
import type { Chat } from '../client/api.ts'

/** By chat, the panels that it is looked at in: several may show one. */
const viewers = new WeakMap<Chat, Set<object>>()

/**
 * Tells a chat whether it is looked at: while a panel of it is open, and half of that, or as much as fills half of the window, is on the screen.
 * Far down a page, in a closed drawer or in another tab nothing is read. Returns its stop.
 */
export function followViewing(chat: Chat, place: HTMLElement, $open: ReadableAtom<boolean>): () => void {
  const document = place.ownerDocument
  const all = viewers.get(chat) ?? new Set()
  viewers.set(chat, all)
  // not every environment can tell
  const tells = typeof IntersectionObserver === 'function'
  let onScreen = !tells
  const look = (): void => {
    const now = $open.get() && onScreen && document.visibilityState === 'visible'
    if (now === all.has(place)) return
    if (now) all.add(place)
    else all.delete(place)
    chat.setVisible(all.size > 0)
  }
  const eye = tells && new IntersectionObserver((changes) => {
    for (const { intersectionRatio, intersectionRect } of changes) onScreen = intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2
    look()
  }, { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] })
  if (eye) eye.observe(place)
  document.addEventListener('visibilitychange', look)
  const stop = $open.listen(look)
  return () => {
    stop()
    if (eye) eye.disconnect()
    document.removeEventListener('visibilitychange', look)
    onScreen = false
    look()
  }
}
