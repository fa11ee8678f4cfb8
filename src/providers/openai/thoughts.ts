import { fields, list, string, type Fields } from '../service/values.ts'
import type { ToolCall } from './tool-calls.ts'

/** So much of the end of a thought is kept, in UTF-16 units. */
const LONGEST = 50_000

/**
 * Gathers what some servers want back with the results of calls, and answer HTTP 400 without: DeepSeek, Kimi and others their
 * `reasoning_content` (an empty one too), OpenRouter its `reasoning_details`, Gemini the signature of each call.
 */
export function thoughts(): {
  add(delta: Fields): void
  /** The fields of the assistant's message, and of each call by its id. */
  state(calls: readonly ToolCall[]): readonly [message: Fields, extra: Fields] | undefined
} {
  let content: string | undefined
  const details: Fields[] = []

  return {
    add({ reasoning_content: words, reasoning_details: more }) {
      if (words !== undefined) content = ((content ?? '') + string(words)).slice(-LONGEST)
      for (const detail of list(more).map(fields)) {
        const last = fields(details.at(-1))
        // pieces of one text come under one index, the last with its signature
        const goesOn = detail['type'] === 'reasoning.text' && last['type'] === detail['type'] && last['index'] === detail['index']
        details.push(goesOn ? { ...details.pop(), ...detail, text: string(last['text']) + string(detail['text']) } : detail)
      }
    },
    state: (calls) =>
      content !== undefined || details[0] || calls.some(({ extra }) => extra)
        ? [
            // JSON leaves out what is undefined
            { reasoning_content: content, reasoning_details: details[0] && details },
            Object.fromEntries(calls.map(({ id, extra }) => [id, extra])),
          ]
        : undefined,
  }
}
