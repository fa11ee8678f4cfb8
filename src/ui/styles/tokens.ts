import { coreTokens } from './core-tokens.ts'
import { panelTokens } from './panel-tokens.ts'
import { threadTokens } from './thread-tokens.ts'

/** All design tokens. */
export const tokens = coreTokens + panelTokens + threadTokens
