import type { ReplyRequest } from '../../contracts/index.ts'
import { inputObject } from '../service/tool-input.ts'
import { turnsOf } from '../service/turns.ts'
import type { AnthropicOptions } from '../anthropic.ts'

/** A text without a letter in it is refused. */
const said = (text: string): readonly object[] => (text.trim() ? [{ type: 'text', text }] : [])

/** What is sent for a request. Every round of the turn is what the model said, as it said it, and then what came of its calls. */
export function anthropicBody({ system, messages, steps = [], tools }: ReplyRequest, { model, maxTokens = 4096, body }: AnthropicOptions): object {
  return {
    model,
    max_tokens: maxTokens,
    stream: true,
    system: system || undefined,
    messages: [
      ...turnsOf(messages).map(({ role, text, images }) => ({
        role,
        content: [...images.map(({ media, data }) => ({ type: 'image', source: { type: 'base64', media_type: media, data } })), ...said(text)],
      })),
      ...steps.flatMap(({ text, calls, results, state }) => [
        {
          role: 'assistant',
          content: state ?? [...said(text), ...calls.map(({ id, name, input }) => ({ type: 'tool_use', id, name, input: inputObject(input) }))],
        },
        {
          role: 'user',
          content: results.map(({ id, output, failed }) => ({ type: 'tool_result', tool_use_id: id, content: output, is_error: failed })),
        },
      ]),
    ].filter(({ content }) => `${content}`),
    tools: tools?.[0] && tools.map(({ name, description, parameters }) => ({ name, description, input_schema: parameters })),
    ...body,
  }
}
