import { mount } from '../../src/widget/index.ts'
import { createFakeChat } from '../widget/fake-chat.ts'
import { consoleOf } from './console.ts'
import { letterByLetter } from './letters.tsx'
import { drawn } from './pace.ts'
import { echoing, everywhere, lookAt } from './places.ts'
import { person, rowsOf } from './samples.ts'

/** A page that puts each payload into every place of the widget, or of the console, that shows somebody's words. */

const hosts = document.querySelector('main') ?? document.body

/** `height`: of the panel, in px; rows that are far out of sight are not in the document. */
async function widget(height = 600) {
  const fake = createFakeChat()
  const target = document.createElement('div')
  // the one element here that is the page's own: its place is no matter of the widget
  for (const [name, value] of Object.entries({ position: 'absolute', inset: '0', display: 'block', width: '400px', height: `${height}px` })) {
    target.style.setProperty(name, value, 'important')
  }
  hosts.append(target)
  const { chat, say } = echoing(fake)
  const handle = mount({ chat, target })
  await handle.open()
  const root = handle.element.shadowRoot
  if (!root) throw new Error('no shadow root')
  const about = (text: string, wrong: readonly string[]) => wrong.map((what) => `${what} for ${JSON.stringify(text.slice(0, 120))}`)
  return {
    /** How often was looked at a text while it was streamed, so many letters at once, and what was wrong. */
    async stream(text: string, step: number) {
      const { steps, wrong } = await letterByLetter(root, fake, text, step)
      return { steps, wrong: about(text, wrong) }
    },
    /** Everything wrong that was seen in the thread of this text. */
    async show(text: string): Promise<string[]> {
      fake.state({ conversation: 'conversation-1', permission: { id: 'permission-0001', answered: false } })
      fake.$status.set({ type: 'typing', agent: person('agent', text) })
      fake.load(rowsOf(text) as Parameters<typeof fake.load>[0])
      await drawn()
      return about(text, await lookAt(root, []))
    },
    /** The same everywhere else. */
    async everywhere(text: string): Promise<string[]> {
      say(text)
      return about(text, await everywhere(root, fake, text))
    },
    element: handle.element,
    close: () => handle.destroy(),
  }
}

/** A launcher in the corner, whose hub does not exist. */
const corner = (): void => void mount({ endpoint: '/nowhere' })

/** The same, two shadow roots deep. */
function nested(): void {
  const outer = document.createElement('div')
  const inner = document.createElement('div')
  hosts.append(outer)
  outer.attachShadow({ mode: 'open' }).append(inner)
  const target = document.createElement('div')
  inner.attachShadow({ mode: 'open' }).append(target)
  mount({ chat: createFakeChat().chat, target, layout: 'floating' })
}

const attack = { widget, console: () => consoleOf(hosts), corner, nested }
export type Attack = typeof attack
Object.assign(globalThis, { attack })
