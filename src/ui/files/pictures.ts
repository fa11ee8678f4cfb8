import type { AttachmentPart, Id } from '../../protocol/index.ts'
import { drawPicture } from './draw.ts'
import { isPicture } from './picture-size.ts'
import type { ReadFile } from './read-file.ts'

/** The room of a picture in a message, in pixels of a dense screen: drawn once, shown at half of it. */
const room = { width: 520, height: 360 }

/** Pictures that need not be fetched again when somebody scrolls back. */
const MOST_KEPT = 24

type Kept = Map<Id, HTMLCanvasElement>

/** By who reads: they go with their reader. */
const kept = new WeakMap<ReadFile, Kept>()

function keep(read: ReadFile, blob: Id, canvas: HTMLCanvasElement): void {
  const pictures: Kept = kept.get(read) ?? new Map()
  kept.set(read, pictures)
  pictures.set(blob, canvas)
  for (const oldest of pictures.keys()) {
    if (pictures.size <= MOST_KEPT) break
    pictures.delete(oldest)
  }
}

/** Own files that were just brought: the hub may not give them back before their message is there. */
const own = new Map<Id, File>()

/** Has the picture of a message drawn from the file that was sent, without asking for it. */
export function rememberPicture({ blob, media }: AttachmentPart, file: File): void {
  if (!isPicture(media)) return
  own.delete(blob)
  own.set(blob, file)
  for (const oldest of own.keys()) {
    if (own.size <= 5) break
    own.delete(oldest)
  }
}

/** It was taken back, or nothing of what was brought is wanted any more. */
export function forgetPicture(part?: AttachmentPart): void {
  if (part) own.delete(part.blob)
  else own.clear()
}

/** The picture that is there already, if it is. */
export const keptPicture = (read: ReadFile, { blob }: AttachmentPart): HTMLCanvasElement | undefined => kept.get(read)?.get(blob)

/** The picture of a message, drawn; `undefined` when it cannot be. Rejects what `read` rejects. */
export async function loadPicture(read: ReadFile, part: AttachmentPart, signal: AbortSignal): Promise<HTMLCanvasElement | undefined> {
  const canvas = await drawPicture(own.get(part.blob) ?? (await read(part, { signal })), room)
  // once is enough: the file goes, the small picture stays
  own.delete(part.blob)
  if (canvas) keep(read, part.blob, canvas)
  return canvas
}
