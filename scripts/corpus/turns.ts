import type { Logbook } from './log.ts'
import { bot, jo, machine, mei } from './log.ts'

const text = (words: string) => [{ type: 'text', text: words }] as const

export function answered(log: Logbook): void {
  log.add(mei, 'conversation-started', { visitor: mei, locale: 'zh-TW', page: 'https://example.com/cards?from=mail' })
  log.add(machine, 'notice', { key: 'ai-disclosure', params: {} })
  const asked = log.add(mei, 'message-sent', { message: 'message-mei-1', parts: text('Where is my card? \u202e卡') })
  const turn = { turn: 'turn-0001', attempt: 1 }
  log.add(bot, 'turn-started', { ...turn, message: 'answer-0001', until: log.after(60_000) })
  log.add(mei, 'message-sent', { message: 'message-mei-2', parts: text('And when does it come?') })
  log.add(bot, 'message-sent', {
    message: 'answer-0001',
    parts: [
      { type: 'text', text: 'It is **on its way**.' },
      { type: 'citation', id: 'card-delivery', title: 'Delivery of cards', url: '/help/card-delivery' },
      { type: 'citation', id: 'card-order', title: 'Ordering a card' },
      { type: 'quick-replies', options: [{ action: 'handoff-request' }, { action: 'send', label: 'Thanks!' }] },
      { type: 'attachment', blob: 'blob-0001', name: 'route.png', media: 'image/png', size: 48_213, alt: 'The way of the card' },
      { type: 'attachment', blob: 'blob-0002', name: 'terms.pdf', media: 'application/pdf', size: 0 },
      {
        type: 'form',
        form: 'form-0001',
        title: 'Where should it go?',
        fields: [
          { name: 'address', label: 'Address', kind: 'long-text', required: true },
          { name: 'speed', label: 'How fast', kind: 'choice', options: ['normal', 'express'] },
        ],
      },
      { type: 'form', form: 'form-0002', fields: [{ name: 'email', label: 'E-mail', kind: 'email' }] },
    ],
  })
  log.add(bot, 'turn-done', turn)
  log.add(mei, 'form-submitted', { form: 'form-0001', values: { address: '1 Main St', speed: 'express' } })
  log.add(mei, 'message-rated', { message: 'answer-0001', rating: 'down', comment: 'Too long' })
  log.add(mei, 'message-rated', { message: 'answer-0001', rating: 'none' })
  log.add(mei, 'read-marked', { seq: asked + 3 })
  log.add(machine, 'turn-skipped', { upTo: asked + 2 })
  log.add(machine, 'conversation-closed', { reason: 'idle' })
  log.add(machine, 'notice', { key: 'conversation-closed', params: {} })
}

export function minimal(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('Hi') })
}

export function failing(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('One') })
  const first = { turn: 'turn-0001', attempt: 1 }
  log.add(bot, 'turn-started', { ...first, message: 'answer-0001', until: log.after(60_000) })
  log.add(machine, 'turn-failed', { ...first, code: 'provider/unavailable', retryAt: log.after(1_000) })
  const second = { turn: 'turn-0001', attempt: 2 }
  log.add(bot, 'turn-started', { ...second, message: 'answer-0001', until: log.after(60_000) })
  log.add(machine, 'turn-failed', second)
  log.add(bot, 'notice', { key: 'answer-failed', params: {} })
  for (const [at, reason] of (['question', 'stop'] as const).entries()) {
    const turn = { turn: `turn-100${at}`, attempt: 1 }
    log.add(jo, 'message-sent', { message: `message-jo-1${at}`, parts: text('Again') })
    log.add(bot, 'turn-started', { ...turn, message: `answer-100${at}`, until: log.after(60_000) })
    log.add(reason === 'stop' ? jo : machine, 'turn-aborted', { ...turn, reason })
  }
  log.add(bot, 'message-sent', { message: 'answer-1001', parts: text('It is on its'), stopped: true })
  const last = { turn: 'turn-2000', attempt: 1 }
  log.add(jo, 'message-sent', { message: 'message-jo-20', parts: text('A person please') })
  log.add(bot, 'turn-started', { ...last, message: 'answer-2000', until: log.after(60_000) })
  log.add(machine, 'turn-aborted', { ...last, reason: 'handoff' })
  log.add(jo, 'handoff-requested', { reason: 'visitor-request', until: log.after(180_000) })
  log.add(bot, 'notice', { key: 'handoff-started', params: {} })
}

/** What stands before the first message, and what a visitor brings. */
export function brought(log: Logbook): void {
  log.add(mei, 'conversation-started', { visitor: mei })
  log.add(mei, 'form-submitted', {
    form: 'pre-chat-form',
    values: { name: 'Mei', topic: 'Cards' },
    asked: {
      title: 'Before we begin',
      fields: [
        { name: 'name', label: 'Your name', kind: 'text', required: true },
        { name: 'topic', label: 'What is it about?', kind: 'choice', options: ['Cards', 'Loans'] },
      ],
    },
  })
  log.add(mei, 'form-submitted', { form: 'another-form', values: {}, asked: { fields: [{ name: 'email', label: 'E-mail', kind: 'email' }] } })
  log.add(mei, 'message-sent', {
    message: 'message-mei-1',
    parts: [
      { type: 'attachment', blob: 'blob-0001', name: 'card.png', media: 'image/png', size: 48_213 },
      { type: 'attachment', blob: 'blob-0002', name: 'letter.pdf', media: 'application/pdf', size: 9_000_000, alt: 'The letter' },
    ],
  })
  log.add(mei, 'message-rated', { message: 'message-mei-1', rating: 'up' })
}
