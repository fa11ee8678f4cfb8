/** Pieces of a body; more would make a check slow, and show nothing new. */
const PIECES = 20_000
/** Places at which a body is cut. All of a body that is no longer. */
const PLACES = 500

export const bytesOf = (body: string | Uint8Array): Uint8Array => (typeof body === 'string' ? new TextEncoder().encode(body) : body)

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** One byte at a time; a body that is very long in the smallest pieces that are not too many. */
export function* crumbs(bytes: Uint8Array): Generator<Uint8Array> {
  const size = Math.ceil(bytes.length / PIECES)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Where to cut: everywhere, or an even spread and the places around line ends and in the middle of characters. The same in every run. */
export function placesIn(bytes: Uint8Array): readonly number[] {
  const all = Array.from({ length: Math.max(0, bytes.length - 1) }, (_, index) => index + 1)
  if (all.length <= PLACES) return all
  const delicate = all.filter((at) => [bytes[at - 1], bytes[at]].some((byte = 0) => byte === 10 || byte === 13 || byte >= 0x80))
  return [...new Set([...spread(all, PLACES / 2), ...spread(delicate, PLACES / 2)])].toSorted((a, b) => a - b)
}

/** At most so many of these, evenly. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most)
  return Array.from({ length: Math.min(all.length, most) }, (_, index) => all[Math.floor(index * step)] as T)
}

/** Lines with their ends, as bytes. */
export function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(10, at)
    const end = found < 0 ? bytes.length : found + 1
    lines.push(bytes.subarray(at, end))
    at = end
  }
  return lines
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
