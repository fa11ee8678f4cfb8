import type { ServiceAnswer } from '../../src/testing/index.ts'

/** Small bodies of each service, and what they mean. Every text has characters of two, three and four bytes. */

/** An event with its name. */
type Named = Readonly<Record<string, unknown>> & { readonly type: string }

const json = (value: unknown): string => JSON.stringify(value)
const data = (...events: readonly unknown[]): string => events.map((event) => `data: ${typeof event === 'string' ? event : json(event)}\n\n`).join('')
const named = (...events: readonly (Named)[]): string => events.map((event) => `event: ${event.type}\ndata: ${json(event)}\n\n`).join('')

const HELLO = ['Hej', ' – ja,', ' til Tromsø 🚚', '!'] as const
const TEXT = HELLO.join('')
const INPUT = { city: 'Tromsø', days: [1, 2] }
const ARGS = json(INPUT)
const [ARGS_1, ARGS_2] = [ARGS.slice(0, 9), ARGS.slice(9)]

const chat = (delta: object, finish: string | null = null): object =>
  ({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })
const chatCall = (index: number, call: object): object => chat({ tool_calls: [{ index, ...call }] })
const chatUsage = { object: 'chat.completion.chunk', choices: [], usage: { prompt_tokens: 9, completion_tokens: 4 } }
const chatText = [chat({ role: 'assistant', content: '' }), ...HELLO.map((content) => chat({ content }))]

export const openaiAnswers: readonly ServiceAnswer[] = [
  { name: 'text', body: data(...chatText, chat({}, 'stop'), chatUsage, '[DONE]'), gives: { text: TEXT, finish: 'stop' } },
  {
    name: 'CRLF, comments and no [DONE]',
    body: `: PROCESSING\r\n\r\n${data(...chatText, chat({}, 'stop')).replaceAll('\n', '\r\n')}`,
    gives: { text: TEXT, finish: 'stop' },
  },
  { name: 'too long', body: data(...chatText, chat({}, 'length'), '[DONE]'), gives: { text: TEXT, finish: 'length' } },
  {
    name: 'two calls',
    body: data(
      chat({ content: 'A moment.' }),
      chatCall(0, { id: 'call_1', type: 'function', function: { name: 'stock', arguments: '' } }),
      chatCall(0, { function: { arguments: ARGS_1 } }),
      chatCall(0, { function: { arguments: ARGS_2 } }),
      chatCall(1, { id: 'call_2', type: 'function', function: { name: 'price', arguments: '{}' } }),
      chat({}, 'tool_calls'),
      chatUsage,
      '[DONE]',
    ),
    gives: { text: 'A moment.', calls: [{ name: 'stock', input: INPUT }, { name: 'price', input: {} }], finish: 'tool-call' },
  },
  {
    name: 'a call that is too long',
    body: data(chatCall(0, { id: 'call_1', function: { name: 'stock', arguments: ARGS_1 } }), chat({}, 'length'), '[DONE]'),
    gives: { finish: 'length' },
  },
  { name: 'filtered', body: data(chat({ content: 'Well' }), chat({}, 'content_filter'), '[DONE]'), gives: { text: 'Well', finish: 'filtered' } },
  {
    name: 'an error in the middle',
    body: data(chat({ content: 'Well' }), { error: { message: 'The server had an unusual problem.', type: 'server_error' } }),
    gives: { text: 'Well', error: 'provider/unavailable' },
  },
  {
    name: 'a whole answer at once',
    headers: { 'content-type': 'application/json' },
    body: json({ object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: TEXT }, finish_reason: 'stop' }] }),
    gives: { text: TEXT, finish: 'stop' },
  },
]

const response = (type: string, more: object): Named => ({ type, ...more })
const item = (type: string, index: number, of: object): Named => response(`response.output_item.${type}`, { output_index: index, item: of })
const responseText = [
  response('response.created', { response: { id: 'resp_1', status: 'in_progress', output: [] } }),
  item('added', 0, { id: 'msg_1', type: 'message', role: 'assistant', content: [] }),
  ...HELLO.map((delta) => response('response.output_text.delta', { item_id: 'msg_1', output_index: 0, content_index: 0, delta })),
  response('response.output_text.done', { item_id: 'msg_1', output_index: 0, content_index: 0, text: TEXT }),
  item('done', 0, { id: 'msg_1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: TEXT, annotations: [] }] }),
]
const completed = response('response.completed', {
  response: { id: 'resp_1', status: 'completed', output: [], usage: { input_tokens: 9, output_tokens: 4 } }
})
const reasoning = { id: 'rs_1', type: 'reasoning', summary: [], encrypted_content: 'gAAAAsealed' }
const functionCall = { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'stock' }

export const responsesAnswers: readonly ServiceAnswer[] = [
  { name: 'text', body: named(...responseText, completed), gives: { text: TEXT, finish: 'stop' } },
  {
    name: 'too long',
    body: named(
      ...responseText,
      response('response.incomplete', { response: { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' }, output: [] } }),
    ),
    gives: { text: TEXT, finish: 'length' },
  },
  {
    name: 'a thought and a call',
    body: named(
      item('added', 0, { ...reasoning, encrypted_content: '' }),
      item('done', 0, reasoning),
      item('added', 1, { ...functionCall, arguments: '' }),
      response('response.function_call_arguments.delta', { item_id: 'fc_1', output_index: 1, delta: ARGS_1 }),
      response('response.function_call_arguments.delta', { item_id: 'fc_1', output_index: 1, delta: ARGS_2 }),
      response('response.function_call_arguments.done', { item_id: 'fc_1', output_index: 1, arguments: ARGS }),
      item('done', 1, { ...functionCall, arguments: ARGS, status: 'completed' }),
      completed,
    ),
    gives: { calls: [{ name: 'stock', input: INPUT }], finish: 'tool-call' },
  },
  {
    name: 'an error as its first event',
    body: named(
      response('error', { error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'You exceeded your current quota.' } }),
    ),
    gives: { error: 'provider/rate-limited' },
  },
]

const block = (index: number, of: object): Named => ({ type: 'content_block_start', index, content_block: of })
const delta = (index: number, of: object): Named => ({ type: 'content_block_delta', index, delta: of })
const stop = (index: number): Named => ({ type: 'content_block_stop', index })
const start = { type: 'message_start', message: { id: 'msg_1', role: 'assistant', content: [], usage: { input_tokens: 9, output_tokens: 1 } } }
const ends = (reason: string): readonly (Named)[] => [
  { type: 'message_delta', delta: { stop_reason: reason }, usage: { output_tokens: 4 } },
  { type: 'message_stop' },
]
const said = [block(0, { type: 'text', text: '' }), { type: 'ping' }, ...HELLO.map((text) => delta(0, { type: 'text_delta', text })), stop(0)]

export const anthropicAnswers: readonly ServiceAnswer[] = [
  { name: 'text', body: named(start, ...said, ...ends('end_turn')), gives: { text: TEXT, finish: 'stop' } },
  { name: 'too long', body: named(start, ...said, ...ends('max_tokens')), gives: { text: TEXT, finish: 'length' } },
  {
    name: 'a thought, words and two calls',
    body: named(
      start,
      block(0, { type: 'thinking', thinking: '', signature: '' }),
      delta(0, { type: 'thinking_delta', thinking: 'They ask for Tromsø.' }),
      delta(0, { type: 'signature_delta', signature: 'sealed' }),
      stop(0),
      block(1, { type: 'text', text: '' }),
      delta(1, { type: 'text_delta', text: 'A moment.' }),
      stop(1),
      block(2, { type: 'tool_use', id: 'toolu_1', name: 'stock', input: {} }),
      delta(2, { type: 'input_json_delta', partial_json: '' }),
      delta(2, { type: 'input_json_delta', partial_json: ARGS_1 }),
      delta(2, { type: 'input_json_delta', partial_json: ARGS_2 }),
      stop(2),
      block(3, { type: 'tool_use', id: 'toolu_2', name: 'price', input: {} }),
      delta(3, { type: 'input_json_delta', partial_json: '' }),
      stop(3),
      ...ends('tool_use'),
    ),
    gives: { text: 'A moment.', calls: [{ name: 'stock', input: INPUT }, { name: 'price', input: {} }], finish: 'tool-call' },
  },
  {
    name: 'a call that is too long',
    body: named(
      start, block(0, { type: 'tool_use', id: 'toolu_1', name: 'stock', input: {} }),
      delta(0, { type: 'input_json_delta', partial_json: ARGS_1 }), ...ends('max_tokens'),
    ),
    gives: { finish: 'length' },
  },
  { name: 'a refusal', body: named(start, ...ends('refusal')), gives: { finish: 'filtered', refusal: true } },
  {
    name: 'overloaded in the middle',
    body: named(start, block(0, { type: 'text', text: '' }), delta(0, { type: 'text_delta', text: 'Well' }), {
      type: 'error',
      error: { type: 'overloaded_error', message: 'Overloaded beyond measure' },
    }),
    gives: { text: 'Well', error: 'provider/unavailable' },
  },
]

const candidate = (parts: readonly object[], more: object = {}): object => ({
  candidates: [{ content: { parts, role: 'model' }, index: 0, ...more }],
  usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 4 },
})
const crlf = (...events: readonly unknown[]): string => data(...events).replaceAll('\n', '\r\n')
const ended = { finishReason: 'STOP' }

export const geminiAnswers: readonly ServiceAnswer[] = [
  {
    name: 'a thought and text',
    body: crlf(
      candidate([{ text: 'Tromsø…', thought: true }]), ...HELLO.map((text, index) => candidate([{ text }], index === HELLO.length - 1 ? ended : {})),
    ),
    gives: { text: TEXT, finish: 'stop' },
  },
  {
    name: 'too long',
    body: crlf(candidate([{ text: TEXT }]), candidate([{ text: '' }], { finishReason: 'MAX_TOKENS' })),
    gives: { text: TEXT, finish: 'length' },
  },
  {
    name: 'two calls',
    body: crlf(
      candidate([{ text: 'A moment.' }]),
      candidate([{ functionCall: { name: 'stock', args: INPUT }, thoughtSignature: 'c2VhbGVk' }, { functionCall: { name: 'price', args: {} } }]),
      candidate([{ text: '' }], ended),
    ),
    gives: { text: 'A moment.', calls: [{ name: 'stock', input: INPUT }, { name: 'price', input: {} }], finish: 'tool-call' },
  },
  {
    name: 'a prompt that is blocked',
    body: crlf({ promptFeedback: { blockReason: 'SAFETY' }, usageMetadata: { promptTokenCount: 9 } }),
    gives: { finish: 'filtered', refusal: true },
  },
  {
    name: 'a bare error at the end',
    body: [
      crlf(candidate([{ text: 'Well' }], ended)),
      JSON.stringify({ error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }, null, 2),
    ].join(''),
    gives: { text: 'Well', error: 'provider/unavailable' },
  },
]

const words = (id: string, ...deltas: readonly string[]): readonly object[] =>
  [{ type: 'text-start', id }, ...deltas.map((each) => ({ type: 'text-delta', id, delta: each })), { type: 'text-end', id }]

export const aiSdkAnswers: readonly ServiceAnswer[] = [
  {
    name: 'text',
    body: data(
      { type: 'start' }, { type: 'start-step' }, ...words('0', ...HELLO), { type: 'finish-step' }, { type: 'finish', finishReason: 'stop' }, '[DONE]',
    ),
    gives: { text: TEXT, finish: 'stop' },
  },
  {
    name: 'a call',
    body: data(
      { type: 'start' },
      { type: 'start-step' },
      ...words('0', 'A moment.'),
      { type: 'tool-input-start', toolCallId: 'call_1', toolName: 'stock' },
      { type: 'tool-input-delta', toolCallId: 'call_1', inputTextDelta: ARGS_1 },
      { type: 'tool-input-delta', toolCallId: 'call_1', inputTextDelta: ARGS_2 },
      { type: 'tool-input-available', toolCallId: 'call_1', toolName: 'stock', input: INPUT },
      { type: 'finish-step' },
      { type: 'finish', finishReason: 'tool-calls' },
      '[DONE]',
    ),
    gives: { text: 'A moment.', calls: [{ name: 'stock', input: INPUT }], finish: 'tool-call' },
  },
  {
    name: 'a person is asked for',
    body: data(
      { type: 'start' }, ...words('0', 'I ask.'),
      { type: 'data-handback', data: { escalate: true, reason: 'refund' } }, { type: 'finish', finishReason: 'stop' }, '[DONE]',
    ),
    gives: { text: 'I ask.', handoff: 'refund', finish: 'stop' },
  },
  {
    name: 'an error',
    body: data({ type: 'start' }, { type: 'error', errorText: 'An error occurred.' }, '[DONE]'),
    gives: { error: 'provider/failed' },
  },
]

const message = (...deltas: readonly string[]): readonly object[] => [
  { type: 'TEXT_MESSAGE_START', messageId: 'm1', role: 'assistant' },
  ...deltas.map((each) => ({ type: 'TEXT_MESSAGE_CONTENT', messageId: 'm1', delta: each })),
  { type: 'TEXT_MESSAGE_END', messageId: 'm1' },
]
const run = { threadId: 't1', runId: 'r1' }
const started = { type: 'RUN_STARTED', ...run }

export const agUiAnswers: readonly ServiceAnswer[] = [
  {
    name: 'text',
    body: data(started, ...message(...HELLO), { type: 'RUN_FINISHED', ...run, outcome: { type: 'success' } }),
    gives: { text: TEXT, finish: 'stop' },
  },
  {
    name: 'a call',
    body: data(
      started,
      ...message('A moment.'),
      { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName: 'stock', parentMessageId: null },
      { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: ARGS_1 },
      { type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta: ARGS_2 },
      { type: 'TOOL_CALL_END', toolCallId: 'call_1' },
      { type: 'RUN_FINISHED', ...run },
    ),
    gives: { text: 'A moment.', calls: [{ name: 'stock', input: INPUT }], finish: 'tool-call' },
  },
  {
    name: 'an interrupt',
    body: data(
      started, ...message('I ask.'),
      { type: 'RUN_FINISHED', ...run, outcome: { type: 'interrupt', interrupts: [{ id: 'i1', reason: 'refund', message: 'Approve?' }] } },
    ),
    gives: { text: 'I ask.', handoff: 'refund', finish: 'stop' },
  },
  {
    name: 'an error',
    body: data(started, ...message('Well'), { type: 'RUN_ERROR', message: 'The agent has fallen over.', code: 'internal' }),
    gives: { text: 'Well', error: 'provider/unavailable' },
  },
]
