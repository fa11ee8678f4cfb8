import type { DraftEvent, Header } from '../../protocol/index.ts'
import type { DecideContext } from './drafts.ts'
import { draft, notice } from './drafts.ts'
import { requested } from './requested.ts'

/** The first events of a conversation: who it is with, and that an AI answers. */
export const started = (context: DecideContext, data: { readonly locale?: string; readonly page?: string }): DraftEvent[] => [
  draft('conversation-started', context.by, {
    visitor: context.person,
    ...(data.locale === undefined ? {} : { locale: data.locale }),
    ...(data.page === undefined ? {} : { page: data.page }),
  }),
  notice('ai-disclosure'),
]

/** A closed conversation opens again. */
export const reopened = (to: 'bot' | 'queue' | 'last-agent', context: DecideContext): DraftEvent[] => [
  draft('conversation-reopened', context.by, { to }),
  notice('conversation-reopened'),
]

/** The visitor has written to a closed conversation: it opens for whoever the policy says, and what was written follows. */
export function reopenedWith(sent: DraftEvent, { lastAgent }: Header, context: DecideContext): DraftEvent[] {
  const { onReopen } = context.policy
  // nobody is there to wait for
  if (context.closed) return [...reopened('bot', context), sent]
  if (onReopen === 'bot' || (onReopen === 'last-agent' && lastAgent === undefined)) return [...reopened('bot', context), sent]
  const route = onReopen === 'last-agent' && lastAgent !== undefined ? { agent: lastAgent } : {}
  return [...reopened(onReopen, context), sent, ...requested(context, 'reopened', {}, route)]
}
