/** The part of the browser's `LanguageModel` that is used, as its IDL has it. */
export interface LanguageModelLike {
  availability(options: LanguageModelAbilities): Promise<string>
  create(options: LanguageModelAbilities & { readonly initialPrompts: readonly ModelMessage[]; readonly signal: AbortSignal }): Promise<ModelSession>
}

/** What a session must be able to do. */
export interface LanguageModelAbilities {
  readonly expectedInputs?: readonly Expected[]
  readonly expectedOutputs?: readonly Expected[]
}

export interface Expected {
  readonly type: 'text' | 'image'
  /** BCP 47 tags. */
  readonly languages?: readonly string[]
}

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string | readonly ({ readonly type: 'text'; readonly value: string } | { readonly type: 'image'; readonly value: Blob })[]
}

type Measure = (input: readonly ModelMessage[], options: { readonly signal: AbortSignal }) => Promise<number>

export interface ModelSession {
  promptStreaming(input: readonly ModelMessage[], options: { readonly signal: AbortSignal }): ReadableStream<string>
  destroy(): void
  /** What a session may hold, may be `Infinity`; what it holds; what more would take. */
  readonly contextWindow?: number
  readonly contextUsage?: number
  readonly measureContextUsage?: Measure
  /** The same by the names that it had before, and still has in extensions. */
  readonly inputQuota?: number
  readonly inputUsage?: number
  readonly measureInputUsage?: Measure
}
