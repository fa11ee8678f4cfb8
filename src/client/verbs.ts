import type { Id, PublicHeader } from '../protocol/index.ts'
import type { Again } from './again.ts'
import type { Chat, ChatOptions, OutgoingMessage } from './api.ts'
import type { Belongings } from './belongings.ts'
import type { createIssue } from './issue.ts'

type Verbs = Pick<
  Chat,
  | 'sendMessage'
  | 'requestHuman'
  | 'cancelHumanRequest'
  | 'rate'
  | 'scheduleFollowUp'
  | 'declineFollowUp'
  | 'submitForm'
  | 'rateMessage'
  | 'recordConsent'
  | 'answerPermission'
  | 'leaveMessage'
  | 'stop'
  | 'setAttributes'
  | 'setLocale'
  | 'endConversation'
  | 'eraseConversation'
>

/** Longer ones a hub refuses, and with them the message. */
const LOCALE = 35
const PAGE = 2_000

const told = <K extends string>(key: K, value: string | undefined, limit: number): { readonly [P in K]?: string } =>
  value && value.length <= limit ? ({ [key]: value } as { [P in K]: string }) : {}

/** What a visitor can do, as commands. */
export function createVerbs(
  options: ChatOptions,
  header: () => PublicHeader | null,
  begun: () => boolean,
  issue: ReturnType<typeof createIssue>,
  belongings: Belongings,
  here: Again['here'],
): Verbs {
  let { locale } = options
  let before: Promise<unknown> = Promise.resolve()

  /** What is told with a command that may be the first, and what can only be told after it. */
  async function begin(send: (first: { readonly locale?: string; readonly page?: string }) => Promise<Id>): Promise<Id> {
    const id = await send(header() ? {} : { ...told('locale', locale, LOCALE), ...told('page', options.page, PAGE) })
    const values = belongings.facts
    belongings.facts = undefined
    if (values) await issue('attributes-update', { values })
    return id
  }
  async function send(given: string | OutgoingMessage, turn: Promise<unknown>): Promise<Id | null> {
    const { whose } = belongings
    const whole = { text: '', files: [], ...(typeof given === 'string' ? { text: given } : given) }
    const [message] = await Promise.all([options.beforeSend ? options.beforeSend(whole) : whole, turn])
    // whoever wrote it has left: it is not the words of the next
    const { text = '', files = [] } = (whose === belongings.whose && message) || {}
    const parts = [...(text.trim() ? [{ type: 'text', text } as const] : []), ...(await here(files))]
    return parts[0] && whose === belongings.whose ? begin((first) => issue('message-send', { parts, ...first })) : null
  }
  const done = async (issued: Promise<Id>): Promise<void> => void (await issued)

  return {
    /** In the order of the calls, however long `beforeSend` takes for each. */
    sendMessage(message) {
      const sent = send(message, before)
      before = Promise.allSettled([before, sent])
      return sent
    },
    requestHuman: () => done(begin((first) => issue('handoff-request', first))),
    cancelHumanRequest: () => done(issue('handoff-cancel', {})),
    rate: (score, comment, factors) =>
      done(issue('survey-answer', { episode: header()?.survey?.episode ?? 0, score, ...(comment && { comment }), ...(factors && { factors }) })),
    scheduleFollowUp: (followUp) => done(issue('follow-up-schedule', followUp)),
    declineFollowUp: () => done(issue('follow-up-decline', {})),
    submitForm: (form, values, asked) => done(begin((first) => issue('form-submit', { form, values, ...(asked && { asked, ...first }) }))),
    rateMessage: (message, rating, comment) => done(issue('message-rate', { message, rating, ...(comment && { comment }) })),
    recordConsent: (scope, version, granted) => done(begin(() => issue('consent-record', { scope, version, granted }))),
    answerPermission: (permission, granted) => done(issue('permission-answer', { permission, granted })),
    leaveMessage: (text, contact) => done(begin(() => issue('ticket-create', { text, ...(contact && { contact }) }))),
    async stop() {
      const message = header()?.stream?.message
      if (message) await issue('turn-stop', { message })
    },
    async setAttributes(values) {
      if (begun()) await issue('attributes-update', { values })
      else belongings.facts = { ...belongings.facts, ...values }
    },
    async setLocale(language) {
      locale = language
      if (begun()) await issue('language-set', { language })
    },
    endConversation: () => done(issue('conversation-end', {})),
    eraseConversation: () => done(issue('conversation-erase', {})),
  }
}
