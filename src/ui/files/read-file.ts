import type { AttachmentPart } from '../../protocol/index.ts'

/** Gets the bytes of a file that a message holds, as `chat.readFile` does. */
export type ReadFile = (part: AttachmentPart, options?: { readonly signal?: AbortSignal }) => Promise<Blob>
