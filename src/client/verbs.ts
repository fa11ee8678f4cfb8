import type { Id, PublicHeader } from '../protocol/index.ts'
import type { Again } from './again.ts'
import type { Chat, ChatOptions, OutgoingMessage } from './api.ts'
import type { Belongings } from './belongings.ts'
import { checkFact, invalid } from './facts.ts'
import type { createIssue } from './issue.ts'
import { refusedBy } from './outbox.ts'

type Verbs = Pick<
  Chat,
  | 'sendMessage'
  | 'requestHuman'
  | 'cancelHumanRequest'
  | 'rate'
  | 'declineRating'
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

/** @throws TypeError that names what is no message */
function messageOf(given: unknown, from: string): Required<OutgoingMessage> {
  const { text = '', files = [] } = (Object(given) === given ? given : { text: null }) as OutgoingMessage
  if (typeof text !== 'string' || !Array.isArray(files)) throw new TypeError(`handback: ${from} { text: string, files: array }`)
  return { text, files }
}

/** What a survey takes. */
const isScore = (score: number): boolean => [1, 2, 3, 4, 5, 6, 7].includes(score)

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
    // what is said is said: whoever was told that it failed would say it again
    if (values) await issue('attributes-update', { values }).catch(() => {})
    return id
  }
  async function send(given: string | OutgoingMessage, turn: Promise<unknown>): Promise<Id | null> {
    const { whose } = belongings
    const whole = messageOf(typeof given === 'string' ? { text: given } : given, 'sendMessage takes')
    const [message] = await Promise.all([options.beforeSend ? options.beforeSend(whole) : whole, turn])
    // whoever wrote it has left: it is not the words of the next
    if (message === null || whose !== belongings.whose) return null
    const { text, files } = messageOf(message, 'beforeSend gives')
    const parts = [...(text.trim() ? [{ type: 'text', text } as const] : []), ...(await here(files))]
    return parts[0] && whose === belongings.whose ? begin((first) => issue('message-send', { parts, ...first })) : null
  }
  /** What is rated, if anything. */
  const rated = (): { readonly episode: number } => {
    const { episode } = header()?.survey ?? {}
    if (!episode) throw refusedBy({ code: 'survey/not-open', message: 'survey/not-open' })
    return { episode }
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
    async rate(score, comment, factors) {
      if (![score, ...Object.values(factors ?? {})].every(isScore)) throw invalid('score')
      await issue('survey-answer', { ...rated(), score, ...(comment && { comment }), ...(factors && { factors }) })
    },
    declineRating: async () => void (await issue('survey-decline', rated())),
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
      checkFact.setAttributes(values)
      if (begun()) await issue('attributes-update', { values })
      else belongings.facts = { ...belongings.facts, ...values }
    },
    async setLocale(language) {
      checkFact.setLocale(language)
      locale = language
      if (begun()) await issue('language-set', { language })
    },
    endConversation: () => done(issue('conversation-end', {})),
    eraseConversation: () => done(issue('conversation-erase', {})),
  }
}
