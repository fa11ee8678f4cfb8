import type { ChatEvents } from '../client/api.ts'

/** What a chat tells of its own accord; that it is ready and that it opens and closes are told by whoever brings it about. */
export const told = ['message', 'alert', 'statechange', 'queue', 'unread', 'connection', 'forget', 'error'] as const satisfies readonly (keyof ChatEvents)[]

/** All that a widget tells. */
export const events: readonly string[] = [...told, 'ready', 'load', 'open', 'close']
