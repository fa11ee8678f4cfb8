import type { NoticeKey, Person, QuickReply } from '../protocol/index.ts'

import { launcherEnglish } from './launcher-strings.ts'
import type { LauncherStrings } from './launcher-strings.ts'

type Params = Readonly<Record<string, string | number>>

/** Everything that is read or heard, one flat dictionary; functions where a name or a number goes in. */
export interface Strings extends LauncherStrings, Readonly<Record<NoticeKey, (params: Params) => string>> {
  /** BCP 47 language of these texts: times and days are written in it, and the direction follows it. */
  readonly language: string
  readonly closeChat: string
  readonly title: string
  /** Greets above an empty thread. */
  readonly welcome: string
  readonly chat: string
  readonly conversation: string
  /** Something pressed did not work. */
  readonly failed: string
  readonly assistantName: string
  /** For somebody of the team, or a visitor, without a name. */
  readonly agentName: string
  readonly visitorName: string
  readonly badgeAi: string
  readonly badgeHuman: string
  readonly you: string
  readonly said: (name: string, text: string) => string

  readonly statusAssistant: (name: string) => string
  readonly statusConnecting: string
  readonly statusPlace: (place: number) => string
  readonly statusWait: (minutes: number) => string
  readonly statusNoWait: string
  readonly statusAgent: (name: string) => string
  readonly statusAway: (name: string) => string
  readonly statusTyping: (name: string) => string
  readonly statusClosed: string
  readonly reconnecting: string

  readonly message: string
  readonly messagePlaceholder: string
  readonly send: string
  readonly sending: string
  readonly sent: string
  readonly notSent: string
  readonly retry: string
  readonly showEarlier: string
  readonly newMessages: (count: number) => string
  readonly jumpToNewest: string
  readonly sources: string
  readonly note: string

  readonly talkToHuman: string
  readonly waitingForPerson: string
  readonly cancelRequest: string
  readonly endConversation: string
  readonly endQuestion: string
  readonly keepChatting: string

  readonly rateQuestion: string
  readonly rateLow: string
  readonly rateHigh: string
  readonly rateComment: string
  readonly rateSend: string
  readonly rated: (score: number) => string

  readonly ticketMessage: string
  readonly ticketContact: string
  /** What the address is for. */
  readonly ticketHint: string
  readonly ticketSend: string
  readonly ticketCancel: string
  readonly ticketLeft: string

  /** Labels of quick replies that bring none. */
  readonly replyHandoff: string
  readonly replyEnd: string
  readonly replyTicket: string
}

const name = (params: Params, fallback = 'Somebody'): string => String(params.agent || fallback)

/** The default dictionary. */
export const english: Strings = {
  language: 'en',
  ...launcherEnglish,
  closeChat: 'Close chat',
  title: 'Support',
  welcome: 'How can we help?',
  chat: 'Chat',
  conversation: 'Conversation',
  failed: 'That did not work. Please try again.',
  assistantName: 'AI Assistant',
  agentName: 'Agent',
  visitorName: 'Visitor',
  badgeAi: 'AI',
  badgeHuman: 'Human',
  you: 'You',
  said: (who, text) => `${who}: ${text}`,

  statusAssistant: (who) => `Chatting with ${who}`,
  statusConnecting: 'Connecting to agent…',
  statusPlace: (place) => `You're number ${place} in line`,
  statusWait: (minutes) => {
    const parts = [minutes >= 60 && `${Math.floor(minutes / 60)} h`, minutes % 60 > 0 && `${minutes % 60} min`]
    return `About ${parts.filter(Boolean).join(' ')}`
  },
  statusNoWait: "We'll be with you as soon as we can",
  statusAgent: (who) => `Chatting with ${who}`,
  statusAway: (who) => `${who} lost the connection and should be back in a moment`,
  statusTyping: (who) => `${who} is typing…`,
  statusClosed: 'Conversation ended',
  reconnecting: 'Reconnecting…',

  message: 'Message',
  messagePlaceholder: 'Write a message…',
  send: 'Send',
  sending: 'Sending…',
  sent: 'Sent',
  notSent: 'Not sent',
  retry: 'Retry',
  showEarlier: 'Show earlier messages',
  newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  jumpToNewest: 'Jump to newest',
  sources: 'Sources',
  note: 'Note',

  talkToHuman: 'Talk to a human',
  waitingForPerson: 'Waiting for a person',
  cancelRequest: 'Cancel request',
  endConversation: 'End conversation',
  endQuestion: 'End this conversation?',
  keepChatting: 'Keep chatting',

  rateQuestion: 'How did we do?',
  rateLow: 'Very poor',
  rateHigh: 'Excellent',
  rateComment: 'Comment',
  rateSend: 'Send rating',
  rated: (score) => `You rated this conversation ${score} out of 7`,

  ticketMessage: 'Your message',
  ticketContact: 'E-mail (optional)',
  ticketHint: "If you leave your e-mail, we'll get back to you.",
  ticketSend: 'Leave message',
  ticketCancel: 'Not now',
  ticketLeft: 'You left a message',

  replyHandoff: 'Connect me with a person',
  replyEnd: "No, that's all",
  replyTicket: 'Leave a message',

  'ai-disclosure': () => 'You are chatting with an AI assistant. You can talk to a human at any time.',
  'handoff-started': () => "I'm connecting you with one of our people. They will see this conversation, so you won't have to repeat yourself.",
  'handoff-cancelled': () => "All right, I've cancelled the request. I'm still here to help.",
  'handoff-expired': () => "I'm sorry, nobody is free right now. You can leave a message, and a person will read it.",
  'agent-joined': (params) => `${name(params)} joined`,
  'agent-lost': (params) => `${name(params, 'The agent')} lost the connection. We're finding somebody else for you.`,
  'floor-transferred': (params) => `${name(params, 'The agent')} is passing you on to a colleague`,
  'floor-returned': (params) => `${name(params)} handed you back to the AI Assistant`,
  'survey-thanks': () => 'Thank you for your feedback.',
  'anything-else': () => 'Is there anything else I can help you with?',
  'answer-failed': () => "I'm sorry, I couldn't find an answer just now. Please try again, or talk to a human.",
  'ticket-created': () => "Thank you. We've got your message, and a person will read it.",
  'conversation-closed': () => 'This conversation is closed. Write to us whenever you like to go on.',
  'conversation-reopened': () => 'Conversation continued',
}

/** English with some texts replaced; the whole of another language is a full `Strings`. */
export const mergeStrings = (partial: Partial<Strings> = {}): Strings => ({ ...english, ...partial })

/**
 * The text of a notice, or `undefined` for a key that this version does not know: such a row is not shown.
 *
 * @example noticeText(english, 'agent-joined', { name: 'Sarah' }) // "Sarah joined"
 */
export function noticeText(strings: Strings, key: string, params: Params): string | undefined {
  return Object.hasOwn(english, key) && key.includes('-') ? (strings[key as NoticeKey] as (params: Params) => string)(params) : undefined
}

/** What stands on a quick reply; empty for a `send` without words, which is then not shown. */
export function replyLabel(strings: Strings, reply: QuickReply): string {
  if (reply.label) return reply.label
  if (reply.action === 'handoff-request') return strings.replyHandoff
  if (reply.action === 'conversation-end') return strings.replyEnd
  return reply.action === 'ticket-create' ? strings.replyTicket : ''
}

/** The name that is shown: the assistant's from the dictionary, people's own. */
export function nameOf(strings: Strings, { kind, name }: Pick<Person, 'kind' | 'name'>): string {
  if (kind === 'assistant') return strings.assistantName
  return name.trim() || (kind === 'visitor' ? strings.visitorName : strings.agentName)
}

const rightToLeft = /^(ar|dv|fa|he|ks|ku|ps|sd|ug|ur|yi)\b/i

/** Direction that the language of a dictionary is written in. */
export const directionOf = ({ language }: Pick<Strings, 'language'>): 'ltr' | 'rtl' => (rightToLeft.test(language) ? 'rtl' : 'ltr')

/** The locale for times: the reader's region where it has the dictionary's language, else the dictionary's language. */
export const localeFor = ({ language }: Pick<Strings, 'language'>, locale: string | undefined): string =>
  locale?.split('-')[0] === language.split('-')[0] ? (locale as string) : language
