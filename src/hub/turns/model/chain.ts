import type { AIProvider, ReplyPart, ReplyRequest } from '../../../contracts/index.ts'
import { HandbackError, isHandbackError } from '../../../protocol/index.ts'
import type { HubLog } from '../../options.ts'
import { createBreaker } from './breaker.ts'
import { listen, type Silences } from './listen.ts'

/** Several providers as one: the first that works answers. */
export interface Chain {
  readonly providers: readonly AIProvider[]
  /**
   * What the first one says that says anything. Another one is asked only while nothing was said. Rejects with the first one's
   * error when none works, and with the signal's reason on abort.
   *
   * @param requestFor what a certain provider is asked, for they are not able to do the same
   * @param first which one to begin with
   */
  ask(
    requestFor: (provider: AIProvider) => ReplyRequest,
    options: { readonly signal: AbortSignal; readonly first?: AIProvider },
  ): AsyncGenerator<{ readonly provider: AIProvider; readonly part: ReplyPart }, void, undefined>
}

export interface ChainOptions {
  /** In the order in which they are asked. */
  readonly providers: readonly AIProvider[]
  readonly silences: Silences
  /** Milliseconds that never jump. */
  readonly steady: () => number
  readonly log: HubLog
}

const failed = (error: unknown): HandbackError =>
  isHandbackError(error) ? error : new HandbackError('provider/failed', 'The provider failed.', { cause: error })

export function createChain({ providers, silences, steady, log }: ChainOptions): Chain {
  const breakers = new Map(providers.map((provider) => [provider, createBreaker(steady)]))

  async function* askOne(provider: AIProvider, request: ReplyRequest, signal: AbortSignal): AsyncGenerator<ReplyPart, void, undefined> {
    const breaker = breakers.get(provider)
    breaker?.asked()
    let finished = false
    try {
      for await (const part of listen(provider, request, { signal, silences })) {
        finished = part.type === 'finish'
        yield part
        if (finished) break
      }
      if (!finished) throw new HandbackError('provider/truncated', 'The answer ended before it was complete.', { retryable: true })
      breaker?.worked()
    } catch (error) {
      if (!signal.aborted) breaker?.failed(failed(error))
      throw error
    } finally {
      breaker?.left()
    }
  }

  return {
    providers,
    async *ask(requestFor, { signal, first }) {
      const order = [...(first ? [first] : []), ...providers.filter((provider) => provider !== first)]
      let error: HandbackError | undefined
      let soonest = Number.POSITIVE_INFINITY
      for (const provider of order) {
        const wait = breakers.get(provider)?.wait() ?? 0
        if (wait > 0) {
          soonest = Math.min(soonest, wait)
          continue
        }
        let said = false
        try {
          for await (const part of askOne(provider, requestFor(provider), signal)) {
            said = true
            yield { provider, part }
          }
          return
        } catch (thrown) {
          if (said || signal.aborted) throw signal.aborted ? signal.reason : failed(thrown)
          error ??= failed(thrown)
          if (provider !== order.at(-1)) log.warn({ provider: provider.name, code: failed(thrown).code }, 'A provider failed; the next one is asked')
        }
      }
      throw error ?? new HandbackError('provider/unavailable', 'No provider works at the moment.', { retryable: true, retryAfter: soonest })
    },
  }
}
