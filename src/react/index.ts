'use client'

/**
 * React over the chat's stores, and the widget as a component. React 18 or 19; nothing is touched at import, nothing needs a page before it
 * is mounted.
 *
 * @module handback/react
 */
export { HandbackProvider, useChat } from './provider.ts'
export type { HandbackProviderProps } from './provider.ts'
export {
  useChatState, useConnection, useMessages, usePanel, useParticipants, useQueue, useStatus, useStore, useStreaming, useUnread,
} from './stores.ts'
export { HandbackChat } from './handback-chat.ts'
export type { HandbackChatProps } from './handback-chat.ts'
