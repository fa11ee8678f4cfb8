import { agUi } from '../../src/providers/ag-ui.ts'
import { aiSdkModel } from '../../src/providers/ai-sdk-model.ts'
import { aiSdk } from '../../src/providers/ai-sdk.ts'
import { promptApi } from '../../src/providers/prompt-api.ts'
import { type Format, data, halves, models } from './formats.ts'
import { builtIn, modelObject } from './objects.ts'

const json = (value: unknown): string => JSON.stringify(value)
const lines = (...values: readonly unknown[]): string => values.map((value) => `${json(value)}\n`).join('')
const comment = ': still here\n\n'
const cut = '{"type":"text","del'

const uiEnd = (reason: string): string => data({ type: 'finish-step' }, { type: 'finish', finishReason: reason }, '[DONE]')
const tool = { toolCallId: 'call_1', toolName: '' }

const uiFormat: Format = {
  name: 'ai-sdk',
  provider: (url) => aiSdk({ api: `${url}/api/chat`, tools: true }),
  open: data({ type: 'start' }, { type: 'start-step' }, { type: 'text-start', id: '0' }),
  word: (delta) => data({ type: 'text-delta', id: '0', delta }),
  end: () => data({ type: 'text-end', id: '0' }) + uiEnd('stop'),
  mark: uiEnd('stop'),
  heartbeat: comment,
  filtered: uiEnd('content-filter'),
  call(toolName, input) {
    const [first, second] = halves(json(input))
    const piece = (inputTextDelta: string): object => ({ type: 'tool-input-delta', toolCallId: 'call_1', inputTextDelta })
    return [
      data({ type: 'text-end', id: '0' }, { ...tool, type: 'tool-input-start', toolName }, piece(first)),
      data(piece(second), { ...tool, type: 'tool-input-available', toolName, input }) + uiEnd('tool-calls'),
    ]
  },
  error: data({ type: 'error', errorText: 'An error occurred.' }, '[DONE]'),
  broken: data(cut),
  errorBody: json({ error: 'An error occurred.' }),
}

const run = { threadId: 't', runId: 'r' }
const runEnd = data({ type: 'RUN_FINISHED', ...run, outcome: { type: 'success' } })
const over = { type: 'TEXT_MESSAGE_END', messageId: 'm' }

const agUiFormat: Format = {
  name: 'ag-ui',
  provider: (url) => agUi({ url }),
  open: data({ type: 'RUN_STARTED', ...run }, { type: 'TEXT_MESSAGE_START', messageId: 'm', role: 'assistant' }),
  word: (delta) => data({ type: 'TEXT_MESSAGE_CONTENT', messageId: 'm', delta }),
  end: () => data(over) + runEnd,
  mark: runEnd,
  heartbeat: comment,
  // the protocol knows no filter
  filtered: undefined,
  call(toolCallName, input) {
    const [first, second] = halves(json(input))
    const piece = (delta: string): object => ({ type: 'TOOL_CALL_ARGS', toolCallId: 'call_1', delta })
    return [
      data(over, { type: 'TOOL_CALL_START', toolCallId: 'call_1', toolCallName, parentMessageId: null }, piece(first)),
      data(piece(second), { type: 'TOOL_CALL_END', toolCallId: 'call_1' }) + runEnd,
    ]
  },
  error: data({ type: 'RUN_ERROR', message: 'The agent has fallen over for org-123.', code: 'internal' }),
  broken: data(cut),
  errorBody: json({ error: { message: 'The agent has fallen over for org-123.', code: 'internal' } }),
}

const usage = { inputTokens: { total: 9 }, outputTokens: { total: 4 } }
const modelEnd = (reason: string): string => lines({ type: 'finish', finishReason: { unified: reason, raw: reason }, usage })

/** A model object: its parts are lines of JSON on the wire, which its own package reads, and the adapter never sees. */
const modelFormat: Format = {
  name: 'ai-sdk-model',
  provider: (url) => aiSdkModel({ model: modelObject(url) }),
  open: lines({ type: 'stream-start', warnings: [] }, { type: 'text-start', id: '0' }),
  word: (delta) => lines({ type: 'text-delta', id: '0', delta }),
  end: () => lines({ type: 'text-end', id: '0' }) + modelEnd('stop'),
  mark: modelEnd('stop'),
  heartbeat: '\n',
  filtered: modelEnd('content-filter'),
  call(toolName, input) {
    const text = json(input)
    const [first, second] = halves(text)
    const piece = (delta: string): object => ({ type: 'tool-input-delta', id: 'call_1', delta })
    return [
      lines({ type: 'text-end', id: '0' }, { type: 'tool-input-start', id: 'call_1', toolName }, piece(first)),
      lines(piece(second), { type: 'tool-input-end', id: 'call_1' }, { ...tool, type: 'tool-call', toolName, input: text }) + modelEnd('tool-calls'),
    ]
  },
  error: lines({ type: 'error', error: { name: 'AI_APICallError', statusCode: 503, isRetryable: true } }),
  broken: `${cut}\n`,
  errorBody: lines({ error: { message: 'Overloaded' } }),
}

/** The browser's model: pieces of text as lines of JSON, and exceptions by their names. */
const promptFormat: Format = {
  name: 'prompt-api',
  provider: (url) => promptApi({ languageModel: builtIn(url) }),
  open: '\n',
  word: (text) => lines(text),
  end: () => '',
  mark: undefined,
  heartbeat: '\n',
  filtered: lines({ exception: 'NotReadableError' }),
  call: undefined,
  error: lines({ exception: 'UnknownError' }),
  broken: lines({ exception: 'InvalidStateError' }),
  errorBody: '',
  local: true,
}

/** Every adapter that reaches for something outside of the hub. */
export const formats: readonly Format[] = [...models, uiFormat, agUiFormat, modelFormat, promptFormat]
