import { expect, test } from 'vitest'
import { allowedPicture } from '../../src/ui/allowed-picture.ts'

const base = 'https://shop.example/help/'

test.each([
  ['https://cdn.example/a.png', 'https://cdn.example/a.png'],
  ['//cdn.example/a.png', 'https://cdn.example/a.png'],
  ['/team/sarah.png', undefined],
  ['https://cdn.example.evil/a.png', undefined],
  ['https://cdn.example@evil.example/a.png', undefined],
  ['http://cdn.example/a.png', undefined],
  ['data:image/png;base64,AAAA', undefined],
  ['javascript:alert(1)', undefined],
  ['https://', undefined],
  ['', undefined],
])('of "%s", %s may be requested where only one origin is allowed', (url, allowed) => {
  expect(allowedPicture(url, ['https://cdn.example'], base)).toBe(allowed)
})

test('the own origin is allowed by name only, and nothing by default', () => {
  expect(allowedPicture('/team/sarah.png', ['https://shop.example'], base)).toBe('https://shop.example/team/sarah.png')
  expect(allowedPicture('/team/sarah.png', [], base)).toBeUndefined()
})
