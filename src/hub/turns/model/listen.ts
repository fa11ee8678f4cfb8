import type { AIProvider, ReplyPart, ReplyRequest } from '../../../contracts/index.ts'
import { untilAbort } from '../../../internal/abort.ts'
import { after } from '../../../internal/backoff.ts'
import { HandbackError } from '../../../protocol/index.ts'
import { LONGEST } from '../job.ts'

/** How long a service may be silent, in ms. */
export interface Silences {
  /** From the question to the first sign that the model writes, thinks or calls. */
  readonly firstToken: number
  /** Between two signs of life in the middle of an answer. */
  readonly idle: number
}

/** Parts after which others have their turn. */
const BREATH = 256
const NEVER = new AbortController().signal

/**
 * What a provider says, until it ends, `signal` aborts (rejects with its reason) or it is silent for too long (`provider/time-out`),
 * whether the provider minds its signal or not: one that hangs must not hold the conversation.
 */
export async function* listen(
  provider: AIProvider,
  request: ReplyRequest,
  { signal, silences }: { readonly signal: AbortSignal; readonly silences: Silences },
): AsyncGenerator<ReplyPart, void, undefined> {
  const own = new AbortController()
  const bite = (): void => own.abort(new HandbackError('provider/time-out', 'The service was silent for too long.', { retryable: true }))
  let [stopFirst, stopIdle] = [(): void => undefined, (): void => undefined]
  let [waiting, silent] = [false, true]
  const begun = (): void => {
    silent = false
    stopFirst()
  }
  // before the first token its own clock is enough: whoever thinks for long may say nothing meanwhile
  const alive = (): void => {
    stopIdle()
    if (waiting && !silent) stopIdle = after(Math.min(silences.idle, LONGEST), bite)
  }
  const both = AbortSignal.any([signal, own.signal])
  const onActivity = (writes: boolean): void => {
    if (writes) begun()
    alive()
  }
  const parts = provider.reply(request, { signal: both, onActivity })[Symbol.asyncIterator]()
  stopFirst = after(Math.min(silences.firstToken, LONGEST), bite)
  try {
    for (let count = 1; ; count += 1) {
      // one that has it all at once must not hold up everybody else
      if (count % BREATH === 0) await new Promise((resolve) => setTimeout(resolve))
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
    void untilAbort(NEVER, async () => await parts.return?.()).catch(() => undefined)
  }
}
