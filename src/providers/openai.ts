import type { AIProvider } from '../contracts/index.ts'
import { endpointOf, needsNoKey, type EndpointOptions } from './openai/endpoint.ts'
import { chatMessages } from './openai/messages.ts'
import type { OpenAIPreset } from './openai/presets.ts'
import { chatReader } from './openai/reader.ts'
import { needsKey } from './service/key.ts'
import { serviceProvider } from './service/service.ts'

export type { EndpointOptions } from './openai/endpoint.ts'
export { azure, bedrock, presets, type OpenAIPreset } from './openai/presets.ts'
export type { FetchLike } from './service/service.ts'

export interface OpenAIOptions extends EndpointOptions, OpenAIPreset {
  /** As the server names it; at Azure the name of the deployment. */
  readonly model: string
}

/**
 * Any server that speaks chat completions: OpenAI, Azure, Groq, Mistral, DeepSeek, OpenRouter, vLLM, Ollama and others, see
 * {@link presets}. One attempt: trying again, time-outs and fall-backs are the hub's. What a server wants back with the results
 * of tools (thoughts, signatures) goes through `state`.
 *
 * @throws TypeError at the call, without a key where one is needed
 * @throws HandbackError `provider/misuse` at the call, for a key in a page; while replying `provider/unauthorized`,
 *   `provider/rate-limited` (with `retryAfter`), `provider/unavailable`, `provider/bad-request`, `provider/bad-response`,
 *   `provider/truncated`, `provider/time-out`, `provider/failed`
 * @example openai({ apiKey: process.env.OPENAI_API_KEY, model: 'gpt-5-mini' })
 * @example openai({ ...presets.groq, apiKey: process.env.GROQ_API_KEY, model: 'openai/gpt-oss-120b' })
 * @example openai({ baseURL: 'https://r.openai.azure.com/openai/deployments/d?api-version=2024-10-21', keyHeader: 'api-key', apiKey, model: 'd' })
 * @example openai({ ...presets.ollama, model: 'qwen3-vl', images: true, body: { max_tokens: 800, temperature: 0.2 } })
 */
export function openai(options: OpenAIOptions): AIProvider {
  const { apiKey, body, fetch, images = false, model, name = 'openai', streamOptions = true, tools = true } = options
  needsKey('openai', options, needsNoKey(options))
  return serviceProvider({
    name,
    needs: { model },
    supports: { tools, images, summaries: true },
    key: apiKey,
    fetch,
    ask: (request) => ({
      ...endpointOf(options, 'chat/completions'),
      body: {
        model,
        messages: chatMessages(request, images),
        stream: true,
        ...(streamOptions && { stream_options: { include_usage: true } }),
        ...(tools && request.tools?.length && { tools: request.tools.map((each) => ({ type: 'function', function: each })) }),
        ...body,
      },
    }),
    reader: ({ steps = [] }) => chatReader(steps.length),
  })
}
