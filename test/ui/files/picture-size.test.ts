import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureSize } from '../../../src/ui/files/picture-size.ts'

const bytes = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'))
const padded = (head: readonly number[]): Uint8Array => Uint8Array.from([...head, ...new Array<number>(64).fill(0)])
const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

test('the size of each kind is read from its head', () => {
  const png = bytes('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==')
  expect(pictureSize(png)).toEqual({ width: 1, height: 1 })
  expect(pictureSize(padded([...ascii('GIF89a'), 0x40, 0x01, 0xf0, 0x00]))).toEqual({ width: 320, height: 240 })
  const riff = [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBP')]
  const size = { width: 800, height: 600 }
  expect(pictureSize(padded([...riff, ...ascii('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x1f, 0x03, 0, 0x57, 0x02, 0]))).toEqual(size)
  expect(pictureSize(padded([...riff, ...ascii('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x20, 0x03, 0x58, 0x02]))).toEqual(size)
  // 14 bits each, less one: 799 and 599
  const bits = 799 | (599 << 14)
  const packed = [bits & 255, (bits >> 8) & 255, (bits >> 16) & 255, bits >>> 24]
  expect(pictureSize(padded([...riff, ...ascii('VP8L'), 0, 0, 0, 0, 0x2f, ...packed]))).toEqual(size)
})

test('a JPEG says its size behind any number of other segments, tables among them', () => {
  const size = [0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3]
  const exif = [0xff, 0xe1, 0, 6, 1, 2, 3, 4]
  const table = [0xff, 0xc4, 0, 4, 9, 9]
  expect(pictureSize(padded([0xff, 0xd8, ...exif, ...table, ...size]))).toEqual({ width: 800, height: 600 })
})

test('what is no picture has no size, and nothing at all makes it throw or hang', () => {
  expect(pictureSize(padded(ascii('%PDF-1.7')))).toBeUndefined()
  expect(pictureSize(new Uint8Array())).toBeUndefined()
  const heads = [[0xff, 0xd8], ascii('GIF8'), ascii('\x89PNG'), [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBPVP8X')], []]
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      const found = pictureSize(Uint8Array.from([...head, ...rest]))
      expect(found === undefined || (found.width >= 0 && found.height >= 0)).toBe(true)
    }),
    { seed: 6, numRuns: 3_000 },
  )
})
