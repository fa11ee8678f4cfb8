import type { Chat, ChatOptions } from '../client/api.ts'
import { browserStorage } from '../client/storage.ts'
import { wholeChat } from '../client/whole.ts'
import { visitorSession } from '../transports/http/session.ts'
import { wholeHttp } from '../transports/http/whole.ts'
import { keptChat } from './kept-chat.ts'
import type { Kept } from './kept.ts'

export interface ComposeOptions extends Pick<ChatOptions, 'beforeSend' | 'locale' | 'page'> {
  readonly endpoint: string | undefined
  readonly transport: ChatOptions['transport'] | undefined
  readonly credentials: ChatOptions['credentials'] | undefined
  readonly storageKey: string
  /** What is kept under that key. */
  readonly kept: Kept
}

/** The chat of a widget that was given a way to its hub. A module of its own, loaded when the chat is first needed. */
export function composeChat({ endpoint, transport, credentials, storageKey, kept, ...options }: ComposeOptions): Chat {
  const { chat, session } = keptChat(kept)
  const who = credentials ?? (endpoint === undefined ? undefined : visitorSession({ endpoint, storage: session }))
  return wholeChat({
    ...options,
    storage: browserStorage(chat),
    storageKey,
    transport: transport ?? wholeHttp({ endpoint: endpoint ?? '' }),
    ...(who && { credentials: who }),
  })
}
