import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Follow, formatFollow, parseFollow } from '../../src/protocol/index.ts'

const seed = 4711
const id = fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/)
const place = fc.nat({ max: 999_999_999_999_999 })
const topic = fc.oneof(fc.constantFrom('me' as const, 'desk' as const), id.map((name) => `conversation:${name}` as const))
const follow: fc.Arbitrary<Follow> = fc.oneof(fc.record({ topic }), fc.record({ topic, after: fc.record({ log: place, seq: place }) }))

test('what was formatted is parsed again, through a query string too', () => {
  fc.assert(
    fc.property(fc.array(follow), (follows) => {
      const query = new URLSearchParams(follows.map((item) => ['follow', formatFollow(item)])).toString()
      expect(new URLSearchParams(query).getAll('follow').map(parseFollow)).toEqual(follows)
    }),
    { seed },
  )
})

test('anything else is not a follow and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseFollow(text)), { seed })
  const others = ['', '@', 'me@', 'me@1', 'me@1.2@3', 'me@-1.2', 'you', 'conversation:short', 'me@1.2\n']
  expect(others.map(parseFollow)).toEqual(others.map(() => undefined))
})
