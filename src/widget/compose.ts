import type { Chat, ChatOptions } from '../client/api.ts'
import { browserStorage, createChat } from '../client/index.ts'
import { http, visitorSession } from '../transports/http.ts'
import { keptUnder } from './kept.ts'

export interface ComposeOptions extends Pick<ChatOptions, 'beforeSend' | 'locale' | 'page'> {
  readonly endpoint: string
  readonly storageKey: string
}

/** The chat of a widget that was given an endpoint. A module of its own, loaded when the chat is first needed. */
export function composeChat({ endpoint, storageKey, ...options }: ComposeOptions): Chat {
  const { chat, session } = keptUnder(storageKey)
  return createChat({
    ...options,
    storage: browserStorage(chat),
    storageKey,
    transport: http({ endpoint }),
    credentials: visitorSession({ endpoint, storage: session }),
  })
}
