import type { Strings } from './dictionary.ts'
import { launcherEnglish } from './launcher-strings.ts'

/** The words of the first look: nothing has been said yet, and nothing else is open. */
export const firstEnglish = {
  language: 'en',
  ...launcherEnglish,
  closeChat: 'Close chat',
  title: 'Support',
  welcome: 'How can we help?',
  chat: 'Chat',
  conversation: 'Conversation',
  failed: 'That didn’t work. Please try again.',
  assistantName: 'AI Assistant',
  statusAssistant: (who: string) => `Chatting with ${who}`,
  menu: 'More',
  chooseLanguage: 'Language',
  message: 'Message',
  messagePlaceholder: 'Write a message…',
  send: 'Send',
  attach: 'Attach a file',
  dictate: 'Dictate',
  talkToHuman: 'Talk to a human',
  'ai-disclosure': () => 'You are chatting with an AI assistant. You can talk to a human at any time.',
} satisfies Partial<Strings>
