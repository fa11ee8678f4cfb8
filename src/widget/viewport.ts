/**
 * Keeps the full-screen sheet inside what an on-screen keyboard leaves free: browsers shrink the visual viewport only, and
 * fixed elements stay behind the keyboard. Returns its stop.
 */
export function followViewport(host: HTMLElement): () => void {
  const viewport = host.ownerDocument.defaultView?.visualViewport
  if (!viewport) return () => {}
  const fit = () => {
    // While the reader has zoomed in, the visual viewport is a magnifying glass and not the room there is.
    if (viewport.scale !== 1) return
    host.style.setProperty('--handback-viewport', `${viewport.height}px`)
    host.style.setProperty('--handback-viewport-top', `${viewport.offsetTop}px`)
  }
  // its `signal` is all that listeners want to know
  const stop = new AbortController()
  fit()
  for (const type of ['resize', 'scroll']) viewport.addEventListener(type, fit, stop)
  return () => stop.abort()
}
