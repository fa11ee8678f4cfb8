import { HEAD, pictureSize } from './picture-size.ts'

/** Pixels of a picture that is unpacked; more would take more than 160 MB for a moment. */
const MOST_PIXELS = 40_000_000

/** The room of a picture, in pixels of the screen. */
export interface Room {
  readonly width: number
  readonly height: number
}

/**
 * A picture in a canvas that fits into `room` (never larger than it is). No address is made for it, so no policy of the page about
 * pictures is asked. `undefined` for what is no picture, or too large a one to unpack.
 */
export async function drawPicture(file: Blob, room: Room): Promise<HTMLCanvasElement | undefined> {
  // what cannot be read any more cannot be drawn either
  const head = await file.slice(0, HEAD).arrayBuffer().catch(() => new ArrayBuffer(0))
  const size = pictureSize(new Uint8Array(head))
  if (!size || size.width * size.height > MOST_PIXELS) return undefined
  // what says that it is a picture may still be broken
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return undefined
  try {
    const scale = Math.min(1, room.width / bitmap.width, room.height / bitmap.height)
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    const context = canvas.getContext('2d')
    if (!context) return undefined
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    return canvas
  } finally {
    bitmap.close()
  }
}
