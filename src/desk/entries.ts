import { atom, type ReadableAtom, type WritableAtom } from 'nanostores'
import type { Cursor, Id, IndexEntry } from '../protocol/index.ts'

/** Closed conversations are only a look back: beyond this many the oldest leave the list. */
const CLOSED_KEPT = 200

export type Entries = readonly IndexEntry[]

export interface EntryLists {
  readonly $queue: ReadableAtom<Entries>
  readonly $mine: ReadableAtom<Entries>
  readonly $others: ReadableAtom<Entries>
  readonly $closed: ReadableAtom<Entries>
  /** The higher cursor of an entry wins, so order and repetition do not matter; of the same one the later word, for who comes and goes is in no log. */
  apply(entries: Entries): void
  remove(conversation: Id): void
}

const newer = (a: Cursor, b: Cursor): boolean => (a.log === b.log ? a.seq > b.seq : a.log > b.log)
const byService = (a: IndexEntry, b: IndexEntry): number => b.priority - a.priority || a.since - b.since
const byUpdate = (a: IndexEntry, b: IndexEntry): number => b.updated - a.updated
/** First those where somebody still waits: for an answer to a message left for later, for a call back, or for a supervisor. */
const need = ({ ticket, followUp, escalated }: IndexEntry): number => Number(Boolean(ticket || followUp || escalated))
const byNeed = (a: IndexEntry, b: IndexEntry): number => need(b) - need(a) || byUpdate(a, b)

const same = (a: Entries, b: Entries): boolean => a.length === b.length && a.every((entry, index) => entry === b[index])

function replace(store: WritableAtom<Entries>, next: Entries): void {
  if (!same(store.get(), next)) store.set(next)
}

/** Sorts what the hub tells of conversations into the four lists of a desk. */
export function createEntryLists(me: Id): EntryLists {
  const known = new Map<Id, IndexEntry>()
  const $queue = atom<Entries>([])
  const $mine = atom<Entries>([])
  const $others = atom<Entries>([])
  const $closed = atom<Entries>([])

  function sort(): void {
    const queue: IndexEntry[] = []
    const mine: IndexEntry[] = []
    const others: IndexEntry[] = []
    const closed: IndexEntry[] = []
    for (const entry of known.values()) {
      if (entry.phase === 'closed') closed.push(entry)
      else if (entry.phase === 'queued') queue.push(entry)
      else if (entry.phase === 'human' && entry.holder === me) mine.push(entry)
      else others.push(entry)
    }
    closed.sort(byNeed)
    for (const entry of closed.splice(CLOSED_KEPT)) known.delete(entry.conversation)
    replace($queue, queue.sort(byService))
    replace($mine, mine.sort(byUpdate))
    replace($others, others.sort(byNeed))
    replace($closed, closed)
  }

  return {
    $queue,
    $mine,
    $others,
    $closed,
    apply(entries) {
      for (const entry of entries) {
        const before = known.get(entry.conversation)
        if (!before || !newer(before.at, entry.at)) known.set(entry.conversation, entry)
      }
      sort()
    },
    remove(conversation) {
      if (known.delete(conversation)) sort()
    },
  }
}
