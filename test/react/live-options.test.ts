import { describe, expect, test, vi } from 'vitest'
import { signatureOf, standing } from '../../src/react/live-options.ts'
import { english } from '../../src/ui/locales/en.ts'

describe('what the options say', () => {
  const others = {
    endpoint: '/other', storageKey: 'other', layout: 'page', position: 'start', launcher: false, locale: 'de', files: false, voice: false, sound: true,
    images: ['https://a.example'], preChat: { fields: [{ name: 'mail', label: 'E-mail', kind: 'email' }] }, surveyFactors: [{ name: 'a', label: 'A' }],
    languages: [{ language: 'de', label: 'Deutsch', strings: {} }],
  } as const

  test.each(Object.entries(others))('is something else with another %s', (name, value) => {
    expect(signatureOf({ [name]: value })).not.toBe(signatureOf({}))
    // written anew
    expect(signatureOf({ [name]: structuredClone(value) })).toBe(signatureOf({ [name]: value }))
  })

  test('is the same with another theme, other words and other functions, which are applied as it stands', () => {
    expect(signatureOf({ theme: { radius: 1 }, strings: { title: 'Help' }, onOpen: () => {}, beforeSend: (message) => message })).toBe(signatureOf({}))
  })
})

describe('functions', () => {
  const names = ['credentials', 'beforeSend', 'renderMessage', 'renderStatus', 'renderLauncher'] as const

  test.each(names)('%s is the one of whatever rendering is the last, with all that it is given', (name) => {
    const [first, last] = [vi.fn(() => 'first'), vi.fn(() => 'last')]
    const latest = { current: { [name]: first } as never }
    const call = standing(latest)[name] as unknown as (...args: unknown[]) => unknown
    const given = name === 'renderMessage' || name === 'renderStatus' ? [{ type: 'closed' }, english] : [3]
    expect(call(...given)).toBe('first')
    latest.current = { [name]: last } as never
    expect(call(...given)).toBe('last')
    expect(last.mock.calls).toEqual([given])
    // one that is left out later was there when it was mounted
    latest.current = {} as never
    expect(call(...given)).toBe('first')
  })

  test('that are not there are none of the widget’s either', () => {
    const options = standing({ current: { endpoint: '/handback' } })
    expect(names.filter((name) => name in options)).toEqual([])
  })
})
