import pino from 'pino'
import type { HubLog } from './options.ts'

/** Causes that are looked through: whatever lies deeper says nothing new. */
const DEEPEST = 5

/**
 * An error as a line of a log can tell it, because JSON leaves nothing of one: its name, words and code, and its causes. No stack, as its
 * frames say little in a line and may quote what visitors wrote. What is no error stays as it is.
 */
function told(value: unknown, depth = 0): unknown {
  if (!(value instanceof Error)) return value
  const { name, message, cause } = value
  const { code } = value as { readonly code?: unknown }
  return {
    name,
    message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(cause === undefined || depth >= DEEPEST ? {} : { cause: told(cause, depth + 1) }),
  }
}

/** Where a hub says what went wrong, unless it is told: lines of JSON on the standard output. */
export const defaultLog = (to?: { write(line: string): void }): HubLog => {
  const options = { level: 'warn', name: 'handback', serializers: { error: (error: unknown) => told(error), err: (error: unknown) => told(error) } }
  return to ? pino(options, to) : pino(options)
}
