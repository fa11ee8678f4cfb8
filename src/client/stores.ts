import { atom } from 'nanostores'
import type { PublicView } from '../conversation/index.ts'
import type { MessageRow, PublicRow } from '../conversation/rows.ts'
import type { Person } from '../protocol/index.ts'
import type { ChatEvents, ChatState, ChatStatus } from './api.ts'
import type { Emitter } from './emitter.ts'
import { confirmedRow, pendingRows } from './overlay.ts'
import type { Situation } from './state.ts'
import { chatState, chatStatus } from './state.ts'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The stores of a chat, brought in line with what is known; a store is only set when its value has changed. */
export function createStores(emitter: Emitter<ChatEvents>, first: Situation) {
  const $messages = atom<readonly PublicRow[]>([])
  const $streaming = atom<MessageRow | null>(null)
  const $participants = atom<readonly Person[]>([])
  const $queue = atom<Situation['queue']>(null)
  const $unread = atom(0)
  const $state = atom<ChatState>(chatState(first))
  const $status = atom<ChatStatus>(chatStatus(first))
  let shown: { transcript?: PublicView['transcript'] | undefined; pending: readonly MessageRow[] } = { pending: [] }

  return {
    /** Those that the chat shows as they are. */
    atoms: { $messages, $streaming, $participants, $queue, $unread, $state, $status },
    /** Rows come first: a finished answer is in the list before its stream ends, so that nothing flickers. */
    showRows({ view, outgoing }: Situation): void {
      const pending = pendingRows(outgoing)
      if (shown.transcript === view?.transcript && pending.length + shown.pending.length === 0) return
      shown = { transcript: view?.transcript, pending }
      $messages.set([...[...(view?.transcript ?? [])].map(confirmedRow), ...pending])
    },
    showState(now: Situation): void {
      const people = now.view?.header.people
      if (people && people !== $participants.get()) $participants.set(people)
      if (now.queue !== $queue.get()) $queue.set(now.queue)
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
