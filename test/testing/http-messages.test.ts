import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declaredLength, httpMessages } from '../../src/testing/chaos/http-messages.ts'

const body = fc.string({ unit: 'binary', maxLength: 40 })

const sized = body.map((text) => ({ wire: `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`, text }))
const chunked = fc.tuple(fc.array(body, { maxLength: 4 }), fc.boolean()).map(([texts, extras]) => {
  const chunks = texts.filter((text) => text !== '').map((text) => `${Buffer.byteLength(text).toString(16)}${extras ? ';a=b' : ''}\r\n${text}\r\n`)
  const trailer = extras ? 'x-sum: 1\r\n' : ''
  return { wire: `HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${chunks.join('')}0\r\n${trailer}\r\n`, text: '' }
})

/** The same bytes in pieces that end at these places. */
const cutAt = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b)
  return [...ends, bytes.length].map((end, at) => bytes.subarray(ends[at - 1] ?? 0, end))
}

describe('finding messages in a stream of HTTP', () => {
  it('finds each message and every byte of it, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sized, chunked), { minLength: 1, maxLength: 4 }), fc.array(fc.nat(), { maxLength: 60 }), (messages, places) => {
        const bytes = Buffer.from(messages.map(({ wire }) => wire).join(''))
        const reader = httpMessages((head) => declaredLength(head, 'until-close'))
        const parts = cutAt(bytes, places).flatMap(reader.read)
        expect(Buffer.concat(parts.map((part) => part.bytes)).equals(bytes)).toBe(true)
        expect(parts.filter(({ type }) => type === 'head')).toHaveLength(messages.length)
        expect(parts.filter(({ type }) => type === 'end')).toHaveLength(messages.length)
        expect(parts.at(-1)?.type).toBe('end')
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it.each([
    ['no HTTP at all', '\u0016\u0003\u0001\u0002'],
    ['a size of a chunk that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc'],
    ['a head without an end', `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(12_000)}`],
  ])('passes on %s as it is, for ever', (_, text) => {
    const reader = httpMessages((head) => declaredLength(head, 0))
    const parts = [...reader.read(Buffer.from(text)), ...reader.read(Buffer.from('GET / HTTP/1.1\r\n\r\n'))]
    expect(parts.at(-1)?.type).toBe('raw')
    expect(Buffer.concat(parts.map(({ bytes }) => bytes)).toString()).toBe(`${text}GET / HTTP/1.1\r\n\r\n`)
  })
})
