import { chatIcon } from '../ui/chat-icon.ts'
import type { LauncherStrings } from '../ui/launcher-strings.ts'

export interface Launcher {
  readonly button: HTMLElement
  setUnread(count: number): void
  setBusy(busy: boolean): void
  setFailed(failed: boolean): void
}

/** The corner button, without Preact: all that a page pays for until somebody wants to chat. */
export function createLauncher(root: ShadowRoot, strings: LauncherStrings, onPress: () => void): Launcher {
  const document = root.ownerDocument
  const fill = <E extends Element>(element: E, attributes: Readonly<Record<string, string>>, ...children: Node[]): E => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...children)
    return element
  }
  const svg = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name)
  const stroke = { fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const path = fill(svg('path'), { ...stroke, d: chatIcon })
  const icon = fill(svg('svg'), { viewBox: '0 0 24 24', width: '26', height: '26', 'aria-hidden': 'true' }, path)
  const badge = fill(document.createElement('span'), { class: 'unread', hidden: '' })
  const looks = { type: 'button', class: 'launcher', part: 'launcher', 'aria-label': strings.openChat }
  const button = fill(document.createElement('button'), looks, icon, badge)
  const problem = fill(document.createElement('p'), { class: 'problem', role: 'alert', hidden: '' })
  button.addEventListener('click', onPress)
  root.append(button, problem)
  return {
    button,
    setUnread(count) {
      badge.hidden = count === 0
      badge.textContent = count > 99 ? '99+' : String(count)
      fill(button, { 'aria-label': count ? `${strings.openChat}, ${strings.unread(count)}` : strings.openChat })
    },
    setBusy: (busy) => void fill(button, { 'aria-busy': String(busy) }),
    setFailed(failed) {
      problem.hidden = !failed
      problem.textContent = failed ? strings.loadFailed : ''
    },
  }
}
