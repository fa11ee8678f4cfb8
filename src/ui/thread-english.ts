import type { Params, Strings } from './dictionary.ts'
import { firstEnglish } from './first-english.ts'

const name = (params: Params, fallback = 'Somebody'): string => String(params.agent || fallback)

/** What is said in a thread, and of it, before anything else is loaded. */
const further = {
  unread: (count: number) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  agentName: 'Agent',
  visitorName: 'Visitor',
  badgeAi: 'AI',
  badgeHuman: 'Human',
  you: 'You',
  said: (who, text) => `${who}: ${text}`,

  statusConnecting: 'Connecting to agent…',
  statusPlace: (place) => `You’re number ${place} in line`,
  statusWait: (minutes) => {
    const parts = [minutes >= 60 && `${Math.floor(minutes / 60)}\u00a0h`, minutes % 60 > 0 && `${minutes % 60}\u00a0min`]
    return `About ${parts.filter(Boolean).join(' ')}`
  },
  statusNoWait: 'We’ll be with you as soon as we can',
  statusAgent: (who) => `Chatting with ${who}`,
  statusAway: (who) => `${who} lost the connection and should be back in a moment`,
  statusTyping: (who) => `${who} is typing…`,
  statusClosed: 'Conversation ended',
  reconnecting: 'Reconnecting…',
  offlineHint: 'What you write will be sent as soon as you’re back.',
  notConnected: 'Not connected',
  notReached: 'We can’t reach the chat right now.',
  keptHint: 'Your message is kept and will be sent.',

  newConversation: 'New conversation',
  stop: 'Stop',
  stopped: 'Stopped',
  cut: 'The answer broke off here.',
  drafted: 'Drafted by AI',
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notSent: 'Not sent',
  retry: 'Retry',
  showEarlier: 'Show earlier messages',
  newMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  jumpToNewest: 'Jump to newest',
  sources: 'Sources',
  copyCode: 'Copy',
  copied: 'Copied',
  helpful: 'Helpful',
  notHelpful: 'Not helpful',
  rateThanks: 'Thank you.',
  attachments: 'Attachments',
  form: 'A few questions',
  erased: 'This conversation was removed',
  waitingForPerson: 'Waiting for a person',
  cancelRequest: 'Cancel request',
  permission: 'May I do this?',
  allowed: 'You allowed this.',
  denied: 'You did not allow this.',

  rateQuestion: 'How did we do?',
  rated: (score) => `You rated this conversation ${score} out of 7`,

  replyHandoff: 'Connect me with a person',
  replyEnd: 'No, that’s all',
  replyTicket: 'Leave a message',

  refusedTooFast: 'That was a lot at once. Please wait a moment, then try again.',
  refusedTooLarge: 'That is too long. Please send it in smaller parts.',
  refusedClosed: 'This conversation is closed. Write a message to continue.',
  refusedErased: 'This conversation was removed. Write a message to begin a new one.',
  refusedAnswered: 'This has already been answered.',
  refusedNotWaiting: 'You are no longer waiting for a person.',
  refusedNotAsked: 'Your answer is no longer needed.',

  'handoff-started': () => 'I’m connecting you with one of our people. They will see this conversation, so you won’t have to repeat yourself.',
  'safety-started': () =>
    'Thank you for telling me. If you or somebody else is in danger right now, please call your local emergency number. ' +
    'I am connecting you with a person.',
  'handoff-cancelled': () => 'All right, I’ve cancelled the request. I’m still here to help.',
  'handoff-expired': () => 'I’m sorry, nobody is free right now. You can leave a message, and a person will read it.',
  'handoff-ticketed': () => 'I’m sorry, nobody is free yet. I’ve kept what you wrote, and a person will read it.',
  'out-of-hours': ({ at }) =>
    `Our team isn’t here right now${at === undefined ? '' : ` and will be back on ${at}`}. You can leave a message, and a person will read it.`,
  'agent-joined': (params) => `${name(params)} joined`,
  'agent-lost': (params) => `${name(params, 'The agent')} lost the connection. We’re finding somebody else for you.`,
  'participant-joined': (params) => `${name(params)} joined to help`,
  'participant-left': (params) => `${name(params)} left`,
  'floor-transferred': (params) => `${name(params, 'The agent')} is passing you on to a colleague`,
  'floor-returned': (params) => `${name(params)} handed you back to the AI Assistant`,
  'survey-thanks': () => 'Thank you for your feedback.',
  'follow-up': () => 'Should somebody get back to you about this?',
  'follow-up-scheduled': ({ at }) => `Somebody will get back to you${at === undefined ? '' : ` on ${at}`}`,
  'follow-up-declined': () => 'All right. If something comes up later, just write to us here.',
  'anything-else': () => 'Is there anything else I can help you with?',
  'answer-failed': () => 'I’m sorry, I couldn’t find an answer just now. Please try again, or talk to a human.',
  'ticket-created': () => 'Thank you. We’ve got your message, and a person will read it.',
  'message-removed': () => 'A message was removed',
  'conversation-closed': () => 'This conversation is closed. Write to us any time to continue.',
  'conversation-reopened': () => 'Conversation continued',
} satisfies Partial<Strings>

/** The words of the first look and of a thread, for everybody who has begun with those of the first look. */
export const threadEnglish = Object.assign(firstEnglish, further)
