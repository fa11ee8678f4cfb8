import { createElement as h, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { AssistantRuntimeProvider, MessagePrimitive, ThreadPrimitive, useLocalRuntime } from '@assistant-ui/react'
import { MarkdownTextPrimitive } from '@assistant-ui/react-markdown'
import remarkGfm from 'remark-gfm'
import { history } from '../answer.ts'
import { pieces, place } from './stage.ts'

/** Its own thread, with its own Markdown, over its own runtime; tables by the plug-in that its own starter names. */

const model = {
  async *run() {
    let text = ''
    for await (const piece of pieces()) {
      text += piece
      yield { content: [{ type: 'text', text }] }
    }
  },
}
const remarkPlugins = [remarkGfm]
const Text = () => h(MarkdownTextPrimitive, { remarkPlugins })
const Message = () => h(MessagePrimitive.Root, null, h(MessagePrimitive.Parts, { components: { Text } }))
const handle = {}

function Thread({ initialMessages }) {
  const runtime = useLocalRuntime(model, { initialMessages })
  useEffect(() => void Object.assign(handle, { runtime }))
  const messages = h(ThreadPrimitive.Messages, { components: { Message, UserMessage: Message, AssistantMessage: Message } })
  const viewport = h(ThreadPrimitive.Viewport, { style: { height: 600, overflow: 'auto' } }, messages)
  return h(AssistantRuntimeProvider, { runtime }, h(ThreadPrimitive.Root, null, viewport))
}

window.stage = {
  show(count) {
    const initialMessages = history(count).map(({ own, text }, index) =>
      ({ id: `m${index}`, role: own ? 'user' : 'assistant', content: [{ type: 'text', text }] }))
    createRoot(place()).render(h(Thread, { initialMessages }))
  },
  start: () => void handle.runtime.thread.append({ role: 'user', content: [{ type: 'text', text: 'go' }] }),
  scope: place,
}
