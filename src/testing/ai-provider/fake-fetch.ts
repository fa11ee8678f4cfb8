/** The part of `fetch` that a provider needs. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** What a body does next: gives bytes, gives nothing more and does not end, or breaks as a lost connection does. */
export type Step = Uint8Array | 'wait' | 'break'

/** What comes of one request. */
export interface FakeAnswer {
  /** Default 200. */
  readonly status?: number
  readonly statusText?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Read as it is asked for; `null`: no body at all. */
  readonly body?: Iterable<Step> | null
  /** Instead: no headers ever come. */
  readonly silent?: true
  /** Instead: what the request rejects with. */
  readonly fails?: unknown
}

/** One request that was made. */
export interface FakeCall {
  readonly url: string
  readonly init: RequestInit
  /** Bytes that were taken from the body. */
  readonly given: number
  /** Nobody holds it any more: its signal is aborted, or its body has ended or was cancelled. */
  readonly released: boolean
  /** Resolves when it can go no further: a body that waits, or headers that do not come. */
  readonly stuck: Promise<void>
}

export interface FakeService {
  readonly fetch: FetchLike
  readonly calls: readonly FakeCall[]
}

/** A service that answers the n-th request with the n-th answer, and all later ones with the last. As `fetch` does, it minds the signal. */
export function fakeService(answers: readonly FakeAnswer[]): FakeService {
  const calls: FakeCall[] = []
  return {
    calls,
    async fetch(url, init) {
      const answer = answers[Math.min(calls.length, answers.length - 1)] ?? {}
      const { signal } = init
      let sticks = (): void => undefined
      const stuck = new Promise<void>((resolve) => {
        sticks = resolve
      })
      const state = { given: 0, over: false }
      calls.push({
        url,
        init,
        stuck,
        get given() {
          return state.given
        },
        get released() {
          return state.over || signal?.aborted === true
        },
      })
      signal?.throwIfAborted()
      // as over a network, nothing is answered at once
      await Promise.resolve()
      if (answer.fails !== undefined) throw answer.fails
      if (answer.silent) {
        sticks()
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
      }
      const { status = 200, statusText = '', headers = {}, body = null } = answer
      return new Response(body && streamOf(body, state, sticks, signal), { status, statusText, headers })
    },
  }
}

function streamOf(
  body: Iterable<Step>,
  state: { given: number; over: boolean },
  sticks: () => void,
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array> {
  const steps = body[Symbol.iterator]()
  const end = (): void => {
    state.over = true
    signal?.removeEventListener('abort', abort)
  }
  let abort = (): void => undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        abort = () => {
          end()
          controller.error(signal?.reason)
        }
        signal?.addEventListener('abort', abort)
      },
      pull(controller) {
        const { done, value } = steps.next()
        if (done || value === 'break') {
          end()
          return done ? controller.close() : controller.error(new TypeError('terminated'))
        }
        if (value === 'wait') {
          sticks()
          return new Promise(() => undefined)
        }
        state.given += value.length
        controller.enqueue(value.slice())
        return undefined
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
