import type { DraftEvent } from '../../protocol/index.ts'
import type { DecideContext } from './drafts.ts'
import { draft, notice } from './drafts.ts'

/** The first events of a conversation: who it is with, and that an AI answers. */
export const started = (context: DecideContext, data: { readonly locale?: string; readonly page?: string }): DraftEvent[] => [
  draft('conversation-started', context.by, {
    visitor: context.person,
    ...(data.locale === undefined ? {} : { locale: data.locale }),
    ...(data.page === undefined ? {} : { page: data.page }),
  }),
  notice('ai-disclosure'),
]

/** A closed conversation opens again for whoever the policy says. */
export const reopened = (context: DecideContext): DraftEvent[] => [
  draft('conversation-reopened', context.by, { to: context.policy.onReopen }),
  notice('conversation-reopened'),
]
