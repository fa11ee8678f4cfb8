export type {
  Article,
  Chat,
  ChatEvents,
  ChatOptions,
  ChatState,
  ChatStatus,
  ChatStorage,
  ConnectionState,
  ConversationSummary,
  OutgoingMessage,
  PanelState,
  UploadOptions,
} from './api.ts'
export { createChat } from './create-chat.ts'
export type { DeliveryState, Receipts } from './receipts.ts'
export { deliveryOf } from './receipts.ts'
export type { StoragePlace } from './storage.ts'
export { browserStorage, memoryStorage } from './storage.ts'
export type { TabChannel, TabLocks, TabsEnvironment } from './tabs/environment.ts'
export { titleBadge } from './title-badge.ts'
