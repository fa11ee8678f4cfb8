import type { BlobInfo, BlobStore } from '../../contracts/index.ts'
import type { Id } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'

/** Bytes of all files of a conversation, and as how many the smallest counts. */
const MOST = 100_000_000
const LEAST = 100_000

/** How much one conversation may hold: what is kept counts, and what is removed makes room, whoever removes it. */
export interface Quota {
  /** Rejects `limit/reached` where there is no room for one more file of so many bytes. */
  fits(conversation: Id, bytes: number): Promise<void>
  /** Keeps a file if there is room for it, one after the other: two that come at once do not both take the last of it. */
  put(info: BlobInfo, bytes: Uint8Array): Promise<void>
}

const counted = (bytes: number): number => Math.max(bytes, LEAST)

export function createQuota(blobs: BlobStore, most = MOST): Quota {
  /** The newest of each conversation that is being kept. */
  const last = new Map<Id, Promise<void>>()

  async function fits(conversation: Id, bytes: number): Promise<void> {
    if (!blobs.kept) return
    const kept = await blobs.kept(conversation)
    const sum = kept.reduce((held, { size }) => held + counted(size), counted(bytes))
    if (sum > most) throw new HandbackError('limit/reached', `A conversation holds at most ${most} bytes of files.`)
  }

  return {
    fits,
    async put(info, bytes) {
      const { conversation } = info
      const work = async (): Promise<void> => {
        await fits(conversation, bytes.length)
        await blobs.put(info, bytes)
      }
      const before = last.get(conversation) ?? Promise.resolve()
      // what fails keeps no other back, and is told to whoever brought it
      const mine = before.then(work, work)
      last.set(conversation, mine)
      try {
        await mine
      } finally {
        if (last.get(conversation) === mine) last.delete(conversation)
      }
    },
  }
}
