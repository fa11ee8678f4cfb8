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
  StoragePlace,
  TabChannel,
  TabLocks,
  TabsEnvironment,
  UploadOptions,
} from '../client/index.ts'
export { browserStorage, createChat, memoryStorage } from '../client/index.ts'
