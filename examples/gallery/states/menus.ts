import { arabic } from 'handback/widget/locales/ar'
import { german } from 'handback/widget/locales/de'
import { english } from 'handback/widget/locales/en'
import { french } from 'handback/widget/locales/fr'
import { hebrew } from 'handback/widget/locales/he'
import { earlier } from '../earlier.ts'
import { bot, story, visitor } from '../rows.ts'
import type { GalleryState } from '../state.ts'

const article = `A card is **posted on the day** on which it was ordered, and takes 3–5 working days.

- Within the country: 3 days
- Elsewhere in Europe: 5 days

## If it has not arrived

See whether the address is right in [your profile](/profile), then order another one: the old card is blocked at that moment.`

const opening = () => {
  const { says } = story(20)
  return [says(visitor, 'When does my card arrive?'), says(bot, 'In 3–5 working days.', { with: [{ type: 'citation', id: 'card_arrival', title: 'When will my card arrive?', url: '/help/card-arrival' }] })]
}

const day = 86_400_000
const summaries = [
  { conversation: 'gallery-conversation', phase: 'bot', updated: Date.now() - 60_000, preview: 'When does my card arrive?' },
  { conversation: 'gallery-earlier-1', phase: 'closed', updated: Date.now() - 2 * day, preview: 'I was charged twice for the same order, and nobody could tell me why, so I would like somebody to look at it' },
  { conversation: 'gallery-earlier-2', phase: 'closed', updated: Date.now() - 40 * day, preview: 'How do I change my PIN?' },
] as const

const open = { rows: opening(), conversations: summaries, articles: [{ id: 'card_arrival', title: 'When will my card arrive?', url: '/help/card-arrival', text: article }] }

const languages = [
  { language: 'en', label: 'English', strings: english },
  { language: 'ar', label: 'العربية', strings: arabic },
  { language: 'de', label: 'Deutsch', strings: german },
  { language: 'fr', label: 'Français', strings: french },
  { language: 'he', label: 'עברית', strings: hebrew },
]

export const menus: readonly GalleryState[] = [
  {
    name: 'conversations', title: 'Earlier conversations', picture: open, last: true,
    after: async (hand) => {
      await hand.press('header .round')
      await hand.press('.menu .item')
      await hand.find('.entry')
    },
  },
  {
    name: 'conversations-none', title: 'No earlier conversations', picture: { ...open, conversations: [] }, last: true,
    after: async (hand) => {
      await hand.press('header .round')
      await hand.press('.menu .item')
      await hand.find('.quiet')
    },
  },
  {
    name: 'conversations-failed', title: 'Earlier conversations, could not load', picture: { ...open, conversations: 'fails' }, last: true,
    after: async (hand) => {
      await hand.press('header .round')
      await hand.press('.menu .item')
      await hand.find('.quiet [role=alert]')
    },
  },
  {
    name: 'reading', title: 'An earlier conversation is read', picture: { ...open, record: earlier }, last: true,
    after: async (hand) => {
      await hand.press('header .round')
      await hand.press('.menu .item')
      await hand.press('.entry')
      await hand.find('.past .row')
    },
  },
  {
    name: 'languages', title: 'Languages', picture: open, last: true, options: { languages },
    after: async (hand) => {
      await hand.press('header .round')
      await hand.press('.menu .item:nth-child(4)')
      await hand.find('.choice')
    },
  },
  {
    name: 'article', title: 'Article behind a source', picture: open,
    after: async (hand) => {
      await hand.press('.cite')
      await hand.find('.article')
    },
  },
  {
    name: 'uploading', title: 'Files on their way', picture: { rows: opening() },
    after: async (hand) => {
      const chooser = (await hand.find('input[type=file]')) as HTMLInputElement
      const list = new DataTransfer()
      list.items.add(new File([new Uint8Array(240_000)], 'receipt_of_the_second_payment_that_nobody_ordered.pdf', { type: 'application/pdf' }))
      list.items.add(new File(['x'], 'notes.txt', { type: 'text/plain' }))
      chooser.files = list.files
      chooser.dispatchEvent(new Event('change', { bubbles: true }))
      await hand.find('.upload')
      await hand.type('[part=input]', 'Here is the receipt')
    },
  },
  {
    name: 'composing', title: 'A long message is being written', picture: { rows: opening() },
    after: (hand) => hand.type('textarea', 'A message of several lines:\n\none\ntwo\nthree\nfour, and this line is long enough to be wrapped'),
  },
  {
    name: 'menu', title: 'Menu', picture: open, last: true,
    options: { languages },
    after: async (hand) => {
      await hand.press('header .round')
      await hand.find('.menu .item')
    },
  },
  {
    name: 'menu-failed', title: 'Menu, could not load', picture: open, half: true,
    after: async (hand) => {
      await hand.press('header .round')
      await hand.find('footer .failed')
    },
  },
  {
    name: 'page-failed', title: 'Article, could not load', picture: open, half: true,
    after: async (hand) => {
      await hand.press('.cite')
      await hand.find('footer .failed')
    },
  },
]
