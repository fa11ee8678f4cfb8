import type { NoticeKey } from '../protocol/index.ts'
import type { LauncherStrings } from './launcher-strings.ts'

/** What goes into a text; a moment (`at`) comes in words. */
export type Params = Readonly<Record<string, string | number>>

/** Everything that is read or heard, one flat dictionary; functions where a name or a number goes in. */
export interface Strings extends LauncherStrings, Readonly<Record<NoticeKey, (params: Params) => string>> {
  /** The name of the launcher says so, too. */
  readonly unread: (count: number) => string
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
  /** Beside it once it lasts: nothing is lost. */
  readonly offlineHint: string
  /** In place of who is there. */
  readonly notConnected: string
  /** There was no connection yet. */
  readonly notReached: string
  /** Beside either, where something that was written waits. */
  readonly keptHint: string

  /** The button of the menu. */
  readonly menu: string
  readonly downloadText: string
  readonly downloadJson: string
  readonly downloadFailed: string
  readonly chooseLanguage: string
  /** A sound at new messages, on or off. */
  readonly sound: string
  readonly earlierConversations: string
  readonly noConversations: string
  readonly conversationsFailed: string
  readonly newConversation: string
  readonly continueConversation: string
  /** From a list or an article back to the conversation. */
  readonly back: string
  readonly loading: string
  readonly tryAgain: string

  readonly message: string
  readonly messagePlaceholder: string
  readonly send: string
  readonly attach: string
  readonly removeFile: (name: string) => string
  /** `percent` 0..100. */
  readonly uploading: (name: string, percent: number) => string
  readonly uploadFailed: (name: string) => string
  /** `limit`: a size in words, such as “10 MB”. */
  readonly fileTooLarge: (name: string, limit: string) => string
  readonly fileEmpty: (name: string) => string
  readonly fileRefused: (name: string) => string
  /** The hub keeps no files. */
  readonly filesOff: string
  /** This conversation holds as many as it may. */
  readonly filesFull: string
  readonly tooManyFiles: (most: number) => string
  /** While files are dragged over the chat. */
  readonly dropFiles: string
  readonly downloadFile: (name: string) => string
  /** What stands for a picture without a description. */
  readonly picture: (name: string) => string
  readonly fileFailed: string
  /** Writes what is said. */
  readonly dictate: string
  readonly stopDictating: string
  readonly dictationFailed: string
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
  readonly articleOpen: string
  readonly articleFailed: string
  readonly copyCode: string
  readonly copied: string
  readonly helpful: string
  readonly notHelpful: string
  /** Heard once a message was rated. */
  readonly rateThanks: string
  /** Stand by a message that the visitor has rated, for the team. */
  readonly ratedUp: string
  readonly ratedDown: string
  readonly note: string
  readonly summary: string
  readonly attachments: string
  readonly form: string
  /** Stands under the questions of a form without answers. */
  readonly formHint: string
  readonly formFilled: string
  readonly required: string
  readonly formSend: string
  /** First entry of a choice. */
  readonly formChoose: string
  readonly fieldMissing: string
  readonly fieldEmail: string
  readonly fieldPhone: string
  readonly fieldNumber: string
  readonly fieldDate: string
  /** Heard when a form was not sent. */
  readonly formErrors: (count: number) => string
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
  /** Opens the single factors. */
  readonly rateMore: string
  readonly factorInformation: string
  readonly factorEntertainment: string
  readonly factorPresence: string
  readonly factorPrivacy: string
  readonly factorEnjoyment: string
  readonly rateSend: string
  /** Puts the question away without a rating. */
  readonly rateSkip: string
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
