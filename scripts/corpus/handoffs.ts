import type { Logbook } from './log.ts'
import { bot, jo, machine, sarah, tom } from './log.ts'

const text = (words: string) => [{ type: 'text', text: words }] as const

export function transferred(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.add(jo, 'handoff-requested', { reason: 'visitor-request', until: log.after(180_000) })
  log.add(bot, 'context-added', { reason: 'visitor-request' })
  log.add(machine, 'conversation-routed', {})
  log.add(sarah, 'floor-claimed', { agent: sarah })
  log.add(machine, 'agent-dropped', { until: log.after(60_000) })
  log.add(machine, 'agent-returned', {})
  log.add(sarah, 'floor-transferred', { reason: 'transfer', until: log.after(180_000) })
  log.add(machine, 'notice', { key: 'floor-transferred', params: { agent: 'Sarah' } })
  log.add(machine, 'conversation-routed', { agent: tom.id, team: 'cards' })
  log.add(tom, 'floor-claimed', { agent: tom })
  log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('Hello Tom') })
  log.add(machine, 'agent-dropped', { until: log.after(60_000) })
  log.add(machine, 'floor-transferred', { reason: 'agent-lost', until: log.after(180_000) })
  log.add(machine, 'notice', { key: 'agent-lost', params: {} })
  log.add(jo, 'handoff-cancelled', {})
  log.add(sarah, 'floor-claimed', { agent: sarah })
  log.add(sarah, 'floor-returned', { tasks: [] })
  log.add(machine, 'notice', { key: 'floor-returned', params: { agent: 'Sarah' } })
  log.add(bot, 'tasks-ended', { reason: 'done' })
}

export function unanswered(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('Is anybody there?') })
  log.add(jo, 'handoff-requested', { reason: 'visitor-request', until: log.after(180_000) })
  log.add(machine, 'handoff-expired', { outcome: 'bot' })
  log.add(bot, 'notice', { key: 'handoff-expired', params: {} })
  log.add(bot, 'handoff-requested', { reason: 'assistant-failed', until: log.after(180_000) })
  log.add(jo, 'message-sent', { message: 'message-jo-02', parts: text('Please call me') })
  log.add(machine, 'handoff-expired', { outcome: 'ticket' })
  log.add(machine, 'ticket-created', { ticket: 'ticket-0001', text: 'Please call me' })
  log.add(bot, 'notice', { key: 'handoff-ticketed', params: {} })
  log.add(machine, 'conversation-closed', { reason: 'ticket' })
  log.add(jo, 'conversation-reopened', { to: 'queue' })
  log.add(machine, 'notice', { key: 'conversation-reopened', params: {} })
  log.add(jo, 'handoff-requested', { reason: 'reopened', until: log.after(180_000) })
  log.add(jo, 'handoff-cancelled', {})
  log.add(jo, 'ticket-created', { ticket: 'ticket-0002', text: 'Or write to me', contact: 'jo@example.com' })
  log.add(jo, 'ticket-created', { ticket: 'ticket-0003', text: 'Or call me', file: true })
  log.add(jo, 'ticket-created', { ticket: 'ticket-0004', text: 'Or come by', file: true })
  log.add(machine, 'ticket-filed', { ticket: 'ticket-0004', reference: 'HELP-17' })
  log.add(jo, 'conversation-closed', { reason: 'ended' })
  log.add(sarah, 'conversation-reopened', { to: 'last-agent' })
  log.add(sarah, 'floor-claimed', { agent: sarah })
}

export function outOfHours(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.add(machine, 'notice', { key: 'ai-disclosure', params: {} })
  log.add(bot, 'notice', { key: 'out-of-hours', params: { at: log.after(3_600_000) } })
  const asked = log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('A person please') })
  log.add(bot, 'notice', { key: 'out-of-hours', params: {} })
  log.add(machine, 'turn-skipped', { upTo: asked })
  log.add(jo, 'ticket-created', { ticket: 'ticket-0001', text: 'Please write to me', file: true })
  log.add(bot, 'notice', { key: 'ticket-created', params: {} })
  log.add(machine, 'conversation-closed', { reason: 'idle' })
  log.add(machine, 'ticket-filed', { ticket: 'ticket-0001' })
  log.add(machine, 'ticket-filed', { ticket: 'ticket-0001' })
}
