import { describe, expect, it } from 'vitest'
import { isHandbackError } from '../../src/protocol/index.ts'
import { createVault } from '../../src/privacy/index.ts'

describe('hide', () => {
  it('puts a placeholder for each value, numbered by first appearance within its kind', () => {
    const vault = createVault({ names: ['Jane Doe'] })
    const text = 'Jane Doe, jane@example.com, +49 30 901820, 4242 4242 4242 4242, DE89 3704 0044 0532 0130 00, 192.0.2.1, joe@example.com'
    expect(vault.hide(text)).toBe('[NAME_1], [EMAIL_1], [PHONE_1], [CARD_1], [IBAN_1], [IP_1], [EMAIL_2]')
    expect(vault.hide('joe@example.com or jane@example.com or ann@example.com')).toBe('[EMAIL_2] or [EMAIL_1] or [EMAIL_3]')
  })

  it.each([
    ['Jane@Example.com', 'jane@example.COM'],
    ['4242 4242 4242 4242', '4242-4242-4242-4242'],
    ['DE89 3704 0044 0532 0130 00', 'de89370400440532013000'],
    ['+49 (30) 901-820', '+4930901820'],
    ['2001:DB8::1', '2001:db8::1'],
  ])('takes %s and %s for one value, and gives it back as first written', (first, second) => {
    const vault = createVault()
    const hidden = vault.hide(first)
    expect(vault.hide(second)).toBe(hidden)
    expect(vault.reveal(hidden)).toBe(first)
    expect(createVault().hide(`${first}, ${second}`)).toBe(`${hidden}, ${hidden}`)
  })

  it('hides names as whole words, whatever capitals and blanks, the longer one first', () => {
    const vault = createVault({ names: ['Ann', 'Ann Lee', '王小明', ' ', 'B'] })
    expect(vault.hide('I am ann  lee, not Anna. Ann here. B王小明先生')).toBe('I am [NAME_1], not Anna. [NAME_2] here. B[NAME_3]先生')
    expect(vault.hide('?user=Ann+Lee&b=Ann%20Lee')).toBe('?user=[NAME_1]&b=%5BNAME_1%5D')
  })

  it('takes names literally', () => {
    expect(createVault({ names: ['A.*(x)'] }).hide('A.*(x) and Abc(x)')).toBe('[NAME_1] and Abc(x)')
  })

  it('leaves kinds alone that are not asked for, and never takes them for others', () => {
    const vault = createVault({ kinds: ['PHONE'] })
    const others = '4242 4242 4242 4242, 0171234567@example.com, 2001:db8:4155:5501:4300::1'
    expect(vault.hide(`${others}, 030 901820`)).toBe(`${others}, [PHONE_1]`)
  })

  it('hides what custom patterns match, with or without the flag g, and skips empty matches', () => {
    const custom = [
      { kind: 'CUSTOMER_NO', pattern: /C-\d{4}|x*/ },
      { kind: 'PLATE', pattern: /[a-z]{2} \d+/giy },
    ]
    const vault = createVault({ custom })
    expect(vault.hide('C-4711 then C-4712, C-4711')).toBe('[CUSTOMER_NO_1] then [CUSTOMER_NO_2], [CUSTOMER_NO_1]')
    expect(createVault({ custom }).hide('ab 12')).toBe('[PLATE_1]')
    expect(vault.reveal('[customer no 2] and [CUSTOMER\\_NO\\_1]')).toBe('C-4712 and C-4711')
  })

  it('leaves the pattern of the integrator as it was', () => {
    const pattern = /\d{4}/g
    pattern.lastIndex = 3
    expect(createVault({ custom: [{ kind: 'PIN', pattern }] }).hide('1234')).toBe('[PIN_1]')
    expect(pattern.lastIndex).toBe(3)
  })

  it.each(['', 'lower', 'A B', '_A', 'A__B', 'É', 'TEXT', 'A'.repeat(25)])('refuses the kind %j', kind => {
    let thrown: unknown
    try {
      createVault({ custom: [{ kind, pattern: /x/ }] })
    } catch (error) {
      thrown = error
    }
    expect(isHandbackError(thrown) && thrown.code).toBe('request/invalid')
  })

  it('hides also what sticks out where two findings overlap', () => {
    const vault = createVault({ custom: [{ kind: 'TAIL', pattern: /example\.com is my long tail/ }] })
    const text = 'jane@example.com is my long tail'
    expect(vault.hide(text)).toBe('[EMAIL_1][TAIL_1]')
    expect(vault.reveal('[EMAIL_1][TAIL_1]')).toBe(text)
  })

  it('never takes a part of one value for another value', () => {
    const custom = [
      { kind: 'A', pattern: /=bc|abcdefg/ },
      { kind: 'A', pattern: /efghijklm/ },
    ]
    const vault = createVault({ custom })
    for (const text of ['=bc', 'abcdefghijklm', 'abcd']) expect(vault.reveal(vault.hide(text))).toBe(text)
  })

  it('hides values in addresses, percent-encoded ones as percent-encoded placeholders', () => {
    const vault = createVault({ names: ['Jürgen Groß'] })
    const url = 'https://shop.example/?mail=jane%40example.com&tel=%2B49301234567&name=J%C3%BCrgen%20Gro%C3%9F&raw=jane@example.com#x'
    const hidden = 'https://shop.example/?mail=%5BEMAIL_1%5D&tel=%5BPHONE_1%5D&name=%5BNAME_1%5D&raw=[EMAIL_1]#x'
    expect(vault.hide(url)).toBe(hidden)
    expect(vault.reveal(hidden)).toBe(url)
    expect(vault.reveal('I wrote to [EMAIL_1].')).toBe('I wrote to jane@example.com.')
  })

  it('sees a value that stands behind an escape', () => {
    expect(createVault().hide('?a=%22192.0.2.1%22&b=%5B%22jane@example.com%22%5D')).toBe('?a=%22[IP_1]%22&b=%5B%22[EMAIL_1]%22%5D')
  })

  it('hides what is encoded in a way that could not be made again, as a value of its own', () => {
    const vault = createVault()
    expect(vault.hide('?a=jane%2bx@example.com')).toBe('?a=[EMAIL_1]')
    expect(vault.reveal('[EMAIL_1]')).toBe('jane%2bx@example.com')
  })

  it.each(['%', '%zz', '%C3', '%FF%FE', '%ED%A0%80', '100%25 sure', '%F4%90%80%80', '50% of a@b'])('survives the escapes of %j', text => {
    const vault = createVault()
    expect(vault.reveal(vault.hide(text))).toBe(text)
  })
})

describe('reveal', () => {
  const vault = createVault({ names: ['Jane'] })
  vault.hide('Jane jane@example.com')

  it.each([
    '[EMAIL_1]',
    '[email_1]',
    '[Email 1]',
    '[ EMAIL_1 ]',
    '[EMAIL-1]',
    String.raw`[EMAIL\_1]`,
    String.raw`\[EMAIL\_1\]`,
    String.raw`\[EMAIL_1\]`,
    '[EMAIL_01]',
    '[EMAIL _ 1]',
  ])('understands %s', written => {
    expect(vault.reveal(`to **${written}**!`)).toBe('to **jane@example.com**!')
  })

  it.each([
    'EMAIL_1',
    '[EMAIL_2]',
    '[EMAIL_0]',
    '[PHONE_1]',
    '[ORDER_1]',
    '[EMAIL1]',
    '[EMAIL_1',
    '[E-MAIL_1]',
    '[[EMAIL_1',
    String.raw`[EMAIL_1\]`,
    '[EMAIL_1234567890]',
    '[EMAIL_1x]',
  ])('leaves %s as it is', written => {
    expect(vault.reveal(written)).toBe(written)
  })

  it('gives the value percent-encoded where the placeholder is', () => {
    expect(vault.reveal('/search?q=%5bemail_1%5d')).toBe('/search?q=jane%40example.com')
  })

  it('leaves a lone backslash and brackets around a placeholder', () => {
    expect(vault.reveal(String.raw`\[EMAIL_1] [[EMAIL_1]](mailto:[EMAIL_1])`)).toBe(
      String.raw`\jane@example.com [jane@example.com](mailto:jane@example.com)`,
    )
  })

  it('does not read what it put back', () => {
    const nested = createVault({ custom: [{ kind: 'NOTE', pattern: /<.*>/ }] })
    expect(nested.hide('jane@example.com')).toBe('[EMAIL_1]')
    expect(nested.reveal(nested.hide('<[EMAIL_1]>'))).toBe('<[EMAIL_1]>')
  })
})

describe('somebody who types placeholders', () => {
  it('gets the words back and never a value', () => {
    const vault = createVault()
    const secret = vault.hide('jane@example.com')
    for (const text of [secret, '[email 1]', String.raw`\[EMAIL\_1\]`, '%5BEMAIL_1%5D', '[EMAIL_2]', '[TEXT_1]', '[TEXT_2]']) {
      const hidden = vault.hide(`what is ${text}?`)
      expect(hidden).not.toContain('EMAIL')
      expect(vault.reveal(hidden)).toBe(`what is ${text}?`)
    }
  })

  it('cannot make one out of text around a value', () => {
    const around = [String.raw`\jane@example.com`, '[EMAIL_jane@example.com]', '[jane@example.com_1]', '%5Bjane@example.com%5D', '[EMAIL_1[EMAIL_1]']
    for (const text of around) {
      const vault = createVault()
      vault.hide('first@example.com')
      expect(vault.reveal(vault.hide(text))).toBe(text)
    }
  })

  it('leaves placeholders alone that mean nothing here', () => {
    expect(createVault().hide('see [FIGURE_1], [1], [EMAIL] and [x]')).toBe('see [FIGURE_1], [1], [EMAIL] and [x]')
  })
})

describe('values of JSON', () => {
  it('are hidden and revealed in every string, keys and other values untouched', () => {
    const vault = createVault()
    const value = { 'a@b.de': ['jane@example.com', 1, true, null, { deep: 'call +49 30 901820' }], none: '' }
    const hidden = vault.hideValue(value)
    expect(hidden).toEqual({ 'a@b.de': ['[EMAIL_1]', 1, true, null, { deep: 'call [PHONE_1]' }], none: '' })
    expect(vault.revealValue(hidden)).toEqual(value)
    expect(vault.hideValue('jane@example.com')).toBe('[EMAIL_1]')
  })

  it('are told by their keys', () => {
    const vault = createVault({ custom: [{ kind: 'SECRET', pattern: /secret: \w+/ }] })
    expect(vault.hideValue({ customerPhone: '612345678', numbers: ['612345678'], orderId: '2125550143' })).toEqual({
      customerPhone: '[PHONE_1]',
      numbers: ['612345678'],
      orderId: '2125550143',
    })
    expect(vault.hideValue({ secret: 'hush jane@example.com' })).toEqual({ secret: 'hush [EMAIL_1]' })
    expect(vault.hide('{"customer_phone":"612345678"}')).toBe('{"customer_phone":"[PHONE_1]"}')
  })

  it('keep keys that mean something to JavaScript, and change no prototype', () => {
    const vault = createVault()
    const hidden = vault.hideValue(JSON.parse('{"__proto__":{"mail":"jane@example.com"},"constructor":"x"}'))
    expect(JSON.stringify(hidden)).toBe('{"__proto__":{"mail":"[EMAIL_1]"},"constructor":"x"}')
    expect(Object.getPrototypeOf(hidden)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['mail']).toBeUndefined()
  })

  it('end at 64 levels', () => {
    const nest = (depth: number): unknown => (depth === 0 ? 'jane@example.com' : [nest(depth - 1)])
    const vault = createVault()
    expect(JSON.stringify(vault.hideValue(nest(64)))).toContain('[EMAIL_1]')
    const deeper = JSON.stringify(vault.hideValue(nest(1_000)))
    expect(deeper).not.toContain('jane')
    expect(deeper).toContain('[null]')
  })
})
