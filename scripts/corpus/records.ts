import type { Logbook } from './log.ts'
import { ada, bot, jo, logbook, machine, mei, sarah } from './log.ts'

const text = (words: string) => [{ type: 'text', text: words }] as const

export function kept(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo, locale: 'de' })
  log.add(jo, 'language-changed', { language: 'en-GB' })
  log.add(jo, 'consent-recorded', { scope: 'assistant', version: '2026-01', granted: true })
  log.add(jo, 'consent-recorded', { scope: 'transcript', version: '2026-01', granted: false })
  log.add(jo, 'attributes-updated', { values: { plan: 'pro', seats: 3, trial: false, city: 'Lyon' } })
  log.add(sarah, 'attributes-updated', { values: { city: null } })
  log.add(bot, 'tag-added', { tag: 'billing' })
  log.add(sarah, 'tag-added', { tag: 'vip' })
  log.add(sarah, 'tag-removed', { tag: 'billing' })
  log.add(sarah, 'tag-removed', { tag: 'vip' })
  log.add(sarah, 'tag-added', { tag: 'refund' })
}

export function redacted(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  const secret = log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('My number is 4111 1111') })
  log.add(sarah, 'note-added', { note: 'note-0001', text: 'Gave a card number', person: sarah })
  log.add(sarah, 'events-redacted', { seqs: [secret, secret + 1], log: 1 })
  log.add(machine, 'notice', { key: 'message-removed', params: {} })
  // what stood in another log was removed there
  log.add(ada, 'events-redacted', { seqs: [1], log: 7 })
}

export function erased(log: Logbook): void {
  log.add(mei, 'conversation-started', { visitor: mei, locale: 'fr', page: 'https://example.com/' })
  log.add(mei, 'message-sent', { message: 'message-mei-1', parts: text('Forget me') })
  log.add(sarah, 'floor-claimed', { agent: sarah })
  log.add(sarah, 'tag-added', { tag: 'privacy' })
  log.add(mei, 'conversation-erased', { log: 1 })
  log.add(mei, 'message-sent', { message: 'message-mei-2', parts: text('Still there?') })
  log.add(mei, 'conversation-erased', {})
}

/** The same log once it is done: numbers, authors and types stay. */
export function gone(log: Logbook): void {
  const whole = logbook()
  erased(whole)
  for (const { by, type, audience } of whole.events) log.raw(by, type, { erased: true }, audience)
}
