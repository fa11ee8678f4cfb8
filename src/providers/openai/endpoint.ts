import type { FetchLike } from '../service/service.ts'

/** Where a service is and how it is asked; what the presets hold is data of this kind. */
export interface EndpointOptions {
  /** How logs, meters and prices call it. Default: what the preset says, or the service's own name. */
  readonly name?: string
  /**
   * Sent as a bearer token. Needed at the services that the presets name, at Azure and at Bedrock, unless `headers` or `fetch` authorise; a
   * `baseURL` of any other server may do without. Never in a page.
   */
  readonly apiKey?: string | undefined
  /** Default OpenAI's. A query, as dated Azure addresses have, stays behind the path. */
  readonly baseURL?: string
  /** The header that takes the bare key, such as Azure's `api-key`. Default: `authorization`, as a bearer token. */
  readonly keyHeader?: string
  /** Sent with each request, over all others. */
  readonly headers?: Readonly<Record<string, string>>
  /** More fields of the request's body, over all others, such as `{ temperature: 0 }`; `undefined` takes one away. */
  readonly body?: Readonly<Record<string, unknown>>
  /** Whether the model takes pictures. Default false: they are not sent. */
  readonly images?: boolean
  /** Default the global `fetch`, read at each call. */
  readonly fetch?: FetchLike
}

/** The services that the presets name, and the resources of Azure and Bedrock: none of them answers without a key. */
const keyed =
  /^https:\/\/(api\.(openai|anthropic|groq|mistral|deepseek|x|together|z)\.(com|ai)|generativelanguage\.googleapis\.com|openrouter\.ai|[\w-]+\.aliyuncs\.com|open\.bigmodel\.cn|[\w-]+\.openai\.azure\.com|bedrock-runtime\.[\w.-]+\.amazonaws\.com)([/:?]|$)/i

/** Whether a server may answer without a key. */
export const needsNoKey = ({ baseURL }: EndpointOptions): boolean => baseURL !== undefined && !keyed.test(baseURL)

export function endpointOf(
  { apiKey, baseURL = 'https://api.openai.com/v1', keyHeader, headers }: EndpointOptions,
  path: string,
): { readonly url: string; readonly headers: Readonly<Record<string, string>> } {
  const [base = '', query] = baseURL.split('?')
  return {
    url: `${base.replace(/\/+$/, '')}/${path}${query ? `?${query}` : ''}`,
    headers: { ...(apiKey && { [keyHeader ?? 'authorization']: keyHeader ? apiKey : `Bearer ${apiKey}` }), ...headers },
  }
}
