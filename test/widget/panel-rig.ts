import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { adopt } from '../../src/ui/adopt.ts'
import { tokens } from '../../src/ui/styles/tokens.ts'
import { createPanel } from '../../src/widget/panel.tsx'
import type { PanelOptions } from '../../src/widget/panel.tsx'
import { ThreadPart } from '../../src/widget/visitor-thread.tsx'
import { createWords } from '../../src/widget/words.ts'
import { createFakeChat } from './fake-chat.ts'

// `load` has it before it makes a panel for a chat that has begun
await ThreadPart.load()

/** An open panel in a shadow root of its own, with a chat that is set by hand. */
export function openPanel(options: Partial<PanelOptions> = {}) {
  const fake = createFakeChat()
  const host = document.createElement('div')
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const errors: unknown[] = []
  let closed = 0
  adopt(root, tokens)
  const onError = (error: unknown) => void errors.push(error)
  const panel = createPanel({ root, chat: fake.chat, locale: 'en-GB', createWords, onClose: () => (closed += 1), onError, ...options })
  act(() => panel.setOpen(true))

  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => !element.closest('[hidden]'))
  const one = (selector: string) => all(selector)[0] ?? null
  const nameOf = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent
  const named = (name: string, selector = 'button, [role^=menuitem]') => all(selector).find((element) => nameOf(element) === name)
  /** Until the code and the answers behind what is shown now have come. */
  const settled = async () => {
    await act(() => vi.dynamicImportSettled())
    await act(async () => {})
  }
  return {
    fake, panel, root, errors, all, one, named, settled,
    text: (selector: string) => all(selector).map((element) => element.textContent),
    said: () => all('[aria-live=polite] p').map((element) => element.textContent),
    focused: () => root.activeElement as HTMLElement | null,
    closed: () => closed,
    calls: (verb: string) => fake.calls.filter(([name]) => name === verb),
    async press(name: string) {
      const element = named(name)
      if (!element) throw new Error(`nothing is called ${name}`)
      act(() => {
        element.focus()
        element.click()
      })
      await settled()
    },
    async key(key: string, more: KeyboardEventInit = {}) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more })
      act(() => void (root.activeElement ?? root).dispatchEvent(event))
      await settled()
      return event
    },
    write(element: Element | null, value: string) {
      act(() => {
        Object.assign(element as HTMLElement, { value })
        element?.dispatchEvent(new InputEvent('input', { bubbles: true }))
      })
    },
    destroy() {
      act(() => panel.destroy())
      host.remove()
    },
  }
}

export type PanelRig = ReturnType<typeof openPanel>
