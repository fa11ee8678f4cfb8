import type { Append, EventStore } from '../contracts/index.ts'
import type { Cursor, Header, Id, IndexEntry, Signal, StoredEvent } from '../protocol/index.ts'

const VISITOR: Id = 'visitor-0001'

/** An append of plain messages, with a header and an entry that fit it. Everything can be overridden. */
export interface BatchOptions {
  readonly expect: Cursor | null
  /** How many events. Default 1. */
  readonly count?: number
  /** Default: one per head, so that two writers at the same head make the same command. */
  readonly cause?: Id
  /** Data of every event. Default: a text with its number. */
  readonly data?: unknown
  readonly header?: Partial<Header>
  readonly entry?: Partial<IndexEntry>
}

export function storeBatch(id: Id, { expect, count = 1, cause, data, header, entry }: BatchOptions): Append {
  const from = expect?.seq ?? 0
  const at: Cursor = { log: expect?.log ?? 1, seq: from + count }
  const events = Array.from({ length: count }, (_, index): StoredEvent => {
    const seq = from + index + 1
    return {
      seq, at: 1_700_000_000_000 + seq, by: { kind: 'visitor', id: VISITOR }, type: 'message-sent', audience: 'everyone', prev: seq - 1,
      data: data ?? { message: `message-${seq}`, parts: [{ type: 'text', text: `number ${seq}` }] },
      cause: cause ?? `command-${from + 1}`,
    }
  })
  return { expect, events, header: { ...storeHeader(at), ...header }, entry: { ...storeEntry(id, at), ...entry } }
}

export const storeHeader = ({ log, seq }: Cursor): Header => ({
  log, seq, shown: seq, machine: 1, at: 1_700_000_000_000 + seq, phase: 'bot', since: 1_700_000_000_000, visitor: VISITOR, attempts: 0, deadlines: [],
  people: [{ id: VISITOR, kind: 'visitor', name: 'Vera' }],
  floor: { number: 1, holder: { kind: 'assistant', id: 'assistant' } }, read: { visitor: 0, staff: 0 }, preview: `number ${seq}`,
})

export const storeEntry = (id: Id, at: Cursor): IndexEntry => ({
  conversation: id, at, phase: 'bot', visitor: VISITOR, visitorName: 'Vera', priority: 0,
  since: 1_700_000_000_000, updated: 1_700_000_000_000 + at.seq, preview: `number ${at.seq}`,
})

export const storeSignal = (key: string, data: Signal['data'] = { type: 'typing' }): Signal => ({
  key, by: { kind: 'visitor', id: VISITOR }, audience: 'everyone', ttl: 6000, data,
})

/** Writes one conversation, remembering where it stands and everything that was acknowledged. */
export interface Scribe {
  readonly id: Id
  readonly head: Cursor | null
  readonly events: readonly StoredEvent[]
  write(options?: Omit<BatchOptions, 'expect'>): Promise<void>
  /** Continues after somebody else has moved the head. */
  moveTo(head: Cursor): void
}

export function scribe(store: EventStore, id: Id): Scribe {
  let head: Cursor | null = null
  const events: StoredEvent[] = []
  return {
    id,
    events,
    get head() {
      return head
    },
    async write(options = {}) {
      const batch = storeBatch(id, { ...options, expect: head })
      await store.append(id, batch)
      events.push(...batch.events)
      head = { log: batch.header.log, seq: batch.header.seq }
    },
    moveTo(cursor) {
      head = cursor
    },
  }
}

/** Makes header and entry of an erased log as a hub would. */
export const refoldOf = (id: Id) => (events: readonly StoredEvent[], log: number): { header: Header; entry: IndexEntry } => {
  const at = { log, seq: events.at(-1)?.seq ?? 0 }
  return { header: { ...storeHeader(at), preview: '' }, entry: { ...storeEntry(id, at), preview: '' } }
}
