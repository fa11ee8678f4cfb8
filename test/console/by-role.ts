/** Finds elements as assistive technology does: by role and accessible name. */

const selectors: Readonly<Record<string, string>> = {
  alert: '[role=alert]',
  button: 'button',
  complementary: 'aside',
  heading: 'h1, h2, h3, h4',
  img: '[role=img]',
  list: 'ul, ol',
  listitem: 'li',
  log: '[role=log]',
  region: 'section[aria-label]',
  status: '[role=status]',
  textbox: 'textarea',
}

type Scope = ShadowRoot | Element

function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const root = element.getRootNode() as ShadowRoot
  const by = element.getAttribute('aria-labelledby')
  return ((by ? root.getElementById(by) : element)?.textContent ?? '').trim()
}

const visible = (element: Element): boolean => element.closest('[aria-hidden=true]') === null

export function allByRole(scope: Scope, role: string, name?: string): HTMLElement[] {
  const selector = selectors[role]
  if (!selector) throw new Error(`The role ${role} has no selector here.`)
  return [...scope.querySelectorAll<HTMLElement>(selector)].filter((each) => visible(each) && (name === undefined || nameOf(each) === name))
}

/** The only one; throws when there is none or more than one. */
export function byRole(scope: Scope, role: string, name?: string): HTMLElement {
  const found = allByRole(scope, role, name)
  const [only] = found
  if (!only || found.length > 1) {
    const there = allByRole(scope, role).map(nameOf).join(' | ')
    throw new Error(`${found.length} elements have the role ${role} and the name ${name ?? '(any)'}; there are: ${there}`)
  }
  return only
}

export const textsOf = (elements: readonly Element[]): string[] => elements.map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim())
