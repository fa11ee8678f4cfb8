import type { Driven } from './driven.ts'
import { until } from './until.ts'

/** Parts of the widget that more than one step looks at. */
export const at = {
  launcher: '[part~="launcher"]',
  box: '[part~="input"]',
  log: '[role="log"]',
  status: 'header [part~="status"]',
  help: '[part~="help-button"]',
  cancel: '[part~="help"] button.text',
  survey: '[part~="survey"]',
} as const

/** What a visitor can see and do, whatever the browser. */
export interface Visitor {
  readonly driven: Driven
  /** Waits until an element's text holds something. */
  sees(css: string, text: string): Promise<void>
  /** Waits until the focus is in an element that the selector finds. */
  focused(css: string): Promise<void>
  /** Waits until there is one, or none. */
  stands(css: string, there?: boolean): Promise<void>
  say(text: string): Promise<void>
  /** Goes on by Tab, or back, until the focus is in an element that the selector finds. */
  tabTo(css: string, held?: 'Shift'): Promise<void>
  /** Fails with what is wider than the window, or than what it scrolls in. */
  fits(): Promise<void>
  /** Fails with what the page complained of since it began, unless that is exactly what is expected. */
  complains(...expected: readonly string[]): Promise<void>
}

/** Whether the innermost focus is in what a selector finds. */
const hasFocus = (css: string): boolean => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element?.matches(css) ?? false
}

function tooWide(): string[] {
  const elements = (root: Document | ShadowRoot): Element[] => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? elements(each.shadowRoot) : [])])
  const name = (each: Element): string => `${each.localName}[${each.getAttribute('part') ?? each.className}]`
  const scrolls = elements(document).filter((each) => {
    const { overflowX } = getComputedStyle(each)
    return (each === document.documentElement || overflowX === 'auto' || overflowX === 'scroll') && each.scrollWidth > each.clientWidth
  })
  const panel = window.engines.find('[part~="panel"]')
  const box = panel?.getBoundingClientRect()
  if (panel && box && (box.left < 0 || box.right > innerWidth)) scrolls.push(panel)
  return scrolls.map((each) => `${name(each)} ${each.scrollWidth} in ${each.clientWidth}, at ${each.getBoundingClientRect().left} of ${innerWidth}`)
}

export function visitor(driven: Driven): Visitor {
  const text = (css: string): Promise<string> => driven.run((css: string) => window.engines.text(css), css)
  const focus = (css: string): Promise<boolean> => driven.run(hasFocus, css)
  return {
    driven,
    async sees(css, wanted) {
      let seen = ''
      await until(async () => (seen = await text(css)).includes(wanted), `“${wanted}” in ${css}`).catch((error: Error) => {
        throw new Error(`${error.message}; there is “${seen.slice(-300)}”`)
      })
    },
    focused: async (css) => void (await until(() => focus(css), `the focus is in ${css}`)),
    stands: async (css, there = true) =>
      void (await until(() => driven.run((css: string, there: boolean) => !!window.engines.find(css)?.checkVisibility() === there, css, there), `${css} ${there ? 'stands there' : 'is gone'}`)),
    async say(words) {
      await driven.click(at.box)
      await driven.type(words)
      await driven.press('Enter')
    },
    async tabTo(css, held) {
      for (let count = 0; count < 30; count += 1) {
        if (await focus(css)) return
        await driven.press('Tab', held)
      }
      throw new Error(`Tab does not come to ${css}`)
    },
    async fits() {
      let wide: readonly string[] = []
      // what was moved by a new size may still be on its way
      await until(async () => (wide = await driven.run(tooWide)).length === 0, 'everything fits').catch((error: Error) => {
        throw new Error(`${error.message}; too wide: ${wide.join(', ')}`)
      })
    },
    async complains(...expected) {
      const complaints = await driven.run(() => window.engines.complaints)
      if (complaints.join('\n') !== expected.join('\n')) throw new Error(`The page complained of ${complaints.join('; ') || 'nothing'}`)
    },
  }
}
