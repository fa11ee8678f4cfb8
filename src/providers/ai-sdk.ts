import type { AIProvider } from '../contracts/index.ts'
import { isFour, rawReader } from './ai-sdk/raw-reader.ts'
import { uiMessages } from './ai-sdk/ui-request.ts'
import { uiReader } from './ai-sdk/ui-reader.ts'
import { failure } from './service/failure.ts'
import { serviceProvider, type FetchLike, type Reader } from './service/service.ts'

export type { FetchLike } from './service/service.ts'

export interface AiSdkOptions {
  /** Address of the route. In a page it may be relative. */
  readonly api: string
  /** Sent with each request, such as a secret by which the route knows the hub. */
  readonly headers?: Readonly<Record<string, string>>
  /** Extra fields of each request's body, merged last. */
  readonly body?: Readonly<Record<string, unknown>>
  /**
   * How the route gets what a model must be told (rules, articles, facts). `body`, the default: as the field `system`, for the route to pass on;
   * one that does not read it answers by its own prompt alone. `message`: as a first message of the role `system`, which routes of ai 5 and 6
   * take without a change, but ai 7 refuses unless the route sets `allowSystemInMessages`.
   */
  readonly system?: 'body' | 'message'
  /** The route gives the model the tools of the body's field `tools`, `{ name, description, parameters }[]`, without running them. Default false. */
  readonly tools?: boolean
  /** The route's model takes pictures; they go as `file` parts with data URLs. Default false. */
  readonly images?: boolean
  /** Default the global `fetch`, read at each call. */
  readonly fetch?: FetchLike
}

/**
 * A chat route that a team has already: any that answers `useChat` of ai 5, 6 or 7 with a UI message stream, or with raw text. One attempt:
 * trying again, time-outs and fall-backs are the hub's. There is no key in it, so that it may also run in a page: the route asks its own service.
 *
 * The route gets `{ id, messages, trigger: 'submit-message', system, tools, …body }`, where `id` names the conversation and the ids of messages
 * are new in each turn. Tools that the route runs itself are none of the hub's; what it leaves open is, and earlier parts of the
 * answer come back with the outcome. An approval that the route waits for goes to a person. Raw text tells neither of its end nor of an error:
 * serve `toUIMessageStreamResponse()` where you can.
 *
 * A route asks for a person in any of three ways: by a call of a tool named `transfer_to_human`, run or not; by a part `data-handback`;
 * or by `handback` in the message's metadata. The last two are `{ escalate: true, reason?, summary? }` and need no tool of the model.
 *
 * @throws HandbackError while replying: `provider/unauthorized`, `provider/rate-limited` (with `retryAfter`), `provider/unavailable`,
 *   `provider/bad-request`, `provider/bad-response` (also for the data stream of ai 4), `provider/truncated`, `provider/time-out`, `provider/failed`
 * @example aiSdk({ api: 'https://shop.example/api/chat', headers: { authorization: `Bearer ${process.env.CHAT_SECRET}` } })
 * @example
 * // the route, with what the hub tells and offers (`tools: true`), and a person by a tool
 * const { messages, system, tools = [] } = await request.json()
 * const given = tools.map(({ name, description, parameters }) => [name, tool({ description, inputSchema: jsonSchema(parameters) })])
 * const result = streamText({ model, system, messages: await convertToModelMessages(messages), tools: Object.fromEntries(given) })
 * return result.toUIMessageStreamResponse()
 * @example
 * // a person by a part of the stream
 * const stream = createUIMessageStream({ execute({ writer }) {
 *   writer.write({ type: 'data-handback', data: { escalate: true, reason: 'refund', summary: 'Wants order 7 refunded.' }, transient: true })
 * } })
 * return createUIMessageStreamResponse({ stream })
 * @example
 * // a person by the message's metadata
 * result.toUIMessageStreamResponse({ messageMetadata: ({ part }) =>
 *   part.type === 'finish' && part.finishReason === 'content-filter' ? { handback: { escalate: true, reason: 'filtered' } } : undefined })
 */
export function aiSdk(options: AiSdkOptions): AIProvider {
  const { api, headers = {}, body, system: place = 'body', tools = false, images = false, fetch } = options
  return serviceProvider({
    name: 'ai-sdk',
    needs: { api },
    supports: { tools, images },
    key: undefined,
    fetch,
    ask: (request) => ({
      url: api,
      headers,
      body: {
        id: request.conversation,
        messages: uiMessages(request, place === 'message'),
        trigger: 'submit-message',
        ...(place === 'body' ? { system: request.system } : {}),
        tools: request.tools,
        ...body,
      },
    }),
    reader: (_, given) => readerOf(given),
  })
}

/** What kind of answer it is: routes that stream text and routes that stream parts differ in their headers alone. */
function readerOf(headers: Pick<Headers, 'get'>): Reader {
  const type = headers.get('content-type') ?? ''
  if (headers.get('x-vercel-ai-data-stream')) throw isFour()
  // no route of the AI SDK answers so, but one in front of it may, such as a page to sign in
  if (type.includes('json')) throw failure('provider/bad-response', { type })
  return type.includes('plain') && !headers.get('x-vercel-ai-ui-message-stream') ? rawReader() : uiReader()
}
