import type { AIProvider, ReplyPart, ReplyRequest } from '../../../contracts/index.ts'
import { HandbackError, isHandbackError } from '../../../protocol/index.ts'
import type { HubLog } from '../../options.ts'
import { createBreaker } from './breaker.ts'
import { isHandoff } from '../tools/handoff-tool.ts'
import { troubleOf } from '../trouble.ts'
import { listen, type Silences } from './listen.ts'

/** Several providers as one: the first that works answers. */
export interface Chain {
  readonly providers: readonly AIProvider[]
  /**
   * What the first one says that says anything. Another one is asked only while nothing was said. Rejects with the first one's
   * error when none works, and with the signal's reason on abort.
   *
   * @param requestFor what a certain provider is asked, for they are not able to do the same
   * @param options `first`: which one to begin with; `quiet`: enough was said before, an end without a word is an end
   */
  ask(
    requestFor: (provider: AIProvider) => ReplyRequest,
    options: { readonly signal: AbortSignal; readonly first?: AIProvider; readonly quiet?: boolean },
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

/** Whether a part is something to go on with. An end without a word is not; one that a filter made, or that wants to go on, is. */
function says(part: ReplyPart): boolean {
  if (part.type === 'text-delta') return typeof part.text === 'string' && part.text.trim() !== ''
  if (part.type === 'finish') return part.reason === 'filtered' || part.reason === 'tool-call'
  // half a call is nothing; but who begins to ask for a person gets one
  if (part.type === 'tool-start') return isHandoff(part.name)
  return part.type !== 'signals' && part.type !== 'state' && part.type !== 'citation'
}

const failed = (error: unknown): HandbackError =>
  isHandbackError(error) ? error : new HandbackError('provider/failed', 'The provider failed.', { cause: error })

export function createChain({ providers, silences, steady, log }: ChainOptions): Chain {
  const breakers = new Map(providers.map((provider) => [provider, createBreaker(steady)]))

  async function* askOne(provider: AIProvider, request: ReplyRequest, signal: AbortSignal, quiet: boolean): AsyncGenerator<ReplyPart, void, undefined> {
    const asking = breakers.get(provider)?.asked()
    let finished = false
    // nothing that comes before the first word counts until there is one
    let before: ReplyPart[] | undefined = []
    try {
      for await (const part of listen(provider, request, { signal, silences })) {
        finished = part.type === 'finish'
        if (before && !says(part)) before.push(part)
        else {
          yield* before ?? []
          before = undefined
          yield part
        }
        if (finished) break
      }
      if (!finished) throw new HandbackError('provider/truncated', 'The answer ended before it was complete.', { retryable: true })
      if (before && quiet) yield* before
      else if (before) throw new HandbackError('provider/bad-response', 'The provider gave an empty answer.', { retryable: true })
      asking?.worked()
    } catch (error) {
      if (!signal.aborted) asking?.failed(failed(error))
      throw error
    } finally {
      asking?.left()
    }
  }

  return {
    providers,
    async *ask(requestFor, { signal, first, quiet = false }) {
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
          for await (const part of askOne(provider, requestFor(provider), signal, quiet)) {
            said = true
            yield { provider, part }
          }
          return
        } catch (thrown) {
          if (said || signal.aborted) throw signal.aborted ? signal.reason : failed(thrown)
          error ??= failed(thrown)
          if (provider !== order.at(-1)) log.warn({ provider: provider.name, ...troubleOf(failed(thrown)) }, 'A provider failed; the next one is asked')
        }
      }
      throw error ?? new HandbackError('provider/unavailable', 'No provider works at the moment.', { retryable: true, retryAfter: soonest })
    },
  }
}
