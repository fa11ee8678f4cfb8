import type { Id } from '../protocol/index.ts'
import { isId } from '../protocol/index.ts'
import type { ChatStorage } from './api.ts'
import type { Outgoing } from './outbox.ts'
import { isOutgoing } from './outbox.ts'

/** What a browser profile keeps of its conversation, under one key. All its tabs write it, each only by small changes. */
export interface ChatRecord {
  readonly conversation: Id | null
  /** Which conversation the next first command begins, where something was brought to it beforehand. */
  readonly next?: Id
  /** The visitor has turned away from a conversation to begin another: there are some besides this one. */
  readonly past?: true
  /** Where the visitor came from when they opened this one, of which the hub has not shown anything yet. */
  readonly back?: Id | null
  /** The hub has acknowledged something of it: it exists there. */
  readonly begun?: true
  /** Whose conversation it is, where the page has said so; without one, who has begun to write. */
  readonly identity?: string
  /** Commands that the hub has not acknowledged yet, oldest first. */
  readonly outbox: readonly Outgoing[]
}

/** A pure step from one record to the next; the same record means that there is nothing to do. */
export type Change = (record: ChatRecord) => ChatRecord

export const nothing: ChatRecord = { conversation: null, outbox: [] }

/** Whatever is stored, read without trust: anything unreadable counts as nothing. */
function parse(text: string | null | undefined): ChatRecord {
  if (!text) return nothing
  try {
    const { conversation, next, past, back, begun, identity, outbox } = JSON.parse(text) as Partial<ChatRecord>
    if (!isId(conversation) && !isId(next) && past !== true && !identity) return nothing
    return {
      conversation: isId(conversation) ? conversation : null,
      ...(isId(next) && { next }),
      ...(past === true && { past }),
      ...((back === null || isId(back)) && { back }),
      ...(begun === true && { begun }),
      ...(typeof identity === 'string' && { identity }),
      outbox: Array.isArray(outbox) ? outbox.filter(isOutgoing) : [],
    }
  } catch {
    // another program's value, or half of one of ours
    return nothing
  }
}

export interface RecordKeeper {
  /** What is stored after all that was called before. Many calls in a row look once. */
  load(): Promise<ChatRecord>
  /** The record after a change of what is stored, which may be another than was last loaded. `onStored` when it was a change. */
  update(change: Change): Promise<ChatRecord>
}

export interface RecordOptions {
  readonly storage: ChatStorage
  readonly key: string
  readonly onStored: () => void
  /** Called once: from here on the record lives in memory. */
  readonly onError: (error: unknown) => void
}

/** One access at a time, in the order of the calls. Never rejects. */
export function keepRecord({ storage, key, onStored, onError }: RecordOptions): RecordKeeper {
  let queue: Promise<unknown> = Promise.resolve()
  let record = nothing
  let broken = false
  let looking: Promise<ChatRecord> | undefined

  const access = (work: () => Promise<unknown>, otherwise?: Change): Promise<ChatRecord> => {
    const result = queue.then(async () => {
      // who calls from here on may know of something newer
      looking = undefined
      try {
        if (!broken) await work()
      } catch (error) {
        broken = true
        onError(error)
      }
      if (broken && otherwise) record = otherwise(record)
      return record
    })
    queue = result
    return result
  }
  return {
    load: () =>
      (looking ??= access(async () => {
        record = parse(await storage.get(key))
      })),
    update: (change) =>
      access(async () => {
        let next = record
        let news = false
        const step = (text: string | null | undefined): string | null => {
          const stored = parse(text)
          next = change(stored)
          news = next !== stored
          if (!news) return text ?? null
          return next.conversation || next.next || next.past || next.identity ? JSON.stringify(next) : null
        }
        if (storage.update) await storage.update(key, step)
        else {
          const text = step(await storage.get(key))
          if (news) await (text === null ? storage.delete(key) : storage.set(key, text))
        }
        record = next
        if (news) onStored()
      }, change),
  }
}
