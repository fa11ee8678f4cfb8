import type { ReplyPart, Usage } from '../../contracts/index.ts'
import { errorIn, failure, serverError } from './errors.ts'
import { inputOf, toolCalls } from './tool-calls.ts'
import { fields, list, string } from './values.ts'

/** What one answer has said so far. */
export interface Answer {
  /** Takes the data of one event, or a whole answer that came at once; gives the words in it. */
  take(json: string): string
  /** `[DONE]` was seen: nothing follows. */
  readonly done: boolean
  /** Whether the model has begun to write, think or call. */
  readonly begun: boolean
  /** The parts that only the end can tell, `finish` last. Throws `provider/truncated` when nothing said that it is the end. */
  end(): ReplyPart[]
}

const reasons: Readonly<Record<string, 'length' | 'filtered'>> = { length: 'length', model_length: 'length', content_filter: 'filtered' }

/** Folds the chunks of one chat completion. `mute`: no words count any more once a tool of this name is called. */
export function chatAnswer(mute: (tool: string) => boolean): Answer {
  const tools = toolCalls()
  let refusal = ''
  let reason = ''
  let usage: Usage | undefined
  let done = false
  let begun = false

  function take(json: string): string {
    if (json.trim() === '[DONE]') done = true
    if (done || json.trim() === '') return ''
    const chunk = parse(json)
    const error = errorIn(chunk)
    if (error) throw serverError(error, 0)
    usage = usageOf(chunk.usage) ?? usageOf(fields(chunk['x_groq']).usage) ?? usage
    let text = ''
    for (const each of list(chunk['choices'])) {
      const choice = fields(each)
      if (choice['index']) continue
      const delta = fields(choice['delta'] ?? choice['message'])
      const muted = tools.calls.some(({ name }) => mute(name))
      const words = textOf(delta['content'])
      if (!muted) text += words
      refusal += string(delta['refusal'])
      for (const piece of list(delta['tool_calls'])) if (!tools.add(piece)) throw failure('provider/bad-response')
      reason = string(choice['finish_reason']) || reason
      begun ||= [words, delta['content'], refusal, delta['reasoning'], delta['reasoning_content'], tools.calls.length].some(Boolean)
    }
    return text
  }

  return {
    take,
    get done() {
      return done
    },
    get begun() {
      return begun
    },
    end() {
      if (!done && reason === '') throw failure('provider/truncated')
      if (reason === 'error' || reason === 'abort') throw failure('provider/failed')
      const parts: ReplyPart[] = refusal ? [{ type: 'refusal', text: refusal }] : []
      tools.calls.forEach((call, i) => {
        if (call.name) parts.push({ type: 'tool-call', id: call.id || `call_${i}`, name: call.name, input: inputOf(call) })
      })
      const calls = parts.some(({ type }) => type === 'tool-call')
      // Servers say `stop` beside calls, and `tool_calls` without any.
      parts.push({ type: 'finish', reason: reasons[reason] ?? (calls ? 'tool-call' : 'stop'), ...(usage ? { usage } : {}) })
      return parts
    },
  }
}

function parse(json: string): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(json))
  } catch (cause) {
    throw failure('provider/bad-response', cause)
  }
}

/** Some send a list of typed pieces, of which only text is for the visitor. */
const textOf = (content: unknown): string =>
  string(content) ||
  list(content)
    .map((piece) => (fields(piece)['type'] === 'text' ? string(fields(piece)['text']) : ''))
    .join('')

function usageOf(value: unknown): Usage | undefined {
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = fields(value)
  return typeof inputTokens === 'number' && typeof outputTokens === 'number' ? { inputTokens, outputTokens } : undefined
}
