import type { ReplyRequest } from '../../contracts/index.ts'
import { turnMessage } from '../openai/messages.ts'
import { inputObject } from '../service/tool-input.ts'
import { turnsOf } from '../service/turns.ts'
import { list } from '../service/values.ts'

/** The items that a response answers. A step's state tells the order of its thoughts, words and calls, the latter by id only. */
export const responsesInput = ({ messages, steps = [] }: ReplyRequest, images: boolean): readonly unknown[] => [
  ...turnsOf(messages).map(turnMessage(images, 'input_text', (url) => ({ type: 'input_image', image_url: url }))),
  ...steps.flatMap(({ text, calls, results, state }) => [
    ...(state ? list(state) : [...(text ? [{ role: 'assistant', content: text }] : []), ...calls.map(({ id }) => id)]).flatMap((item) =>
      typeof item === 'string'
        ? calls
            .filter(({ id }) => id === item)
            .map(({ id, name, input }) => ({ type: 'function_call', call_id: id, name, arguments: JSON.stringify(inputObject(input)) }))
        : item,
    ),
    ...results.map(({ id, output }) => ({ type: 'function_call_output', call_id: id, output })),
  ]),
]
