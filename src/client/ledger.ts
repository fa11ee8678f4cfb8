import { newId } from '../internal/ids.ts'
import type { Id } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import type { ChatStorage } from './api.ts'
import type { Outbox, Outgoing } from './outbox.ts'
import { createOutbox } from './outbox.ts'
import { keepRecord } from './record.ts'

/** What this browser profile knows by itself: its conversation and what is on its way. Stored from the first command on. */
export interface Ledger {
  /** `null` until the first command was made, here or on an earlier page. */
  readonly conversation: Id | null
  /** The hub knows the conversation, as far as this browser profile was ever told. */
  readonly begun: boolean
  /** Newest state of the commands on their way. */
  readonly outgoing: readonly Outgoing[]
  /** `null` until loaded. */
  readonly outbox: Outbox | null
  /** Reads the one key, once. */
  load(): Promise<Outbox>
  /** Makes the conversation's id, if there is none yet. */
  begin(): Id
  /** The hub has shown that it knows the conversation. */
  confirm(): void
  /** The conversation is out of reach: another id, and what is not told yet goes there. */
  moveOn(): void
  /** Forgets everything, here and in the storage. */
  forget(): Promise<void>
}

const nothing: readonly Outgoing[] = []

export function createLedger(storage: ChatStorage, key: string, onError: (error: HandbackError) => void): Ledger {
  const keeper = keepRecord(storage, key, (cause) =>
    onError(new HandbackError('client/storage', 'This browser keeps nothing for us; the conversation lives as long as the page.', { cause })),
  )
  let conversation: Id | null = null
  let begun = false
  let outbox: Outbox | null = null
  let loading: Promise<Outbox> | undefined

  const save = (stored: readonly Outgoing[]): void => {
    if (conversation) keeper.save({ conversation, ...(begun ? { begun } : {}), outbox: stored })
  }
  const fill = (stored: readonly Outgoing[]): Outbox => (outbox = createOutbox(stored, save))
  return {
    get conversation() {
      return conversation
    },
    get begun() {
      return begun
    },
    get outbox() {
      return outbox
    },
    get outgoing() {
      return outbox?.all ?? nothing
    },
    load() {
      loading ??= keeper.load().then((record) => {
        conversation = record.conversation
        begun = record.begun ?? false
        return fill(record.outbox)
      })
      return loading
    },
    begin: () => (conversation ??= newId()),
    confirm() {
      if (begun || !outbox) return
      begun = true
      save(outbox.stored)
    },
    moveOn() {
      conversation = newId()
      begun = false
      outbox?.move()
    },
    async forget() {
      // a load on its way must not bring back what is to be forgotten
      await loading
      conversation = null
      begun = false
      loading = Promise.resolve(fill(nothing))
      await keeper.forget()
    },
  }
}
