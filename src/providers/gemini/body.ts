import type { ReplyRequest } from '../../contracts/index.ts'
import { inputObject } from '../service/tool-input.ts'
import { turnsOf } from '../service/turns.ts'
import { fields, list } from '../service/values.ts'
import type { GeminiOptions } from '../gemini.ts'

/** An empty text is refused. */
const said = (text: string): readonly object[] => (text.trim() ? [{ text }] : [])

/** What is sent for a request. Every round of the turn is what the model said, as it said it, and then what came of its calls. */
export function geminiBody({ system, messages, steps = [], tools }: ReplyRequest, { model, body }: GeminiOptions): object {
  // calls that another model made carry no signature, and from version 3 on one is asked for: this one says that there is none
  const unsigned = /gemini-[3-9]/.test(model) ? { thoughtSignature: 'skip_thought_signature_validator' } : {}
  return {
    systemInstruction: system ? { parts: [{ text: system }] } : undefined,
    contents: [
      ...turnsOf(messages).map(({ role, text, images }) => ({
        role: role === 'user' ? role : 'model',
        parts: [...images.map(({ media, data }) => ({ inlineData: { mimeType: media, data } })), ...said(text)],
      })),
      ...steps.flatMap(({ text, calls, results, state }) => {
        // only ids of the model's own making are known to it
        const known = new Set(list(state).map((part) => fields(fields(part)['functionCall'])['id']))
        return [
          {
            role: 'model',
            parts: list(
              state ?? [...said(text), ...calls.map(({ name, input }) => ({ functionCall: { name, args: inputObject(input) }, ...unsigned }))],
            ),
          },
          {
            role: 'user',
            parts: results.map(({ id, name, output, failed }) => ({
              functionResponse: { name, response: { [failed ? 'error' : 'output']: output }, ...(known.has(id) ? { id } : {}) },
            })),
          },
        ]
      }),
    ].filter(({ parts }) => parts.length),
    tools: tools?.[0] && [
      { functionDeclarations: tools.map(({ name, description, parameters }) => ({ name, description, parametersJsonSchema: parameters })) },
    ],
    ...body,
  }
}
