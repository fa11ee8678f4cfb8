import type { NoticeKey } from '../protocol/index.ts'
import type { LauncherStrings } from './launcher-strings.ts'

/** What goes into a text; a moment (`at`) comes in words. */
export type Params = Readonly<Record<string, string | number>>

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
  /** Ends the answer that is being written. */
  readonly stop: string
  /** Stands by an answer that was ended so. */
  readonly stopped: string
  /** Stands by an answer that came to an end before its last word. */
  readonly cut: string
  /** Stands by what a person sent of the assistant's drafts. Empty: nothing does. */
  readonly drafted: string
  readonly sending: string
  readonly sent: string
  /** It is where somebody of the team will see it. */
  readonly delivered: string
  readonly read: string
  readonly notSent: string
  readonly retry: string
  readonly showEarlier: string
  readonly newMessages: (count: number) => string
  readonly jumpToNewest: string
  readonly sources: string
  readonly note: string
  readonly summary: string
  readonly attachments: string
  readonly form: string
  /** Stands under the questions of a form without answers. */
  readonly formHint: string
  readonly formFilled: string
  readonly required: string
  /** Takes a message out for good; only where the reader may. */
  readonly removeMessage: string
  readonly erased: string
  readonly erasedHint: string

  readonly talkToHuman: string
  readonly waitingForPerson: string
  readonly cancelRequest: string
  readonly endConversation: string
  readonly endQuestion: string
  readonly keepChatting: string

  /** Stands above what the assistant asks the visitor's permission for. */
  readonly permission: string
  readonly allow: string
  readonly deny: string
  /** Stand under it once it is answered. */
  readonly allowed: string
  readonly denied: string

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

  readonly followUpWhen: string
  readonly followUpHour: string
  readonly followUpTomorrow: string
  readonly followUpContact: string
  readonly followUpSend: string
  readonly followUpDecline: string

  /** Labels of quick replies that bring none. */
  readonly replyHandoff: string
  readonly replyEnd: string
  readonly replyTicket: string

  /** Why something did not work, where that can be said. */
  readonly refusedTooFast: string
  readonly refusedTooLarge: string
  readonly refusedClosed: string
  readonly refusedErased: string
  readonly refusedAnswered: string
  readonly refusedNotWaiting: string
  readonly refusedNotAsked: string
}
