import { chatIcon } from '../ui/chat-icon.ts'
import type { LauncherStrings } from '../ui/launcher-strings.ts'

export interface Launcher {
  readonly button: HTMLElement
  /** `words`: the same, to be heard. */
  setUnread(count: number, words: string): void
  setBusy(busy: boolean): void
  setFailed(failed: boolean): void
  setStrings(strings: LauncherStrings): void
}

/**
 * The corner button, without Preact: all that a page pays for until somebody wants to chat. In it stands what `render` gives, else what the
 * page puts into the slot `launcher`, else an icon; its name and its count of unread messages are always its own.
 */
export function createLauncher(
  root: ShadowRoot,
  strings: LauncherStrings,
  onPress: () => void,
  onError: (error: unknown) => void,
  render?: (unread: number) => Node | undefined,
): Launcher {
  const document = root.ownerDocument
  const fill = <E extends Element>(element: E, attributes: Readonly<Record<string, string | boolean>>, ...children: Node[]): E => {
    for (const name in attributes) element.setAttribute(name, attributes[name] as string)
    element.append(...children)
    return element
  }
  const svg = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name)
  const icon = fill(svg('svg'), { viewBox: '0 0 24 24', width: '26', 'aria-hidden': 'true' }, fill(svg('path'), { d: chatIcon }))
  const slot = fill(document.createElement('slot'), { name: 'launcher' }, icon)
  const face = fill(document.createElement('span'), { class: 'face' })
  const badge = fill(document.createElement('span'), { class: 'unread', part: 'launcher-badge' })
  const button = fill(document.createElement('button'), { class: 'launcher', part: 'launcher' }, face, badge)
  const problem = fill(document.createElement('p'), { class: 'problem', part: 'launcher-problem', role: 'alert' })
  let unread = 0
  let heard = ''
  let failed = false
  const show = () => {
    let own: Node | undefined
    try {
      own = render?.(unread)
    } catch (error) {
      // listeners of the page are added later
      render = void queueMicrotask(() => onError(error))
    }
    if (own !== face.firstChild) face.replaceChildren(own ?? slot)
    badge.hidden = !unread
    badge.textContent = unread > 99 ? '99+' : `${unread}`
    // words that are seen are part of the name, for who calls it by them
    fill(button, { 'aria-label': [own?.textContent, strings.openChat, heard].filter(Boolean).join(', ') })
    problem.hidden = !failed
    problem.textContent = failed ? strings.loadFailed : ''
  }
  button.addEventListener('click', onPress)
  root.append(button, problem)
  show()
  return {
    button,
    setUnread(count, words) {
      unread = count
      heard = words
      show()
    },
    setBusy: (busy) => void fill(button, { 'aria-busy': busy }),
    setFailed(value) {
      failed = value
      show()
    },
    setStrings(next) {
      strings = next
      show()
    },
  }
}
