import type { Usage } from '../../contracts/index.ts'

/** Counts of tokens that a service gave; `undefined` unless both are numbers. */
export function usageOf(inputTokens: unknown, outputTokens: unknown): Usage | undefined {
  return typeof inputTokens === 'number' && typeof outputTokens === 'number' ? { inputTokens, outputTokens } : undefined
}
