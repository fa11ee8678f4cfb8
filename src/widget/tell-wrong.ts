import type { HandbackError } from '../protocol/errors.ts'
import type { Wrong } from './sift-theme.ts'

/** What each host has told already. */
const known = new WeakMap<HTMLElement, readonly string[]>()

/** Tells something as the `error` event of a host. Returns whether anybody has read what it was. */
function told(host: HTMLElement, error: unknown): boolean {
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
  return heard
}

/**
 * Tells what is wrong with how a widget is used: once for each host, as its `error` event, and where nobody reads that, as the page's own
 * errors are told, so that it is seen by whoever builds the page.
 */
export function tellWrong(host: HTMLElement, error: Error): void {
  const before = known.get(host) ?? []
  if (before.includes(error.message)) return
  known.set(host, [...before, error.message])
  // not every environment has it
  if (!told(host, error)) globalThis.reportError?.(error)
}

/**
 * Tells what went wrong: what the page's own functions threw, and what no further attempt would mend, such as an address where there is no hub, like
 * {@link tellWrong}; all else to whoever listens, each time.
 */
export function tellError(_type: 'error', error: unknown, host: HTMLElement): void {
  const code = error instanceof Error && (error as Partial<HandbackError>).code
  if (code === undefined || code === 'transport/protocol') tellWrong(host, error as Error)
  else told(host, error)
}

/** Whoever hears what is wrong with how a host is used. */
export const wrongAt = (host: HTMLElement): Wrong => (message) => tellWrong(host, new TypeError(`handback: ${message}`))
