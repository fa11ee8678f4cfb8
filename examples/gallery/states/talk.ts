import { bot, sarah, story, tom, visitor } from '../rows.ts'
import type { GalleryState } from '../state.ts'
import type { stillChat } from '../still-chat.ts'

const card = () => {
  const { says, notice } = story(30)
  return [
    notice('ai-disclosure'),
    says(visitor, 'Hi! My new card has not arrived yet.'),
    says(bot, 'Sorry to hear that. A card takes **3–5 working days** to arrive after it was ordered.\n\nWhen did you order yours?', {
      with: [{ type: 'citation', id: 'card_arrival', title: 'When will my card arrive?', url: '/help/card-arrival' }],
    }),
    says(visitor, 'Two weeks ago.'),
  ]
}

const answered = () => {
  const rows = card()
  const { says } = story(8)
  return [...rows, says(bot, 'Then something went wrong. I can order another one, or a person can look at it.', {
    with: [{ type: 'quick-replies', options: [{ action: 'send', label: 'Order another card' }, { action: 'send', label: 'Where was it sent?' }, { action: 'handoff-request' }] }],
  })]
}

const handed = () => {
  const rows = card()
  const { says, notice } = story(8)
  return [
    ...rows,
    notice('handoff-started'),
    notice('agent-joined', { agent: 'Sarah Lindqvist' }),
    says(sarah, 'Hello, this is Sarah. I have read what you wrote.'),
    says(sarah, 'Let me look at the shipment, one moment please.'),
    says(visitor, 'Thank you!'),
  ]
}

const away = () => {
  const rows = handed()
  return [...rows, story(2).notice('agent-lost', { agent: 'Sarah Lindqvist' })]
}

const long = () => {
  const { says } = story(60 * 24 * 3)
  const first = Array.from({ length: 30 }, (_, index) => says(index % 2 ? bot : visitor, index % 2 ? `Answer ${index}: see the list of fees.` : `Question ${index}?`))
  const today = story(60 * 25)
  const second = Array.from({ length: 14 }, (_, index) => today.says(index % 2 ? bot : visitor, `Line ${index} of yesterday.`))
  const now = story(40)
  const third = Array.from({ length: 20 }, (_, index) => now.says(index % 2 ? bot : visitor, `Line ${index} of today.`))
  return [...first, ...second, ...third]
}

export const talk: readonly GalleryState[] = [
  { name: 'empty', title: 'Nothing said yet', picture: {} },
  { name: 'empty-floating', title: 'Open in the corner', picture: {}, show: 'floating' },
  { name: 'answered', title: 'Answer with source and quick replies', picture: { rows: answered(), read: 9 } },
  { name: 'thinking', title: 'The assistant prepares an answer', picture: { rows: card(), state: { answering: true }, read: 9 } },
  {
    name: 'streaming', title: 'An answer is being written',
    picture: {
      rows: card(), state: { answering: true }, read: 9,
      streaming: story(1).says(bot, 'I can see two shipments. The first one left our house on **4 May** and', { seq: 0, streaming: true }),
    },
  },
  {
    name: 'waiting', title: 'Waiting, with place and time',
    picture: { rows: [...card(), story(8).notice('handoff-started')], state: { phase: 'queued', waiting: true }, status: { type: 'connecting', place: 3, wait: 240_000 } },
  },
  { name: 'agent', title: 'A person is there', picture: { rows: handed(), state: { phase: 'human' }, status: { type: 'agent', agent: sarah, away: false }, read: 99 } },
  { name: 'agent-typing', title: 'A person is typing', picture: { rows: handed(), state: { phase: 'human' }, status: { type: 'typing', agent: sarah }, read: 99 } },
  { name: 'agent-away', title: 'The person has lost the connection', picture: { rows: handed(), state: { phase: 'human' }, status: { type: 'agent', agent: sarah, away: true } } },
  { name: 'agent-lost', title: 'Somebody else is looked for', picture: { rows: away(), state: { phase: 'queued', waiting: true }, status: { type: 'connecting' } } },
  {
    name: 'handed-back', title: 'Handed back, helper, drafted answer',
    picture: {
      rows: [
        ...handed(), story(6).notice('participant-joined', { agent: 'Tom' }), story(5).says(tom, 'The parcel is at the depot.'),
        story(4).says(sarah, 'It will be with you **tomorrow**.', { assisted: true }), story(3).notice('floor-returned', { agent: 'Sarah Lindqvist' }),
        story(2).notice('anything-else', {}, 'assistant'),
      ],
      state: { phase: 'handback' },
    },
  },
  {
    name: 'failed', title: 'Messages that were not sent',
    picture: {
      rows: [
        ...card(), story(2).says(visitor, 'Are you still there?', { seq: 0, delivery: 'failed' }),
        story(1).says(visitor, 'I really need it before Friday, because I am travelling.', { seq: 0, delivery: 'failed', failure: 'request/rate-limited' }),
        story(1).says(visitor, 'Hello?', { seq: 0, delivery: 'sending' }),
      ],
    },
  },
  {
    name: 'offline', title: 'The connection is lost', picture: { rows: card() },
    after: async (hand, widget) => {
      // there was one before
      const { $connection } = (await widget.chat()) as ReturnType<typeof stillChat>
      $connection.set('offline')
      await hand.find('.banner')
    },
  },
  {
    name: 'stopped', title: 'An answer was stopped, another broke off',
    picture: { rows: [...card(), story(3).says(bot, 'There are five kinds of', { stopped: true }), story(2).says(bot, 'The fee depends on', { cut: true }), story(1).notice('answer-failed', {}, 'assistant')] },
  },
  { name: 'out-of-hours', title: 'Nobody is there now', picture: { rows: [...card(), story(2).notice('out-of-hours', { at: Date.now() + 50_000_000 }, 'assistant')] } },
  { name: 'closed', title: 'Ended', picture: { rows: [...handed(), story(2).notice('conversation-closed')], state: { phase: 'closed' }, status: { type: 'closed' } } },
  { name: 'erased', title: 'Contents removed', picture: { rows: answered(), state: { erased: true, phase: 'closed' }, status: { type: 'closed' } } },
  {
    name: 'long', title: 'Long thread, away from the newest',
    picture: { rows: long(), state: { hasEarlier: true } },
    last: true,
    after: async (hand) => {
      const log = await hand.find('.log')
      await hand.find('.row')
      // it goes to its end by itself while it takes its size
      const up = setInterval(() => (log.scrollTop = Math.max(0, log.scrollHeight - log.clientHeight - 900)), 100)
      await hand.find('.jump')
      clearInterval(up)
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      await hand.find('.jump')
    },
  },
]
