export type {
  AIProvider,
  ReplyArticle,
  ReplyImage,
  ReplyMessage,
  ReplyOptions,
  ReplyPart,
  ReplyRequest,
  ReplyStep,
  ReplyTool,
  ReplyToolCall,
  ReplyToolResult,
  Usage,
} from './ai-provider.ts'
export type { BlobInfo, BlobStore } from './blob-store.ts'
export type { Append, EventStore, Lease, Page, Query } from './event-store.ts'
export type { Found, Knowledge } from './knowledge.ts'
export type { ConnectOptions, Connection, Credentials, CredentialsReason, HubLink, HubRequest, Identity, Link, MaybePromise, Sink, Transport, Transports } from './transport.ts'
