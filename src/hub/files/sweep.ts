import type { BlobInfo, BlobStore, EventStore } from '../../contracts/index.ts'
import type { Id } from '../../protocol/index.ts'
import { eventsAfter, loadHeader } from '../records.ts'

/** Milliseconds between the beginnings of two rounds, and for how long after a look one hub does it alone. */
export const SWEEP_EVERY = 3_600_000
const LEASE = 2 * SWEEP_EVERY
const KEY = 'files-sweep'
/** Milliseconds that a file may wait for the message that it was brought for. */
const AGE = 86_400_000
/** Files of one look. */
const FILES = 200

export interface SweepOptions {
  readonly store: EventStore
  readonly blobs: BlobStore | undefined
  readonly hub: Id
  readonly now: () => number
  /** The files of one conversation could not be looked at or removed; those of the others were. */
  readonly onFailure: (conversation: Id, error: unknown) => void
}

/**
 * Removes files that nobody has sent within a day: those of conversations that do not exist, and those that nothing in their log names.
 * Each call looks at a few, and goes on where the one before has ended, whichever hub that was: where many are kept a round takes longer than
 * hubs run. Resolves with whether this hub has more to look at in this round. What fails is looked at in the next one. Rejects where nothing is listed.
 */
export function createSweep({ store, blobs, hub, now, onFailure }: SweepOptions): () => Promise<boolean> {
  let page: string | undefined

  /** Which of these the log names; `undefined` when it was replaced meanwhile. */
  async function named(conversation: Id, files: readonly Id[]): Promise<ReadonlySet<Id> | undefined> {
    const found = new Set<Id>()
    const header = await loadHeader(store, conversation)
    if (!header) return found
    for await (const { data } of eventsAfter(store, conversation, { log: header.log, seq: 0 })) {
      // whatever names it holds it, also what only a newer hub can read
      const text = JSON.stringify(data)
      for (const file of files) if (text.includes(file)) found.add(file)
    }
    return (await loadHeader(store, conversation))?.log === header.log ? found : undefined
  }

  async function look(conversation: Id, infos: readonly BlobInfo[]): Promise<void> {
    const files = infos.map(({ blob }) => blob)
    const held = await named(conversation, files)
    for (const file of files) if (held?.has(file) === false) await blobs?.delete(conversation, file)
  }

  const hold = () => store.lease(KEY, { holder: hub, ttl: LEASE, ...(page === undefined ? {} : { value: page }) })

  return async () => {
    if (!blobs?.list) return false
    const [last] = await store.leases(KEY)
    // one that ran out has told before how far it had come
    if (last) page = typeof last.value === 'string' ? last.value : undefined
    if (!(await hold()).held) return false
    const { items, next } = await blobs.list({ before: now() - AGE, limit: FILES, ...(page === undefined ? {} : { page }) })
    for (const conversation of new Set(items.map((info) => info.conversation))) {
      await look(conversation, items.filter((info) => info.conversation === conversation)).catch((error: unknown) => onFailure(conversation, error))
    }
    page = next
    return (await hold()).held && next !== undefined
  }
}
