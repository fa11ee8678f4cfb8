import type { BlobInfo, BlobStore, EventStore, Identity } from '../../contracts/index.ts'
import { newId } from '../../internal/ids.ts'
import type { AttachmentPart, Id, Part } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import { maySee, staffRole } from '../identity.ts'
import { loadHeader } from '../records.ts'
import { fileName } from './file-name.ts'
import { mediaOf } from './media.ts'

/** Bytes of one file. */
const FILE_BYTES = 10_000_000
/** Files in one message. */
export const FILES = 5

/** Bytes that all files on their way may hold in memory, how many of one party, and how long one may take in ms: 10 MB at 0.7 Mbit/s. */
const ROOM = 200_000_000
const AT_ONCE = 5
const TIME = 120_000
/** What a file costs of a visitor's allowance, and how many bytes of it cost one more. */
const COST = 5
const BYTES_PER_COST = 250_000

export interface FilesOptions {
  readonly store: EventStore
  readonly blobs: BlobStore | undefined
  readonly now: () => number
  /** Takes so many from what somebody may ask for; throws. */
  readonly charge: (identity: Identity, count: number) => void
  /** Default 120,000. */
  readonly time?: number
  /** Default 200,000,000. */
  readonly room?: number
}

/** A body on its way; see `Ask`. */
export interface Incoming {
  /** Bytes, where that was said. */
  readonly length: number | undefined
  body(limit: number, options: { readonly signal: AbortSignal; readonly onBytes: (count: number) => void }): Promise<Uint8Array>
}

/** The files of conversations: brought, read, put into messages, removed. */
export interface Files {
  /** Keeps a file for the next message of whoever brings it. Rejects `request/…`, `hub/busy`, `store/…`. */
  bring(identity: Identity, conversation: Id, name: string, incoming: Incoming): Promise<AttachmentPart>
  /** Rejects `request/not-found` where there is none, or none for this identity. */
  read(identity: Identity, conversation: Id, blob: Id): Promise<{ readonly info: BlobInfo; readonly bytes: Uint8Array }>
  /** The same parts, with what is kept of each file; `undefined` when one is not there, or was not brought here by the same. */
  checked(by: Id, conversation: Id, parts: readonly Part[]): Promise<readonly Part[] | undefined>
  /** Removes files of a conversation, or all of them, for good. */
  forget(conversation: Id, blobs?: readonly Id[]): Promise<void>
}

const notFound = (): HandbackError => new HandbackError('request/not-found', 'There is no such file.')
const tooLarge = (): HandbackError => new HandbackError('request/too-large', `A file holds at most ${FILE_BYTES} bytes.`)
const busy = (): HandbackError => new HandbackError('hub/busy', 'Too many files at once; try again in a moment.', { retryable: true, retryAfter: 2_000 })
const slow = (): HandbackError => new HandbackError('hub/busy', 'The file came too slowly.', { retryable: true })

const costOf = (bytes: number): number => COST + Math.ceil(bytes / BYTES_PER_COST)

export function createFiles({ store, blobs, now, charge, time = TIME, room = ROOM }: FilesOptions): Files {
  /** Bytes in memory of what is on its way. */
  let held = 0
  const coming = new Map<Id, number>()

  /** Whoever may write there: in a conversation of theirs, or in one that their message begins. */
  async function mayBring(identity: Identity, conversation: Id): Promise<boolean> {
    const header = await loadHeader(store, conversation)
    if (header?.erased || header?.erasing === 'all') return false
    return header ? maySee(identity, header) : !staffRole(identity)
  }

  /** The whole of it, in time and while there is room. */
  async function received({ body }: Incoming): Promise<Uint8Array> {
    const signal = AbortSignal.timeout(time)
    let size = 0
    const onBytes = (count: number): void => {
      size += count
      held += count
      if (held > room) throw busy()
    }
    try {
      return await body(FILE_BYTES, { signal, onBytes })
    } catch (error) {
      throw signal.aborted && error === signal.reason ? slow() : error
    } finally {
      held -= size
    }
  }

  return {
    async bring(identity, conversation, name, incoming) {
      const { length } = incoming
      if (!blobs) throw notFound()
      if (length !== undefined && length > FILE_BYTES) throw tooLarge()
      // what was said is paid for before anything is read
      const said = costOf(length ?? 0)
      charge(identity, said)
      if (!(await mayBring(identity, conversation))) throw notFound()
      const others = coming.get(identity.sub) ?? 0
      if (others >= AT_ONCE) throw busy()
      coming.set(identity.sub, others + 1)
      try {
        const bytes = await received(incoming)
        charge(identity, Math.max(0, costOf(bytes.length) - said))
        const media = mediaOf(bytes)
        if (media === undefined) throw new HandbackError('request/invalid', 'Only pictures (PNG, JPEG, WebP, GIF), PDF and plain text can be sent.')
        const info: BlobInfo = { blob: newId(), conversation, by: identity.sub, name: fileName(name, media), media, size: bytes.length, at: now() }
        await blobs.put(info, bytes)
        // removed meanwhile with all the others: it must not be the one that is left
        if (!(await mayBring(identity, conversation))) {
          await blobs.delete(conversation, info.blob)
          throw notFound()
        }
        return partOf(info)
      } finally {
        const left = (coming.get(identity.sub) ?? 1) - 1
        if (left > 0) coming.set(identity.sub, left)
        else coming.delete(identity.sub)
      }
    },

    async read(identity, conversation, blob) {
      charge(identity, 1)
      const found = blobs && maySee(identity, await loadHeader(store, conversation)) ? await blobs.get(conversation, blob) : undefined
      if (!found) throw notFound()
      return found
    },

    async checked(by, conversation, parts) {
      const checked: Part[] = []
      for (const part of parts) {
        if (part.type !== 'attachment') {
          checked.push(part)
          continue
        }
        const kept = await blobs?.get(conversation, part.blob)
        if (kept?.info.by !== by || checked.some((other) => other.type === 'attachment' && other.blob === part.blob)) return undefined
        checked.push({ ...partOf(kept.info), ...(part.alt === undefined ? {} : { alt: part.alt }) })
      }
      return checked
    },

    async forget(conversation, gone) {
      if (gone) for (const blob of gone) await blobs?.delete(conversation, blob)
      else await blobs?.delete(conversation)
    },
  }
}

const partOf = ({ blob, name, media, size }: BlobInfo): AttachmentPart => ({ type: 'attachment', blob, name, media, size })
