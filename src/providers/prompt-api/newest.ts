import type { ModelMessage, ModelSession } from './language-model.ts'

/** So much of a model's memory may be full before it answers: what it writes needs room in it too. */
const FULL = 0.75

/**
 * As many of the messages as the session has room for, the newest; the last one always. All of them, when it does not say how much
 * room there is. Asks the model about log2(n) times.
 */
export async function newest(session: ModelSession, messages: readonly ModelMessage[], signal: AbortSignal): Promise<readonly ModelMessage[]> {
  const room = (session.contextWindow ?? session.inputQuota ?? Infinity) * FULL - (session.contextUsage ?? session.inputUsage ?? 0)
  const fits = async (from: number): Promise<boolean> => {
    const kept = messages.slice(from)
    const taken = await (session.measureContextUsage?.(kept, { signal }) ?? session.measureInputUsage?.(kept, { signal }))
    return taken === undefined || taken <= room
  }
  let from = 0
  if (await fits(0)) return messages
  // everything from `end` on fits, or is the last message
  for (let end = messages.length - 1; from < end;) {
    const middle = (from + end) >> 1
    if (await fits(middle)) end = middle
    else from = middle + 1
  }
  return messages.slice(from)
}
