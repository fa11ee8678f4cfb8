import { moved } from './moved.ts'

/**
 * Keeps an element in the body of the page, from the moment that there is one: page changes of Turbo, Astro, htmx and others put
 * another body, or other contents of it, in place, and the script that mounted the widget does not run again. Returns its stop.
 */
export function stayInBody(element: HTMLElement): () => void {
  const document = element.ownerDocument
  const place = () => {
    const { body, documentElement } = document
    for (const node of [document, documentElement, body]) if (node) observer.observe(node, { childList: true })
    if (!body || element.isConnected) return
    body.append(element)
    moved(element)
  }
  const observer = new MutationObserver(place)
  place()
  return () => observer.disconnect()
}
