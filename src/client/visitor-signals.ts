import { ASSISTANT_PERSON } from '../conversation/index.ts'
import type { MessageRow } from '../conversation/rows.ts'
import { DELIVERED_TTL } from '../internal/read-marks.ts'
import { createStreaming } from '../internal/streaming.ts'
import { createTypingRenewal } from '../internal/typing-renewal.ts'
import type { Id, PublicHeader, Signal, SignalData, StoredEvent } from '../protocol/index.ts'
import { TYPING_TTL, isStaff } from '../protocol/index.ts'

/** What the visitor learns from lossy signals: words of an answer, an agent who types, the place in line. */
export interface VisitorSignals {
  readonly agentTyping: boolean
  readonly queue: { readonly place: number; readonly wait?: number } | null
  /** Seq up to which somebody of the team has everything, as far as they told. */
  readonly delivered: number
  hear(signal: Signal, header: PublicHeader | null): void
  /** An event makes signals of its author untrue. */
  applied(event: StoredEvent): void
  /** The header changed: what belonged to another stream or holder ends. */
  follow(header: PublicHeader | null): void
  typed(): void
  /** Everything up to a seq is here. */
  deliver(seq: number): void
  sent(): void
  stop(): void
}

export interface VisitorSignalsOptions {
  readonly send: (data: SignalData, ttl: number) => void
  readonly showStream: (row: MessageRow | null) => void
  readonly onChange: () => void
}

export function createVisitorSignals({ send, showStream, onChange }: VisitorSignalsOptions): VisitorSignals {
  let typist: Id | null = null
  let typingEnd: ReturnType<typeof setTimeout> | undefined
  let queueEnd: ReturnType<typeof setTimeout> | undefined
  let queue: VisitorSignals['queue'] = null
  let began = 0
  let log: number | undefined
  let delivered = 0

  const renewal = createTypingRenewal(() => send({ type: 'typing' }, TYPING_TTL))
  const streaming = createStreaming({
    ask: (message: Id) => send({ type: 'stream-ask', message }, 0),
    show(stream) {
      if (!stream) began = 0
      else if (began === 0) began = Date.now()
      const parts = stream ? [{ type: 'text', text: stream.text } as const] : []
      showStream(stream && { type: 'message', id: stream.message, seq: 0, at: began, author: ASSISTANT_PERSON, parts, streaming: true })
    },
  })

  const endTyping = (): void => {
    clearTimeout(typingEnd)
    if (typist === null) return
    typist = null
    onChange()
  }
  const endQueue = (): void => {
    clearTimeout(queueEnd)
    if (!queue) return
    queue = null
    onChange()
  }

  return {
    get agentTyping() {
      return typist !== null
    },
    get queue() {
      return queue
    },
    get delivered() {
      return delivered
    },
    hear({ by, ttl, data }, header) {
      if (data.type === 'delivered' && isStaff(by) && header && data.seq > delivered) {
        delivered = Math.min(data.seq, header.shown)
        onChange()
      }
      if (data.type === 'text-delta') streaming.delta(data, header?.stream)
      if (data.type === 'typing' && isStaff(by) && header?.floor.holder?.id === by.id) {
        clearTimeout(typingEnd)
        typingEnd = setTimeout(endTyping, ttl)
        typist = ttl > 0 ? by.id : null
        onChange()
      }
      if (data.type === 'queue' && header?.phase === 'queued') {
        clearTimeout(queueEnd)
        queueEnd = setTimeout(endQueue, ttl)
        queue = { place: data.place, ...(data.wait === undefined ? {} : { wait: data.wait }) }
        onChange()
      }
    },
    applied(event) {
      streaming.applied(event)
      if (event.type === 'message-sent' && event.by.id === typist) endTyping()
    },
    follow(header) {
      // the numbers of another log mean other events
      if (header?.log !== log) delivered = 0
      log = header?.log
      streaming.follow(header?.stream)
      if (header?.phase !== 'queued') endQueue()
      if (typist !== null && header?.floor.holder?.id !== typist) endTyping()
    },
    typed: renewal.typed,
    deliver: (seq) => send({ type: 'delivered', seq }, DELIVERED_TTL),
    sent: renewal.reset,
    stop() {
      streaming.stop()
      endTyping()
      endQueue()
    },
  }
}
