import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/privacy/index.ts'

const values = [
  ['a telephone number', '030 1234567', 'PHONE'],
  ['a telephone number with its country', '+49 170 1234567', 'PHONE'],
  ['a card', '4111 1111 1111 1111', 'CARD'],
  ['a card in one', '4111111111111111', 'CARD'],
  ['an account', 'DE89 3704 0044 0532 0130 00', 'IBAN'],
  ['a name', 'Maria Santos', 'NAME'],
  ['an e-mail', 'jane@example.com', 'EMAIL'],
  ['an address', '192.0.2.1', 'IP'],
] as const

describe('JSON that a tool gave', () => {
  it.each(values)('hides %s behind each escape, as it does without', (_name, value, kind) => {
    for (const before of ['\n', '\t', '\r\n', '"', '\f', '/', 'ü\n', '\\\n']) {
      for (const levels of [1, 2, 3]) {
        const vault = createVault({ names: ['Maria Santos'] })
        expect(vault.hide(value)).toBe(`[${kind}_1]`)
        let text: unknown = { note: `It is:${before}${value}\nThanks` }
        for (let level = 0; level < levels; level += 1) text = JSON.stringify(text)
        const hidden = vault.hide(String(text))
        expect(hidden).toContain(`[${kind}_1]`)
        expect(hidden).not.toContain(`[${kind}_2]`)
        expect(vault.reveal(hidden)).toBe(text)
      }
    }
  })

  it('hides names whose letters are written as escapes, and gives them back as letters', () => {
    const vault = createVault({ names: ['Jürgen Weiß'] })
    const hidden = vault.hide(String.raw`{"to":"J\u00fcrgen Wei\u00DF","mail":"j\u00fcrgen@example.com"}`)
    expect(hidden).toBe('{"to":"[NAME_1]","mail":"[EMAIL_1]"}')
    expect(vault.hide('Jürgen Weiß, jürgen@example.com')).toBe('[NAME_1], [EMAIL_1]')
    expect(vault.reveal(hidden)).toBe('{"to":"Jürgen Weiß","mail":"jürgen@example.com"}')
  })

  it('hides what is percent-encoded behind an escape', () => {
    const vault = createVault({ names: ['Maria Santos'] })
    const text = String.raw`{"url":"https:\/\/shop.example\/?q=jane%40example.com","who":"\nMaria%20Santos"}`
    const hidden = vault.hide(text)
    expect(hidden).toBe(String.raw`{"url":"https:\/\/shop.example\/?q=%5BEMAIL_1%5D","who":"\n%5BNAME_1%5D"}`)
    expect(vault.reveal(hidden)).toBe(text)
  })

  it('keeps what no escape is', () => {
    const vault = createVault()
    for (const text of ['C:\\new\\table', '\\u00g1 \\x \\', '\\\\\\', '\\u00e4', 'a\\"b']) {
      expect(vault.hide(text)).toBe(text)
      expect(vault.reveal(text)).toBe(text)
    }
  })

  it('shows no value and is given back, whatever stands around', () => {
    const sign = fc.constantFrom('\n', '\t', '"', '\\', '/', ' ', 'note', 'ä', ',', '50%', 'u00e4')
    const around = fc.array(sign, { maxLength: 6 }).map((all) => all.join(''))
    const edge = fc.constantFrom('\n', '"', ' ', ', ')
    fc.assert(
      fc.property(around, edge, fc.constantFrom(...values), edge, around, (a, open, [, value], close, b) => {
        const vault = createVault({ names: ['Maria Santos'] })
        const text = JSON.stringify([a + open + value + close + b])
        const hidden = vault.hide(text)
        expect(hidden).not.toContain(value)
        expect(vault.reveal(hidden)).toBe(text)
      }),
      { seed: 5, numRuns: 1_000 },
    )
  })

  const fillers = ['\\', '\\n', '\\u00', '\\u0031', '\\"', '\\\\n4111 ', '\\n030 1234567', 'a\\t@', '\\na@b.cd ']
  it.each(fillers)('survives a long row of %j', (filler) => {
    const text = filler.repeat(Math.ceil(300_000 / filler.length))
    const vault = createVault({ names: ['Maria Santos'] })
    expect(vault.reveal(vault.hide(text))).toBe(text)
  })
})
