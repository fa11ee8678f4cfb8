import type { BlobInfo, BlobStore, EventStore, Identity } from '../../contracts/index.ts'
import { newId } from '../../internal/ids.ts'
import type { AttachmentPart, Header, Id, Part } from '../../protocol/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import { maySee, staffRole } from '../identity.ts'
import { loadHeader } from '../records.ts'
import { createTurnstile } from '../turnstile.ts'
import { createComing } from './coming.ts'
import { fileName } from './file-name.ts'
import { mediaOf } from './media.ts'
import { createQuota } from './quota.ts'

/** Bytes of one file. */
const FILE_BYTES = 10_000_000
/** Files in one message. */
export const FILES = 5

/** Bytes that all files on their way in and out may hold in memory, and how long one may take in ms: 10 MB at 0.7 Mbit/s. */
const ROOM = 200_000_000
const TIME = 120_000
/** How many one party may bring and read at once: no one party fills the room. */
const AT_ONCE = 5
const READ_AT_ONCE = 10
/** What a file that is brought costs of a visitor's allowance, and how many bytes of any file cost one more. */
const COST = 5
const BYTES_PER_COST = 250_000

export interface FilesOptions {
  readonly store: EventStore
  readonly blobs: BlobStore | undefined
  readonly now: () => number
  /** Takes so many from what somebody may ask for; throws. */
  readonly charge: (identity: Identity, count: number) => void
  /** Files of a conversation were to be removed, and this hub has no way to them. */
  readonly onLeft: (conversation: Id) => void
  /** Default 120,000. */
  readonly time?: number
  /** Default 200,000,000. */
  readonly room?: number
  /** Bytes of all files of one conversation. Default 100,000,000. */
  readonly most?: number | undefined
}

/** A body on its way; see `Ask`. */
export interface Incoming {
  /** Bytes, where that was said. */
  readonly length: number | undefined
  body(limit: number, options: { readonly signal: AbortSignal; readonly onBytes: (count: number) => void }): Promise<Uint8Array>
}

/** A file on its way out. */
export interface Outgoing {
  readonly info: BlobInfo
  readonly bytes: Uint8Array
  /** Aborts when it takes too long: the rest is not sent. */
  readonly late: AbortSignal
  /** To be called when the bytes are sent, or never will be. Idempotent. */
  readonly sent: () => void
}

/** The files of conversations: brought, read, put into messages, removed. */
export interface Files {
  /**
   * Keeps a file for the next message of whoever brings it. Rejects `request/…`, `hub/busy`, `store/…`; `limit/reached`: no more in this
   * conversation; `conversation/erased`, and `conversation/not-found` where they may not write. `request/not-found` says alone that no hub here
   * takes files: whoever hears it asks no more.
   */
  bring(identity: Identity, conversation: Id, name: string, incoming: Incoming): Promise<AttachmentPart>
  /** Rejects `request/not-found` where there is none, or none for this identity, and `request/rate-limited`, `hub/busy`, `store/…`. */
  read(identity: Identity, conversation: Id, blob: Id): Promise<Outgoing>
  /** The same parts, with what is kept of each file; `undefined` when one is not there, or is another's. Rejects `hub/busy`, `store/…`. */
  checked(by: Id, conversation: Id, parts: readonly Part[]): Promise<readonly Part[] | undefined>
  /** Something has happened there: where it was removed, what is on its way there ends. */
  changed(conversation: Id): Promise<void>
  /** Removes files of a conversation for good: all, or those that `named` resolves with. What it cannot reach is told to `onLeft`. */
  forget(conversation: Id, which: 'all' | 'named', named: () => Promise<readonly Id[]>): Promise<void>
}

const notFound = (): HandbackError => new HandbackError('request/not-found', 'There is no such file.')
const tooLarge = (): HandbackError => new HandbackError('request/too-large', `A file holds at most ${FILE_BYTES} bytes.`)
const busy = (): HandbackError => new HandbackError('hub/busy', 'Too many files at once; try again in a moment.', { retryable: true, retryAfter: 2_000 })
const slow = (): HandbackError => new HandbackError('hub/busy', 'The file came too slowly.', { retryable: true })

const unknown = (): HandbackError => new HandbackError('conversation/not-found', 'There is no such conversation.')
const erased = (): HandbackError => new HandbackError('conversation/erased', 'This conversation was erased.')

/** It is removed with all that it holds, or about to be. */
const isGone = (header: Header | undefined): boolean => header?.erased === true || header?.erasing === 'all'
/** Whoever may write there: in a conversation of theirs, or in one that their message begins. */
const mayBring = (identity: Identity, header: Header | undefined): boolean => !isGone(header) && (header ? maySee(identity, header) : !staffRole(identity))
/** Why they may not; that one was erased is told to nobody who could not see it. */
const unfit = (identity: Identity, header: Header | undefined): HandbackError => (isGone(header) && maySee(identity, header) ? erased() : unknown())

const sizeCost = (bytes: number): number => Math.ceil(bytes / BYTES_PER_COST)
const costOf = (bytes: number): number => COST + sizeCost(bytes)

export function createFiles({ store, blobs, now, charge, onLeft, time = TIME, room = ROOM, most }: FilesOptions): Files {
  /** Bytes in memory of what is on its way. */
  let held = 0
  const quota = blobs && createQuota(store, blobs, most)
  const bringing = createTurnstile(AT_ONCE)
  const coming = createComing(time, slow)
  const leaving = createTurnstile(READ_AT_ONCE)

  /** Takes so much of the room, or throws. */
  function take(bytes: number): void {
    if (held + bytes > room) throw busy()
    held += bytes
  }

  /** What is known of a file that only its bytes tell: they are in memory meanwhile. */
  async function loaded(conversation: Id, blob: Id): Promise<BlobInfo | undefined> {
    take(FILE_BYTES)
    try {
      return (await blobs?.get(conversation, blob))?.info
    } finally {
      held -= FILE_BYTES
    }
  }

  async function admit(identity: Identity, conversation: Id): Promise<void> {
    const header = await loadHeader(store, conversation)
    if (!mayBring(identity, header)) throw unfit(identity, header)
  }

  /** What is known of what has come, by its bytes. */
  function described({ sub: by }: Identity, conversation: Id, name: string, bytes: Uint8Array): BlobInfo {
    const media = mediaOf(bytes)
    if (media === undefined) throw new HandbackError('request/invalid', 'Only pictures (PNG, JPEG, WebP, GIF), PDF and plain text can be sent.')
    return { blob: newId(), conversation, by, name: fileName(name, media), media, size: bytes.length, at: now() }
  }

  return {
    async bring(identity, conversation, name, incoming) {
      const { length } = incoming
      if (!blobs || !quota) throw new HandbackError('request/not-found', 'This hub takes no files (`blobs`).')
      if (length !== undefined && length > FILE_BYTES) throw tooLarge()
      // what was said is paid for before anything is read
      const said = costOf(length ?? 0)
      charge(identity, said)
      const leave = bringing.enter(identity.sub)
      if (!leave) throw busy()
      // whatever happens to the conversation from here on ends it
      const { signal, end } = coming.begin(conversation)
      let size = 0
      const onBytes = (count: number): void => {
        take(count)
        size += count
      }
      try {
        await admit(identity, conversation)
        await quota.fits(identity.sub, conversation, length ?? 0)
        signal.throwIfAborted()
        const bytes = await incoming.body(FILE_BYTES, { signal, onBytes })
        charge(identity, Math.max(0, costOf(bytes.length) - said))
        const info = described(identity, conversation, name, bytes)
        // this hub may not have heard yet what another one removes
        await admit(identity, conversation)
        const [kept] = await Promise.allSettled([quota.put(info, bytes)])
        const header = await loadHeader(store, conversation)
        if (!mayBring(identity, header)) {
          // removed meanwhile with all the others: it must not be the one that is left, nor the place that was made for it
          await blobs.delete(conversation, ...(isGone(header) ? [] : [info.blob]))
          throw unfit(identity, header)
        }
        if (kept.status === 'rejected') throw kept.reason
        return partOf(info)
      } finally {
        // until it is kept it is in memory
        held -= size
        leave()
        end()
      }
    },

    async read(identity, conversation, blob) {
      charge(identity, 1)
      const header = await loadHeader(store, conversation)
      // what cannot be removed now is given to nobody meanwhile
      if (!blobs || isGone(header) || !maySee(identity, header)) throw notFound()
      const leave = leaving.enter(identity.sub)
      if (!leave) throw busy()
      let size = 0
      const late = AbortSignal.timeout(time)
      const sent = (): void => {
        late.removeEventListener('abort', sent)
        leave()
        held -= size
        size = 0
      }
      // also where nobody ever reads the answer
      late.addEventListener('abort', sent)
      try {
        // how large it is, only the file tells
        take(FILE_BYTES)
        size = FILE_BYTES
        const found = await blobs.get(conversation, blob)
        if (!found) throw notFound()
        if (late.aborted) throw slow()
        held += found.bytes.length - size
        size = found.bytes.length
        charge(identity, sizeCost(size))
        return { ...found, late, sent }
      } catch (error) {
        sent()
        throw error
      }
    },

    async checked(by, conversation, parts) {
      const all = await blobs?.kept?.(conversation)
      const checked: Part[] = []
      for (const part of parts) {
        if (part.type !== 'attachment') {
          checked.push(part)
          continue
        }
        const kept = all ? all.find(({ blob }) => blob === part.blob) : await loaded(conversation, part.blob)
        if (kept?.by !== by || checked.some((other) => other.type === 'attachment' && other.blob === part.blob)) return undefined
        checked.push({ ...partOf(kept), ...(part.alt === undefined ? {} : { alt: part.alt }) })
      }
      return checked
    },

    async changed(conversation) {
      if (coming.has(conversation) && isGone(await loadHeader(store, conversation))) coming.stop(conversation, erased())
    },

    async forget(conversation, which, named) {
      if (blobs && which === 'all') return blobs.delete(conversation)
      const gone = await named()
      if (blobs) for (const blob of gone) await blobs.delete(conversation, blob)
      else if (gone.length > 0) onLeft(conversation)
    },
  }
}

const partOf = ({ blob, name, media, size }: BlobInfo): AttachmentPart => ({ type: 'attachment', blob, name, media, size })
