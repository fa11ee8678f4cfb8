import type { PublicHeader } from '../protocol/index.ts'
import type { Chat, ChatOptions } from './api.ts'
import type { createIssue } from './issue.ts'

type Verbs = Pick<Chat, 'sendMessage' | 'requestHuman' | 'cancelHumanRequest' | 'rate' | 'leaveMessage' | 'endConversation'>

/** What a visitor can do, as commands. */
export function createVerbs(options: ChatOptions, header: () => PublicHeader | null, issue: ReturnType<typeof createIssue>): Verbs {
  /** Told with the first command only. */
  const first = (): { readonly locale?: string; readonly page?: string } => ({
    ...(options.locale === undefined || header() ? {} : { locale: options.locale }),
    ...(options.page === undefined || header() ? {} : { page: options.page }),
  })
  return {
    async sendMessage(text) {
      const message = options.beforeSend ? await options.beforeSend({ text }) : { text }
      if (!message || message.text.trim() === '') return null
      return issue('message-send', { parts: [{ type: 'text', text: message.text }], ...first() })
    },
    requestHuman: async () => void (await issue('handoff-request', first())),
    cancelHumanRequest: async () => void (await issue('handoff-cancel', {})),
    async rate(score, comment) {
      const episode = header()?.survey?.episode ?? 0
      await issue('survey-answer', comment ? { episode, score, comment } : { episode, score })
    },
    leaveMessage: async (text, contact) => void (await issue('ticket-create', contact ? { text, contact } : { text })),
    endConversation: async () => void (await issue('conversation-end', {})),
  }
}
