import type { BlobInfo, BlobStore } from '../contracts/index.ts'
import type { Id } from '../protocol/index.ts'

interface Kept {
  readonly info: BlobInfo
  readonly bytes: Uint8Array
}

/**
 * Keeps files in this process, for tests, demos and pages without a server: the reference for every other store of files.
 * Everything is gone when the process ends, and nothing is ever evicted.
 *
 * @example const hub = createHub({ store: memoryStore(), provider, tokens, blobs: memoryBlobs() })
 */
export function memoryBlobs(): BlobStore {
  const conversations = new Map<Id, Map<Id, Kept>>()
  return {
    name: 'memory',
    async put(info, bytes) {
      const files = conversations.get(info.conversation) ?? new Map<Id, Kept>()
      conversations.set(info.conversation, files)
      if (!files.has(info.blob)) files.set(info.blob, { info: { ...info }, bytes: bytes.slice() })
    },
    async get(conversation, blob) {
      const kept = conversations.get(conversation)?.get(blob)
      return kept && { info: { ...kept.info }, bytes: kept.bytes.slice() }
    },
    async delete(conversation, blob) {
      if (blob === undefined) conversations.delete(conversation)
      else conversations.get(conversation)?.delete(blob)
    },
    async kept(conversation) {
      return [...(conversations.get(conversation)?.values() ?? [])].map(({ info }) => ({ ...info }))
    },
    async list({ before, limit, page = '' }) {
      const keyOf = ({ conversation, blob }: BlobInfo): string => `${conversation} ${blob}`
      const infos = [...conversations.values()].flatMap((files) => [...files.values()].map(({ info }) => info))
      const old = infos.filter((info) => info.at < before && keyOf(info) > page).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
      const items = old.slice(0, limit).map((info) => ({ ...info }))
      const last = items.at(-1)
      return last && old.length > limit ? { items, next: keyOf(last) } : { items }
    },
  }
}
