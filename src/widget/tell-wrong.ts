import type { Wrong } from './sift-theme.ts'

/** What each host has told already. */
const known = new WeakMap<HTMLElement, readonly string[]>()

/**
 * Tells what is wrong with how a widget is used: once for each host, as its `error` event, and where nobody reads that, as the page's own
 * errors are told, so that it is seen by whoever builds the page.
 */
export function tellWrong(host: HTMLElement, error: Error): void {
  const before = known.get(host) ?? []
  if (before.includes(error.message)) return
  known.set(host, [...before, error.message])
  let heard = false
  const event = new CustomEvent('handback:error', { bubbles: true, composed: true })
  // whoever looks at what went wrong has heard of it
  Object.defineProperty(event, 'detail', {
    get() {
      heard = true
      return error
    },
  })
  host.dispatchEvent(event)
  // not every environment has it
  if (!heard) globalThis.reportError?.(error)
}

/** Whoever hears what is wrong with how a host is used. */
export const wrongAt = (host: HTMLElement): Wrong => (message) => tellWrong(host, new TypeError(`handback: ${message}`))
