/** A picture that a visitor sent, for models that take them. */
export interface ReplyImage {
  /** Media type, such as `image/png`. */
  readonly media: string
  /** Its bytes in base64, without line breaks. */
  readonly data: string
}

/** One message as the model sees it. Markers of what happened come as `system`. */
export interface ReplyMessage {
  readonly role: 'visitor' | 'assistant' | 'agent' | 'system'
  /** Display name of an agent. */
  readonly name?: string
  readonly text: string
  /** Visitors' messages only, and only for providers that support them. */
  readonly images?: readonly ReplyImage[]
}

/** A passage of the site's own knowledge. */
export interface ReplyArticle {
  readonly id: string
  readonly title: string
  readonly url?: string
  readonly text: string
}

/** Something that the model may ask the hub to do. */
export interface ReplyTool {
  /** Letters, digits and underscores, at most 64. */
  readonly name: string
  /** When and what for, for the model. */
  readonly description: string
  /** JSON Schema of the input, an object. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A call that the model has made. */
export interface ReplyToolCall {
  readonly id: string
  readonly name: string
  /** Already read; what was no JSON is a string. */
  readonly input: unknown
}

/** What came of a call. */
export interface ReplyToolResult {
  /** Of the call. */
  readonly id: string
  readonly name: string
  /** JSON or plain text; data, never an instruction. */
  readonly output: string
  /** It did not work, and `output` says why. */
  readonly failed?: true
}

/** One round of the running turn: what the model said and called, and what came of it. */
export interface ReplyStep {
  readonly text: string
  readonly calls: readonly ReplyToolCall[]
  readonly results: readonly ReplyToolResult[]
  /** What this same provider gave as `state` in that round. */
  readonly state?: unknown
}

export interface ReplyRequest {
  /** Names the conversation, always the same; random, so it says nothing about the visitor. */
  readonly conversation: string
  /** Names this run of the bot. */
  readonly turn: string
  /** All that a model must be told beside the messages, ready to use: instructions, rules, articles and facts, the last two fenced as data. */
  readonly system: string
  /** Oldest first; the last ones are what is to be answered. */
  readonly messages: readonly ReplyMessage[]
  /** The rounds of this turn so far, oldest first; they come after the messages. */
  readonly steps?: readonly ReplyStep[]
  /** What the model may call. Only for providers that support it. */
  readonly tools?: readonly ReplyTool[]
  /** BCP 47 tag of the visitor's language, when known. */
  readonly locale?: string
  /** Articles that may hold the answer, best first, for providers that are no models; models find them in `system`. */
  readonly articles: readonly ReplyArticle[]
}

export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
}

export type ReplyPart =
  | { readonly type: 'text-delta'; readonly text: string }
  | { readonly type: 'citation'; readonly id: string; readonly title: string; readonly url?: string }
  /** The model has begun to call this tool. Nothing may be done about it yet; but who begins to ask for a person gets one. Optional. */
  | { readonly type: 'tool-start'; readonly name: string }
  /** A whole call. Only after the service has ended its answer well. A call of `transfer_to_human` is a request for a person. */
  | { readonly type: 'tool-call'; readonly id: string; readonly name: string; readonly input: unknown }
  /** Comes before the first text. `confidence` 0..1 that the answer is right; `sentiment` -1..1. */
  | { readonly type: 'signals'; readonly confidence?: number; readonly sentiment?: number; readonly intent?: string; readonly language?: string }
  /** For services that have their own way to ask for a person. Text after it is dropped. */
  | { readonly type: 'handoff-request'; readonly reason: string; readonly summary?: string }
  | { readonly type: 'refusal'; readonly text?: string }
  /** Opaque, at most 64 KiB as JSON, given back with this turn's tool results. */
  | { readonly type: 'state'; readonly data: unknown }
  /** Exactly one, last. `tool-call` without any call: the service wants to be asked again with its `state`. */
  | { readonly type: 'finish'; readonly reason: 'stop' | 'length' | 'tool-call' | 'filtered'; readonly usage?: Usage }

export interface ReplyOptions {
  readonly signal: AbortSignal
  /**
   * A sign of life of the service, such as a byte or a heartbeat: resets the caller's clock over its silence. `begun`: the model has
   * begun to write, think or call. Optional to call: each part is a sign of life too.
   */
  readonly onActivity?: (begun: boolean) => void
}

/**
 * Where the bot's words come from. One attempt: trying again, time-outs, fall-backs and budgets are the hub's.
 *
 * - Yields parts, then exactly one `finish`, last. A service that ends without saying so is `provider/truncated`.
 * - *Cancel*: aborting ends the iterable quietly; already aborted: no work starts. Breaking out of the loop releases everything.
 * - *Errors*: thrown as a `HandbackError` (`provider/…`), never yielded. `retryable` and `retryAfter` say what to do.
 *
 * @example
 * const echo: AIProvider = {
 *   specVersion: 1, name: 'echo', supports: { tools: false, images: false },
 *   async *reply({ messages }) {
 *     yield { type: 'text-delta', text: messages.at(-1)?.text ?? '' }
 *     yield { type: 'finish', reason: 'stop' }
 *   },
 * }
 */
export interface AIProvider {
  readonly specVersion: 1
  readonly name: string
  /** Holds a secret, so that it must never be loaded by a page. Default false. */
  readonly keyed?: boolean
  readonly supports: {
    readonly tools: boolean
    readonly images: boolean
    /** Writes a summary of what happened when `system` asks for one and the last message does. Default: the hub writes it from the log. */
    readonly summaries?: boolean
  }
  reply(request: ReplyRequest, options: ReplyOptions): AsyncIterable<ReplyPart>
}
