import type { AIProvider, ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import { untilAbort } from '../../internal/abort.ts'

/**
 * What a provider says until `signal` aborts, then rejects with its reason, whether the provider minds the signal or not:
 * one that hangs must not hold the conversation.
 */
export async function* partsOf(provider: AIProvider, request: ReplyRequest, signal: AbortSignal): AsyncGenerator<ReplyPart, void, undefined> {
  const parts = provider.reply(request, { signal })[Symbol.asyncIterator]()
  try {
    for (;;) {
      const step = await untilAbort(signal, () => parts.next())
      if (step.done) return
      yield step.value
    }
  } finally {
    // not waited for, and nothing that it still says or throws is heard
    parts.return?.().catch(() => undefined)
  }
}
