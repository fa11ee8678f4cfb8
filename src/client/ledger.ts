import { newId } from '../internal/ids.ts'
import type { Cursor, Id, Refusal } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import type { ChatStorage } from './api.ts'
import { added, confirmed, ended, has, identified, moved, opened, refused, reserved, without } from './changes.ts'
import { type Outgoing, isShown } from './outbox.ts'
import { type Change, type ChatRecord, keepRecord, nothing } from './record.ts'

/** Commands on their way, in the order in which they were made. */
export interface Outbox {
  /** Those that the hub has to be told, oldest first; some may be of another conversation. */
  unsent(): readonly Outgoing[]
  /** Of any conversation. */
  find(id: Id): Outgoing | undefined
  /** Its effect is in the view, or there is none to wait for. */
  remove(id: Id): void
  /** What a command shows is in the view, which may be before this tab has read that somebody made it. */
  happened(id: Id): void
  acknowledge(id: Id, at: Cursor): Outgoing | undefined
  refuse(id: Id, refusal: Refusal): void
  /** Sends a refused one again under its id, with other data if there are any. */
  revive(id: Id, data?: unknown): void
  /** Drops acknowledged ones that a cursor has reached: a snapshot may begin after their events. */
  reached(cursor: Cursor): void
  /** A snapshot is newer than what was answered to other tabs. */
  renewed(): void
}

/**
 * What this browser profile knows by itself: its conversation and what is on its way. The stored record is the one truth for
 * all tabs; here is its newest state as far as this tab knows, with this tab's changes that are still being written.
 */
export interface Ledger {
  /** `null` until the first command was made, here, in another tab or on an earlier page. */
  readonly conversation: Id | null
  /** The hub knows the conversation, as far as this browser profile was ever told. */
  readonly begun: boolean
  /** It was only opened: the hub has not shown anything of it yet. */
  readonly unsure: boolean
  /** There are other conversations of the visitor at the hub, from which they turned away. */
  readonly past: boolean
  /** Whether the hub takes files, as far as it has said. The one thing here that nobody keeps: each connection begins with it. */
  files: boolean
  /** Of this conversation. */
  readonly outgoing: readonly Outgoing[]
  readonly outbox: Outbox
  /** Reads the one key, once. */
  load(): Promise<void>
  /** Reads it again: another tab has changed it. */
  reload(): void
  /** Resolves when the command is stored. Makes the conversation, if there is none yet. */
  add(outgoing: Outgoing): Promise<void>
  /** The conversation, or the one that the first command will begin, by whichever tab: chosen here and kept. */
  reserve(): Promise<Id>
  /** Goes on in another conversation that the hub knows; `null`: the next command begins one. */
  open(conversation: Id | null): Promise<void>
  /** The hub has shown that it knows the conversation. */
  confirm(): void
  /** The conversation is out of reach: another one, or the one that it was opened from, and what is not told yet goes there. */
  moveOn(): void
  /** Nothing can follow in this conversation; the next command begins another. */
  end(): Promise<void>
  /** This person has begun to write: what is half written is theirs. */
  own(): void
  /**
   * The conversation is this person's. If it was another one's, everything is forgotten, here, in the storage and in the other tabs; `other`:
   * so it is where there is no conversation. Nobody's: forgets, and knows of nobody. Resolves with whether somebody was forgotten.
   */
  identify(identity: string | undefined, other?: boolean): Promise<boolean>
  /** Forgets everything, here and in the storage. */
  forget(): Promise<void>
}

export interface LedgerOptions {
  readonly storage: ChatStorage
  readonly key: string
  /** What is known has changed, here or by another tab. */
  readonly onChange: () => void
  readonly onStored: () => void
  readonly onError: (error: HandbackError) => void
}

/** So many messages may be known from the log before they are read from the record; both are on their way for moments. */
const EARLY = 100

/** Answered elsewhere: known is only that, until the event is here. */
const somewhere: Cursor = { log: Infinity, seq: 0 }

const answered = ({ refusal: _, ...one }: Outgoing, acked: Cursor): Outgoing => ({ ...one, acked })

const behind = (at: Cursor, cursor: Cursor): boolean => (cursor.log === at.log ? cursor.seq >= at.seq : cursor.log > at.log)

export function createLedger({ storage, key, onChange, onStored, onError }: LedgerOptions): Ledger {
  const keeper = keepRecord({
    storage,
    key,
    onStored,
    onError: (cause) => onError(new HandbackError('client/storage', 'Nothing can be kept here; the conversation lives as long as the page.', { cause })),
  })
  let stored = nothing
  /** Changes of this tab that are not stored yet. */
  let waiting: readonly Change[] = []
  let now = nothing
  let acked: readonly Outgoing[] = []
  /** Messages that were seen in the log, newest first. */
  let done: readonly Id[] = []
  let identity: string | undefined
  let loading: Promise<void> | undefined

  function show(): void {
    const before = now
    now = waiting.reduce((record, change) => change(record), stored)
    if (now.conversation !== before.conversation) acked = []
    onChange()
  }
  /** The record is this by now. Messages that are gone from it without this tab's doing were answered to another tab. */
  function take(record: ChatRecord): void {
    const gone = now.outbox.filter((one) => isShown(one) && !one.conversation && !has(record.outbox, one.command.id))
    // the same command stays the same object, by which its row is known
    const known = (one: Outgoing): Outgoing => now.outbox.find((other) => JSON.stringify(other) === JSON.stringify(one)) ?? one
    if (record.conversation && record.conversation === now.conversation) acked = [...acked, ...gone.map((one) => answered(one, somewhere))]
    const early = record.outbox.filter(({ command }) => done.includes(command.id))
    stored = { ...record, outbox: record.outbox.filter((one) => !early.includes(one)).map(known) }
    show()
    for (const { command } of early) void commit(without(command.id))
  }
  /** Holds at once, and is stored. */
  async function commit(change: Change): Promise<void> {
    waiting = [...waiting, change]
    show()
    const record = await keeper.update(change)
    waiting = waiting.filter((one) => one !== change)
    take(record)
  }
  async function first(): Promise<void> {
    const record = await keeper.load()
    take(record)
    // who wrote it may have died before it told the others
    if (record.outbox[0]) onStored()
  }
  /** As a change of whoever the page has said that the visitor is. */
  const owned = (change: Change): Change => {
    const own = identity
    if (own === undefined) return change
    return (record) => {
      const next = change(identified(own)(record))
      return next.identity === own ? next : { ...next, identity: own }
    }
  }
  const drop = (keep: (one: Outgoing) => boolean): void => {
    acked = acked.filter(keep)
  }

  return {
    files: true,
    get conversation() {
      return now.conversation
    },
    get begun() {
      return now.begun ?? false
    },
    get unsure() {
      return now.back !== undefined
    },
    get past() {
      return now.past ?? false
    },
    get outgoing() {
      return acked.length + now.outbox.length === 0 ? nothing.outbox : [...acked, ...now.outbox.filter(({ conversation }) => !conversation)]
    },
    outbox: {
      unsent: () => now.outbox.filter(({ refusal }) => !refusal),
      find: (id) => has(now.outbox, id) ?? has(acked, id),
      remove(id) {
        drop(({ command }) => command.id !== id)
        if (has(now.outbox, id)) void commit(without(id))
      },
      happened(id) {
        done = [id, ...done].slice(0, EARLY)
      },
      acknowledge(id, at) {
        const own = this.find(id)
        if (!own) return undefined
        drop((one) => one !== own)
        if (!own.conversation) acked = [...acked, answered(own, at)]
        if (has(now.outbox, id)) void commit(without(id))
        return own
      },
      refuse: (id, refusal) => void commit(refused(id, refusal)),
      revive(id, data) {
        if (has(now.outbox, id)) void commit(refused(id, undefined, data))
      },
      reached: (cursor) => drop((one) => !one.acked || !behind(one.acked, cursor)),
      renewed: () => drop((one) => one.acked !== somewhere),
    },
    load: () => (loading ??= first()),
    reload: () => void keeper.load().then(take),
    // shown when it is stored: before that, another tab may have begun another conversation
    add(outgoing) {
      const made = now.conversation
      const change = added(outgoing, newId(), made)
      return keeper.update(owned(change)).then(take)
    },
    async reserve() {
      const id = newId()
      const record = await keeper.update(owned(reserved(id)))
      take(record)
      return record.conversation ?? record.next ?? id
    },
    open: (conversation) => (conversation === now.conversation ? Promise.resolve() : commit(opened(conversation))),
    confirm() {
      if (confirmed(now) !== now) void commit(confirmed)
    },
    moveOn() {
      if (now.conversation) void keeper.update(moved(now.conversation, newId())).then(take)
    },
    async end() {
      if (now.conversation) await commit(ended(now.conversation))
    },
    own() {
      if (identity !== undefined && now.identity !== identity) void keeper.update(owned((record) => record)).then(take)
    },
    async identify(next, other = false) {
      identity = next
      if (next === undefined) return commit(() => ({ ...nothing })).then(() => true)
      let left = other
      await keeper.update((record) => {
        left = other || (record.identity !== undefined && record.identity !== next)
        return identified(next, other)(record)
      }).then(take)
      return left
    },
    forget: () => commit(() => ({ ...nothing })),
  }
}
