import { DeepChat } from 'deep-chat'
import { history } from '../answer.ts'
import { place, stream } from './stage.ts'

/** The element as it comes, streaming by its handler. */

let chat

window.stage = {
  show(count) {
    chat = new DeepChat()
    chat.style.cssText = 'display:block;width:400px;height:600px'
    if (count) chat.history = history(count).map(({ own, text }) => ({ role: own ? 'user' : 'ai', text }))
    chat.connect = {
      stream: true,
      handler(_, signals) {
        signals.onOpen()
        stream((text) => void signals.onResponse({ text }), () => signals.onClose())
      },
    }
    place().append(chat)
  },
  start: () => chat.submitUserMessage({ text: 'go' }),
  scope: () => chat.shadowRoot ?? chat,
}
