import type { StaffRow } from '../../src/conversation/rows.ts'
import { mountConsole } from '../../src/console/index.ts'
import type { Part, Person } from '../../src/protocol/index.ts'
import { mount } from '../../src/widget/index.ts'
import { createFakeDesk } from '../console/fake-desk.ts'
import { entry, header } from '../console/samples.ts'
import { bot, createFakeChat } from '../widget/fake-chat.ts'
import { foundIn } from './look.ts'

/** A page that puts each payload into every place of the widget, or of the console, that shows somebody's words. */

const painted = requestAnimationFrame.bind(globalThis)
const frame = (): Promise<void> => new Promise((resolve) => painted(() => resolve()))
/** Whatever waits for a frame is done at once, so that each letter is drawn before the next one comes. */
globalThis.requestAnimationFrame = (draw) => {
  queueMicrotask(() => draw(performance.now()))
  return 0
}
const drawn = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
}

const partsOf = (text: string): Part[] => [
  { type: 'citation', id: text.slice(0, 200), title: text.slice(0, 400), url: text },
  { type: 'citation', id: 'second-source', title: 'An article', url: `https://example.com/?q=${text.slice(0, 500)}` },
  { type: 'attachment', blob: 'blob-0001', name: text.slice(0, 200), media: 'image/png', size: 9, alt: text.slice(0, 400) },
  { type: 'attachment', blob: 'blob-0002', name: text.slice(0, 200), media: text.slice(0, 80), size: 9 },
  {
    type: 'form',
    form: 'form-0001',
    title: text.slice(0, 200),
    fields: [
      { name: text.slice(0, 80) || 'field', label: text.slice(0, 200), kind: 'choice', options: [text.slice(0, 200), 'b'] },
      { name: 'mail', label: text.slice(0, 200), kind: 'email', required: true },
    ],
  },
  { type: 'quick-replies', options: [{ action: 'send', label: text.slice(0, 200) }] },
]

const person = (kind: Person['kind'], text: string): Person => ({ id: `${kind}-0001`, kind, name: text.slice(0, 80), avatar: text.slice(0, 500) })

function rowsOf(text: string): StaffRow[] {
  const at = Date.UTC(2026, 10, 21, 12)
  const base = (seq: number) => ({ seq, at: at + seq * 1_000 })
  const parts: Part[] = [{ type: 'text', text }, ...partsOf(text)]
  const cut = text.slice(0, 2_000)
  return [
    { type: 'message', id: 'message-0001', ...base(1), author: person('visitor', text), parts: [{ type: 'text', text }, ...partsOf(text).slice(2, 4)], delivery: 'sent' },
    { type: 'message', id: 'message-0002', ...base(2), author: bot, parts },
    { type: 'message', id: 'message-0003', ...base(3), author: person('agent', text), parts, assisted: true },
    { type: 'notice', id: 'row-4', ...base(4), by: { kind: 'machine', id: 'machine-' }, key: 'agent-joined', params: { agent: cut } },
    { type: 'ticket', id: 'ticket-0001', ...base(5), text: cut, contact: cut.slice(0, 200) },
    { type: 'rating', id: 'row-6', ...base(6), episode: 2, score: 3, comment: cut },
    {
      type: 'form',
      id: 'row-7',
      ...base(7),
      form: 'form-0002',
      values: { [cut.slice(0, 80) || 'field']: cut },
      asked: { title: cut.slice(0, 200), fields: [{ name: cut.slice(0, 80) || 'field', label: cut.slice(0, 200), kind: 'text' }] },
    },
    { type: 'permission', id: 'row-8', ...base(8), permission: 'permission-0001', title: cut.slice(0, 200), details: cut },
  ]
}

const hosts = document.querySelector('main') ?? document.body

async function widget() {
  const fake = createFakeChat()
  const target = document.createElement('div')
  // the one element here that is the page's own: its place is no matter of the widget
  for (const [name, value] of Object.entries({ position: 'absolute', inset: '0', display: 'block', width: '400px', height: '600px' })) {
    target.style.setProperty(name, value, 'important')
  }
  hosts.append(target)
  const handle = mount({ chat: fake.chat, target })
  await handle.open()
  const root = handle.element.shadowRoot
  if (!root) throw new Error('no shadow root')
  return {
    /** Everything wrong that was seen for these payloads. `step`: letters that are streamed at once. */
    async show(all: readonly string[], step: number): Promise<string[]> {
      const wrong: string[] = []
      for (const text of all) {
        const note = (where: string): void => void wrong.push(...foundIn(root).map((what) => `${where}: ${what} for ${JSON.stringify(text.slice(0, 120))}`))
        for (let end = step; end < text.length + step; end += step) {
          fake.streams(text.slice(0, end))
          await drawn()
        }
        await frame()
        note('streamed')
        fake.$streaming.set(null)
        fake.state({ conversation: 'conversation-1', permission: { id: 'permission-0001', answered: false } })
        fake.$status.set({ type: 'typing', agent: person('agent', text) })
        fake.load(rowsOf(text) as Parameters<typeof fake.load>[0])
        await frame()
        await frame()
        note('shown')
      }
      return wrong
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

async function console_() {
  const fake = createFakeDesk()
  const host = document.createElement('div')
  hosts.append(host)
  const stop = mountConsole(host, { desk: fake.desk })
  const root = host.shadowRoot
  if (!root) throw new Error('no shadow root')
  return {
    async show(all: readonly string[]): Promise<string[]> {
      const wrong: string[] = []
      for (const text of all) {
        const some = text.slice(0, 120)
        const name = text.slice(0, 80)
        fake.$queue.set([entry('conversation-1', { visitorName: name, preview: some, tags: [text.slice(0, 40)], team: name, reason: name })])
        fake.$others.set([entry('conversation-2', { phase: 'human', holderName: name, visitorName: name, preview: some })])
        await frame()
        root.querySelector<HTMLElement>('li button, li a, [role=listitem] button')?.click()
        const thread = fake.thread('conversation-1')
        thread.$header.set(header('queued', { tags: [text.slice(0, 40)], people: [person('visitor', text)] }))
        thread.$rows.set([
          ...rowsOf(text),
          { type: 'note', id: 'note-0001', seq: 20, at: 20, author: person('agent', text), text: text.slice(0, 4_000) },
          { type: 'summary', id: 'row-21', seq: 21, at: 21, episode: 2, text: text.slice(0, 4_000) },
          { type: 'tool-call', id: 'row-22', seq: 22, at: 22, call: 'call-0001', tool: name, input: text.slice(0, 4_000) },
          { type: 'tool-result', id: 'row-23', seq: 23, at: 23, call: 'call-0001', output: text.slice(0, 4_000), failed: true },
        ])
        thread.$context.set({ reason: name, summary: text.slice(0, 2_000), fields: { [name]: some }, articles: [{ id: name, title: name, url: text.slice(0, 2_000) }] })
        thread.$drafts.set([{ id: 'draft-0001', parts: [{ type: 'text', text }], action: { tool: name, input: text.slice(0, 4_000), title: some, details: some } }])
        thread.$attributes.set({ [name || 'x']: some })
        thread.$followUp.set({ contact: name, note: some })
        await frame()
        await frame()
        wrong.push(...foundIn(root).map((what) => `console: ${what} for ${JSON.stringify(text.slice(0, 120))}`))
      }
      return wrong
    },
    close: () => stop(),
  }
}

const attack = { widget, console: console_, corner, nested }
export type Attack = typeof attack
Object.assign(globalThis, { attack })
