import { bot, sarah, story, visitor } from '../rows.ts'
import type { GalleryState } from '../state.ts'

const opening = () => {
  const { says, notice } = story(20)
  return [notice('ai-disclosure'), says(visitor, 'Do you deliver to Iceland?'), says(bot, 'Yes, within a week.')]
}

const text = (words: string, tag = 'span'): HTMLElement => {
  const element = document.createElement(tag)
  element.textContent = words
  element.dir = 'auto'
  return element
}

/** Children of the host, as a page would write them. */
function fill(host: HTMLElement, slots: Readonly<Record<string, HTMLElement>>): void {
  for (const [name, element] of Object.entries(slots)) {
    element.slot = name
    host.append(element)
  }
}

export const pages: readonly GalleryState[] = [
  { name: 'start-corner', title: 'Open in the other corner', picture: { rows: opening() }, show: 'floating', options: { position: 'start' } },
  { name: 'page-layout', title: 'Fills the page', picture: { rows: opening() }, options: { layout: 'page' } },
  {
    name: 'slots', title: 'Slots: headline, footer', picture: { rows: opening() },
    after: async (_hand, { element }) => fill(element, { header: text('Acme & Daughters', 'strong'), footer: text('We keep what you write for 30 days.', 'small') }),
  },
  {
    name: 'slots-empty', title: 'Slot: empty', picture: {},
    after: async (_hand, { element }) => fill(element, { empty: text('Ask us about parcels, returns and sizes.', 'p') }),
  },
  {
    name: 'renderers', title: 'What the page draws itself',
    picture: { rows: opening(), state: { phase: 'human' }, status: { type: 'agent', agent: sarah, away: false } },
    options: {
      renderMessage: (row) => (row.author.kind === 'assistant' ? text(`✦ ${row.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')}`, 'em') : undefined),
      renderStatus: (status) => text(status.type === 'agent' ? `On the line: ${status.agent.name}` : 'On the line: a machine'),
    },
  },
  {
    name: 'dropping', title: 'Files are dragged over it', picture: { rows: opening() },
    after: async (hand) => {
      const files = new DataTransfer()
      files.items.add(new File(['x'], 'receipt.pdf', { type: 'application/pdf' }))
      const panel = await hand.find('.panel')
      for (const type of ['dragenter', 'dragover']) panel.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, composed: true, cancelable: true }))
      await hand.find('.drop')
    },
  },
]
