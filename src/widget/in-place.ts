import { adopt } from '../ui/adopt.ts'

/** `auto` comes to this; a height that the place has, or gets later, still counts. In the shadow root, where `all:initial` of the host stands too. */
const css = ':host([data-layout=inline]){contain:size!important;contain-intrinsic-height:min(600px,100dvh)!important;max-height:inherit!important}'

/**
 * An inline chat fills its place. One that takes its height from what is in it would leave nothing to be seen, so that the chat has a height of its
 * own there. Looked at once, when it is first laid out.
 */
export function heightInPlace(host: HTMLElement): void {
  const observer = new ResizeObserver(([entry]) => {
    // not shown yet, such as in a tab of the page that is not open
    if (!entry?.contentRect.width) return
    observer.disconnect()
    if (!entry.contentRect.height && host.shadowRoot) adopt(host.shadowRoot, css)
  })
  observer.observe(host)
}
