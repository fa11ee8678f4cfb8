import type { AIProvider, ReplyRequest, ReplyToolCall, Usage } from '../../../contracts/index.ts'
import type { Part, Told } from '../../../protocol/index.ts'
import { HandbackError } from '../../../protocol/index.ts'
import { isHandoff, toldBy, toldIn } from '../tools/handoff-tool.ts'
import type { Chain } from './chain.ts'
import type { Speech } from './speech.ts'
import { tokensIn } from './token-count.ts'

/** What one call of a provider came to. */
export interface Heard {
  readonly provider: AIProvider
  /** What the model said in it, as it said it. */
  readonly raw: string
  /** Tools to run; none when the model asked for a person. */
  readonly calls: readonly ReplyToolCall[]
  readonly state?: unknown
  /** It said all that it had to say. */
  readonly whole: boolean
  /** It does not want to answer this. */
  readonly refused: boolean
  /** It wants to be asked again with its state. */
  readonly again: boolean
  readonly handoff?: Told
  /** 0..1, that the answer is right. */
  readonly confidence?: number
  readonly usage: Usage
  /** The service did not tell what it used. */
  readonly guessed: boolean
}

export interface HearOptions {
  readonly signal: AbortSignal
  readonly requestFor: (provider: AIProvider) => ReplyRequest
  /** Whom to ask first. */
  readonly first?: AIProvider
  readonly speech: Speech
  /** Names of the hub's own tools: whatever they are called, they are no wish for a person. */
  readonly own: ReadonlyMap<string, unknown>
  /** Takes each citation as it comes. */
  readonly onCitation: (part: Extract<Part, { type: 'citation' }>) => void
}

/** Longest state that is kept, in UTF-16 units of its JSON. */
const STATE = 65_536
/** More calls in one round than anybody means. */
const CALLS = 64

/**
 * Asks once and listens to the end. Whatever comes after the model has begun to ask for a person is not heard, and an answer that
 * breaks off after that still asks for one. Rejects with the provider's error, `provider/filtered` when a filter or the model
 * itself withdrew the answer without a word, and the signal's reason on abort.
 */
export async function hear(chain: Chain, options: HearOptions): Promise<Heard> {
  const { speech, signal } = options
  const wishes = (tool: string): boolean => !options.own.has(tool) && isHandoff(tool)
  let provider = chain.providers[0] as AIProvider
  let request: ReplyRequest | undefined
  const calls: ReplyToolCall[] = []
  const more: { state?: unknown; confidence?: number } = {}
  let handoff: Told | undefined
  let usage: Usage | undefined
  let reason = ''
  let refusal: { readonly text?: string } | undefined
  const requestFor = (asked: AIProvider): ReplyRequest => (request = options.requestFor(asked))
  try {
    for await (const heard of chain.ask(requestFor, { signal, quiet: speech.shown.trim() !== '', ...(options.first ? { first: options.first } : {}) })) {
      const { part } = heard
      provider = heard.provider
      if (part.type === 'finish') [reason, usage] = [part.reason, part.usage]
      else if (part.type === 'tool-start') handoff ??= wishes(part.name) ? toldBy('') : undefined
      else if (part.type === 'tool-call' && wishes(part.name)) handoff = toldIn(part.input)
      else if (part.type === 'tool-call' && calls.length < CALLS) calls.push({ id: part.id, name: part.name, input: part.input })
      else if (part.type === 'state' && JSON.stringify(part.data).length <= STATE) more.state = part.data
      else if (part.type === 'signals' && Number.isFinite(part.confidence)) more.confidence = Math.min(1, Math.max(0, part.confidence ?? 0))
      else if (part.type === 'refusal') refusal = part
      else if (handoff) continue
      else if (part.type === 'handoff-request') handoff = toldBy(part.reason, part.summary)
      else if (part.type === 'text-delta' && typeof part.text === 'string') speech.say(part.text)
      else if (part.type === 'citation') options.onCitation(part)
      // nobody reads what a model goes on to write without end
      if (speech.full) break
    }
  } catch (error) {
    if (signal.aborted || !handoff) throw signal.aborted ? signal.reason : error
  }
  if (refusal?.text && speech.round === '' && !handoff) speech.say(refusal.text)
  if (reason === 'filtered' && !refusal?.text && !handoff) throw new HandbackError('provider/filtered', 'The answer was withheld.')
  const told = speech.endRound()
  const wish = handoff ?? told
  return {
    provider,
    raw: speech.round,
    calls: handoff || reason === 'length' || reason === 'filtered' ? [] : calls,
    // a service that wants to be asked again and cannot be has not ended
    whole: (reason === 'stop' || refusal !== undefined) && !speech.full,
    refused: refusal !== undefined,
    again: reason === 'tool-call' && calls.length === 0 && more.state !== undefined,
    ...(wish ? { handoff: wish } : {}),
    ...more,
    usage: usage ?? guess(request, speech.round),
    guessed: usage === undefined,
  }
}

const guess = (request: ReplyRequest | undefined, text: string): Usage => ({
  inputTokens: request ? tokensIn(request.system) + request.messages.reduce((sum, message) => sum + tokensIn(message.text), 0) : 0,
  outputTokens: tokensIn(text),
})
