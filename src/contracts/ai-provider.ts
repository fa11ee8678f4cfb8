/** One message as the model sees it. Machine notices come as `system`. */
export interface ReplyMessage {
  readonly role: 'visitor' | 'assistant' | 'agent' | 'system'
  /** Display name of an agent. */
  readonly name?: string
  readonly text: string
}

/** A passage of the site's own knowledge, given to models as data. */
export interface ReplyArticle {
  readonly id: string
  readonly title: string
  readonly url?: string
  readonly text: string
}

export interface ReplyRequest {
  /** Oldest first; the last ones are what is to be answered. */
  readonly messages: readonly ReplyMessage[]
  /** What the assistant is and must not do; written by the integrator. */
  readonly instructions: string
  /** BCP 47 tag of the visitor's language, when known. */
  readonly locale?: string
  /** Articles that may hold the answer, best first. */
  readonly articles: readonly ReplyArticle[]
}

export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
}

export type ReplyPart =
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'citation'; readonly id: string; readonly title: string; readonly url?: string }
  | { readonly type: 'tool-call'; readonly id: string; readonly name: string; readonly input: unknown }
  /** Comes before the first text. `confidence` 0..1 that the answer is right; `sentiment` -1..1. */
  | { readonly type: 'signals'; readonly confidence?: number; readonly sentiment?: number; readonly intent?: string; readonly language?: string }
  | { readonly type: 'handoff-request'; readonly reason: string; readonly summary?: string }
  | { readonly type: 'refusal'; readonly text?: string }
  /** Opaque, at most 64 KiB, given back with this turn's tool results. */
  | { readonly type: 'state'; readonly data: unknown }
  /** Exactly one, last. */
  | { readonly type: 'finish'; readonly reason: 'stop' | 'length' | 'tool-call' | 'filtered'; readonly usage?: Usage }

/**
 * Where the bot's words come from.
 *
 * - Yields parts, then exactly one `finish`, last. Ending without it (and without abort) is `provider/truncated`, raised by the hub.
 * - *Cancel*: aborting ends the iterable quietly; already aborted: no work starts. Breaking out of the loop releases everything.
 * - *Errors*: thrown as a `HandbackError` (`provider/…`), never yielded. `retryable` and `retryAfter` say what to do.
 */
export interface AIProvider {
  readonly specVersion: 1
  readonly name: string
  /** Holds a secret, so that it must never be loaded by a page. Default false. */
  readonly keyed?: boolean
  readonly supports: {
    readonly tools: boolean
    readonly images: boolean
    /** Writes a summary of what happened when the instructions ask for one and the last message does. Default: the hub writes it from the log. */
    readonly summaries?: boolean
  }
  reply(request: ReplyRequest, options: { readonly signal: AbortSignal }): AsyncIterable<ReplyPart>
}
