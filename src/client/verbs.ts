import type { Id, PublicHeader } from '../protocol/index.ts'
import type { Chat, ChatOptions } from './api.ts'
import type { createIssue } from './issue.ts'

type Verbs = Pick<Chat, 'sendMessage' | 'requestHuman' | 'cancelHumanRequest' | 'rate' | 'leaveMessage' | 'endConversation'>

/** Longer ones a hub refuses, and with them the message. */
const LOCALE = 35
const PAGE = 2_000

const told = <K extends string>(key: K, value: string | undefined, limit: number): { readonly [P in K]?: string } =>
  value && value.length <= limit ? ({ [key]: value } as { [P in K]: string }) : {}

/** What a visitor can do, as commands. */
export function createVerbs(options: ChatOptions, header: () => PublicHeader | null, issue: ReturnType<typeof createIssue>): Verbs {
  /** Told with the first command only. */
  const first = (): { readonly locale?: string; readonly page?: string } =>
    header() ? {} : { ...told('locale', options.locale, LOCALE), ...told('page', options.page, PAGE) }
  const prepare = async (text: string) => (options.beforeSend ? options.beforeSend({ text }) : { text })
  let before: Promise<unknown> = Promise.resolve()

  async function send(text: string, turn: Promise<unknown>): Promise<Id | null> {
    const [message] = await Promise.all([prepare(text), turn])
    if (!message || message.text.trim() === '') return null
    return issue('message-send', { parts: [{ type: 'text', text: message.text }], ...first() })
  }
  return {
    /** In the order of the calls, however long `beforeSend` takes for each. */
    sendMessage(text) {
      const sent = send(text, before)
      before = Promise.allSettled([before, sent])
      return sent
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
