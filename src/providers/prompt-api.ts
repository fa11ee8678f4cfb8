import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from '../contracts/index.ts'
import { HandbackError, isHandbackError } from '../protocol/errors.ts'
import { deltas } from './prompt-api/deltas.ts'
import type { Expected, LanguageModelAbilities, LanguageModelLike, ModelMessage } from './prompt-api/language-model.ts'
import { newest } from './prompt-api/newest.ts'
import { attempt } from './service/attempt.ts'
import { failure, type FailureCode } from './service/failure.ts'
import { valuesOf } from './service/stream.ts'
import { turnsOf, type Turn } from './service/turns.ts'
import { fields, string } from './service/values.ts'

export type { Expected, LanguageModelAbilities, LanguageModelLike, ModelMessage, ModelSession } from './prompt-api/language-model.ts'

export interface PromptApiOptions {
  /** BCP 47 tags of what is written by both sides, such as `['en', 'de']`; the browser refuses what it has no model for. Default: it is not told. */
  readonly languages?: readonly string[]
  /** Whether pictures are given to the model. Default false. */
  readonly images?: boolean
  /** Default the global `LanguageModel`, read at each call. */
  readonly languageModel?: LanguageModelLike
}

/** Why there is no model, in the words of `availability()`. */
const lacks: Readonly<Record<string, string>> = {
  unavailable: 'This browser has no built-in model for this.',
  downloadable: 'The browser must first download its model: call LanguageModel.create() when the visitor clicks.',
  downloading: 'The browser is still downloading its model.',
}

/** What the browser's exceptions mean; all others are `provider/failed`. */
const meanings: Readonly<Record<string, readonly [FailureCode, retryable: boolean]>> = {
  NotAllowedError: ['provider/unavailable', false],
  NotSupportedError: ['provider/bad-request', false],
  QuotaExceededError: ['provider/bad-request', false],
  NetworkError: ['provider/unavailable', true],
  // not ours, so the browser took the model away
  AbortError: ['provider/unavailable', true],
}

/**
 * The language model that some browsers have built in (the Prompt API): nothing leaves the device, no key, no cost. For a hub that runs in
 * a page, best with another provider behind it as the fall-back.
 *
 * - Never begins a download: that needs a click of the visitor and gigabytes.
 * - A conversation that is too long for the model loses its oldest messages.
 * - No tools, and no usage. An answer that the browser's filter withdrew ends `filtered`.
 *
 * @throws HandbackError while replying: `provider/unavailable` (not `retryable` where there is no model, it must be downloaded or the page
 *   is not allowed to use it), `provider/bad-request` for a language that it does not know or a last message that is too long,
 *   `provider/failed`
 * @example createHub({ store, provider: promptApi({ languages: ['en'] }) })
 */
export function promptApi(options: PromptApiOptions = {}): AIProvider {
  const { languages, images = false } = options
  const text: Expected = { type: 'text', ...(languages ? { languages } : {}) }
  const abilities: LanguageModelAbilities = { expectedInputs: images ? [text, { type: 'image' }] : [text], expectedOutputs: [text] }

  async function* answer({ system, messages }: ReplyRequest, { signal, onActivity }: ReplyOptions): AsyncGenerator<ReplyPart, void, undefined> {
    const { languageModel = (globalThis as { LanguageModel?: LanguageModelLike }).LanguageModel } = options
    const lack = lacks[(await languageModel?.availability(abilities)) ?? 'unavailable']
    if (!languageModel || lack) throw new HandbackError('provider/unavailable', `${lack}`)
    if (signal.aborted) return
    const session = await languageModel.create({ ...abilities, initialPrompts: [{ role: 'system', content: system }], signal })
    try {
      const prompt = await newest(session, turnsOf(messages).map(images ? pictured : spoken), signal)
      const added = deltas()
      for await (const chunk of valuesOf(session.promptStreaming(prompt, { signal }), signal)) {
        onActivity?.(true)
        const delta = added(chunk)
        if (delta) yield { type: 'text-delta', text: delta }
      }
      onActivity?.(true)
      const rest = added()
      if (rest) yield { type: 'text-delta', text: rest }
      yield { type: 'finish', reason: 'stop' }
    } catch (error) {
      // the browser's filter withdrew the answer
      if (nameOf(error) !== 'NotReadableError') throw error
      yield { type: 'refusal' }
      yield { type: 'finish', reason: 'filtered' }
    } finally {
      session.destroy()
    }
  }

  return {
    specVersion: 1,
    name: 'prompt-api',
    supports: { tools: false, images },
    reply: (request, options) => attempt(options.signal, () => answer(request, options), meaningOf),
  }
}

const nameOf = (error: unknown): string => string(fields(error)['name'])

function meaningOf(error: unknown): Error {
  if (isHandbackError(error)) return error
  const [code, retryable] = meanings[nameOf(error)] ?? (['provider/failed', true] as const)
  return failure(code, error, { retryable })
}

const spoken = ({ role, text }: Turn): ModelMessage => ({ role, content: text })

const pictured = ({ role, text, images }: Turn): ModelMessage => ({
  role,
  content: [
    { type: 'text', value: text },
    ...images.map(({ media, data }) => ({
      type: 'image' as const,
      value: new Blob([Uint8Array.from(atob(data), (unit) => unit.charCodeAt(0))], { type: media }),
    })),
  ],
})
