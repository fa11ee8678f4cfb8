import type { ReplyRequest } from '../../contracts/index.ts'
import { turnOf } from '../service/turns.ts'

/** What an agent is asked: a `RunAgentInput`, but for its `forwardedProps`. */
export function runInput({ conversation, turn, system, messages, steps = [], tools = [] }: ReplyRequest): object {
  const ids = new Set<number>()
  // The same message has the same id in every run, wherever the history was cut: agents that remember merge by it.
  const idOf = (text: string): string => {
    let id = 0
    for (const unit of text) id = (Math.imul(id, 31) + (unit.codePointAt(0) ?? 0)) | 0
    while (ids.has(id)) id += 1
    ids.add(id)
    return `m${id}`
  }
  return {
    threadId: conversation,
    // a turn may be tried again under its name, and a run may not
    runId: `${turn}-${Math.random()}`,
    state: steps.at(-1)?.state ?? {},
    messages: [
      { id: 'system', role: 'system', content: system },
      // not merged to turns that alternate: a message that grew would be another one
      ...messages.map(turnOf).map(({ role, text }) => ({ id: idOf(role + text), role, content: text })),
      ...steps.flatMap(({ text, calls, results }, step) => [
        {
          id: `${turn}-${step}`,
          role: 'assistant',
          content: text,
          toolCalls: calls.map(({ id, name, input }) => ({
            id,
            type: 'function',
            function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
          })),
        },
        ...results.map(({ id, output }) => ({ id: `${turn}-${id}`, role: 'tool', toolCallId: id, content: output })),
      ]),
    ],
    tools,
    context: [],
  }
}
