import type { AIProvider } from '../../src/contracts/index.ts'
import { anthropic } from '../../src/providers/anthropic.ts'
import { gemini } from '../../src/providers/gemini.ts'
import { openaiResponses } from '../../src/providers/openai-responses.ts'
import { openai } from '../../src/providers/openai.ts'

/** The bytes of one service, and the adapter that reads them. */
export interface Format {
  readonly name: string
  readonly provider: (url: string) => AIProvider
  /** What comes before the first word. */
  readonly open: string
  readonly word: (text: string) => string
  /** The end of a whole answer. */
  readonly end: (text: string) => string
  /** Its last bytes, without which it is cut off. `undefined`: nothing tells the end from an accident. */
  readonly mark: string | undefined
  /** A sign of life that says nothing. */
  readonly heartbeat: string
  /** An end that says that a filter withdrew the answer, where there is one. */
  readonly filtered: string | undefined
  /** The beginning of a call of a tool, up to the middle of its input, and the rest with the end; `undefined`: it takes no tools. */
  readonly call: ((name: string, input: object) => readonly [begun: string, rest: string]) | undefined
  /** An error that comes inside the stream. */
  readonly error: string
  /** An event that is no JSON. */
  readonly broken: string
  /** The body of an answer that is an error. */
  readonly errorBody: string
  /** It has no status codes, content types and addresses: it runs in the page. */
  readonly local?: true
}

const json = (value: unknown): string => JSON.stringify(value)
export const data = (...events: readonly unknown[]): string =>
  events.map((event) => `data: ${typeof event === 'string' ? event : json(event)}\n\n`).join('')
type Named = Readonly<Record<string, unknown>> & { readonly type: string }
const named = (...events: readonly Named[]): string => events.map((event) => `event: ${event.type}\ndata: ${json(event)}\n\n`).join('')
export const halves = (text: string): readonly [string, string] => [text.slice(0, text.length >> 1), text.slice(text.length >> 1)]

const apiKey = 'sk-key-of-the-bench'
const comment = ': still here\n\n'
const cut = '{"type":"text","del'

const object = 'chat.completion.chunk'
const chat = (delta: object, finish: string | null = null): object => ({ object, choices: [{ index: 0, delta, finish_reason: finish }] })
const chatUsage = { object, choices: [], usage: { prompt_tokens: 9, completion_tokens: 4 } }
const oops = { error: { message: 'The server had an error for org-123', type: 'server_error', code: null } }

const chatFormat: Format = {
  name: 'openai',
  provider: (url) => openai({ model: 'm', apiKey, baseURL: `${url}/v1` }),
  open: data(chat({ role: 'assistant', content: '' })),
  word: (content) => data(chat({ content })),
  end: () => data(chat({}, 'stop'), chatUsage, '[DONE]'),
  mark: data(chat({}, 'stop'), chatUsage, '[DONE]'),
  heartbeat: comment,
  filtered: data(chat({}, 'content_filter'), '[DONE]'),
  call(name, input) {
    const [first, second] = halves(json(input))
    const piece = (call: object): string => data(chat({ tool_calls: [{ index: 0, ...call }] }))
    const begun = piece({ id: 'call_1', type: 'function', function: { name, arguments: '' } }) + piece({ function: { arguments: first } })
    return [begun, piece({ function: { arguments: second } }) + data(chat({}, 'tool_calls'), chatUsage, '[DONE]')]
  },
  error: data(oops),
  broken: data(cut),
  errorBody: json(oops),
}

const item = (type: string, index: number, of: object): Named => ({ type: `response.output_item.${type}`, output_index: index, item: of })
const responsesUsage = { input_tokens: 9, output_tokens: 4 }
const completed: Named = { type: 'response.completed', response: { id: 'r', status: 'completed', output: [], usage: responsesUsage } }
const place = { item_id: 'msg_1', output_index: 0, content_index: 0 }
const failed = { code: 'server_error', message: 'The server had an error for org-123' }

const responsesFormat: Format = {
  name: 'openai-responses',
  provider: (url) => openaiResponses({ model: 'm', apiKey, baseURL: `${url}/v1` }),
  open: named(
    { type: 'response.created', response: { id: 'r', status: 'in_progress', output: [] } },
    item('added', 0, { id: 'msg_1', type: 'message', role: 'assistant', content: [] }),
  ),
  word: (delta) => named({ type: 'response.output_text.delta', ...place, delta }),
  end: (text) =>
    named(
      { type: 'response.output_text.done', ...place, text },
      item('done', 0, { id: 'msg_1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text, annotations: [] }] }),
      completed,
    ),
  mark: named(completed),
  heartbeat: comment,
  filtered: named({ type: 'response.incomplete', response: { status: 'incomplete', incomplete_details: { reason: 'content_filter' } } }),
  call(name, input) {
    const text = json(input)
    const [first, second] = halves(text)
    const is = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name }
    const piece = (delta: string): Named => ({ type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 1, delta })
    return [
      named(item('added', 1, { ...is, arguments: '' }), piece(first)),
      named(piece(second), item('done', 1, { ...is, arguments: text, status: 'completed' }), completed),
    ]
  },
  error: named({ type: 'error', error: failed }, { type: 'response.failed', response: { status: 'failed', error: failed } }),
  broken: `event: response.output_text.delta\n${data(cut)}`,
  errorBody: json(oops),
}

const block = (index: number, of: object): Named => ({ type: 'content_block_start', index, content_block: of })
const delta = (index: number, of: object): Named => ({ type: 'content_block_delta', index, delta: of })
const stop = (reason: string): string =>
  named({ type: 'message_delta', delta: { stop_reason: reason }, usage: { output_tokens: 4 } }, { type: 'message_stop' })
const overloaded: Named = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded for org-123' } }
const closed: Named = { type: 'content_block_stop', index: 0 }

const anthropicFormat: Format = {
  name: 'anthropic',
  provider: (url) => anthropic({ model: 'm', apiKey, baseURL: url }),
  open: named(
    { type: 'message_start', message: { id: 'm', role: 'assistant', content: [], usage: { input_tokens: 9, output_tokens: 1 } } },
    block(0, { type: 'text', text: '' }),
    { type: 'ping' },
  ),
  word: (text) => named(delta(0, { type: 'text_delta', text })),
  end: () => named(closed) + stop('end_turn'),
  mark: stop('end_turn'),
  heartbeat: named({ type: 'ping' }),
  filtered: stop('refusal'),
  call(name, input) {
    const [first, second] = halves(json(input))
    return [
      named(closed, block(1, { type: 'tool_use', id: 'toolu_1', name, input: {} }), delta(1, { type: 'input_json_delta', partial_json: first })),
      named(delta(1, { type: 'input_json_delta', partial_json: second }), { ...closed, index: 1 }) + stop('tool_use'),
    ]
  },
  error: named(overloaded),
  broken: `event: content_block_delta\n${data(cut)}`,
  errorBody: json(overloaded),
}

const candidate = (parts: readonly object[], more: object = {}): object => ({
  candidates: [{ content: { parts, role: 'model' }, index: 0, ...more }],
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 4 },
})
const crlf = (...events: readonly unknown[]): string => data(...events).replaceAll('\n', '\r\n')
const exhausted = { error: { code: 503, message: 'The model is overloaded for project-123.', status: 'UNAVAILABLE' } }

const geminiFormat: Format = {
  name: 'gemini',
  provider: (url) => gemini({ model: 'm', apiKey, baseURL: `${url}/v1beta` }),
  open: crlf(candidate([{ text: 'They ask…', thought: true }])),
  word: (text) => crlf(candidate([{ text }])),
  end: () => crlf(candidate([{ text: '' }], { finishReason: 'STOP' })),
  mark: crlf(candidate([{ text: '' }], { finishReason: 'STOP' })),
  heartbeat: ': still here\r\n\r\n',
  filtered: crlf(candidate([], { finishReason: 'SAFETY' })),
  call(name, input) {
    const whole = crlf(candidate([{ functionCall: { name, args: input } }]))
    // a call comes at once, so that its first half is half an event
    const [first, second] = halves(whole)
    return [first, second + crlf(candidate([{ text: '' }], { finishReason: 'STOP' }))]
  },
  // no event at all
  error: JSON.stringify(exhausted, null, 2),
  broken: crlf(cut),
  errorBody: json(exhausted),
}

export const models: readonly Format[] = [chatFormat, responsesFormat, anthropicFormat, geminiFormat]
