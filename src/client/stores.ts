import { atom } from 'nanostores'
import type { Transcript } from '../conversation/index.ts'
import type { MessageRow, PublicRow } from '../conversation/rows.ts'
import { transcript } from '../internal/transcript.ts'
import type { Person } from '../protocol/index.ts'
import type { ChatEvents, ChatState, ChatStatus } from './api.ts'
import type { Emitter } from './emitter.ts'
import { pendingRows } from './overlay.ts'
import type { Receipts } from './receipts.ts'
import type { Situation } from './state.ts'
import { chatState, chatStatus } from './state.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The stores of a chat, brought in line with what is known; a store is only set when its value has changed. */
export function createStores(emitter: Emitter<ChatEvents>, first: Situation) {
  const none = transcript<PublicRow>()
  const $messages = atom<Transcript<PublicRow>>(none)
  const $receipts = atom<Receipts>({ delivered: 0, read: 0 })
  const $streaming = atom<MessageRow | null>(null)
  const $participants = atom<readonly Person[]>([])
  const $queue = atom<Situation['queue']>(null)
  const $unread = atom(0)
  const $state = atom<ChatState>(chatState(first))
  const $status = atom<ChatStatus>(chatStatus(first))
  let confirmed = none
  let pending: readonly MessageRow[] = []

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
      const people = now.view?.header.people
      const read = now.view?.header.read.staff ?? 0
      const receipts = { delivered: Math.max(read, now.delivered), read }
      if (!same(receipts, $receipts.get())) $receipts.set(receipts)
      if (people && people !== $participants.get()) $participants.set(people)
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
