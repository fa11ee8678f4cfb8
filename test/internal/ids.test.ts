import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedId, digest, newId } from '../../src/internal/ids.ts'
import { isId } from '../../src/protocol/index.ts'

const seed = 4711

test('a new id has 22 characters of the id alphabet and is never the same twice', () => {
  const ids = Array.from({ length: 10_000 }, () => newId())
  expect(new Set(ids).size).toBe(10_000)
  for (const id of ids) expect(isId(id) && id.length === 22).toBe(true)
})

test('a new id holds all 128 random bits', () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => 255 - i * 7)
  const id = newId((into) => {
    into.set(bytes)
    return into
  })
  expect([...Buffer.from(id, 'base64url')]).toEqual([...bytes])
})

test('a derived id is the same for the same base and name, and differs for each name, base and split of both', () => {
  const base = newId()
  expect(derivedId(base, 'a')).toBe(derivedId(base, 'a'))
  expect(derivedId(base, 'a')).not.toBe(derivedId(base, 'b'))
  expect(derivedId(`${base}a`, 'b')).not.toBe(derivedId(base, 'ab'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const id = derivedId(base, name)
      expect(isId(id) && id.length === 22).toBe(true)
    }),
    { seed },
  )
})

test('derived ids of 100,000 like names do not collide, in the whole or suspiciously often in one lane', () => {
  const base = 'A'.repeat(22)
  const ids = Array.from({ length: 100_000 }, (_, i) => derivedId(base, `turn:${i}`))
  expect(new Set(ids).size).toBe(100_000)
  for (let lane = 0; lane < 4; lane += 1) {
    const words = new Set(ids.map((id) => Buffer.from(id, 'base64url').readUInt32BE(lane * 4)))
    // By chance about n²/2³³ = 1.2 pairs are equal.
    expect(100_000 - words.size).toBeLessThan(12)
  }
})

test('a changed bit of the input, also of its last character, flips every bit of a derived id half of the time', () => {
  const bits = (id: string): number[] => [...Buffer.from(id, 'base64url')].flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number))
  const rounds = 2_000
  for (const last of [true, false]) {
    const flips = Array.from({ length: 128 }, () => 0)
    for (let i = 0; i < rounds; i += 1) {
      const name = `conversation-${i}`
      const at = last ? name.length - 1 : i % name.length
      const other = name.slice(0, at) + String.fromCharCode(name.charCodeAt(at) ^ 64) + name.slice(at + 1)
      const [a, b] = [bits(derivedId('basebase', name)), bits(derivedId('basebase', other))]
      a.forEach((bit, index) => (flips[index] = (flips[index] as number) + (bit === b[index] ? 0 : 1)))
    }
    expect(Math.min(...flips) / rounds).toBeGreaterThan(0.44)
    expect(Math.max(...flips) / rounds).toBeLessThan(0.56)
  }
})

test('a digest is that of the JSON value: the order of keys and fields without a value do not matter, everything else does', () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).reverse().map(([key, item]) => [key, reversed(item)]))
        : value
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(digest(reversed(value))).toBe(digest(value))
      expect(digest(JSON.parse(JSON.stringify(value)))).toBe(digest(value))
      expect(digest([value])).not.toBe(digest(value))
    }),
    { seed },
  )
  expect(digest({ a: 1, b: undefined })).toBe(digest({ a: 1 }))
  expect(digest({ a: 1 })).not.toBe(digest({ a: '1' }))
  expect(digest({ a: [1, 2] })).not.toBe(digest({ a: [2, 1] }))
  expect(isId(digest(undefined))).toBe(true)
})
