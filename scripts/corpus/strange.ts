import type { Logbook } from './log.ts'
import { actor, bot, jo, machine, sarah } from './log.ts'

const text = (words: string) => [{ type: 'text', text: words }] as const

/** What a fold meets all the same: newer versions, broken writers, and people who try things. */
export function strange(log: Logbook): void {
  log.add(jo, 'conversation-started', { visitor: jo })
  log.raw(actor(jo), 'mind-read', { of: 'everybody' }, 'everyone')
  log.raw(actor(jo), '__proto__', { polluted: true }, 'everyone')
  log.raw(actor(jo), 'toString', null, 'staff')
  log.raw(actor(jo), 'message-sent', { message: 'message-jo-01', parts: 'no list' }, 'everyone')
  log.raw(actor(jo), 'message-sent', { message: '<b>', parts: [] }, 'everyone')
  log.raw({ kind: 'visitor' }, 'message-sent', { message: 'message-jo-02', parts: [] }, 'everyone')
  log.raw(null, 'message-sent', { message: 'message-jo-02', parts: [] }, 'everyone')
  log.raw(null, 'floor-claimed', { agent: sarah }, 'everyone')
  // a note is for staff, whatever somebody writes about it
  log.raw(actor(sarah), 'note-added', { note: 'note-0001', text: 'Shown to nobody' }, 'everyone')
  const newer = [{ type: 'hologram', beam: 1 }, ...text('With more')]
  log.raw(actor(jo), 'message-sent', { message: 'message-jo-03', parts: [...newer, { type: 'text' }] }, 'everyone')
  log.raw(actor(jo), 'message-sent', { message: 'message-jo-04', parts: newer, mood: 'fine' }, 'everyone')
  log.add(jo, 'message-sent', { message: 'message-jo-05', parts: text('\ud800 alone, \u0000 and __proto__') })
  // illegal where they stand
  log.add(jo, 'floor-returned', { tasks: [] })
  log.add(jo, 'handoff-cancelled', {})
  log.add(machine, 'handoff-expired', { outcome: 'bot' })
  log.add(bot, 'tasks-ended', { reason: 'done' })
  log.add(machine, 'conversation-reopened', { to: 'bot' })
  log.raw(actor(sarah), 'floor-claimed', { agent: { ...sarah, kind: 'wizard' } }, 'everyone')
  log.add(bot, 'message-sent', { message: 'answer-0001', parts: text('I speak over people') })
  log.add(bot, 'turn-started', { turn: 'turn-0001', attempt: 1, message: 'answer-0001', until: 1 })
  log.add(sarah, 'survey-answered', { episode: 1, score: 4 })
  log.raw(actor(jo), 'survey-answered', { episode: 2, score: 8 }, 'everyone')
  log.raw(machine, 'notice', { key: 'of-a-later-version', params: { n: 1, s: 'x' } }, 'everyone')
  log.raw(actor(sarah), 'handoff-expired', { outcome: 'elsewhere' }, 'everyone')
  log.raw(actor(sarah), 'context-added', JSON.parse('{ "reason": "x", "fields": { "__proto__": "y", "constructor": "z" } }'), 'staff')
  log.raw(actor(sarah), 'tag-added', { tag: '__proto__' }, 'staff')
}
