import { createElement as h, memo, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { useChat } from '@ai-sdk/react'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { history } from '../answer.ts'
import { pieces, place } from './stage.ts'

/** As its documentation advises: rows that are kept, and at most one rendering in 50 ms. Tables are tables, as in ours. */

const transport = {
  sendMessages: async () => new ReadableStream({
    async start(stream) {
      stream.enqueue({ type: 'start', messageId: 'answer' })
      stream.enqueue({ type: 'text-start', id: 'text' })
      for await (const delta of pieces()) stream.enqueue({ type: 'text-delta', id: 'text', delta })
      stream.enqueue({ type: 'text-end', id: 'text' })
      stream.enqueue({ type: 'finish' })
      stream.close()
    },
  }),
  reconnectToStream: async () => null,
}
const remarkPlugins = [remarkGfm]
const Row = memo(({ message }) => h('div', null, message.parts.map((part, index) => part.type === 'text' && h(Markdown, { key: index, remarkPlugins }, part.text))))
const handle = {}

function Thread({ messages: first }) {
  const { messages, sendMessage } = useChat({ transport, messages: first, experimental_throttle: 50, throttle: 50 })
  useEffect(() => void Object.assign(handle, { sendMessage }))
  return h('div', { style: { height: 600, overflow: 'auto' } }, messages.map((message) => h(Row, { key: message.id, message })))
}

window.stage = {
  show(count) {
    const messages = history(count).map(({ own, text }, index) =>
      ({ id: `m${index}`, role: own ? 'user' : 'assistant', parts: [{ type: 'text', text }] }))
    createRoot(place()).render(h(Thread, { messages }))
  },
  start: () => void handle.sendMessage({ text: 'go' }),
  scope: place,
}
