/**
 * What somebody has just pressed may leave the panel (a request turns into a wait, a form is done), and the focus with it:
 * then it goes on by `next` instead of falling to the page, where Escape closes nothing. And where the host comes back into a document
 * it is where it was, as is what was read of the thread. Returns its stop.
 */
export function keepFocus(box: HTMLElement, next: () => void): () => void {
  const root = box.getRootNode() as ShadowRoot
  let held: EventTarget | null = box.contains(root.activeElement) ? root.activeElement : null
  const take = ({ target }: Event) => {
    held = target
  }
  const leave = ({ target }: Event) => {
    // Browsers differ in whether a removal tells that the focus has gone; an element that stays was left on purpose.
    queueMicrotask(() => {
      if (held === target && root.isConnected && root.activeElement !== target && (target as Element).isConnected) held = null
    })
  }
  /** Somebody may be elsewhere by now. */
  const isFree = () => {
    const { activeElement, body } = box.ownerDocument
    return activeElement === null || activeElement === body
  }
  const observer = new MutationObserver(() => {
    // what is in no page loses nothing to another part of it
    if (!(held instanceof Element) || held.isConnected || !root.isConnected) return
    held = null
    if (isFree()) next()
  })
  const moved = () => {
    if (!root.isConnected) return
    box.querySelector('.log')?.dispatchEvent(new Event('handback-moved'))
    if (held instanceof HTMLElement && held.isConnected && isFree()) held.focus({ preventScroll: true })
  }
  box.addEventListener('focusin', take)
  box.addEventListener('focusout', leave)
  root.host.addEventListener('handback-moved', moved)
  observer.observe(box, { childList: true, subtree: true })
  return () => {
    observer.disconnect()
    root.host.removeEventListener('handback-moved', moved)
    box.removeEventListener('focusin', take)
    box.removeEventListener('focusout', leave)
  }
}
