/** Kinds that are drawn. */
const kinds = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

export const isPicture = (media: string): boolean => kinds.has(media)

/** Bytes of a file's beginning that are looked at: what a camera writes in front of the size fits. */
export const HEAD = 262_144

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Where the size stands after the chunk's name, by the name. */
const webp: Readonly<Record<string, (view: DataView) => PictureSize>> = {
  'VP8 ': (view) => ({ width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }),
  VP8L: (view) => {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  },
  VP8X: (view) => ({ width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }),
}

/** The frame header of a JPEG, after any number of other segments. */
function jpeg(view: DataView): PictureSize | undefined {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    // C4, C8 and CC are tables
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
  }
  return undefined
}

/**
 * How large a picture says that it is, from its first bytes: a file of a few kilobytes can hold one that fills the memory.
 * `undefined` when it is no picture of a known kind.
 */
export function pictureSize(head: Uint8Array): PictureSize | undefined {
  if (head.byteLength < 30) return undefined
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const name = (at: number) => String.fromCharCode(...head.subarray(at, at + 4))
  if (name(0) === '\x89PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (name(0) === 'GIF8') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (name(0) === 'RIFF' && name(8) === 'WEBP') return webp[name(12)]?.(view)
  return view.getUint16(0) === 0xffd8 ? jpeg(view) : undefined
}
