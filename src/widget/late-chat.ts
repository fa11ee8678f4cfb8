import { type WritableAtom, atom } from 'nanostores'
import type { Chat, ChatEvents } from '../client/api.ts'
import { createEmitter } from '../client/emitter.ts'
import { idle } from '../client/idle.ts'
import { createPanelState } from '../client/panel.ts'
import { HandbackError } from '../protocol/errors.ts'
import { told } from './told.ts'
import type { AddWish, Wishes } from './wishes.ts'

/** What needs the chat itself, by which it is loaded. */
const verbs = [
  'sendMessage', 'uploadFile', 'readFile', 'article', 'transcript', 'conversations', 'openConversation', 'rateMessage', 'requestHuman',
  'cancelHumanRequest', 'rate', 'declineRating', 'scheduleFollowUp', 'declineFollowUp', 'submitForm', 'recordConsent', 'answerPermission', 'leaveMessage', 'stop',
  'endConversation', 'eraseConversation', 'loadEarlier', 'reset',
] as const
/** What a chat without a conversation only remembers: no reason to load it. */
const facts = ['identify', 'setAttributes', 'setLocale'] as const

type Verb = (typeof verbs)[number] | (typeof facts)[number]
type Call = (...all: unknown[]) => Promise<unknown>

interface Waiting {
  run(chat: Chat): void
  fail?(error: HandbackError): void
}

/** Code could not be fetched; `cause` says which. */
export const unavailable = (cause: unknown): HandbackError =>
  new HandbackError('client/unavailable', 'The chat could not be loaded.', { retryable: true, cause })

/**
 * A chat whose code is loaded when it is first needed: by a verb, by the first key, or by `resume` where something is `stored`. Until then it is
 * idle; from then on it is that chat: the same values in the same order, the same events, the verbs in the order of their calls.
 * When loading fails, what waits for it rejects `client/unavailable`, and the next verb tries again; facts are told then all the same.
 */
export function lateChat(load: () => Promise<Chat>, stored: () => boolean, addWish: AddWish): Chat {
  const emitter = createEmitter<ChatEvents>()
  const stores = Object.fromEntries(Object.entries(idle).map(([name, value]) => [name, atom(value)])) as unknown as {
    readonly [S in keyof typeof idle]: WritableAtom<(typeof idle)[S]>
  }
  let chat: Chat | undefined
  let loading = false
  let failed = false
  let closed = false
  let visible: boolean | undefined
  const queue: Waiting[] = []
  /** What was told before a load began, and while one failed. */
  const kept: Wishes = {}

  function join(made: Chat): void {
    for (const [name, store] of Object.entries(stores)) {
      made[name as keyof typeof idle].subscribe((value) => (store as WritableAtom<unknown>).set(value))
    }
    for (const type of [...told, 'ready'] as const) made.on(type, (detail) => emitter.emit(type, detail))
    if (visible !== undefined) made.setVisible(visible)
    for (const [name, all] of Object.values(kept)) call(made, name as Verb, all).catch((error: HandbackError) => emitter.emit('error', error))
    // what is called meanwhile comes behind
    for (const { run } of queue) run(made)
    queue.length = 0
    chat = made
  }
  function miss(cause: unknown): void {
    const error = unavailable(cause)
    loading = false
    failed = true
    for (const { fail } of queue.splice(0)) fail?.(error)
  }
  function start(): void {
    if (loading) return
    loading = true
    load().then(join, miss)
  }
  const wait = (work: (chat: Chat) => Promise<unknown>, missed?: () => void): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (chat) return resolve(work(chat))
      if (closed && !loading) throw new HandbackError('client/closed', 'Destroyed.')
      queue.push({
        run: (made) => resolve(work(made)),
        fail(error) {
          missed?.()
          reject(error)
        },
      })
      start()
    })
  const call = (chat: Chat, name: Verb, all: readonly unknown[]): Promise<unknown> => (chat[name] as Call)(...all)
  const remember = async (name: Verb, all: unknown[]): Promise<unknown> => {
    const keep = () => addWish(kept, name, all)
    return chat || loading || closed ? wait((made) => call(made, name, all), keep) : keep()
  }

  return {
    ...stores,
    ...createPanelState(emitter),
    ...(Object.fromEntries([
      ...verbs.map((name) => [name, (...all: unknown[]) => wait((made) => call(made, name, all))]),
      ...facts.map((name) => [name, (...all: unknown[]) => remember(name, all)]),
    ]) as Pick<Chat, Verb>),
    // before there is a chat there is nothing to send again
    retry: (message) => chat?.retry(message),
    typing() {
      if (chat) chat.typing()
      // a page that is offline is not asked again at each key
      else if (!failed && !closed) start()
    },
    setVisible(next) {
      visible = next
      chat?.setVisible(next)
    },
    async resume() {
      if (chat || stored()) await wait((made) => made.resume())
      else emitter.emit('ready', null)
    },
    on: emitter.on,
    destroy() {
      if (closed) return
      closed = true
      if (chat) chat.destroy()
      // after what was asked for before
      else if (loading) queue.push({ run: (made) => made.destroy() })
    },
  }
}
