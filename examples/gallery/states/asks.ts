import type { FormPart } from 'handback'
import { bot, sarah, story, visitor } from '../rows.ts'
import type { GalleryState } from '../state.ts'

const fields: FormPart['fields'] = [
  { name: 'name', label: 'Your name', kind: 'text', required: true },
  { name: 'email', label: 'E-mail', kind: 'email', required: true },
  { name: 'topic', label: 'What is it about?', kind: 'choice', options: ['Cards', 'Transfers', 'Something else'] },
  { name: 'details', label: 'What happened?', kind: 'long-text' },
]
const form: FormPart = { type: 'form', form: 'gallery-form', title: 'So that we can reach you', fields }

const opening = () => {
  const { says } = story(20)
  return [says(visitor, 'I was charged twice.'), says(bot, 'I am sorry. Let me look at it.')]
}

export const asks: readonly GalleryState[] = [
  { name: 'pre-chat', title: 'Form before the first message', picture: {}, options: { preChat: { title: 'Before we begin', fields } } },
  { name: 'form', title: 'Form in a message', picture: { rows: [...opening(), story(2).says(bot, 'I need a few details:', { with: [form] })] } },
  {
    name: 'form-errors', title: 'Form with mistakes',
    picture: { rows: [...opening(), story(2).says(bot, 'I need a few details:', { with: [{ ...form, form: 'gallery-form-2' }] })] },
    after: async (hand) => {
      await hand.type('[part~=form] input[type=email]', 'nobody')
      await hand.press('[part~=form] .primary')
      await hand.find('[aria-invalid=true]')
    },
  },
  {
    name: 'form-filled', title: 'Form, filled in',
    picture: {
      rows: [
        ...opening(), story(3).says(bot, 'I need a few details:', { with: [form] }),
        { type: 'form', ...story(2).next(), form: 'gallery-form', values: { name: 'Maria Jensen', email: 'maria@example.com', topic: 'Cards' } },
      ],
    },
  },
  {
    name: 'ticket', title: 'A message for later',
    picture: { rows: [...opening(), story(2).says(bot, 'Nobody is there now.', { with: [{ type: 'quick-replies', options: [{ action: 'ticket-create' }] }] })] },
    after: (hand) => hand.press('.replies .pill'),
  },
  {
    name: 'ticket-left', title: 'A message was left',
    picture: { rows: [...opening(), { type: 'ticket', ...story(2).next(), text: 'Please call me back about the second charge of 40 €.', contact: 'maria@example.com' }] },
  },
  { name: 'survey', title: 'Rating', picture: { rows: [...opening(), story(3).says(sarah, 'All done!'), { type: 'survey', ...story(2).next(), episode: 1 }], state: { survey: 1, phase: 'handback' } } },
  {
    name: 'survey-factors', title: 'Rating, with single factors',
    picture: { rows: [...opening(), { type: 'survey', ...story(2).next(), episode: 1 }], state: { survey: 1, phase: 'handback' } },
    after: async (hand) => {
      await hand.press('.survey .scale label:nth-child(6) input')
      await hand.press('.survey .text')
      await hand.press('.factors .scale label:nth-child(5) input')
    },
  },
  {
    name: 'rated', title: 'Rated',
    picture: { rows: [...opening(), { type: 'rating', ...story(2).next(), episode: 1, score: 6, comment: 'Quick, and friendly.' }, story(1).notice('survey-thanks', {}, 'assistant')] },
  },
  {
    name: 'permission', title: 'The assistant asks for permission',
    picture: {
      rows: [...opening(), { type: 'permission', ...story(2).next(), permission: 'gallery-permission', title: 'Refund order 4711', details: '40 € to the card that paid.' }],
      state: { permission: { id: 'gallery-permission', answered: false } },
    },
  },
  {
    name: 'permission-given', title: 'Permission was given',
    picture: {
      rows: [
        ...opening(), { type: 'permission', ...story(3).next(), permission: 'gallery-permission', title: 'Refund order 4711', details: '40 € to the card that paid.' },
        { type: 'permission-answer', ...story(2).next(), permission: 'gallery-permission', granted: true }, story(1).says(bot, 'It is on its way.'),
      ],
    },
  },
  { name: 'follow-up', title: 'Should somebody come back?', picture: { rows: [...opening(), story(2).notice('follow-up', {}, 'assistant')], state: { followUp: true, phase: 'handback' } } },
  {
    name: 'end-question', title: 'End the conversation?',
    picture: { rows: opening() }, last: true,
    after: async (hand) => {
      await hand.press('header .round')
      await hand.press('.menu .item:last-child')
      await hand.find('.question')
    },
  },
]
