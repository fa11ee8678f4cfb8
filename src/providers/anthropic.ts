import type { AIProvider } from '../contracts/index.ts'
import { anthropicBody } from './anthropic/body.ts'
import { anthropicReader } from './anthropic/reader.ts'
import { needsKey } from './service/key.ts'
import { serviceProvider, type FetchLike } from './service/service.ts'

export interface AnthropicOptions {
  readonly model: string
  /** Sent as `x-api-key`. Leave it out where `headers`, `fetch` or a gateway (`baseURL`) authorise. */
  readonly apiKey?: string | undefined
  /** Where `/v1/messages` is found. Default `https://api.anthropic.com`; Bedrock: `https://bedrock-mantle.{region}.api.aws/anthropic`. */
  readonly baseURL?: string
  /** Sent with every request, such as `anthropic-beta`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Tokens that an answer may have, thoughts included. Default 4096; an answer that is longer ends `length`. */
  readonly maxTokens?: number
  /** Further fields of the request, such as `temperature`, `thinking` or `metadata`; they win over ours. */
  readonly body?: Readonly<Record<string, unknown>>
  /** Whether the model takes pictures. Default true. */
  readonly images?: boolean
  /** Default the global `fetch`, read at each call. */
  readonly fetch?: FetchLike
}

/**
 * Answers from Anthropic's Messages API, streamed. For the hub, never for a page: it holds a key.
 *
 * - Thoughts are not shown. With calls they are given back as `state`, so the model goes on where it was.
 * - What the service's own tools do (`server_tool_use`) is no call; a turn that they pause ends `tool-call` without calls.
 * - `inputTokens` leaves out what was read from a cache or written to one, as the service does.
 *
 * @throws TypeError without `apiKey`, unless `headers`, `fetch` or another `baseURL` is given
 * @throws HandbackError `provider/misuse` when it is given a key in a page; from `reply`, `provider/…` as the contract says
 * @example
 * const hub = createHub({ store, provider: anthropic({ model: 'claude-haiku-4-5', apiKey: process.env.ANTHROPIC_API_KEY }) })
 */
export function anthropic(options: AnthropicOptions): AIProvider {
  const { apiKey, baseURL = 'https://api.anthropic.com', headers, images = true } = options
  needsKey('anthropic', options, options.baseURL !== undefined)
  return serviceProvider({
    name: 'anthropic',
    supports: { tools: true, images, summaries: true },
    needs: { model: options.model },
    key: apiKey,
    fetch: options.fetch,
    ask: (request) => ({
      url: `${baseURL.replace(/\/$/, '')}/v1/messages`,
      headers: { 'anthropic-version': '2023-06-01', ...(apiKey && { 'x-api-key': apiKey }), ...headers },
      body: anthropicBody(request, options),
    }),
    reader: anthropicReader,
  })
}
