import type { ReplyRequest } from '../../contracts/index.ts'
import { inputObject } from '../service/tool-input.ts'
import { dataUrl, turnsOf, type Turn } from '../service/turns.ts'
import { fields, list, type Fields } from '../service/values.ts'

/** What one side said, in the form that both of OpenAI's services take; only the names of the pieces differ. */
export const turnMessage =
  (images: boolean, words: string, picture: (url: string) => Fields) =>
  ({ role, text, images: pictures }: Turn): Fields => ({
    role,
    content:
      images && pictures.length
        ? [...(text ? [{ type: words, text }] : []), ...pictures.map((each) => picture(dataUrl(each)))]
        : text,
  })

/** The messages of a chat completion: what every compatible server knows, and no more. */
export const chatMessages = ({ system, messages, steps = [] }: ReplyRequest, images: boolean): readonly Fields[] => [
  ...(system ? [{ role: 'system', content: system }] : []),
  ...turnsOf(messages).map(turnMessage(images, 'text', (url) => ({ type: 'image_url', image_url: { url } }))),
  ...steps.flatMap(({ text, calls, results, state }) => {
    const [message, extra] = list(state).map(fields)
    return [
      {
        role: 'assistant',
        content: text || null,
        ...message,
        ...(calls.length && {
          tool_calls: calls.map(({ id, name, input }) => ({
            id,
            type: 'function',
            function: { name, arguments: JSON.stringify(inputObject(input)) },
            // JSON leaves out what is undefined
            extra_content: extra?.[id],
          })),
        }),
      },
      ...results.map(({ id, output }) => ({ role: 'tool', tool_call_id: id, content: output })),
    ]
  }),
]
