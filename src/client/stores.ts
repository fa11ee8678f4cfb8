import { atom } from 'nanostores'
import type { PublicRow } from '../conversation/rows.ts'
import { transcript } from '../internal/transcript.ts'
import type { ChatEvents } from './api.ts'
import type { Emitter } from './emitter.ts'
import { idle } from './idle.ts'
import { pendingRows } from './overlay.ts'
import type { Situation } from './state.ts'
import { chatState, chatStatus } from './state.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The stores of a chat, brought in line with what is known; a store is only set when its value has changed. */
export function createStores(emitter: Emitter<ChatEvents>) {
  const none = transcript<PublicRow>()
  const $messages = atom(idle.$messages)
  const $receipts = atom(idle.$receipts)
  const $streaming = atom(idle.$streaming)
  const $participants = atom(idle.$participants)
  const $queue = atom(idle.$queue)
  const $unread = atom(idle.$unread)
  const $state = atom(idle.$state)
  const $status = atom(idle.$status)
  let confirmed = none
  let pending: readonly PublicRow[] = []

  return {
    /** Those that the chat shows as they are. */
    atoms: { $messages, $receipts, $streaming, $participants, $queue, $unread, $state, $status },
    /** Rows come first: a finished answer is in the list before its stream ends, so that nothing flickers. */
    showRows({ view, outgoing }: Situation): void {
      const [rows, waiting] = [view?.transcript ?? none, pendingRows(outgoing)]
      if (rows === confirmed && waiting.length === pending.length && waiting.every((row, index) => row === pending[index])) return
      confirmed = rows
      pending = waiting
      $messages.set(pending[0] ? rows.and(pending) : rows)
    },
    showState(now: Situation): void {
      const { people = idle.$participants, read: { staff: read } = { staff: 0 } } = now.view?.header ?? {}
      const receipts = { delivered: Math.max(read, now.delivered), read }
      if (!same(receipts, $receipts.get())) $receipts.set(receipts)
      if (people !== $participants.get()) $participants.set(people)
      if (now.queue !== $queue.get()) {
        $queue.set(now.queue)
        emitter.emit('queue', now.queue)
      }
      const state = chatState(now)
      if (!same(state, $state.get())) {
        $state.set(state)
        emitter.emit('statechange', state)
      }
      const status = chatStatus(now)
      if (!same(status, $status.get())) $status.set(status)
    },
  }
}
