import type { ChatStorage } from './api.ts'
import type { Outgoing } from './outbox.ts'
import { isOutgoing } from './outbox.ts'
import type { Id } from '../protocol/index.ts'
import { isId } from '../protocol/index.ts'

/** What a browser profile keeps of its conversation, under one key. */
export interface ChatRecord {
  readonly conversation: Id | null
  /** The hub has acknowledged something of it: it exists there. */
  readonly begun?: true
  /** Commands that the hub has not acknowledged yet, oldest first. */
  readonly outbox: readonly Outgoing[]
}

const empty: ChatRecord = { conversation: null, outbox: [] }

/** Whatever is stored, read without trust: anything unreadable counts as nothing. */
function parse(text: string | null | undefined): ChatRecord {
  if (!text) return empty
  try {
    const { conversation, begun, outbox } = JSON.parse(text) as Partial<ChatRecord>
    if (!isId(conversation)) return empty
    return { conversation, ...(begun === true ? { begun } : {}), outbox: Array.isArray(outbox) ? outbox.filter(isOutgoing) : [] }
  } catch {
    // another program's value, or half of one of ours
    return empty
  }
}

export interface RecordKeeper {
  load(): Promise<ChatRecord>
  /** Writes one at a time, the newest last. Storage errors are passed to `onError`: the page goes on without. */
  save(record: ChatRecord): void
  forget(): Promise<void>
}

export function keepRecord(storage: ChatStorage, key: string, onError: (error: unknown) => void): RecordKeeper {
  let last: Promise<void> = Promise.resolve()
  const queue = (work: () => unknown): Promise<void> => {
    last = last.then(async () => void (await work())).catch(onError)
    return last
  }
  return {
    async load() {
      try {
        return parse(await storage.get(key))
      } catch (error) {
        onError(error)
        return empty
      }
    },
    save: (record) => void queue(() => storage.set(key, JSON.stringify(record))),
    forget: () => queue(() => storage.delete(key)),
  }
}
