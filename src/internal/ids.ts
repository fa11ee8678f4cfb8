import type { Id } from '../protocol/index.ts'

/** The part of Web Crypto that makes random ids; works in pages without a secure context too. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

/**
 * A new id: 22 base64url characters from 128 random bits.
 *
 * @example newId() // "q1Zr0gTn3cV9xkY2mW8b_A"
 */
export const newId = (random: RandomBytes = (bytes) => crypto.getRandomValues(bytes)): Id => base64url(random(new Uint8Array(16)))

/**
 * An id that is always the same for the same `base` and `name`: whoever computes it twice makes one thing.
 * Spread like 128 random bits, but NOT cryptographic: who chooses `base` and `name` can find collisions, so derive
 * only from ids whose owner may spoil nothing but his own.
 *
 * @example derivedId(command.id, 'message-sent')
 */
export const derivedId = (base: Id, name: string): Id => hash(`${base}\0${name}`)

/**
 * 22 characters that stand for a JSON value whatever the order of its keys, to tell a retry from another body under the
 * same id. Not cryptographic, see {@link derivedId}.
 *
 * @example digest({ a: 1, b: 2 }) === digest({ b: 2, a: 1 })
 */
export const digest = (value: unknown): string => hash(JSON.stringify(value, sorted) ?? '')

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

// Four 32-bit lanes over the UTF-16 units, each with a seed, an odd multiplier and a rotation of its own.
const lanes = [
  [0x243f6a88, 0x9e3779b1, 13],
  [0x85a308d3, 0x85ebca77, 17],
  [0x13198a2e, 0xc2b2ae3d, 11],
  [0x03707344, 0x27d4eb2f, 19],
] as const

function hash(text: string): string {
  const words = lanes.map(([seed, factor, turn]) => {
    let h = seed ^ text.length
    for (let i = 0; i < text.length; i += 1) {
      h = Math.imul(h ^ text.charCodeAt(i), factor)
      h = (h << turn) | (h >>> (32 - turn))
    }
    return h
  })
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  // Each lane also hears its neighbour, and every bit of a lane reaches every other bit of it.
  words.forEach((word, lane) => view.setUint32(lane * 4, avalanche(word + avalanche(words[(lane + 1) % 4] ?? 0))))
  return base64url(bytes)
}

function avalanche(word: number): number {
  let h = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return h ^ (h >>> 15)
}

const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').slice(0, 22)
