import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luhn } from '../../src/privacy/card.ts'
import { mod97 } from '../../src/privacy/iban.ts'
import { createVault } from '../../src/privacy/index.ts'

const seed = 5
const digits = (length: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 1, maxLength: 10 })

/** Digits in groups of these sizes, joined by this. */
const grouped = (text: string, sizes: readonly number[], joint: string): string => {
  const groups: string[] = []
  let at = 0
  for (const size of sizes) groups.push(text.slice(at, (at += size)))
  return [...groups, text.slice(at)].filter(group => group !== '').join(joint)
}

const email = fc
  .tuple(word, fc.constantFrom('', '.', '_', '+', '-'), word, word, fc.constantFrom('com', 'de', 'co.uk', 'example', 'org'))
  .map(([one, joint, two, host, top]) => `${one}${joint}${two}@${host}.${top}`)

const card = fc
  .tuple(
    fc.constantFrom(['4', 16], ['51', 16], ['2345', 16], ['34', 15], ['37', 15], ['6011', 16], ['3530', 16], ['36', 14]),
    digits(18),
    fc.constantFrom('', ' ', '-'),
  )
  .map(([issuer, random, joint]) => {
    const [begin, length] = issuer as [string, number]
    const body = (begin + random).slice(0, length - 1)
    const check = [...'0123456789'].find(digit => luhn(body + digit)) ?? ''
    return grouped(body + check, length === 16 ? [4, 4, 4] : [4, 6], joint)
  })
  .filter(text => !/^(\d)\1+$/.test(text))

const iban = fc
  .tuple(fc.constantFrom(['DE', 22], ['FR', 27], ['NL', 18], ['NO', 15], ['MT', 31], ['CH', 21]), digits(40), fc.boolean(), fc.boolean())
  .map(([country, random, blanks, small]) => {
    const [code, length] = country as [string, number]
    const account = random.slice(0, length - 4)
    const check = Array.from({ length: 97 }, (_, at) => String(at + 2).padStart(2, '0')).find(each => mod97(code + each + account)) ?? ''
    const text = grouped(code + check + account, blanks ? [4, 4, 4, 4, 4, 4, 4] : [], ' ')
    return small ? text.toLowerCase() : text
  })

const phone = fc
  .tuple(fc.constantFrom('1', '33', '44', '49', '351', '7', '86'), fc.constantFrom(...'123456789'), digits(8), fc.constantFrom('', ' ', '-', '.'))
  .map(([country, lead, random, joint]) => `+${country}${joint}${grouped(lead + random, [3, 3], joint)}`)

const nationalPhone = fc
  .tuple(fc.constantFrom(...'23456789'), digits(9), fc.constantFrom(' ', '-', '.'))
  .chain(([lead, random, joint]) => {
    const american = `${lead}${random}`
    return fc.constantFrom(
      `(${american.slice(0, 3)}) ${american.slice(3, 6)}-${american.slice(6)}`,
      grouped(american, [3, 3], joint),
      grouped(`0${american}`, [4], joint),
      grouped(`0${american.slice(1)}`, [2, 2, 2, 2], ' ').replace(/^00/, '01'),
      `0049 ${grouped(american, [3], joint)}`,
    )
  })

const octet = fc.integer({ min: 0, max: 255 })
const hex = fc.integer({ min: 1, max: 0xffff }).map(value => value.toString(16))
const address = fc.oneof(
  fc.tuple(octet, octet, octet, octet).map(parts => parts.join('.')),
  fc.array(hex, { minLength: 8, maxLength: 8 }).map(parts => parts.join(':')),
  fc.tuple(fc.integer({ min: 1, max: 9 }), hex).map(([digit, last]) => `2001:db${digit}::${last}`),
)

const words = ['please', 'my', 'is', 'und', 'le', '今日は', 'здесь', 'x@', '@', '[EMAIL_1]', '50%', '%20', '\\', '[']
/** Words that say that a number is something else, and numbers: only what is certain by its form is found among them. */
const misleading = ['order', 'number', '17', '3.5', '#12', '2024']
const around = (from: readonly string[]): fc.Arbitrary<string[]> => fc.array(fc.constantFrom(...from), { maxLength: 6 })
const blank = fc.constantFrom(' ', '\n', ', ', ' (', ') ', '; ', ': "', '" ', ' | ', ' <', '> ', '? ', '! ')

describe('the canary law', () => {
  it.each([
    ['an e-mail', email, around([...words, ...misleading])],
    ['a card', card, around([...words, ...misleading])],
    ['an IBAN', iban, around([...words, ...misleading])],
    ['an address', address, around([...words, ...misleading])],
    ['a telephone number with its country', phone, around([...words, ...misleading])],
    ['a telephone number of one country', nationalPhone, around(words)],
  ])('%s is not in what is hidden, whatever stands around it', (_name, value, surrounding) => {
    fc.assert(
      fc.property(surrounding, blank, value, blank, surrounding, (before, open, canary, close, after) => {
        const text = before.join(' ') + open + canary + close + after.join(' ')
        const vault = createVault()
        const hidden = vault.hide(text)
        expect(hidden).not.toContain(canary)
        expect(vault.reveal(hidden)).toBe(text)
        const inAddress = vault.hide(`https://shop.example/a?q=${encodeURIComponent(canary)}&b=1`)
        expect(decodeURIComponent(inAddress)).not.toContain(canary)
      }),
      { seed, numRuns: 400 },
    )
  })
})

const grammar = ['[', ']', '\\', '%', '%5B', '%5D', '_', ' ', 'EMAIL', 'email', 'TEXT', 'NAME', '1', '2', '12', '[EMAIL_1]', '[TEXT_1]']
const values = ['jane@example.com', '+4930901820', '5105105105105100', '192.0.2.1', 'joe%40example.com', 'Ann', 'C-4711', '\\[']

/** Texts made of what the grammar is made of, and of values that differ in more than their spelling. */
const nasty = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...grammar) },
      { weight: 2, arbitrary: fc.constantFrom(...values) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('\ud800', '\udfff', '%', 'E', '0', '@', '.'), maxLength: 6 }) },
    ),
    { maxLength: 14 },
  )
  .map(parts => parts.join(''))

const options = { names: ['Ann'], custom: [{ kind: 'NO', pattern: /C-\d+|\[.\]|MAIL_|@e/ }] }

/** What two spellings of one value have in common. */
const oneSpelling = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

describe('the law of the way back', () => {
  it('gives every text back', () => {
    fc.assert(
      fc.property(nasty, text => {
        const vault = createVault(options)
        expect(vault.reveal(vault.hide(text))).toBe(text)
      }),
      { seed, numRuns: 3_000 },
    )
  })

  it('gives any text at all back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const vault = createVault(options)
        expect(vault.reveal(vault.hide(text))).toBe(text)
      }),
      { seed, numRuns: 1_000 },
    )
  })

  it('gives texts back that were hidden one after the other, but for the spelling of values that came before', () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 5 }), texts => {
        const vault = createVault(options)
        const hidden = texts.map(text => vault.hide(text))
        expect(hidden.map(text => oneSpelling(vault.reveal(text)))).toEqual(texts.map(oneSpelling))
      }),
      { seed, numRuns: 1_000 },
    )
  })
})

const written = [
  '[EMAIL_1]',
  '\\[EMAIL\\_1\\]',
  '[ email 2 ]',
  '%5BEMAIL_1%5D',
  '[CARD_1]',
  '[NO_1]',
  '[EMAIL_9]',
  '[TEXT_1]',
  '\\[EMAIL_1]',
  '[[EMAIL_1]]',
]
const halves = ['[', '\\', '%', '%5', '[EM', '[EMAIL', '[EMAIL_', '[EMAIL_1', '\\[EMAIL\\_1\\', ']', ' ', 'see ', '(x)', '😀', '%5BEMAIL']

/** What a model may stream: placeholders in all spellings, halves of them, and text. */
const answer = fc.array(fc.constantFrom(...written, ...halves), { maxLength: 12 }).map(parts => parts.join(''))

describe('the law of the streamed answer', () => {
  const filled = (): ReturnType<typeof createVault> => {
    const vault = createVault(options)
    vault.hide('jane@example.com joe@example.com 4242424242424242 C-1 [EMAIL_1]')
    return vault
  }

  it('gives the same text for every cutting', () => {
    const vault = filled()
    fc.assert(
      fc.property(answer, fc.array(fc.nat({ max: 80 }), { maxLength: 10 }), (text, cuts) => {
        const places = [0, ...cuts.map(cut => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
        const stream = vault.revealing()
        const pieces = places.slice(1).map((place, at) => stream.push(text.slice(places[at], place)))
        expect(pieces.join('') + stream.end()).toBe(vault.reveal(text))
        const single = vault.revealing()
        expect([...Array.from(text, unit => single.push(unit)), single.end()].join('')).toBe(vault.reveal(text))
      }),
      { seed, numRuns: 3_000 },
    )
  })

  it('holds back nothing that cannot become a placeholder, and never more than a hundred characters', () => {
    const vault = filled()
    const stream = vault.revealing()
    expect(stream.push('see [1] and [see')).toBe('see [1] and [see')
    expect(stream.push(' x [EMA')).toBe(' x ')
    expect(stream.push('X')).toBe('[EMAX')
    expect(stream.push('50%')).toBe('50')
    expect(stream.push(' \\')).toBe('% ')
    expect(stream.push('[EMAIL\\_1\\')).toBe('')
    expect(stream.push(']!')).toBe('jane@example.com!')
    expect(stream.push('[EMAIL_7]')).toBe('[EMAIL_7]')
    expect(stream.push('[EMAIL_1')).toBe('')
    expect(stream.end()).toBe('[EMAIL_1')
    expect(stream.end()).toBe('')
    for (const filler of ['[', '\\', '%', '[EMAIL_', ' ']) {
      const held = vault.revealing()
      const text = filler.repeat(400)
      expect(text.length - held.push(text).length).toBeLessThanOrEqual(100)
    }
  })
})
