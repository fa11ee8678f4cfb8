import type { HubLink, Identity } from '../../src/contracts/index.ts'
import { newId } from '../../src/internal/ids.ts'
import type { ClientFrame, Cursor, Id, Refusal, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { decodeClientFrame, decodeServerFrame, encodeFrame } from '../../src/protocol/index.ts'

export type Of<T extends ServerFrame['t']> = Extract<ServerFrame, { t: T }>
export type Answer = { readonly ok: true; readonly at: Cursor } | { readonly ok: false; readonly refusal: Refusal }

export interface CommandExtra {
  readonly id?: Id
  readonly seen?: Cursor | null
}

/** A link whose frames are all kept, in their order; both ways through the codec, as over a wire. */
export interface RecordedLink {
  readonly id: Id
  readonly frames: readonly ServerFrame[]
  /** Every byte that came, as text. */
  readonly bytes: string
  readonly ended: boolean
  of<T extends ServerFrame['t']>(type: T): Of<T>[]
  /** Events of a conversation as they came, snapshots included. */
  events(conversation: Id): StoredEvent[]
  send(frame: ClientFrame): Promise<void>
  follow(conversation: Id, after?: Cursor): Promise<void>
  command(conversation: Id, type: string, data?: unknown, extra?: CommandExtra): Promise<Answer>
  say(conversation: Id, text: string, extra?: CommandExtra): Promise<Answer>
  close(): void
}

export const parts = (text: string) => [{ type: 'text', text }]

export function recordedLink(hub: HubLink, identity: Identity): RecordedLink {
  const decoder = new TextDecoder()
  const frames: ServerFrame[] = []
  let bytes = ''
  let ended = false
  const link = hub.link(identity, {
    write(chunk) {
      const text = decoder.decode(chunk)
      bytes += text
      const frame = decodeServerFrame(text.slice(6, -2))
      if (!frame) throw new Error(`The hub wrote what no client can read: ${text.slice(0, 300)}`)
      frames.push(frame)
      return 'ok'
    },
    close() {
      ended = true
    },
  })
  const of = <T extends ServerFrame['t']>(type: T): Of<T>[] => frames.filter((frame): frame is Of<T> => frame.t === type)

  const self: RecordedLink = {
    id: link.id,
    frames,
    get bytes() {
      return bytes
    },
    get ended() {
      return ended
    },
    of,
    events: (conversation) =>
      frames.flatMap((frame) => {
        if (frame.t === 'snapshot' && frame.conversation === conversation) return frame.tail
        return frame.t === 'events' && frame.conversation === conversation ? frame.events : []
      }),
    async send(frame) {
      const read = decodeClientFrame(encodeFrame(frame))
      if (!read) throw new Error('Not a frame that a client can send.')
      await link.receive(read)
    },
    follow: (conversation, after) => self.send({ t: 'follow', follow: { topic: `conversation:${conversation}`, ...(after ? { after } : {}) } }),
    async command(conversation, type, data = {}, { id = newId(), seen = null } = {}) {
      await self.send({ t: 'command', conversation, seen, command: { id, type, data } })
      const answer = frames.findLast(
        (frame): frame is Of<'ack'> | Of<'refused'> => (frame.t === 'ack' || frame.t === 'refused') && frame.command === id,
      )
      if (!answer) throw new Error(`No answer to ${type}.`)
      return answer.t === 'ack' ? { ok: true, at: answer.at } : { ok: false, refusal: answer.refusal }
    },
    say: (conversation, text, extra) => self.command(conversation, 'message-send', { parts: parts(text) }, extra),
    close: link.close,
  }
  return self
}
