/** What every page of the scenario has from its first moment on. */
interface InPage {
  /** What went wrong since the page began, as text. */
  readonly complaints: string[]
  /** The first element that a selector finds in the page or in any open shadow root. */
  find(css: string): HTMLElement | undefined
  /** The text of that element as it is seen, in one line; empty where there is none. */
  text(css: string): string
}

declare global {
  interface Window {
    engines: InPage
  }
}

/** Runs in the page before its own scripts do. */
export function inPage(): void {
  const complaints: string[] = []
  // elements that could not be loaded tell it too, but only on the way down
  addEventListener('error', (event) => complaints.push(`error: ${event.message ?? (event.target as HTMLElement).outerHTML}`), true)
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(`unhandledrejection: ${reason}`))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => complaints.push(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`))
  document.addEventListener('handback:error', (event) => complaints.push(`handback:error: ${(event as CustomEvent<Error>).detail.message}`))
  const all = (root: Document | ShadowRoot, css: string): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>(css),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot, css) : [])),
  ]
  const find = (css: string): HTMLElement | undefined => all(document, css)[0]
  window.engines = { complaints, find, text: (css) => (find(css)?.innerText ?? '').replace(/\s+/g, ' ').trim() }
}
