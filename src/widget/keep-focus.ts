/**
 * What somebody has just pressed may leave the panel (a request turns into a wait, a form is done), and the focus with it:
 * then it goes on by `next` instead of falling to the page, where Escape closes nothing. Returns its stop.
 */
export function keepFocus(box: HTMLElement, next: () => void): () => void {
  const { activeElement } = box.getRootNode() as Document | ShadowRoot
  let held: EventTarget | null = box.contains(activeElement) ? activeElement : null
  const take = ({ target }: Event) => {
    held = target
  }
  const leave = ({ target }: Event) => {
    // Browsers differ in whether a removal tells that the focus has gone; an element that stays was left on purpose.
    queueMicrotask(() => {
      if (held === target && (target as Element).isConnected) held = null
    })
  }
  const observer = new MutationObserver(() => {
    if (!(held instanceof Element) || held.isConnected) return
    held = null
    const { activeElement, body } = box.ownerDocument
    // Somebody may be elsewhere by now.
    if (activeElement === null || activeElement === body) next()
  })
  box.addEventListener('focusin', take)
  box.addEventListener('focusout', leave)
  observer.observe(box, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    box.removeEventListener('focusin', take)
    box.removeEventListener('focusout', leave)
  }
}
