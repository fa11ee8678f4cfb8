import type { Logbook } from './log.ts'
import { bot, jo, logbook, machine, mei, sarah } from './log.ts'

const text = (words: string) => [{ type: 'text', text: words }] as const

/** The assistant looks something up, asks whether it may act, acts, and fails. */
export function acting(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.add(jo, 'message-sent', { message: 'message-jo-01', parts: text('Cancel my order, please') })
  const first = { turn: 'turn-0001', attempt: 1 }
  log.add(bot, 'turn-started', { ...first, message: 'answer-0001', until: log.after(60_000) })
  log.add(bot, 'tool-called', { ...first, call: 'call-0001', tool: 'find_order', input: '{}' })
  log.add(bot, 'tool-returned', { call: 'call-0001', output: 'No order was named.', failed: true })
  log.add(bot, 'tool-called', { ...first, call: 'call-0002', tool: 'find_order', input: '{"order":4711}' })
  log.add(bot, 'tool-returned', { call: 'call-0002', output: '{"state":"packed"}' })
  log.add(bot, 'message-sent', { message: 'answer-0001', parts: text('I found it, and it'), cut: true })
  log.add(bot, 'turn-metered', { ...first, provider: 'models', inputTokens: 812, outputTokens: 64, cost: 0.0021 })
  log.add(bot, 'action-held', {
    action: 'action-0001',
    tool: 'cancel_order',
    input: '{"order":4711}',
    title: 'Cancel order 4711?',
    approval: 'visitor',
  })
  log.add(bot, 'turn-done', first)
  log.add(bot, 'permission-asked', { permission: 'action-0001', title: 'Cancel order 4711?' })
  log.add(jo, 'permission-answered', { permission: 'action-0001', granted: true })
  const second = { turn: 'turn-0002', attempt: 1 }
  log.add(bot, 'turn-started', { ...second, message: 'answer-0002', until: log.after(60_000) })
  log.add(bot, 'tool-called', { ...second, call: 'action-0001', tool: 'cancel_order', input: '{"order":4711}' })
  log.add(bot, 'turn-metered', { ...second, provider: 'models', inputTokens: 900, outputTokens: 0 })
  log.add(machine, 'turn-failed', { ...second, code: 'provider/unavailable', retryAt: log.after(1_000) })
  // the same turn again, and what the visitor agreed to still stands
  const again = { turn: 'turn-0002', attempt: 2 }
  log.add(bot, 'turn-started', { ...again, message: 'answer-0002', until: log.after(60_000) })
  log.add(bot, 'tool-returned', { call: 'action-0001', output: 'cancelled' })
  log.add(bot, 'message-sent', { message: 'answer-0002', parts: text('It is cancelled.') })
  log.add(bot, 'turn-done', again)
  log.add(bot, 'permission-asked', { permission: 'action-0002', title: 'Send a receipt?', details: 'To jo@example.com' })
  // no such question is open
  log.add(jo, 'permission-answered', { permission: 'action-0001', granted: true })
  log.add(jo, 'permission-answered', { permission: 'action-0002', granted: false })
  const third = { turn: 'turn-0003', attempt: 1 }
  log.add(bot, 'turn-started', { ...third, message: 'answer-0003', until: log.after(60_000) })
  for (const tool of ['__proto__', 'constructor', 'two words']) log.add(bot, 'tool-called', { ...third, call: 'call-0003', tool, input: '{}' })
  for (let at = 0; at < 31; at += 1) log.add(bot, 'tool-called', { ...third, call: 'call-0003', tool: `tool-${at}`, input: '{}' })
  // who does not agree to the assistant is not answered by it
  log.add(machine, 'turn-aborted', { ...third, reason: 'end' })
  log.add(jo, 'consent-recorded', { scope: 'assistant', version: '2026-01', granted: false })
  log.add(bot, 'turn-metered', { ...third, provider: 'models', inputTokens: 1_200, outputTokens: 0 })
}

/** A person approves what the assistant wants to do: one thing while they are wanted, one thing while they are there. */
export function approved(log: Logbook): void {
  log.add(mei, 'conversation-started', { visitor: mei })
  log.add(mei, 'message-sent', { message: 'message-mei-1', parts: text('I want my money back, or I do something bad') })
  const first = { turn: 'turn-0001', attempt: 1 }
  log.add(bot, 'turn-started', { ...first, message: 'answer-0001', until: log.after(60_000) })
  log.add(bot, 'action-held', {
    action: 'action-0001',
    tool: 'refund',
    input: '{"amount":20}',
    title: 'Refund 20 €',
    details: 'Order 4711, to the card ending in 42',
    approval: 'agent',
  })
  log.add(bot, 'turn-done', first)
  log.add(bot, 'handoff-requested', { reason: 'assistant-request', until: log.after(180_000) })
  log.add(bot, 'notice', { key: 'safety-started', params: {} })
  log.add(bot, 'context-added', { reason: 'assistant-request', rule: 'safety' })
  // words wait for nobody
  log.add(bot, 'draft-offered', { draft: 'draft-0001', parts: text('Only words') })
  log.add(bot, 'draft-offered', { draft: 'action-0001', parts: text('Refund 20 €'), action: 'action-0001' })
  log.add(sarah, 'floor-claimed', { agent: sarah })
  log.add(sarah, 'draft-used', { draft: 'action-0001', message: 'request-0001' })
  log.add(sarah, 'assist-requested', { request: 'request-0001', text: 'approved', until: log.after(30_000), action: 'action-0001' })
  const help = { turn: 'turn-0002', attempt: 1 }
  log.add(bot, 'turn-started', { ...help, message: 'draft-0002', until: log.after(60_000), kind: 'assist' }, 'staff')
  log.add(bot, 'tool-called', { ...help, call: 'action-0001', tool: 'refund', input: '{"amount":20}' })
  log.add(bot, 'tool-returned', { call: 'action-0001', output: 'paid' })
  log.add(bot, 'draft-offered', { draft: 'draft-0002', parts: text('The money is on its way') })
  log.add(bot, 'turn-done', help, 'staff')
  log.add(bot, 'draft-offered', { draft: 'action-0002', parts: text('Send a voucher'), action: 'action-0002' })
  log.add(mei, 'permission-answered', { permission: 'action-0002', granted: true })
}

/** The same events once their contents are gone. */
export function silenced(log: Logbook): void {
  const whole = logbook()
  acting(whole)
  const gone: Readonly<Record<string, object>> = {
    'tool-called': { call: 'call-0001', turn: 'turn-0001', attempt: 1, tool: 'find_order', input: '', erased: true },
    'tool-returned': { call: 'call-0001', output: '', erased: true },
    'action-held': { erased: true },
    'permission-asked': { permission: 'action-0001', title: '', erased: true },
  }
  for (const { by, type, audience, data } of whole.events) log.raw(by, type, gone[type] ?? data, audience)
}
