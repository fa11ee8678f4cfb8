import type { Chat, ChatOptions } from '../client/api.ts'
import { browserStorage, createChat } from '../client/index.ts'
import { http, visitorSession } from '../transports/http.ts'
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
export function composeChat({ endpoint, transport, credentials, storageKey, kept: { chat, session }, ...options }: ComposeOptions): Chat {
  const who = credentials ?? (endpoint === undefined ? undefined : visitorSession({ endpoint, storage: session }))
  return createChat({
    ...options,
    storage: browserStorage(chat),
    storageKey,
    transport: transport ?? http({ endpoint: endpoint ?? '' }),
    ...(who && { credentials: who }),
  })
}
