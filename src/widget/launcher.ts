import { iconPaths } from '../ui/icon-paths.ts'
import type { LauncherStrings } from '../ui/launcher-strings.ts'

export interface Launcher {
  readonly button: HTMLButtonElement
  setUnread(count: number): void
  setBusy(busy: boolean): void
  setFailed(failed: boolean): void
}

/** The corner button, without Preact: all that a page pays for until somebody wants to chat. */
export function createLauncher(root: ShadowRoot, strings: LauncherStrings, onPress: () => void): Launcher {
  const document = root.ownerDocument
  const svg = <K extends keyof SVGElementTagNameMap>(name: K, attributes: Record<string, string>): SVGElementTagNameMap[K] => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    return element
  }
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'launcher'
  button.part.add('launcher')
  button.ariaLabel = strings.openChat
  const icon = svg('svg', { viewBox: '0 0 24 24', width: '26', height: '26', 'aria-hidden': 'true' })
  icon.append(svg('path', { d: iconPaths.chat, fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }))
  const badge = document.createElement('span')
  badge.className = 'unread'
  badge.hidden = true
  button.append(icon, badge)
  button.addEventListener('click', onPress)
  const problem = document.createElement('p')
  problem.className = 'problem'
  problem.role = 'alert'
  problem.hidden = true
  root.append(button, problem)
  return {
    button,
    setUnread(count) {
      badge.hidden = count === 0
      badge.textContent = count > 99 ? '99+' : String(count)
      button.ariaDescription = count ? strings.unread(count) : ''
    },
    setBusy(busy) {
      button.ariaBusy = String(busy)
    },
    setFailed(failed) {
      problem.hidden = !failed
      problem.textContent = failed ? strings.loadFailed : ''
    },
  }
}
