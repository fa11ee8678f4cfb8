import { act } from 'preact/test-utils'
import { mountConsole, type ConsoleOptions } from '../../src/console/index.ts'
import { byRole } from './by-role.ts'
import { createFakeDesk } from './fake-desk.ts'

const stops: (() => void)[] = []

/** A mounted console on a fake desk, in an element of its own: in the page, or in another element that is put into it. */
export async function openConsole(prepare?: (desk: ReturnType<typeof createFakeDesk>) => void, options: Omit<ConsoleOptions, 'desk'> = {}, around?: Element) {
  const fake = createFakeDesk()
  prepare?.(fake)
  const host = document.createElement('div')
  if (around) document.body.append(around)
  ;(around ?? document.body).append(host)
  let stop = (): void => undefined
  await act(() => void (stop = mountConsole(host, { desk: fake.desk, ...options })))
  stops.push(stop, () => host.remove())
  const root = host.shadowRoot
  if (!root) throw new Error('The console has no shadow root.')
  return {
    ...fake,
    root,
    stop,
    /** Changes what the desk shows and lets the console follow. */
    change: (work: () => void) => act(work),
    /** Also lets the answer of the desk come in. */
    click: (element: HTMLElement) =>
      act(async () => {
        element.click()
        await new Promise((resolve) => setImmediate(resolve))
      }),
    press: (element: HTMLElement, key: string) =>
      act(() => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }))),
    write: (name: string, text: string) =>
      act(() => {
        const box = byRole(root, 'textbox', name) as HTMLTextAreaElement
        box.value = text
        box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
      }),
  }
}

export function closeConsoles(): void {
  for (const stop of stops.splice(0)) stop()
}
