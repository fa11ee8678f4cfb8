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

/** Whether a host has not told it yet; from now on it has. */
function isNew(host: HTMLElement, error: unknown): boolean {
  const before = known.get(host) ?? []
  const words = String(error)
  return !before.includes(words) && Boolean(known.set(host, [...before, words]))
}

/**
 * Tells what is wrong with how a widget is used: once for each host, as its `error` event, and where nobody reads that, as the page's own
 * errors are told, so that it is seen by whoever builds the page.
 */
export function tellWrong(host: HTMLElement, error: Error): void {
  // not every environment has it
  if (isNew(host, error) && !told(host, error)) globalThis.reportError?.(error)
}

/**
 * Tells what went wrong to whoever listens, each time. What the page's own functions threw, and what no further attempt would mend, such as an
 * address where there is no hub, is told once as the page's own errors are where nobody reads it.
 */
export function tellError(_type: 'error', error: unknown, host: HTMLElement): void {
  // a function of the page may throw anything, even nothing
  const code = (error as Partial<HandbackError> | undefined)?.code
  if (!told(host, error) && (!code || code === 'transport/protocol') && isNew(host, error)) globalThis.reportError?.(error)
}

/** Whoever hears what is wrong with how a host is used. */
export const wrongAt = (host: HTMLElement): Wrong => (message) => tellWrong(host, new TypeError(`handback: ${message}`))
