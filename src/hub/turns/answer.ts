import type { AIProvider, ReplyRequest } from '../../contracts/index.ts'
import type { Part } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import { partsOf } from './parts.ts'

/** What one run of the provider came to. */
export type Answer =
  | { readonly type: 'message'; readonly parts: readonly Part[] }
  | { readonly type: 'handoff'; readonly reason: string; readonly summary?: string }

export interface AnswerOptions {
  readonly signal: AbortSignal
  readonly offerHumanBelow: number
  /** Each piece of text as it comes, with its offset in UTF-16 units. */
  readonly onText: (text: string, offset: number) => void
  /** Takes each citation as it comes. */
  readonly citations?: Part[]
}

/** Longest answer that is kept; a model that does not stop is stopped. UTF-16 units. */
const TEXT_LIMIT = 16_000
const CITATIONS = 8

/**
 * Runs the provider once, to its end. Rejects with the provider's error, with `provider/truncated` when it ended without
 * `finish`, and with the signal's reason on abort.
 */
export async function answer(provider: AIProvider, request: ReplyRequest, options: AnswerOptions): Promise<Answer> {
  let text = ''
  let confidence: number | undefined
  let finished = false
  let handoff: Extract<Answer, { type: 'handoff' }> | undefined
  const { citations = [] } = options
  for await (const part of partsOf(provider, request, options.signal)) {
    if (part.type === 'finish') {
      finished = true
      break
    }
    // text after a request for a person is dropped
    if (part.type === 'text-delta' && !handoff && text.length < TEXT_LIMIT) {
      const piece = part.text.slice(0, TEXT_LIMIT - text.length)
      options.onText(piece, text.length)
      text += piece
    }
    if (part.type === 'signals') confidence = part.confidence ?? confidence
    if (part.type === 'citation' && citations.length < CITATIONS) {
      citations.push({ type: 'citation', id: part.id, title: part.title, ...(part.url === undefined ? {} : { url: part.url }) })
    }
    if (part.type === 'handoff-request') {
      handoff = { type: 'handoff', reason: part.reason, ...(part.summary === undefined ? {} : { summary: part.summary }) }
    }
    if (part.type === 'refusal' && part.text !== undefined && text === '') {
      text = part.text
      options.onText(text, 0)
    }
  }
  options.signal.throwIfAborted()
  if (!finished) throw new HandbackError('provider/truncated', 'The answer ended before it was complete.', { retryable: true })
  if (handoff) return handoff
  if (text.trim() === '') throw new HandbackError('provider/bad-response', 'The provider gave an empty answer.', { retryable: true })
  const offer: Part[] =
    confidence !== undefined && confidence < options.offerHumanBelow ? [{ type: 'quick-replies', options: [{ action: 'handoff-request' }] }] : []
  return { type: 'message', parts: [{ type: 'text', text }, ...citations, ...offer] }
}
