import type { Chat, ChatOptions } from './api.ts'
import { chatOf } from './chat.ts'
import { browserEnvironment } from './connection-environment.ts'
import { createLife } from './connection-life.ts'
import { type PartSource, loaded } from './late-part.ts'

const part = { browserEnvironment, createLife }
const here: PartSource = { part, load: async () => part, asking: () => loaded(import('./questions.ts')) }

/** `createChat` with all that the first message needs in one piece, for who loads it only then. */
export const wholeChat = (options: ChatOptions): Chat => chatOf(options, here)
