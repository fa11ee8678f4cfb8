/** How a file of each kind begins; -1: any byte. */
const beginnings: readonly (readonly [media: string, beginning: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [...ascii('GIF87a')]],
  ['image/gif', [...ascii('GIF89a')]],
  ['image/webp', [...ascii('RIFF'), -1, -1, -1, -1, ...ascii('WEBP')]],
  ['application/pdf', [...ascii('%PDF-')]],
]

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0))
}

const begins = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  bytes.length >= beginning.length && beginning.every((byte, at) => byte < 0 || bytes[at] === byte)

/** UTF-8 without zeros: whatever it looks like, it is served as text that nobody runs. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // other bytes than text
    return false
  }
}

/** The media type of a file by its content, of the kinds that a conversation may hold; what it is called says nothing. */
export function mediaOf(bytes: Uint8Array): string | undefined {
  const known = beginnings.find(([, beginning]) => begins(bytes, beginning))?.[0]
  return known ?? (isText(bytes) ? 'text/plain' : undefined)
}
