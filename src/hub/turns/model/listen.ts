import type { AIProvider, ReplyPart, ReplyRequest } from '../../../contracts/index.ts'
import { untilAbort } from '../../../internal/abort.ts'
import { after } from '../../../internal/backoff.ts'
import { HandbackError } from '../../../protocol/index.ts'

/** How long a service may be silent, in ms. */
export interface Silences {
  /** From the question to the first sign that the model writes, thinks or calls. */
  readonly firstToken: number
  /** Between two signs of life in the middle of an answer. */
  readonly idle: number
}

/**
 * What a provider says, until it ends, `signal` aborts (rejects with its reason) or it is silent for too long (`provider/time-out`),
 * whether the provider minds its signal or not: one that hangs must not hold the conversation. Clocks only run while it is waited for.
 */
export async function* listen(
  provider: AIProvider,
  request: ReplyRequest,
  { signal, silences }: { readonly signal: AbortSignal; readonly silences: Silences },
): AsyncGenerator<ReplyPart, void, undefined> {
  const own = new AbortController()
  const bite = (): void => own.abort(new HandbackError('provider/time-out', 'The service was silent for too long.', { retryable: true }))
  let stopFirst = after(silences.firstToken, bite)
  let stopIdle = (): void => undefined
  let waiting = false
  const begun = (): void => {
    stopFirst()
    stopFirst = () => undefined
  }
  const alive = (): void => {
    stopIdle()
    if (waiting) stopIdle = after(silences.idle, bite)
  }
  const both = AbortSignal.any([signal, own.signal])
  const onActivity = (writes: boolean): void => {
    if (writes) begun()
    alive()
  }
  const parts = provider.reply(request, { signal: both, onActivity })[Symbol.asyncIterator]()
  try {
    for (;;) {
      waiting = true
      alive()
      const step = await untilAbort(both, () => parts.next())
      waiting = false
      stopIdle()
      if (step.done) return
      if (step.value.type !== 'signals') begun()
      yield step.value
    }
  } finally {
    waiting = false
    stopFirst()
    stopIdle()
    // not waited for, and nothing that it still says or throws is heard
    parts.return?.().catch(() => undefined)
  }
}
