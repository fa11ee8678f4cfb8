import type { MountOptions, WidgetHandle } from 'handback/widget'
import type { Picture } from './still-chat.ts'

/** One state of the widget. */
export interface GalleryState {
  /** In the address: `?state=<name>`. */
  readonly name: string
  readonly title: string
  readonly picture: Picture
  /** Mount options beside chat, target, theme and texts. */
  readonly options?: Omit<MountOptions, 'endpoint' | 'transport' | 'chat' | 'beforeSend'>
  /** `closed`: only the launcher. `floating`: launcher and open panel. Default: the open panel, inline. */
  readonly show?: 'closed' | 'floating'
  /** It finds the code of neither menu nor pages. */
  readonly half?: true
  /** It depends on the focus, on where it is scrolled, or on what is seen of it: it comes when all others are there. */
  readonly last?: true
  /** What somebody has pressed to get there. Its panel is there. */
  readonly after?: (hand: Hand, widget: WidgetHandle) => Promise<void>
}

/** Presses things in a widget; each waits until what it needs is there. */
export interface Hand {
  readonly root: ShadowRoot
  find(selector: string, text?: string): Promise<HTMLElement>
  press(selector: string, text?: string): Promise<void>
  type(selector: string, text: string): Promise<void>
}

/** Milliseconds until something that should be there is missing. */
const patience = 8000

export function hand(root: ShadowRoot): Hand {
  const now = (selector: string, text: string | undefined) =>
    [...root.querySelectorAll<HTMLElement>(selector)].find((element) => text === undefined || element.textContent?.includes(text))
  const find = async (selector: string, text?: string): Promise<HTMLElement> => {
    const end = performance.now() + patience
    for (;;) {
      const element = now(selector, text)
      if (element) return element
      if (performance.now() > end) throw new Error(`the gallery misses ${selector} ${text ?? ''}`)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  }
  return {
    root,
    find,
    press: async (selector, text) => (await find(selector, text)).click(),
    async type(selector, text) {
      const field = (await find(selector)) as HTMLTextAreaElement
      field.value = text
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
  }
}
