import type { ChatStatus } from 'handback'
import { english } from 'handback/widget/locales/en'
import { mount } from 'handback/widget'
import { atom } from 'nanostores'
import { stillChat } from '../../examples/gallery/still-chat.ts'
import { dictionaries } from '../ui/locales/dictionaries.ts'

/** A page with one widget, whose header is looked at in each language and at each status. */

const agent = { id: 'agent-sarah', kind: 'agent', name: 'Sarah' } as const
const statuses: readonly ChatStatus[] = [
  { type: 'assistant' },
  { type: 'connecting' },
  { type: 'connecting', place: 12, wait: 720_000 },
  { type: 'agent', agent, away: false },
  { type: 'agent', agent, away: true },
  { type: 'typing', agent },
  { type: 'closed' },
]

export interface HeaderSeen {
  /** The language, and what stands there. */
  readonly words: string
  readonly height: number
  /** Nothing of it is cut. */
  readonly whole: boolean
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** The header at all of them, once the panel is there. */
async function headers(): Promise<readonly HeaderSeen[]> {
  const $status = atom<ChatStatus>({ type: 'assistant' })
  const rows = [{ type: 'message', id: 'message-1', seq: 1, at: Date.now(), author: agent, parts: [{ type: 'text', text: 'Hello' }] }] as const
  const widget = mount({ chat: { ...stillChat({ rows, state: { phase: 'human' } }), $status }, languages: [{ language: 'en', label: 'English', strings: english }] })
  await widget.open()
  const found = <E extends Element>(selector: string) => widget.element.shadowRoot?.querySelector<E>(selector)
  // with the button of the menu, which takes room
  while (!found('.state') || !found('header .round + .round')) await frame()
  const seen: HeaderSeen[] = []
  for (const [name, strings] of Object.entries({ en: english, ...dictionaries })) {
    await widget.setLocale(strings)
    for (const status of statuses) {
      $status.set(status)
      await frame()
      await frame()
      const lines = ['.state', '.detail'].flatMap((selector) => found<HTMLElement>(selector) ?? [])
      seen.push({
        words: `${name}: ${lines.map(({ textContent }) => textContent).join(' / ')}`,
        height: Math.round(found('header')?.getBoundingClientRect().height ?? 0),
        whole: lines.every(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1),
      })
    }
  }
  return seen
}
Object.assign(globalThis, { headers })
