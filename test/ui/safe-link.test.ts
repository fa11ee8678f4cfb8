import { expect, test } from 'vitest'
import { linkProps, safeLink } from '../../src/ui/safe-link.ts'

const base = 'https://bank.example/help/'
const long = 'x'.repeat(201)

test.each([
  ['javascript:alert(1)'], ['data:text/html,x'], ['vbscript:x'], ['file:///etc/passwd'], ['ftp://bank.example/'], ['blob:https://bank.example/1'],
  ['http://user@evil.example/'], ['http://:secret@evil.example/'], ['https://'], [`/${'x'.repeat(2048)}`],
  [`https://evil.example/?q=${long}`], [`https://evil.example/#${long}`], [`https://evil.example/?${'a'.repeat(120)}#${'b'.repeat(120)}`],
  [`https://bank.example.evil.example/?q=${long}`],
])('refuses %s', (address) => {
  expect(safeLink(address, base)).toBeUndefined()
})

test.each([
  ['/fees', 'https://bank.example/fees', false],
  [`?q=${long}`, `https://bank.example/help/?q=${long}`, false],
  ['https://other.example/?q=short', 'https://other.example/?q=short', true],
  ['https://bank.example.evil.example/', 'https://bank.example.evil.example/', true],
  ['http://bank.example/', 'http://bank.example/', true],
  ['mailto:help@bank.example', 'mailto:help@bank.example', false],
  ['tel:+441234', 'tel:+441234', false],
])('allows %s', (address, href, external) => {
  const link = safeLink(address, base)
  expect(link).toMatchObject({ href, external })
  expect(link && linkProps(link)).toMatchObject({ rel: 'noopener noreferrer nofollow ugc', ...(external ? { target: '_blank', title: href } : {}) })
})
