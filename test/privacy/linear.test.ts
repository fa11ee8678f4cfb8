import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/privacy/index.ts'

const size = 300_000

/** What each pattern would stumble over if one of its parts could be read in two ways, or were not bounded. */
const fillers: Readonly<Record<string, readonly string[]>> = {
  'an e-mail': ['a', '@', 'a@', 'a.', 'a@a.', 'a@b.c', '"@', '"a', '@[', 'a@[1', '(at)', 'x(at)y(dot)', 'a at a dot ', '-', 'é'],
  'a telephone number': ['1 ', '12 ', '0 ', '00 ', '+ ', '+4', '(', ')(', '0(', '030 1234567 ', '030-', '123 456 789 ', 'tel 12 ', 'order 1 2 3 '],
  'a number in an address': ['//a1 23456 ', '//0301234567'],
  'a card': ['1', '4111 ', '4-', '4111 1111 1111 1111 ', '1234567890123456789 '],
  'an IBAN': ['DE', 'DE89', 'DE89 3704 ', 'AB12 ABCD ', 'IBAN', 'a1 '],
  'an address': [':', '1:', 'a:', '::', '1.', '1.1.1.1', '255.', 'v1.'],
  'a placeholder': ['[', '\\[', '[EMAIL', '[EMAIL_', '[EMAIL_1]', '[ _ ', '%5B', '[E\\_'],
  'an escape': ['%', '%4', '%40', '%E0', '%F0%9F', '%25', '%5BEMAIL_1'],
  'a name': ['Ann ', 'Ann+', 'ann lee', 'AnnAnn'],
}

describe('the time for 300,000 letters', () => {
  const all = Object.entries(fillers).flatMap(([kind, each]) => each.map(filler => [kind, filler] as const))

  it.each(all)('does not grow out of bounds for what is nearly %s: %j', (_kind, filler) => {
    const text = filler.repeat(Math.ceil(size / filler.length)).slice(0, size)
    const vault = createVault({ names: ['Ann Lee', 'Ann'] })
    const hidden = vault.hide(text)
    const stream = vault.revealing()
    let streamed = ''
    for (let at = 0; at < hidden.length; at += 5_000) streamed += stream.push(hidden.slice(at, at + 5_000))
    // not compared by `toBe`: a difference of that length would be printed
    expect(streamed + stream.end() === vault.reveal(hidden)).toBe(true)
  })
})
