import { expect, test } from 'vitest'
import type { FormField } from '../../../src/protocol/index.ts'
import { fieldProblem } from '../../../src/ui/forms/check-field.ts'
import { english } from '../../../src/ui/english.ts'

const wrong = (kind: string, value: string, required = false) =>
  fieldProblem({ name: 'x', label: 'X', kind: kind as FormField['kind'], required }, value, english)

test('only what is required must be there, and space is nothing', () => {
  for (const kind of ['text', 'email', 'phone', 'number', 'long-text', 'choice', 'date']) {
    expect(wrong(kind, '  ', true)).toBe(english.fieldMissing)
    expect(wrong(kind, '  ')).toBeUndefined()
  }
})

test.each([
  ['email', ['maria@example.com', 'o.x+y@a-b.co.uk', 'ü@müller.de'], ['maria', 'maria@', '@example.com', 'a b@c.de', 'a@b', 'a@b..c', 'a@.de'], english.fieldEmail],
  ['phone', ['+49 30 901820', '(020) 7946-0018', '110#42', '٠١٢٣٤٥٦'], ['12', 'call me', '+'], english.fieldPhone],
  ['number', ['5', '-3', '1.250,50', "1'000", '1 000', '٣٫٥', '−2'], ['five', '5 €', '--5', ''.padEnd(3, '.')], english.fieldNumber],
  ['date', ['2026-05-12'], ['12.5.2026', 'soon'], english.fieldDate],
] as const)('a %s is told from what is none', (kind, right, others, words) => {
  expect(right.map((value) => wrong(kind, value))).toEqual(right.map(() => undefined))
  expect(others.map((value) => wrong(kind, value))).toEqual(others.map(() => words))
})

test('a kind of a later version is text, even one that is called like a part of every object', () => {
  expect(wrong('colour-wheel', 'anything')).toBeUndefined()
  expect(wrong('constructor', 'anything')).toBeUndefined()
})

test('a long answer takes no long time', () => {
  const long = `${'a.'.repeat(2_000)}@${'a.'.repeat(2_000)}`
  const before = performance.now()
  expect(wrong('email', long)).toBe(english.fieldEmail)
  expect(performance.now() - before).toBeLessThan(200)
})
