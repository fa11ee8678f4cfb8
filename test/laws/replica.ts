import type { HubLink, Identity } from '../../src/contracts/index.ts'
import type { PublicView, StaffView } from '../../src/conversation/index.ts'
import { evolveStaff, prependStaff, staffView } from '../../src/conversation/index.ts'
import { createPublicLog } from '../../src/client/public-log.ts'
import type { ThreadLog } from '../../src/internal/thread-log.ts'
import { createThreadLog } from '../../src/internal/thread-log.ts'
import type { ClientFrame, Cursor, Header, Id, Refusal, ServerFrame, StoredEvent } from '../../src/protocol/index.ts'
import { decodeClientBody, decodeServerFrame, encodeFrame } from '../../src/protocol/index.ts'

export type Answer = { readonly ok: true; readonly at: Cursor } | { readonly ok: false; readonly refusal: Refusal }

/** One side of a conversation at the end of a wire: what it was told, and what it made of that. */
export interface Replica {
  readonly staff: boolean
  /** Everything that ever came, as it came. */
  readonly bytes: string
  readonly frames: readonly ServerFrame[]
  readonly log: ThreadLog<PublicView | StaffView>
  /** Seqs in the order in which they became part of the view. */
  readonly applied: readonly number[]
  /** How many lines it has had: what is asked over one is not answered over the next. */
  readonly lines: number
  /** The newest answer to a command. */
  answer(command: Id): Answer | undefined
  send(frame: ClientFrame): Promise<void>
  /** Text as it stands in a body, readable or not. */
  sendRaw(json: string): Promise<void>
  follow(after?: Cursor | null): Promise<void>
  /** Loses the line and takes another, going on from its own cursor. */
  reconnect(): Promise<void>
  close(): void
}

export function createReplica(hub: HubLink, identity: Identity, conversation: Id): Replica {
  const topic = `conversation:${conversation}` as const
  const staff = identity.role !== 'visitor'
  const decoder = new TextDecoder()
  const frames: ServerFrame[] = []
  const applied: number[] = []
  const answers = new Map<Id, Answer>()
  let bytes = ''
  let lines = 0
  let link = open()

  const ask = (after: Cursor | null): void => void self.follow(after)
  const told = (event: StoredEvent): void => void applied.push(event.seq)
  const log: ThreadLog<PublicView | StaffView> = staff
    ? createThreadLog<StaffView>({
        open: (first, tail) => staffView(first as Header, tail),
        evolve: evolveStaff,
        prepend: prependStaff,
        next: (event, seq) => event.seq === seq + 1,
        ask,
        applied: told,
      })
    : createPublicLog({ ask, applied: told })

  function hear(frame: ServerFrame): void {
    frames.push(frame)
    if (frame.t === 'ack') answers.set(frame.command, { ok: true, at: frame.at })
    if (frame.t === 'refused') answers.set(frame.command, { ok: false, refusal: frame.refusal })
    if (frame.t === 'snapshot' && frame.conversation === conversation) log.snapshot(frame)
    if (frame.t === 'events' && frame.conversation === conversation) log.events(frame)
    if (frame.t === 'reset' && frame.conversation === conversation) log.reset()
  }

  function open(): ReturnType<HubLink['link']> {
    let live = true
    lines += 1
    const opened = hub.link(identity, {
      write(chunk) {
        if (!live) return 'full'
        const text = decoder.decode(chunk)
        bytes += text
        const frame = decodeServerFrame(text.slice(6, -2))
        if (!frame) throw new Error(`The hub wrote what no client can read: ${text.slice(0, 300)}`)
        hear(frame)
        return 'ok'
      },
      close: () => {
        live = false
      },
    })
    return {
      ...opened,
      close() {
        live = false
        opened.close()
      },
    }
  }

  const self: Replica = {
    staff,
    frames,
    log,
    applied,
    get lines() {
      return lines
    },
    get bytes() {
      return bytes
    },
    answer: (command) => answers.get(command),
    send: (frame) => self.sendRaw(encodeFrame(frame)),
    async sendRaw(json) {
      const body = decodeClientBody(`{"frames":[${json}]}`)
      for (const frame of body?.refused ?? []) hear(frame)
      for (const frame of body?.frames ?? []) await link.receive(frame)
    },
    follow: (after = log.cursor()) => self.send({ t: 'follow', follow: { topic, ...(after ? { after } : {}) } }),
    async reconnect() {
      link.close()
      link = open()
      await self.follow()
    },
    close: () => link.close(),
  }
  return self
}
