import { markdown } from './markdown.ts'
import { rows } from './rows.ts'
import { threadTokens } from './thread-tokens.ts'
import { thread } from './thread.ts'

/** Styles of a conversation: what stands between rows, the rows, and what is written in them. */
export const conversation = threadTokens + thread + rows + markdown
