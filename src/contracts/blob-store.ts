import type { Id } from '../protocol/index.ts'
import type { Page } from './event-store.ts'

/** What is known of a kept file beside its bytes. */
export interface BlobInfo {
  readonly blob: Id
  readonly conversation: Id
  /** Who has sent it here: only they may put it into a message. */
  readonly by: Id
  /** As its sender called it, at most 200 characters. */
  readonly name: string
  /** Media type by content, such as `image/png`. */
  readonly media: string
  /** Bytes. */
  readonly size: number
  /** When it came, ms since 1970. */
  readonly at: number
}

/**
 * Where a hub keeps the files of conversations, apart from the log. A hub gives only what it has checked: at most 10 MB, of a kind
 * that it knows by content.
 *
 * - *Errors*: a `HandbackError`: `store/unavailable` (retryable), `store/full` (retryable), `store/closed`.
 * - Bytes come back as they went in, and changing an array after the call changes nothing in the store.
 *
 * @example const hub = createHub({ store, provider, tokens, blobs: folderBlobs('./files') })
 */
export interface BlobStore {
  readonly name: string
  /** Resolves when it is kept. The same id twice keeps the first. */
  put(info: BlobInfo, bytes: Uint8Array): Promise<void>
  /** `undefined` when there is no such file in this conversation. */
  get(conversation: Id, blob: Id): Promise<{ readonly info: BlobInfo; readonly bytes: Uint8Array } | undefined>
  /** One file, or without `blob` all of the conversation, for good. Idempotent. */
  delete(conversation: Id, blob?: Id): Promise<void>
  /** What is known of each file of a conversation, in any order. A hub limits by it how much one conversation holds; without it nothing does. */
  kept?(conversation: Id): Promise<readonly BlobInfo[]>
  /**
   * Files that came before a time (ms since 1970), in any order that stays: each is on one of the pages. At most `limit` of them, and fewer
   * or none also where more follow. A hub removes by it what nobody has sent within a day; without it such files stay.
   */
  list?(options: { readonly before: number; readonly limit: number; readonly page?: string }): Promise<Page<BlobInfo>>
}
