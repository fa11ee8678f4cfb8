import type { AIProvider, ReplyPart, ReplyRequest } from '../contracts/index.ts'
import { after as defaultTimer, type After } from '../internal/backoff.ts'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import { errorIn, failure, retryAfterOf, serverError } from './openai/errors.ts'
import { handoffOf, isHandoff } from './openai/handoff-tool.ts'
import { presets } from './openai/presets.ts'
import { readChatCompletions, readWhole } from './openai/read-chat-completions.ts'
import { requestBody } from './openai/request-body.ts'
import { sourcesFilter } from './openai/sources.ts'
import { watchdog, type Watchdog } from './openai/watchdog.ts'

export { presets } from './openai/presets.ts'
export { readChatCompletions, type ReadOptions } from './openai/read-chat-completions.ts'

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

export interface OpenAIOptions {
  readonly model: string
  /** Sent as a bearer token. Default: none, for servers that need none or take it in `headers`. Never in a page. */
  readonly apiKey?: string
  /** Default OpenAI's. A query, as dated Azure addresses have, stays behind the path. */
  readonly baseURL?: string
  /** Sent with each request, such as `{ 'api-key': … }` for Azure. */
  readonly headers?: Readonly<Record<string, string>>
  /** Whether the model may ask for a person by a tool; false for servers that refuse tools. Default true. */
  readonly tools?: boolean
  /** Milliseconds from the request to the first token, of thought or of text. Default 30,000. */
  readonly firstTokenTimeout?: number
  /** Milliseconds without a byte in the middle of an answer; comments count. Default 20,000. */
  readonly idleTimeout?: number
  /** Default the global `fetch`, read at each call. */
  readonly fetch?: FetchLike
  /** Default `setTimeout`. */
  readonly timer?: After
}

/**
 * Any server that speaks chat completions: OpenAI, Azure, Anthropic's compatible endpoint, Groq, Mistral, OpenRouter,
 * vLLM, Ollama and others. One attempt: trying again is the hub's.
 *
 * A call of the tool `transfer_to_human` becomes `handoff-request` once the answer has ended well. A last line
 * `SOURCES: id, id` becomes citations of the articles that were given, and is never shown.
 *
 * @throws HandbackError `provider/misuse` at the call, for a key in a page; while replying `provider/unauthorized`,
 *   `provider/rate-limited` (with `retryAfter`), `provider/unavailable`, `provider/bad-request`, `provider/bad-response`,
 *   `provider/truncated`, `provider/time-out`, `provider/failed`
 * @example openai({ apiKey: process.env.OPENAI_API_KEY, model: 'gpt-5-mini' })
 * @example openai({ baseURL: 'http://localhost:11434/v1', model: 'llama3.2' })
 */
export function openai(options: OpenAIOptions): AIProvider {
  const { apiKey, baseURL = presets.openai, firstTokenTimeout = 30_000, idleTimeout = 20_000, timer = defaultTimer, tools = true } = options
  if (apiKey && typeof document !== 'undefined') {
    throw new HandbackError('provider/misuse', 'openai() was given a key in a page, where every visitor can read it. Run it in your server.')
  }
  const [path = '', query] = baseURL.split('?')
  const url = `${path.replace(/\/+$/, '')}/chat/completions${query ? `?${query}` : ''}`

  async function* ask(request: ReplyRequest, signal: AbortSignal, dog: Watchdog): AsyncGenerator<ReplyPart, void, undefined> {
    const { fetch: ask = globalThis.fetch as FetchLike } = options
    const response = await ask(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}), ...options.headers },
      body: JSON.stringify(requestBody(request, options.model, tools)),
      signal,
    }).catch((cause: unknown) => {
      throw failure('provider/unavailable', cause)
    })
    if (!response.ok) return yield* refused(response)
    const mute = tools ? isHandoff : () => false
    if (!response.body) throw failure('provider/bad-response')
    if (response.headers.get('content-type')?.includes('json')) return yield* readWhole(await textOf(response), mute)
    yield* readChatCompletions(response.body, { signal, mute, onWait: dog.wait, onEvent: (begun) => (dog.rest(), begun && dog.begun()) })
  }

  return {
    specVersion: 1,
    name: 'openai',
    keyed: apiKey !== undefined,
    supports: { tools, images: false, summaries: true },
    async *reply(request, { signal }) {
      if (signal.aborted) return
      const own = new AbortController()
      const dog = watchdog({ first: firstTokenTimeout, idle: idleTimeout }, timer, () => own.abort(failure('provider/time-out')))
      try {
        yield* understood(ask(request, AbortSignal.any([signal, own.signal]), dog), request)
        own.signal.throwIfAborted()
      } catch (error) {
        if (signal.aborted) return
        own.signal.throwIfAborted()
        throw isHandbackError(error) ? error : failure('provider/failed', error)
      } finally {
        dog.stop()
      }
    },
  }
}

/** Sources become citations, and a call for a person becomes a request for one. */
async function* understood(parts: AsyncIterable<ReplyPart>, { articles }: ReplyRequest): AsyncGenerator<ReplyPart, void, undefined> {
  const sources = articles.length > 0 ? sourcesFilter() : undefined
  let handoff: Extract<ReplyPart, { type: 'handoff-request' }> | undefined
  let calls = false
  for await (const part of parts) {
    if (part.type === 'text-delta' && sources) {
      const text = sources.push(part.text)
      if (text) yield { type: 'text-delta', text }
    } else if (part.type === 'tool-call' && isHandoff(part.name)) {
      handoff ??= { type: 'handoff-request', ...handoffOf(part.input) }
    } else if (part.type === 'finish') {
      const { text, ids } = sources?.end() ?? { text: '', ids: [] }
      if (text) yield { type: 'text-delta', text }
      for (const { id, title, url } of articles) if (ids.includes(id)) yield { type: 'citation', id, title, ...(url === undefined ? {} : { url }) }
      if (handoff) yield handoff
      // A call that is already understood asks nobody for a result.
      yield handoff && !calls && part.reason === 'tool-call' ? { ...part, reason: 'stop' } : part
    } else {
      calls ||= part.type === 'tool-call'
      yield part
    }
  }
}

async function* refused(response: Response): AsyncGenerator<ReplyPart, void, undefined> {
  const { status, headers } = response
  const text = await textOf(response)
  let error: unknown
  try {
    error = errorIn(JSON.parse(text))
  } catch {
    error = undefined
  }
  const found = (error ?? { message: text.slice(0, 1000) }) as Readonly<Record<string, unknown>>
  // A prompt that a filter stopped is an answer, not a fault.
  if (found['code'] !== 'content_filter') throw serverError(found, status, retryAfterOf(headers, Date.now()))
  yield { type: 'refusal' }
  yield { type: 'finish', reason: 'filtered' }
}

const textOf = (response: Response): Promise<string> =>
  response.text().catch((cause: unknown) => {
    throw failure('provider/truncated', cause)
  })
