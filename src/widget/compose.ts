import type { Chat, ChatOptions } from '../client/api.ts'
import { createChat } from '../client/index.ts'
import { http, visitorSession } from '../transports/http.ts'

export interface ComposeOptions extends Pick<ChatOptions, 'beforeSend' | 'locale' | 'page' | 'storageKey'> {
  readonly endpoint: string
}

/** The chat of a widget that was given an endpoint. A module of its own, loaded when the chat is first needed. */
export const composeChat = ({ endpoint, ...options }: ComposeOptions): Chat =>
  createChat({ ...options, transport: http({ endpoint }), credentials: visitorSession({ endpoint }) })
