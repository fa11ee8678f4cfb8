import type { BlobInfo, BlobStore, EventStore } from '../../contracts/index.ts'
import type { Id } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'

/** Bytes of all files of a conversation, and as how many the smallest counts. */
const MOST = 100_000_000
const LEAST = 100_000

/**
 * Leases of what waits for a first message: this, the visitor, a colon and the conversation; and for how many milliseconds after its newest
 * file. By then what is left of it is swept away.
 */
const WAITING = 'files:'
const WAIT = 2 * 86_400_000

/**
 * How much one conversation may hold, and all those of a visitor together that have not begun: whoever makes up conversations has the room of
 * one. What is kept counts, and what is removed makes room, whoever removes it.
 */
export interface Quota {
  /** Rejects `limit/reached` where there is no room for one more file of so many bytes of somebody. */
  fits(by: Id, conversation: Id, bytes: number): Promise<void>
  /** Keeps a file if there is room for it, one after the other: two that come at once do not both take the last of it. */
  put(info: BlobInfo, bytes: Uint8Array): Promise<void>
}

const sum = (sizes: readonly { readonly size: number }[]): number => sizes.reduce((all, { size }) => all + Math.max(size, LEAST), 0)

/** Does what goes by one name one after the other. */
function inTurn(): (name: Id, work: () => Promise<void>) => Promise<void> {
  /** The newest by each name that is being done. */
  const last = new Map<Id, Promise<void>>()
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve()
    // what fails keeps no other back, and is told to whoever brought it
    const mine = before.then(work, work)
    last.set(name, mine)
    try {
      await mine
    } finally {
      if (last.get(name) === mine) last.delete(name)
    }
  }
}

export function createQuota(store: EventStore, blobs: BlobStore, most = MOST): Quota {
  const [ofParty, ofConversation] = [inTurn(), inTurn()]

  /** Files of a visitor in conversations that have not begun; what has begun is counted by itself from then on. */
  async function waiting(by: Id): Promise<readonly BlobInfo[]> {
    const prefix = `${WAITING}${by}:`
    const all: BlobInfo[] = []
    for (const { key } of await store.leases(prefix)) {
      const conversation = key.slice(prefix.length)
      if (await store.load(conversation)) await store.lease(key, { holder: by, ttl: 0 })
      else all.push(...((await blobs.kept?.(conversation)) ?? []).filter((info) => info.by === by))
    }
    return all
  }

  async function fits(by: Id, conversation: Id, bytes: number): Promise<void> {
    if (!blobs.kept) return
    const one = { size: bytes }
    if (sum([...(await blobs.kept(conversation)), one]) > most) throw new HandbackError('limit/reached', `A conversation holds at most ${most} bytes of files.`)
    if ((await store.load(conversation)) || sum([...(await waiting(by)), one]) <= most) return
    throw new HandbackError('limit/reached', `Before a conversation begins, one visitor has at most ${most} bytes of files.`)
  }

  async function keep(info: BlobInfo, bytes: Uint8Array): Promise<void> {
    const { by, conversation } = info
    await fits(by, conversation, bytes.length)
    await blobs.put(info, bytes)
    if (blobs.kept && !(await store.load(conversation))) await store.lease(`${WAITING}${by}:${conversation}`, { holder: by, ttl: WAIT })
  }

  return {
    fits,
    put: (info, bytes) => ofParty(info.by, () => ofConversation(info.conversation, () => keep(info, bytes))),
  }
}
