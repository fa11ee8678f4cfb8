import { atom, type ReadableAtom } from 'nanostores'
import { ASSISTANT_PERSON, type MessageRow } from '../conversation/index.ts'
import { createStreaming } from '../internal/streaming.ts'
import { createTypingRenewal } from '../internal/typing-renewal.ts'
import { TYPING_TTL } from '../protocol/index.ts'
import type { Id, PublicHeader, Signal, SignalData, StoredEvent } from '../protocol/index.ts'
import { createTypingLease } from './typing-lease.ts'

/** What is lossy in a conversation: who types, what has arrived, and the words of an answer that is being written. */
export interface ThreadSignals {
  readonly $streaming: ReadableAtom<MessageRow | null>
  readonly $visitorTyping: ReadableAtom<boolean>
  /** Seq up to which the visitor has everything, as far as their client told. */
  delivered(): number
  hear(signal: Signal, header: PublicHeader | null): void
  /** An event may end what signals told. */
  applied(event: StoredEvent): void
  /** The header after any change. */
  follow(header: PublicHeader | undefined): void
  /** To be called at each keystroke. */
  typed(): void
  /** The text was sent: the next keystroke begins anew. */
  sent(): void
  stop(): void
}

const streamedRow = (message: Id, text: string): MessageRow => ({
  type: 'message',
  id: message,
  seq: 0,
  at: Date.now(),
  author: ASSISTANT_PERSON,
  parts: [{ type: 'text', text }],
  streaming: true,
})

export function createThreadSignals(send: (data: SignalData, ttl: number) => void): ThreadSignals {
  const $streaming = atom<MessageRow | null>(null)
  const visitor = createTypingLease()
  const own = createTypingRenewal(() => send({ type: 'typing' }, TYPING_TTL))
  const streaming = createStreaming({
    ask: (message) => send({ type: 'stream-ask', message }, 0),
    show: (stream) => $streaming.set(stream && streamedRow(stream.message, stream.text)),
  })

  let log: number | undefined
  let delivered = 0

  return {
    $streaming,
    $visitorTyping: visitor.$typing,
    delivered: () => delivered,
    hear({ by, ttl, data }, header) {
      if (data.type === 'delivered' && by.kind === 'visitor' && header) delivered = Math.max(delivered, Math.min(data.seq, header.shown))
      if (data.type === 'typing' && by.kind === 'visitor') visitor.renew(ttl)
      if (data.type === 'text-delta') streaming.delta(data, header?.stream)
    },
    applied(event) {
      const { type, by } = event
      streaming.applied(event)
      if (type === 'message-sent' ? by.kind === 'visitor' : type.startsWith('floor-')) visitor.renew(0)
    },
    follow(header) {
      // the numbers of another log mean other events
      if (header?.log !== log) delivered = 0
      log = header?.log
      streaming.follow(header?.stream)
    },
    typed: own.typed,
    sent: own.reset,
    stop() {
      visitor.renew(0)
      streaming.stop()
    },
  }
}
