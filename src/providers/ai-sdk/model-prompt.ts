import type { ReplyRequest, ReplyStep } from '../../contracts/index.ts'
import { inputObject } from '../service/tool-input.ts'
import { turnsOf } from '../service/turns.ts'
import { list } from '../service/values.ts'

/** What the model itself said in that step, or the same from our own record. */
const contentOf = ({ text, calls, state }: ReplyStep): readonly unknown[] =>
  state
    ? list(state)
    : [
        ...(text ? [{ type: 'text', text }] : []),
        ...calls.map(({ id, name, input }) => ({ type: 'tool-call', toolCallId: id, toolName: name, input: inputObject(input) })),
      ]

/** The prompt as models of the AI SDK take it. Only pictures differ between the versions of the specification. */
export function modelPrompt({ system, messages, steps = [] }: ReplyRequest, version: string): object[] {
  const picture = (data: string): unknown => (/^v[23]$/.test(version) ? data : { type: 'data', data })
  return [
    ...(system ? [{ role: 'system', content: system }] : []),
    ...turnsOf(messages).map(({ role, text, images }) => ({
      role,
      content: [{ type: 'text', text }, ...images.map(({ media, data }) => ({ type: 'file', mediaType: media, data: picture(data) }))],
    })),
    ...steps.flatMap((step) => [
      { role: 'assistant', content: contentOf(step) },
      {
        role: 'tool',
        content: step.results.map(({ id, name, output, failed }) => ({
          type: 'tool-result',
          toolCallId: id,
          toolName: name,
          output: { type: failed ? 'error-text' : 'text', value: output },
        })),
      },
    ]),
  ]
}
