import type { Chat, ChatOptions } from './api.ts'
import { chatOf } from './chat.ts'
import { latePart } from './late-part.ts'

/**
 * A visitor's side of one conversation. Nothing is stored and nothing is requested before the first command, unless
 * `resume` finds an unfinished conversation: how to talk to a hub is a part that is loaded then, by `import()`.
 *
 * @example
 * const chat = createChat({ transport: http({ endpoint: '/handback' }), credentials: visitorSession({ endpoint: '/handback' }) })
 * chat.$status.subscribe((status) => console.log(status.type))
 * await chat.sendMessage('Where is my card?')
 */
export const createChat = (options: ChatOptions): Chat => chatOf(options, latePart)
