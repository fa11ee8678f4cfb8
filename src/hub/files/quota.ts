import type { BlobInfo, BlobStore, EventStore, Lease } from '../../contracts/index.ts'
import type { Id } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'

/** Bytes of all files of a conversation, and as how many the smallest counts. */
const MOST = 100_000_000
const LEAST = 100_000
/** Files of a conversation: each costs a look whenever one more comes. */
const FILES = 200
/** Conversations of one visitor that have files and have not begun. */
const UNBEGUN = 20

/**
 * Leases of what waits for a first message: this, the visitor, a colon and the conversation; and for how many milliseconds after its newest
 * file. By then what is left of it is swept away. Their value is what waits there ({@link Held}).
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

/** Files, and their bytes as they count. */
interface Held {
  readonly files: number
  readonly bytes: number
}

const heldBy = (sizes: readonly { readonly size: number }[]): Held => ({ files: sizes.length, bytes: sizes.reduce((all, { size }) => all + Math.max(size, LEAST), 0) })
const sum = (all: readonly Held[]): Held => all.reduce((one, other) => ({ files: one.files + other.files, bytes: one.bytes + other.bytes }))

/** What a lease says that waits; one of a hub that did not say it yet stands for no room until it is looked at. */
const said = ({ value }: Lease): Held => (value as Held | undefined) ?? { files: Infinity, bytes: Infinity }

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

  /** Why there is no room for so much; `undefined` where there is. */
  function excess(who: string, { files, bytes }: Held): string | undefined {
    if (bytes > most) return `${who} at most ${most} bytes of files.`
    return files > FILES ? `${who} at most ${FILES} files.` : undefined
  }

  /** The same of somebody's conversations that have not begun: this one, and the others. */
  function unbegunExcess(mine: Held, others: readonly Held[]): string | undefined {
    const who = 'Before a conversation begins, one visitor has'
    return others.length < UNBEGUN ? excess(who, sum([mine, ...others])) : `${who} files in at most ${UNBEGUN} conversations.`
  }

  /** What really waits where leases say that something does; where nothing does, or what has begun, none says it any more. */
  async function counted(by: Id, prefix: string, leases: readonly Lease[]): Promise<readonly Held[]> {
    const all: Held[] = []
    for (const { key } of leases) {
      const conversation = key.slice(prefix.length)
      const begun = await store.load(conversation)
      const held = heldBy(begun ? [] : ((await blobs.kept?.(conversation)) ?? []).filter((info) => info.by === by))
      if (held.files > 0) all.push(held)
      else await store.lease(key, { holder: by, ttl: 0 })
    }
    return all
  }

  /** What waits in a conversation that has not begun once one more file of somebody is there; `undefined` where nothing waits. Rejects `limit/reached`. */
  async function withOneMore(by: Id, conversation: Id, size: number): Promise<Held | undefined> {
    if (!blobs.kept) return undefined
    const kept = await blobs.kept(conversation)
    const tooMuch = excess('A conversation holds', heldBy([...kept, { size }]))
    if (tooMuch !== undefined) throw new HandbackError('limit/reached', tooMuch)
    if (await store.load(conversation)) return undefined
    const mine = heldBy([...kept.filter((info) => info.by === by), { size }])
    const prefix = `${WAITING}${by}:`
    const others = (await store.leases(prefix)).filter(({ key }) => key !== prefix + conversation)
    // what leases say is no less than what is there: only a refusal has to look
    const refused = unbegunExcess(mine, others.map(said)) && unbegunExcess(mine, await counted(by, prefix, others))
    if (refused !== undefined) throw new HandbackError('limit/reached', refused)
    return mine
  }

  async function keep(info: BlobInfo, bytes: Uint8Array): Promise<void> {
    const { by, conversation } = info
    const waiting = await withOneMore(by, conversation, bytes.length)
    const note = async (): Promise<unknown> => waiting && store.lease(`${WAITING}${by}:${conversation}`, { holder: by, ttl: WAIT, value: waiting })
    // before the file: a lease without one is found out, and a file without one never would be
    await note()
    await blobs.put(info, bytes)
    // whoever counted meanwhile has found nothing here
    await note()
  }

  return {
    async fits(by, conversation, bytes) {
      await withOneMore(by, conversation, bytes)
    },
    put: (info, bytes) => ofParty(info.by, () => ofConversation(info.conversation, () => keep(info, bytes))),
  }
}
