import type { ReadableAtom } from 'nanostores'
import type { PublicRow } from '../conversation/rows.ts'
import type { StoredEvent } from '../protocol/index.ts'
import type { ChatEvents } from './api.ts'
import type { Delivery } from './delivery.ts'
import type { Emitter } from './emitter.ts'
import type { Ledger } from './ledger.ts'

export interface ArrivalsOptions {
  readonly ledger: Ledger
  readonly delivery: Delivery
  readonly emitter: Emitter<ChatEvents>
  readonly $messages: ReadableAtom<readonly PublicRow[]>
}

/** What an event of the log means beside its row: the end of a pending command, a message to tell of. */
export function createArrivals({ ledger, delivery, emitter, $messages }: ArrivalsOptions) {
  return (event: StoredEvent, live: boolean): void => {
    // a message may come with other events of its cause: its bubble stays until its own is there
    const pending = ledger.outgoing.find(({ command }) => command.id === event.cause)
    if (pending && (pending.command.type !== 'message-send' || event.type === 'message-sent')) ledger.outbox?.remove(event.cause)
    // its effect says more than an acknowledgement that may be lost
    if (pending) delivery.answered(event.cause)
    if (!live || event.type !== 'message-sent' || event.by.kind === 'visitor') return
    queueMicrotask(() => {
      const row = $messages.get().findLast(({ seq }) => seq === event.seq)
      if (row?.type === 'message') emitter.emit('message', row)
    })
  }
}
