/** What each host has told already. */
const known = new WeakMap<HTMLElement, Set<string>>()

/**
 * Tells what is wrong with how a widget is used: once for each host, as its `error` event, and where nobody reads that, as the page's own
 * errors are told, so that it is seen by whoever builds the page.
 */
export function tellWrong(host: HTMLElement, error: TypeError): void {
  const before = known.get(host) ?? new Set()
  known.set(host, before)
  if (before.has(error.message)) return
  before.add(error.message)
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
