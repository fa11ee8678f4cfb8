import type { AIProvider, ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import { check, within } from '../check.ts'
import type { Case } from './answers.ts'
import { type FakeAnswer, type FakeCall, type FakeService, type Step, fakeService } from './fake-fetch.ts'
import { ours } from './reading.ts'

/** What the checks of every provider are run on. */
export interface ProviderBench {
  readonly cases: readonly Case[]
  /** A fresh provider whose n-th reply answers the n-th of these. */
  open(...cases: readonly Case[]): AIProvider
}

/** One law of the contract. */
export type ProviderCheck = readonly [name: string, run: (bench: ProviderBench) => Promise<void>]

/** An answer of the service, as the checks break it. */
export interface ServiceCase extends Case {
  readonly bytes: Uint8Array
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

/** A provider and the service that it asks. */
export interface Line {
  readonly provider: AIProvider
  readonly calls: FakeService['calls']
}

/** What the checks of providers over `fetch` have besides. */
export interface ServiceBench extends ProviderBench {
  readonly cases: readonly ServiceCase[]
  /** Those that are answers and no errors. */
  readonly good: readonly ServiceCase[]
  /** One of these with words in it. */
  readonly spoken: ServiceCase
  /** What keeps a line open and says nothing. */
  readonly heartbeat: string | undefined
  line(...answers: readonly FakeAnswer[]): Line
}

export type ServiceCheck = readonly [name: string, run: (bench: ServiceBench) => Promise<void>]

/** The answer with another body. */
export const withBody = ({ status, headers }: ServiceCase, body: Iterable<Step> | null): FakeAnswer => ({ status, headers, body })

/** The one request that has been made. */
export function onlyCall({ calls }: Line, what: string): FakeCall {
  const [call] = calls
  check(call && calls.length === 1, `${what}: the service was asked ${calls.length} times, wanted once`)
  return call
}

/** A reply that is read by hand. */
export interface Reading {
  readonly life: AbortController
  /** The next part; `undefined`: it has ended. */
  next(): Promise<ReplyPart | undefined>
  leave(): Promise<void>
}

export function readingOf(provider: AIProvider, request: ReplyRequest, what: string): Reading {
  const life = new AbortController()
  const iterator = provider.reply(request, { signal: life.signal })[Symbol.asyncIterator]()
  return {
    life,
    async next() {
      try {
        const { done, value } = await within(iterator.next(), `${what}: the next part, or the end`)
        return done ? undefined : value
      } catch (error) {
        if (!life.signal.aborted) throw ours(error, what)
        throw new Error(`${what}: it did not end quietly, but: ${String(error)}`, { cause: error })
      }
    },
    async leave() {
      await within(Promise.resolve(iterator.return?.()), `${what}: leaving the loop`)
    },
  }
}

/** Makes a bench for a provider over `fetch`. */
export function serviceBench(
  make: (fetch: FakeService['fetch']) => AIProvider,
  cases: readonly ServiceCase[],
  spoken: ServiceCase,
  heartbeat?: string,
): ServiceBench {
  const line = (...answers: readonly FakeAnswer[]): Line => {
    const { fetch, calls } = fakeService(answers)
    return { provider: make(fetch), calls }
  }
  return {
    cases,
    good: cases.filter(({ gives, status }) => gives.error === undefined && status < 300),
    spoken,
    heartbeat,
    line,
    open: (...wanted) => line(...wanted.map((each) => withBody(each as ServiceCase, [(each as ServiceCase).bytes]))).provider,
  }
}
