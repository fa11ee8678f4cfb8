import type { ReplyImage } from '../../../contracts/index.ts'
import { untilAbort } from '../../../internal/abort.ts'
import type { AttachmentPart, StoredEvent } from '../../../protocol/index.ts'
import { known } from '../known-event.ts'
import { isGrave, writtenIn } from '../visitor-words.ts'
import type { LoggedMessage } from './messages.ts'

/** Pictures that models take, the newest so many, none above so many bytes: what services allow. */
const MEDIA = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])
const PICTURES = 4
const BYTES = 4_000_000

/** Adds the pictures that visitors sent to their messages. One that cannot be read stays a name, and one beside words of danger goes nowhere. */
export async function withImages(
  messages: readonly LoggedMessage[],
  events: readonly StoredEvent[],
  read: ((part: AttachmentPart) => Promise<Uint8Array | undefined>) | undefined,
  signal: AbortSignal,
): Promise<readonly LoggedMessage[]> {
  if (!read) return messages
  const pictures = events
    .flatMap((stored) => {
      const event = known(stored)
      if (event?.type !== 'message-sent' || event.by.kind !== 'visitor') return []
      const { parts } = event.data
      const own = parts.flatMap((part) =>
        part.type === 'attachment' && MEDIA.has(part.media) && part.size <= BYTES ? [{ seq: event.seq, part }] : [],
      )
      return own.length > 0 && !isGrave(writtenIn(parts)) ? own : []
    })
    .slice(-PICTURES)
  const images = new Map<number, ReplyImage[]>()
  for (const { seq, part } of pictures) {
    if (!messages.some((message) => message.seq === seq && message.role === 'visitor')) continue
    const bytes = await untilAbort(signal, () => read(part)).catch(() => {
      signal.throwIfAborted()
      // the picture is lost, the question is not
      return undefined
    })
    if (bytes && bytes.length <= BYTES) images.set(seq, [...(images.get(seq) ?? []), { media: part.media, data: base64(bytes) }])
  }
  return messages.map((message) => {
    const own = message.role === 'visitor' ? images.get(message.seq) : undefined
    return own ? { ...message, images: own } : message
  })
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  return btoa(text)
}
