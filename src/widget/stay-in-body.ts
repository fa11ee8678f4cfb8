import { moved } from './moved.ts'

/** What stays by itself, in any build on the page; what is marked and does not is a copy. */
const stays = Symbol.for('handback.stays')

/**
 * Keeps an element in the body of the page, from the moment that there is one: page changes of Turbo, Astro, htmx and others put
 * another body, or other contents of it, in place, and the script that mounted the widget does not run again. A body that a router has kept for
 * the way back has a copy of the element, which goes. Returns its stop.
 */
export function stayInBody(element: HTMLElement): () => void {
  const document = element.ownerDocument
  Object.assign(element, { [stays]: true }).dataset['handbackStays'] = ''
  // routers that change a page part by part make an element without an id into any other of its kind
  element.id ||= `handback-${Math.random().toString(36).slice(2)}`
  const place = () => {
    const { body, documentElement } = document
    for (const node of [document, documentElement, body]) if (node) observer.observe(node, { childList: true })
    if (!body) return
    for (const copy of [...body.children] as (HTMLElement & { readonly widget?: { destroy(): void } })[]) {
      if (copy.dataset?.['handbackStays'] === undefined || stays in copy) continue
      // a copied `<handback-chat>` has made itself a widget, which does nothing yet
      copy.widget?.destroy()
      copy.remove()
    }
    if (element.isConnected) return
    body.append(element)
    moved(element)
  }
  const observer = new MutationObserver(place)
  place()
  return () => observer.disconnect()
}
