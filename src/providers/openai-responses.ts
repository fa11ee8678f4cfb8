import type { AIProvider } from '../contracts/index.ts'
import { responsesInput } from './openai-responses/input.ts'
import { responsesReader } from './openai-responses/reader.ts'
import { endpointOf, needsNoKey, type EndpointOptions } from './openai/endpoint.ts'
import { needsKey } from './service/key.ts'
import { serviceProvider } from './service/service.ts'

export type { EndpointOptions } from './openai/endpoint.ts'
export type { FetchLike } from './service/service.ts'

export interface OpenAIResponsesOptions extends EndpointOptions {
  /** As the server names it; at Azure the name of the deployment. */
  readonly model: string
  /**
   * Whether sealed thoughts are asked for, so that they can be given back with the results of tools. Models that do not reason
   * refuse the request with it. Default: by the name of the model, true for OpenAI's reasoning ones.
   */
  readonly reasoning?: boolean
}

/**
 * OpenAI's Responses, and servers that speak it too (Azure, Bedrock, DeepSeek, OpenRouter, LM Studio, xAI). Nothing is stored at the
 * service (`store: false`): each request carries the conversation, and thoughts go back sealed through `state`. One attempt.
 *
 * @throws TypeError at the call, without a key where one is needed
 * @throws HandbackError `provider/misuse` at the call, for a key in a page; while replying `provider/unauthorized`,
 *   `provider/rate-limited` (with `retryAfter`), `provider/unavailable`, `provider/bad-request`, `provider/bad-response`,
 *   `provider/truncated`, `provider/time-out`, `provider/failed`
 * @example openaiResponses({ apiKey: process.env.OPENAI_API_KEY, model: 'gpt-5-mini', body: { reasoning: { effort: 'low' } } })
 * @example openaiResponses({ ...azure('my-resource'), apiKey, model: 'my-deployment', reasoning: true }) // of handback/providers/openai
 * @example openaiResponses({ ...presets.lmStudio, model: 'openai/gpt-oss-20b' })
 */
export function openaiResponses(options: OpenAIResponsesOptions): AIProvider {
  const { apiKey, body, fetch, images = false, model, name = 'openai-responses' } = options
  const { reasoning = /(^|[./])(o\d|gpt-[5-9])(?!.*chat)/.test(model) } = options
  needsKey('openaiResponses', options, needsNoKey(options))
  return serviceProvider({
    name,
    needs: { model },
    supports: { tools: true, images, summaries: true },
    key: apiKey,
    fetch,
    ask: (request) => ({
      ...endpointOf(options, 'responses'),
      body: {
        model,
        instructions: request.system,
        input: responsesInput(request, images),
        stream: true,
        store: false,
        ...(reasoning && { include: ['reasoning.encrypted_content'] }),
        // strict by default, which refuses schemas with optional fields
        ...(request.tools?.length && { tools: request.tools.map((each) => ({ type: 'function', ...each, strict: false })) }),
        ...body,
      },
    }),
    reader: ({ steps = [] }) => responsesReader(steps.length),
  })
}
