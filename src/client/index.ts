export type { Chat, ChatEvents, ChatOptions, ChatState, ChatStatus, ChatStorage, ConnectionState } from './api.ts'
export { createChat } from './chat.ts'
export { browserStorage, memoryStorage } from './storage.ts'
