import { atom, type ReadableAtom } from 'nanostores'
import { ASSISTANT_PERSON, type MessageRow } from '../conversation/index.ts'
import { createStreaming } from '../internal/streaming.ts'
import { createTypingRenewal } from '../internal/typing-renewal.ts'
import { TYPING_TTL } from '../protocol/index.ts'
import type { Id, PublicHeader, Signal, SignalData, StoredEvent } from '../protocol/index.ts'
import { createTypingLease } from './typing-lease.ts'

/** What is lossy in a conversation: who types, and the words of an answer that is being written. */
export interface ThreadSignals {
  readonly $streaming: ReadableAtom<MessageRow | null>
  readonly $visitorTyping: ReadableAtom<boolean>
  hear(signal: Signal, stream: PublicHeader['stream']): void
  /** An event may end what signals told. */
  applied(event: StoredEvent): void
  /** The header's stream after any change. */
  follow(stream: PublicHeader['stream']): void
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

  return {
    $streaming,
    $visitorTyping: visitor.$typing,
    hear({ by, ttl, data }, stream) {
      if (data.type === 'typing' && by.kind === 'visitor') visitor.renew(ttl)
      if (data.type === 'text-delta') streaming.delta(data, stream)
    },
    applied({ type, by }) {
      if (type === 'message-sent' ? by.kind === 'visitor' : type.startsWith('floor-')) visitor.renew(0)
    },
    follow: streaming.follow,
    typed: own.typed,
    sent: own.reset,
    stop() {
      visitor.renew(0)
      streaming.stop()
    },
  }
}
