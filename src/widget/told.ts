import type { ChatEvents } from '../client/api.ts'

/** What a chat tells of its own accord; that it is ready, opens and closes, and what goes wrong, are told by whoever brings it about. */
export const told = ['message', 'alert', 'statechange', 'queue', 'unread', 'connection', 'forget'] as const satisfies readonly (keyof ChatEvents)[]

/** All that a widget tells. */
export const events: readonly string[] = [...told, 'error', 'ready', 'load', 'open', 'close']
