import { createChat, memoryStorage } from '../../../src/client/index.ts'
import type { Transport } from '../../../src/contracts/index.ts'
import { asyncQueue } from '../../../src/internal/async-queue.ts'
import type { Actor, ClientFrame, PublicHeader, ServerFrame, StoredEvent } from '../../../src/protocol/index.ts'
import { ASSISTANT } from '../../../src/protocol/index.ts'
import { mount } from '../../../src/widget/mount.ts'
import { history } from '../answer.ts'
import { place, stream } from './stage.ts'

/** The whole widget over the whole client: a hub's frames go in, as a transport reads them from the wire. */

const visitor: Actor = { kind: 'visitor', id: 'visitor-0001' }
const message = 'answer-0001'
let conversation = ''
let events: StoredEvent[] = []
/** The command that began the conversation. */
let first = ''
let say: (frame: ServerFrame) => unknown = () => undefined

const event = (seq: number, type: string, by: Actor, data: unknown): StoredEvent =>
  ({ seq, at: 1_760_000_000_000 + seq * 20_000, by, type, audience: 'everyone', data, prev: seq - 1, cause: `command-${seq}` })
const said = (seq: number, own: boolean, text: string, id = `message-${seq}`): StoredEvent =>
  event(seq, 'message-sent', own ? visitor : ASSISTANT, { message: id, parts: [{ type: 'text', text }] })
const header = (): PublicHeader => ({
  log: 1, shown: events.length, phase: 'bot', people: [{ ...visitor, name: '' }], floor: { number: 1, holder: ASSISTANT },
  read: { visitor: 0, staff: 0 }, stream: { message, attempt: 1 },
})
const frames: { readonly [T in ClientFrame['t']]?: (frame: Extract<ClientFrame, { t: T }>) => void } = {
  command(frame) {
    ;({ conversation, command: { id: first } } = frame)
    say({ t: 'ack', command: frame.command.id, at: { log: 1, seq: events.length } })
  },
  follow({ follow: { topic } }) {
    if (topic !== `conversation:${conversation}`) return
    // the message that began it is the newest event
    events.push({ ...said(events.length + 1, true, 'go'), cause: first })
    say({ t: 'snapshot', conversation, at: { log: 1, seq: events.length }, header: header(), tail: events, signals: [] })
  },
}

const transport: Transport = {
  name: 'bench',
  mode: 'push',
  supports: { signals: true },
  async connect({ signal }) {
    const queue = asyncQueue<ServerFrame>({ limit: 10_000, onReturn: () => undefined })
    signal.addEventListener('abort', () => queue.end())
    say = (frame) => queue.push(frame)
    say({ t: 'hello', link: 'link-0001', protocol: 1, now: Date.now() })
    return {
      frames: queue,
      async send(frame) {
        const take = frames[frame.t] as ((frame: ClientFrame) => void) | undefined
        take?.(frame)
      },
      close: async () => queue.end(),
    }
  },
}

const chat = createChat({ transport, storage: memoryStorage(), tabs: null })
const next = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10))
let host: Element

/** The conversation is known, and nothing of it is shown. */
async function prepare(messages: number): Promise<void> {
  events = history(messages).map(({ own, text }, index) => said(index + 1, own, text))
  await chat.sendMessage('go')
  while (chat.$messages.get().length <= messages || chat.$messages.get().at(-1)?.seq === 0) await next()
}

window.stage = {
  prepare,
  async show(messages) {
    if (!conversation) await prepare(messages)
    const widget = mount({ chat, target: place() })
    host = widget.element
    await widget.open()
  },
  start() {
    let offset = 0
    let text = ''
    stream((piece) => {
      const data = { type: 'text-delta', message, attempt: 1, offset, text: piece } as const
      offset += piece.length
      text += piece
      const signal = { key: `text:${message}`, by: ASSISTANT, audience: 'everyone', ttl: 30_000, data } as const
      say({ t: 'signal', topic: `conversation:${conversation}`, signal })
    }, () => {
      const seq = events.length + 1
      // as a hub ends a turn
      const done = event(seq + 1, 'turn-done', ASSISTANT, { turn: 'turn-0001', attempt: 1 })
      say({ t: 'events', conversation, log: 1, events: [said(seq, false, text, message), done] })
    })
  },
  scope: () => host.shadowRoot?.querySelector('.log') ?? host,
}
