import type { AIProvider } from '../contracts/index.ts'
import { geminiBody } from './gemini/body.ts'
import { geminiReader } from './gemini/reader.ts'
import { needsKey } from './service/key.ts'
import { serviceProvider, type FetchLike } from './service/service.ts'

export interface GeminiOptions {
  readonly model: string
  /** Sent as `x-goog-api-key`. Leave it out where `headers`, `fetch` or a gateway (`baseURL`) authorise. */
  readonly apiKey?: string | undefined
  /** Where `/models/…` is found. Default `https://generativelanguage.googleapis.com/v1beta`. */
  readonly baseURL?: string
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Further fields of the request, such as `generationConfig` or `safetySettings`; they win over ours. */
  readonly body?: Readonly<Record<string, unknown>>
  /** Whether the model takes pictures. Default true. */
  readonly images?: boolean
  /** Default the global `fetch`, read at each call. */
  readonly fetch?: FetchLike
}

/**
 * Answers from Gemini, streamed: the Gemini API, or Vertex AI. For the hub, never for a page: it holds a key.
 *
 * - Thoughts are not shown but count as output. Their signatures go back with the results of calls (`state`).
 * - A prompt or an answer that a filter stopped is a `refusal` and ends `filtered`. A call that came out broken is an error.
 *
 * @throws TypeError without `apiKey`, unless `headers`, `fetch` or another `baseURL` is given
 * @throws HandbackError `provider/misuse` when it is given a key in a page; from `reply`, `provider/…` as the contract says
 * @example
 * const hub = createHub({ store, provider: gemini({ model: 'gemini-3-flash', apiKey: process.env.GEMINI_API_KEY }) })
 * @example
 * // Vertex AI; its tokens live for an hour, so each request fetches its own
 * gemini({
 *   model: 'gemini-3-flash',
 *   baseURL: `https://${region}-aiplatform.googleapis.com/v1/projects/${project}/locations/${region}/publishers/google`,
 *   fetch: async (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${await auth.getAccessToken()}` } }),
 * })
 */
export function gemini(options: GeminiOptions): AIProvider {
  const { model, apiKey, baseURL = 'https://generativelanguage.googleapis.com/v1beta', headers, images = true } = options
  needsKey('gemini', options, options.baseURL !== undefined)
  return serviceProvider({
    name: 'gemini',
    supports: { tools: true, images, summaries: true },
    needs: { model },
    key: apiKey,
    fetch: options.fetch,
    ask: (request) => ({
      url: `${baseURL.replace(/\/$/, '')}/models/${model}:streamGenerateContent?alt=sse`,
      headers: { ...(apiKey && { 'x-goog-api-key': apiKey }), ...headers },
      body: geminiBody(request, options),
    }),
    reader: geminiReader,
  })
}
