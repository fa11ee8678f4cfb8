import type { QuickReply } from '../protocol/index.ts'
import type { Strings } from './dictionary.ts'

/** What stands on a quick reply; empty for a `send` without words, which is then not shown. */
export function replyLabel(strings: Strings, reply: QuickReply): string {
  if (reply.label) return reply.label
  if (reply.action === 'handoff-request') return strings.replyHandoff
  if (reply.action === 'conversation-end') return strings.replyEnd
  return reply.action === 'ticket-create' ? strings.replyTicket : ''
}
