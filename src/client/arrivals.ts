import type { ReadableAtom } from 'nanostores'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { StoredEvent } from '../protocol/index.ts'
import type { ChatEvents } from './api.ts'
import type { Delivery } from './delivery.ts'
import type { Emitter } from './emitter.ts'
import type { Ledger } from './ledger.ts'
import { isShown, shows } from './outbox.ts'

/**
 * What an event of the log means beside its row: the end of a pending command, a message to tell of. `alone`: nobody looks
 * at the thread, and this tab is the one to say so.
 */
export function createArrivals(
  ledger: Ledger,
  delivery: Delivery,
  emitter: Emitter<ChatEvents>,
  $messages: ReadableAtom<Transcript<PublicRow>>,
  alone: () => boolean,
) {
  /** In this conversation: what follows the first own command that was seen to arrive is news, however it comes; and what was told of. */
  let here = { conversation: ledger.conversation, own: Number.POSITIVE_INFINITY, told: 0 }
  return (event: StoredEvent, live: boolean): void => {
    if (here.conversation !== ledger.conversation) here = { conversation: ledger.conversation, own: Number.POSITIVE_INFINITY, told: 0 }
    // a message may come with other events of its cause: its bubble stays until its own is there
    const pending = ledger.outgoing.find(({ command }) => command.id === event.cause)
    if (pending && (!isShown(pending) || shows(event.type))) ledger.outbox?.remove(event.cause)
    // its effect says more than an acknowledgement that may be lost
    if (pending) delivery.answered(event.cause)
    if (pending && event.seq < here.own) here.own = event.seq
    // the first answer may come with the first snapshot
    if (!(live || event.seq > here.own) || event.seq <= here.told) return
    here.told = event.seq
    if (event.type !== 'message-sent' || event.by.kind === 'visitor') return
    queueMicrotask(() => {
      const row = $messages.get().findLast(({ seq }) => seq && seq <= event.seq)
      if (row?.type !== 'message' || row.seq !== event.seq) return
      emitter.emit('message', row)
      if (alone()) emitter.emit('alert', row)
    })
  }
}
