import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from '../contracts/index.ts'
import { HandbackError } from '../protocol/errors.ts'
import { modelError } from './ai-sdk/model-error.ts'
import { modelPrompt } from './ai-sdk/model-prompt.ts'
import { modelReader } from './ai-sdk/model-reader.ts'
import { openStream } from './ai-sdk/open-stream.ts'
import { attempt } from './service/attempt.ts'
import { notInPage } from './service/page.ts'
import { valuesOf } from './service/stream.ts'
import { fields } from './service/values.ts'

/** The part of a `LanguageModelV2`, `V3` or `V4` that is used. */
export interface LanguageModelLike {
  readonly specificationVersion: string
  doStream(options: object): PromiseLike<{ readonly stream: ReadableStream<object> }>
}

export interface AiSdkModelOptions {
  /** As `createOpenAI(…)('…')` and the like make it; not the string that names one. */
  readonly model: LanguageModelLike
  /** Extra fields of each call's options, merged last: `maxOutputTokens`, `temperature`, `headers`, `providerOptions`. */
  readonly body?: Readonly<Record<string, unknown>>
  /** The model takes tools. Default true. */
  readonly tools?: boolean
  /** The model takes pictures. Default false. */
  readonly images?: boolean
  /** The model holds a key: nothing in it tells, so the default is true. False for one that runs in the page itself. */
  readonly keyed?: boolean
}

/**
 * Any model object of ai 5, 6 or 7 (`LanguageModelV2`, `V3`, `V4`), and so every service that has a package for it; needs none of them
 * itself. One attempt: trying again, time-outs and fall-backs are the hub's. What the model thought, and what its service signed or ran,
 * goes back with the results of tools through `state`. An error part ends the answer at once, though the stream could go on: what it lost
 * does not come back.
 *
 * @throws HandbackError `provider/misuse` at the call, in a page and for models of ai 4; while replying `provider/unauthorized`,
 *   `provider/rate-limited` (with `retryAfter`), `provider/unavailable`, `provider/time-out`, `provider/bad-request`, `provider/bad-response`,
 *   `provider/truncated`, `provider/failed`
 * @example aiSdkModel({ model: createOpenAI({ apiKey: process.env.OPENAI_API_KEY })('gpt-5-mini'), images: true })
 * @example aiSdkModel({ model: bedrock('anthropic.claude-sonnet-4'), body: { maxOutputTokens: 800, temperature: 0.2 } })
 */
export function aiSdkModel({ model, body, tools = true, images = false, keyed = true }: AiSdkModelOptions): AIProvider {
  const { specificationVersion: version } = model
  if (version === 'v1' || !model.doStream) throw new HandbackError('provider/misuse', 'aiSdkModel() needs a model of ai 5 or later.')
  if (keyed) notInPage('ai-sdk-model')

  async function* answer(request: ReplyRequest, { signal, onActivity }: ReplyOptions): AsyncGenerator<ReplyPart, void, undefined> {
    const offered = request.tools?.map(({ name, description, parameters }) => ({ type: 'function', name, description, inputSchema: parameters }))
    const opening = model.doStream({
      prompt: modelPrompt(request, version),
      ...(offered?.length ? { tools: offered, toolChoice: { type: 'auto' } } : {}),
      abortSignal: signal,
      ...body,
    })
    const stream = await openStream(opening, signal)
    const reader = modelReader()
    try {
      for await (const value of valuesOf(stream, signal)) {
        const parts = [...reader.take(fields(value))]
        onActivity?.(reader.begun)
        yield* parts
      }
    } catch (error) {
      throw modelError(error, 'provider/truncated')
    }
    yield* reader.end(false, false)
  }

  return {
    specVersion: 1,
    name: 'ai-sdk-model',
    keyed,
    supports: { tools, images, summaries: true },
    reply: (request, options) => attempt(options.signal, () => answer(request, options), (error) => modelError(error, 'provider/failed')),
  }
}
