import type { ReplyPart, Usage } from '../../contracts/index.ts'
import { failure } from '../service/failure.ts'
import type { Reader } from '../service/service.ts'
import { toolInput } from '../service/tool-input.ts'
import { usageOf } from '../service/usage.ts'
import { fields, list, string } from '../service/values.ts'
import { thoughts } from './thoughts.ts'
import { toolCalls } from './tool-calls.ts'

/** Folds the chunks of one chat completion, or a whole one. `round` tells ids apart where the server gives none. */
export function chatReader(round: number): Reader {
  const tools = toolCalls()
  const thought = thoughts()
  const reasons = new Set<string>()
  let refusal = ''
  let usage: Usage | undefined
  let begun = false
  let ended = false

  return {
    get begun() {
      return begun
    },
    *take(chunk) {
      usage = counted(chunk['usage']) ?? counted(fields(chunk['x_groq'])['usage']) ?? usage
      for (const choice of list(chunk['choices']).map(fields)) {
        if (choice['index']) continue
        const delta = fields(choice['delta'] ?? choice['message'])
        const text = textOf(delta['content'])
        const pieces = list(delta['tool_calls'])
        thought.add(delta)
        refusal += string(delta['refusal'])
        begun ||= !!(delta['content'] || refusal || delta['reasoning'] || delta['reasoning_content'] || pieces.length)
        if (text) yield { type: 'text-delta', text }
        for (const piece of pieces) {
          const name = tools.add(piece)
          if (name) yield { type: 'tool-start', name }
        }
        const reason = string(choice['finish_reason'])
        // what comes after an end needs another one; but what was cut or filtered once stays so, whatever is said later
        ended = !!reason || (ended && !text && !pieces.length)
        if (reason) reasons.add(reason)
      }
    },
    *end(marked, torn) {
      if (!marked && (torn || !ended)) throw failure('provider/truncated')
      const said = [...reasons].join()
      if (/error|abort|cancel|resource/.test(said)) throw failure('provider/failed', { reason: said })
      const stop = /filter|sensitive|safety/.test(said) ? 'filtered' : /length|max_tokens|window/.test(said) ? 'length' : undefined
      if (refusal) yield { type: 'refusal', text: refusal }
      const calls = stop ? [] : tools.calls.filter(({ name }) => name)
      for (const [i, call] of calls.entries()) {
        call.id ||= `call_${round}_${i}`
        yield { type: 'tool-call', id: call.id, name: call.name, input: toolInput(call.input) }
      }
      const data = calls.length ? thought.state(calls) : undefined
      if (data) yield { type: 'state', data }
      // servers say `stop` beside calls, and `tool_calls` without any
      yield { type: 'finish', reason: stop ?? (calls.length ? 'tool-call' : 'stop'), ...(usage ? { usage } : {}) } satisfies ReplyPart
    },
  }
}

/** Some send a list of typed pieces, of which only text is for the visitor. */
const textOf = (content: unknown): string =>
  string(content) ||
  list(content)
    .map((piece) => (fields(piece)['type'] === 'text' ? string(fields(piece)['text']) : ''))
    .join('')

const counted = (usage: unknown): Usage | undefined => usageOf(fields(usage)['prompt_tokens'], fields(usage)['completion_tokens'])
