import { expect, test } from 'vitest'
import { pageAddress } from '../../src/widget/page-address.ts'

test('the address of a page goes without its query and its hash, which may hold secrets', () => {
  expect(pageAddress(new URL('https://site.example/account/orders?token=secret#code=secret'))).toBe('https://site.example/account/orders')
})

test('an address that a hub would not take is cut', () => {
  const address = pageAddress(new URL(`https://site.example/${'x'.repeat(3_000)}`))
  expect(address).toHaveLength(2_000)
  expect(address.startsWith('https://site.example/x')).toBe(true)
})
