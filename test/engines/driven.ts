import { until } from './until.ts'

/** What a browser driver understands; pointer and keys have the same shape in WebDriver and in WebDriver BiDi. */
export type Act =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: 0 }
  | { readonly type: 'keyDown' | 'keyUp'; readonly value: string }

/** One source of input and what it does, one after the other. */
export interface Acts {
  readonly type: 'pointer' | 'key'
  readonly id: string
  readonly actions: readonly Act[]
}

/** One window of a real browser, as its own driver sees it. */
export interface Client {
  /** Browser and version. */
  readonly name: string
  /** Resolves when the page has loaded. */
  goto(url: string): Promise<void>
  /** Runs the source of a function in the page and gives what it resolves with, as JSON text. */
  evaluate(source: string): Promise<string>
  perform(acts: Acts): Promise<void>
  /** Makes the page's own area as large as that, in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  screenshot(): Promise<Buffer>
  /** The browser has ended when it resolves, and nothing of it is left. */
  close(): Promise<void>
}

/** Keys that have no character, by the code points of WebDriver. */
const keys = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Space: ' ', Left: '\uE012', Right: '\uE014', Shift: '\uE008' } as const

export interface Driven extends Omit<Client, 'evaluate' | 'perform'> {
  /** Runs a function in the page, where it sees nothing but its arguments; both ways as JSON. */
  run<A extends readonly unknown[], T>(what: (...args: A) => T | Promise<T>, ...args: A): Promise<T>
  /** Presses an element that a selector finds in the page or in any open shadow root, as soon as it stands still and nothing lies over it. */
  click(css: string): Promise<void>
  /** Types where the focus is. */
  type(text: string): Promise<void>
  press(key: keyof typeof keys, held?: 'Shift'): Promise<void>
}

const stroke = (value: string): Act[] => [{ type: 'keyDown', value }, { type: 'keyUp', value }]

/** The middle of an element, once it can be pressed there. */
async function target(css: string): Promise<{ readonly x: number; readonly y: number } | undefined> {
  const element = window.engines.find(css)
  if (!element || element.matches(':disabled')) return undefined
  element.scrollIntoView({ block: 'nearest' })
  const before = element.getBoundingClientRect()
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const { x, y, width, height } = element.getBoundingClientRect()
  if (before.x !== x || before.y !== y || width === 0 || height === 0) return undefined
  const middle = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) }
  const hit = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(middle.x, middle.y)
  return element.contains(hit) ? middle : undefined
}

/** What all browsers do alike, over what each one's driver offers. */
export function driven(client: Client): Driven {
  const run: Driven['run'] = async (what, ...args) => {
    const json = await client.evaluate(`async () => JSON.stringify(await (${what.toString()})(...${JSON.stringify(args)})) ?? 'null'`)
    return JSON.parse(json)
  }
  const keyboard = (actions: readonly Act[]): Promise<void> => client.perform({ type: 'key', id: 'keyboard', actions })
  return {
    ...client,
    run,
    async click(css) {
      const { x, y } = await until(async () => (await run(target, css)) ?? undefined, `${css} can be pressed`)
      const actions: Act[] = [{ type: 'pointerMove', x, y }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]
      await client.perform({ type: 'pointer', id: 'mouse', actions })
    },
    type: (text) => keyboard([...text].flatMap(stroke)),
    press: (key, held) => keyboard(held ? [{ type: 'keyDown', value: keys[held] }, ...stroke(keys[key]), { type: 'keyUp', value: keys[held] }] : stroke(keys[key])),
  }
}
