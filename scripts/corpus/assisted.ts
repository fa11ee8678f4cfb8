import type { Logbook } from './log.ts'
import { ada, bot, machine, mei, sarah, tom } from './log.ts'

const text = (words: string) => [{ type: 'text', text: words }] as const

export function assisted(log: Logbook): void {
  log.add(mei, 'conversation-started', { visitor: mei, locale: 'en' })
  log.add(mei, 'message-sent', { message: 'message-mei-1', parts: text('My card was charged twice') })
  const first = { turn: 'turn-0001', attempt: 1 }
  log.add(bot, 'turn-started', { ...first, message: 'answer-0001', until: log.after(60_000) })
  log.add(machine, 'turn-aborted', { ...first, reason: 'handoff' })
  log.add(bot, 'handoff-requested', { reason: 'rule', until: log.after(180_000) })
  log.add(bot, 'notice', { key: 'handoff-started', params: {} })
  log.add(bot, 'context-added', {
    reason: 'rule',
    rule: 'money',
    summary: 'Charged twice for one order.',
    confidence: 0.25,
    sentiment: -0.5,
    fields: { order: '4711' },
    articles: [{ id: 'refunds', title: 'Refunds', url: '/help/refunds' }, { id: 'charges', title: 'Charges' }],
  })
  log.add(machine, 'conversation-routed', { team: 'payments', priority: 5, agent: sarah.id })
  log.add(ada, 'shadow-started', { person: ada })
  log.add(sarah, 'floor-claimed', { agent: sarah })
  log.add(machine, 'notice', { key: 'agent-joined', params: { agent: 'Sarah' } })
  log.add(sarah, 'message-sent', { message: 'message-sarah-1', parts: text('I am **looking** into it') })
  log.add(sarah, 'note-added', { note: 'note-0001', text: 'Looks like a real double charge', person: sarah })
  log.add(sarah, 'note-added', { note: 'note-0002', text: 'Asked billing' })
  log.add(sarah, 'participant-invited', { agent: tom.id })
  log.add(tom, 'participant-joined', { person: tom })
  log.add(tom, 'message-sent', { message: 'message-tom-1', parts: text('Billing here') })
  log.add(tom, 'participant-left', {})
  log.add(sarah, 'supervisor-requested', { note: 'Above my limit' })
  log.add(ada, 'shadow-ended', { person: ada })
  log.add(ada, 'participant-joined', { person: ada })
  log.add(sarah, 'supervisor-requested', {})
  log.add(sarah, 'assist-requested', { request: 'request-01', text: 'Draft an apology', until: log.after(30_000) })
  const help = { turn: 'turn-0002', attempt: 1 }
  log.add(bot, 'turn-started', { ...help, message: 'draft-0001', until: log.after(60_000), kind: 'assist' }, 'staff')
  log.add(bot, 'draft-offered', { draft: 'draft-0001', parts: text('We are sorry') })
  log.add(bot, 'turn-done', help, 'staff')
  log.add(sarah, 'draft-used', { draft: 'draft-0001', message: 'message-sarah-2' })
  log.add(sarah, 'message-sent', { message: 'message-sarah-2', parts: text('We are very sorry'), assisted: true })
  log.add(bot, 'draft-offered', { draft: 'draft-0002', parts: text('Anything else?') })
  log.add(sarah, 'draft-dropped', { draft: 'draft-0002' })
  log.add(sarah, 'assist-requested', { request: 'request-02', text: 'When was the order?', until: log.after(30_000) })
  log.add(machine, 'assist-expired', { request: 'request-02' })
  log.add(sarah, 'assist-requested', { request: 'request-03', text: 'Find the policy', until: log.after(30_000) })
  const lost = { turn: 'turn-0003', attempt: 1 }
  log.add(bot, 'turn-started', { ...lost, message: 'draft-0003', until: log.after(60_000), kind: 'assist' }, 'staff')
  log.add(machine, 'turn-failed', { ...lost, code: 'provider/time-out' }, 'staff')
  log.add(mei, 'read-marked', { seq: 10 })
  log.add(sarah, 'read-marked', { seq: 12 })
  log.add(mei, 'message-sent', { message: 'message-mei-2', parts: text('Thank you') })
  log.add(sarah, 'conversation-closed', { reason: 'resolved' })
}
