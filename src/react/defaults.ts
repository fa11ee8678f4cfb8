import type { Chat } from '../client/api.ts'

/** The stores of a chat. */
export type StoreName = '$state' | '$messages' | '$streaming' | '$status' | '$participants' | '$queue' | '$unread' | '$connection' | '$panel'

export type ValueOf<N extends StoreName> = ReturnType<Chat[N]['get']>

/** What a chat says before anything was said: what a server renders, and a page until there is a chat. */
export const defaults: { readonly [N in StoreName]: ValueOf<N> } = {
  $state: {
    conversation: null, phase: 'bot', floor: 1, survey: null, followUp: false, permission: null, erased: false, answering: false, waiting: false,
    hasEarlier: false, files: true,
  },
  $messages: [],
  $streaming: null,
  $status: { type: 'assistant' },
  $participants: [],
  $queue: null,
  $unread: 0,
  $connection: 'idle',
  $panel: 'closed',
}
